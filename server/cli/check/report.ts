import { type Finding, SEVERITIES, type Severity } from '../../core/finding';
import type { Profile } from '../../core/model/profile';
import { type Position, positionAt, type Span, type Tree } from '../../core/syntax';

/** A text that findings point into. */
export interface Source {
  /** For people: relative to the working directory with `/`, or as it is above it. */
  display: string;
  uri: string;
  tree: Tree;
}

/** What was found in one file; what every format is made from. */
export interface FileReport extends Source {
  profile: Profile;
  findings: readonly Finding[];
}

export interface Report {
  files: readonly FileReport[];
  /** The texts that findings relate to, by URI. */
  sourceOf(uri: string): Source;
  /** Findings at or above this decide the exit code. */
  failOn: FailOn;
  /** How many findings are below the level that is shown, and not in `files`. */
  hidden: number;
}

export const FAIL_ON = ['error', 'warning', 'information', 'hint', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

export function fails(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}

/** How many findings of each severity, loudest first, none left out. */
export function tally(files: readonly FileReport[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const file of files) for (const finding of file.findings) counts[finding.severity]++;
  return counts;
}

export interface Range {
  start: Position;
  end: Position;
}

/** Zero-based, UTF-16, end exclusive: as LSP counts. */
export function rangeOf({ tree }: Source, span: Span): Range {
  return { start: positionAt(tree, span.start), end: positionAt(tree, span.end) };
}

/** `path:line:column`, one-based, as terminals and editors read it. */
export function locationOf(source: Source, span: Span): string {
  const { line, character } = positionAt(source.tree, span.start);
  return `${source.display}:${line + 1}:${character + 1}`;
}
