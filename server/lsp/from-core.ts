/** Offsets to positions, findings to diagnostics: everything on its way from the core to the client. Converts, never decides. */
import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  Location,
  MarkupContent,
  Range,
  TextEdit,
} from 'vscode-languageserver';
import type { Snapshot } from '../core/engine';
import type { Finding, Severity } from '../core/finding';
import type { Place } from '../core/ide/types';
import { type TextEdit as CoreEdit, positionAt, type Span, type Tree } from '../core/syntax';
import type { ClientFacts } from './client-facts';

/** Lines of a file; every tree has them. */
export type Lines = Pick<Tree, 'text' | 'lineStarts'>;

/** What conversion needs to know besides the thing converted. */
export interface Target {
  client: ClientFacts;
  /** Lines of any file in view, to place what stands in another file. */
  lines(uri: string): Lines | undefined;
  /** The client's spelling of a core URI. */
  uri(uri: string): string;
  /** Where a rule is explained; undefined when there is no page the client could open. */
  rulePage(rule: string): string | undefined;
}

export function toRange(lines: Lines, span: Span): Range {
  return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
}

const SEVERITY: Record<Severity, DiagnosticSeverity> = { error: 1, warning: 2, information: 3, hint: 4 };
const TAG: Record<Finding['tags'][number], DiagnosticTag> = { unnecessary: 1, deprecated: 2 };

export function toDiagnostic(finding: Finding, snapshot: Snapshot, target: Target): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(snapshot.tree, finding.span),
    severity: SEVERITY[finding.severity],
    source: 'ecs-preflight',
    code: finding.rule,
    message: finding.message,
  };
  const page = target.client.codeDescription ? target.rulePage(finding.rule) : undefined;
  if (page) diagnostic.codeDescription = { href: page };
  if (target.client.tags && finding.tags.length > 0) diagnostic.tags = finding.tags.map((tag) => TAG[tag]);
  if (target.client.relatedInformation) {
    const related = finding.related.flatMap((place) => toRelated(place, target));
    if (related.length > 0) diagnostic.relatedInformation = related;
  }
  return diagnostic;
}

function toRelated(related: Finding['related'][number], target: Target): DiagnosticRelatedInformation[] {
  const location = toLocation(related, target);
  return location ? [{ location, message: related.message }] : [];
}

/** Undefined when the file is out of view: a wrong line is worse than none. */
export function toLocation(place: Place, target: Target): Location | undefined {
  const lines = target.lines(place.uri);
  return lines && { uri: target.uri(place.uri), range: toRange(lines, place.span) };
}

export function toTextEdit(lines: Lines, edit: CoreEdit): TextEdit {
  return { range: toRange(lines, edit), newText: edit.newText };
}

/** Markdown, or the same in plain words for clients that show text as it is. */
export function toMarkup(markdown: string, rendersMarkdown: boolean): MarkupContent {
  return rendersMarkdown ? { kind: 'markdown', value: markdown } : { kind: 'plaintext', value: toPlainText(markdown) };
}

/** Drops the marks of the Markdown that the core writes: emphasis, code, links (their address stays), headings, table rules. */
export function toPlainText(markdown: string): string {
  return markdown
    .replace(/^```.*\n?/gm, '')
    .replace(/^#+ /gm, '')
    .replace(/^\|?[\s:|-]+\|[\s:|-]*$\n?/gm, '')
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '$1 ($2)')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/(?<![\w*])[*_]([^*_\n]+)[*_](?![\w*])/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|-])/g, '$1');
}
