import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { Snapshot } from '../core/engine';
import type { Finding } from '../core/finding';
import { ruleById } from '../core/rules';
import { TOO_LARGE } from '../core/rules/file/too-large-to-check';
import type { ClientFacts } from './client-facts';
import { type Target, toDiagnostic } from './from-core';
import type { SettingsStore } from './settings';

/** Diagnostics with a name for each state, so that an unchanged answer costs one line on the wire. */
export interface Diagnostics {
  of(snapshot: Snapshot): Diagnostic[];
  /** `open`: whether the client has the document open; a closed file must not be called unchanged because it was open before. */
  report(uri: string, snapshot: Snapshot | undefined, open: boolean): Report;
  answer(report: Report, previousResultId: string | undefined): DocumentDiagnosticReport;
  /** The state that the client was last told. */
  told(uri: string): string | undefined;
  forget(uri: string): void;
  /** Whether findings of any document were worked out yet. */
  hasReported(): boolean;
}

export interface Report {
  resultId: string;
  items: Diagnostic[];
}

export function createDiagnostics(client: ClientFacts, target: Target, configProblems: ConfigProblems): Diagnostics {
  const last = new Map<string, Report & { open: boolean }>();
  let count = 0;
  let reported = false;
  const of = (snapshot: Snapshot) =>
    snapshot
      .findings()
      .filter((finding) => !leftToClient(finding, snapshot, client))
      .map((finding) => toDiagnostic(finding, snapshot, target));
  return {
    of,
    report(uri, snapshot, open) {
      const items = snapshot ? of(snapshot) : ofConfiguration(uri, configProblems);
      reported ||= snapshot !== undefined;
      const known = last.get(uri);
      if (known?.open === open && isSame(known.items, items)) return known;
      const report = { resultId: String(++count), items, open };
      last.set(uri, report);
      return report;
    },
    answer: ({ resultId, items }, previousResultId) =>
      resultId === previousResultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items },
    told: (uri) => last.get(uri)?.resultId,
    forget: (uri) => last.delete(uri),
    hasReported: () => reported,
  };
}

type ConfigProblems = SettingsStore['problems'];

/** Mistakes in a configuration file, as far as it was read for any definition yet. */
function ofConfiguration(uri: string, problems: ConfigProblems): Diagnostic[] {
  return problems()
    .filter((problem) => problem.uri === uri)
    .map(({ position, span, severity, message }) => ({
      range: { start: position, end: { line: position.line, character: position.character + span.end - span.start } },
      severity: severity === 'error' ? 1 : 2,
      source: 'ecs-preflight',
      code: 'configuration',
      message,
    }));
}

/** Broken syntax is said once: by the editor's own server where there is one. What we did not look at only we know. */
function leftToClient(finding: Finding, snapshot: Snapshot, { options }: ClientFacts): boolean {
  if (finding.rule === TOO_LARGE) return false;
  const wish = options.syntaxDiagnostics;
  const who = typeof wish === 'object' ? wish[snapshot.tree.syntax] : snapshot.tree.syntax === 'json' ? wish : 'server';
  return who === 'client' && ruleById(finding.rule)?.on === 'file';
}

/** Whether plain data says the same. Written out as text, what a long document has would be copied with each keystroke. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [some, others] = [Object.entries(a), b as Record<string, unknown>];
  return some.length === Object.keys(b).length && some.every(([name, value]) => isSame(value, others[name]));
}
