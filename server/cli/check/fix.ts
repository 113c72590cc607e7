import type { Snapshot } from '../../core/engine';
import { applyEdits, changesToEdits, type TextEdit } from '../../core/syntax';
import type { Checker } from './check-files';
import type { Target } from './targets';

/** A repair can bring another one to light; this many rounds are more than any real file needs. */
const MOST_ROUNDS = 10;

export interface Fixed {
  target: Target;
  before: string;
  /** How many repairs were made. */
  repairs: number;
}

/** Makes every safe repair in the texts of the targets, in memory. Returns those that changed. */
export function fixTargets(targets: readonly Target[], checker: Checker): Fixed[] {
  return targets.flatMap((target) => {
    const before = target.text;
    let repairs = 0;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const made = fixOnce(target, checker);
      if (made === 0) break;
      repairs += made;
    }
    return target.text === before ? [] : [{ target, before, repairs }];
  });
}

/** One round: all repairs that do not touch each other; one by one where together they would leave more findings. */
function fixOnce(target: Target, checker: Checker): number {
  const start = checker.snapshot(target);
  const repairs = repairsIn(start);
  const together = apart(repairs);
  if (together.length === 0) return 0;
  if (attempt(target, start, together.flat(), checker)) return together.length;
  for (const repair of repairs) if (attempt(target, start, repair, checker)) return 1;
  return 0;
}

/** Takes the edits over when the file has no more errors and no more findings than before. */
function attempt(target: Target, start: Snapshot, edits: readonly TextEdit[], checker: Checker): boolean {
  const before = target.text;
  const after = applyEdits(before, edits);
  if (after === before) return false;
  checker.rewrite(target, after);
  const was = weigh(start);
  const is = weigh(checker.snapshot(target));
  if (is.errors <= was.errors && is.all <= was.all) return true;
  checker.rewrite(target, before);
  return false;
}

function weigh(snapshot: Snapshot): { errors: number; all: number } {
  const findings = snapshot.findings();
  return { errors: findings.filter((f) => f.severity === 'error').length, all: findings.length };
}

/** The first safe fix of each finding, as edits of this file. */
function repairsIn(snapshot: Snapshot): TextEdit[][] {
  return snapshot.findings().flatMap((finding) => {
    const fix = finding.fixes().find((f) => f.safe && (f.uri === undefined || f.uri === snapshot.uri));
    const edits = fix && changesToEdits(snapshot.tree, fix.changes);
    return edits && edits.length > 0 ? [edits] : [];
  });
}

/** Those that neither overlap nor insert at the same place, first come first served. */
function apart(repairs: readonly TextEdit[][]): TextEdit[][] {
  const taken: TextEdit[] = [];
  return repairs.filter((edits) => {
    const free = edits.every((edit) => taken.every((other) => edit.end < other.start || edit.start > other.end));
    if (free) taken.push(...edits);
    return free;
  });
}
