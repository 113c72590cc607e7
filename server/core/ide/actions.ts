import type { Finding, Fix } from '../finding';
import type { Snapshot } from '../snapshot';
import { changesToEdits, isSound, planEdits, type Span, type TextEdit } from '../syntax';
import { rewritesAt } from './rewrites';
import { suppressionFor } from './suppress';
import type { Action, FileEdits, View } from './types';

const touches = (a: Span, b: Span) => a.start <= b.end && b.start <= a.end;

/** Side by side is fine, except for two removals: together they can empty what holds them, and neither knew. */
const clashes = (a: TextEdit, b: TextEdit) =>
  a.start === b.start || (a.newText === '' && b.newText === '' ? touches(a, b) : a.start < b.end && b.start < a.end);

/**
 * What a fix makes of the text is read again. So often it may be for one answer, and so many characters, though there is
 * always one reading. More fixes are there when the cursor moves, or the next time.
 */
const MOST_READINGS = 100;
const MOST_READ = 1_500_000;

/** Says, reading by reading, whether there is time for it. */
function patience({ text }: Snapshot): () => boolean {
  let left = MOST_READ;
  return () => {
    const isThere = left > 0;
    left -= Math.max(text.length, MOST_READ / MOST_READINGS);
    return isThere;
  };
}

/** Fixes of the findings that touch a span, comments that silence them, and the rewrites that are possible there. */
export function actionsAt(snapshot: Snapshot, span: Span, view: View): Action[] {
  const findings = snapshot.findings().filter((f) => touches(f.span, span));
  const hasTime = patience(snapshot);
  return [
    ...findings.flatMap((finding) => fixesOf(finding, snapshot, view, hasTime)),
    ...findings.flatMap((finding) => suppressionFor(finding, snapshot) ?? []),
    ...rewritesAt(snapshot, span),
  ];
}

function fixesOf(finding: Finding, snapshot: Snapshot, view: View, hasTime: () => boolean): Action[] {
  return finding.fixes().flatMap((fix, i) => {
    if (!hasTime()) return [];
    const edits = editsOf(fix, snapshot, view);
    if (!edits) return [];
    return [
      {
        title: fix.title,
        kind: 'quickfix' as const,
        findings: [finding],
        preferred: i === 0,
        safe: fix.safe,
        edits: () => edits,
      },
    ];
  });
}

/** The edits of a fix by file; undefined when it cannot be written (a value behind an alias). */
export function editsOf(fix: Fix, snapshot: Snapshot, view: View): FileEdits | undefined {
  if (fix.changes.length === 0) return undefined;
  const uri = fix.uri ?? snapshot.uri;
  const target = uri === snapshot.uri ? snapshot : view.snapshot(uri);
  const edits = target && changesToEdits(target.tree, fix.changes);
  return edits && edits.length > 0 ? { [uri]: edits } : undefined;
}

/** All safe fixes at once. Where two would touch, the first wins: the rest is there for the next time. */
export function fixAllIn(snapshot: Snapshot): Action | undefined {
  const { edits, findings } = safeEdits(snapshot);
  if (edits.length === 0) return undefined;
  return {
    title: 'Fix all that can be fixed safely',
    kind: 'fix-all',
    findings,
    safe: true,
    edits: () => ({ [snapshot.uri]: edits }),
  };
}

interface Repair {
  edits: TextEdit[];
  /** Several where one edit answers them all. */
  findings: Finding[];
}

/** The edits of all safe fixes of this file that do not touch each other, in order of place. */
export function safeEdits(snapshot: Snapshot): { edits: TextEdit[]; findings: Finding[] } {
  const repairs = soundOf(repairsIn(snapshot), [], snapshot, patience(snapshot));
  const edits = repairs.flatMap((one) => one.edits).sort((a, b) => a.start - b.start);
  return { edits, findings: repairs.flatMap((one) => one.findings) };
}

function repairsIn(snapshot: Snapshot): Repair[] {
  const edits: TextEdit[] = [];
  const repairs = new Map<string, Repair>();
  for (const finding of snapshot.findings()) {
    const fix = finding.fixes().find((f) => f.safe);
    const its = fix && !fix.uri && fix.changes.length > 0 ? planEdits(snapshot.tree, fix.changes) : undefined;
    if (!its || its.length === 0) continue;
    const key = JSON.stringify(its);
    const same = repairs.get(key);
    if (same) same.findings.push(finding);
    else if (!its.some((e) => edits.some((other) => clashes(e, other)))) {
      edits.push(...its);
      repairs.set(key, { edits: its, findings: [finding] });
    }
  }
  return [...repairs.values()];
}

/** The edited text is read once for all; where it would be broken, for each half by itself, until what breaks it is alone. */
function soundOf(repairs: Repair[], kept: Repair[], snapshot: Snapshot, hasTime: () => boolean): Repair[] {
  if (repairs.length === 0 || !hasTime()) return kept;
  const all = [...kept, ...repairs];
  if (
    isSound(
      snapshot.tree,
      all.flatMap((one) => one.edits),
    )
  )
    return all;
  if (repairs.length === 1) return kept;
  const half = repairs.length >> 1;
  const first = soundOf(repairs.slice(0, half), kept, snapshot, hasTime);
  return soundOf(repairs.slice(half), first, snapshot, hasTime);
}
