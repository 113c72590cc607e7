import type { Snapshot } from '../engine';
import type { Finding, Fix } from '../finding';
import { changesToEdits, type Span, type TextEdit } from '../syntax';
import { rewritesAt } from './rewrites';
import { suppressionFor } from './suppress';
import type { Action, FileEdits, View } from './types';

const touches = (a: Span, b: Span) => a.start <= b.end && b.start <= a.end;

/** Side by side is fine, except for two removals: together they can empty what holds them, and neither knew. */
const clashes = (a: TextEdit, b: TextEdit) =>
  a.start === b.start || (a.newText === '' && b.newText === '' ? touches(a, b) : a.start < b.end && b.start < a.end);

/**
 * Every fix is tried: the edited text is read again. So these are the fixes of one answer, and the characters that may be
 * read for it, though there is always one. More are there when the cursor moves, or the next time.
 */
const MOST_FIXES = 100;
const MOST_READ = 1_500_000;

/** Says, fix by fix, whether there is time to try it. */
function patience({ text }: Snapshot): () => boolean {
  let left = MOST_READ;
  return () => {
    const isThere = left > 0;
    left -= Math.max(text.length, MOST_READ / MOST_FIXES);
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
export function fixAllIn(snapshot: Snapshot, view: View): Action | undefined {
  const { edits, findings } = safeEdits(snapshot, view);
  if (edits.length === 0) return undefined;
  return {
    title: 'Fix all that can be fixed safely',
    kind: 'fix-all',
    findings,
    safe: true,
    edits: () => ({ [snapshot.uri]: edits }),
  };
}

/** The edits of all safe fixes of this file that do not touch each other, in order of place. */
export function safeEdits(snapshot: Snapshot, view: View): { edits: TextEdit[]; findings: Finding[] } {
  const edits: TextEdit[] = [];
  const findings: Finding[] = [];
  const written = new Set<string>();
  const hasTime = patience(snapshot);
  for (const finding of snapshot.findings()) {
    const fix = finding.fixes().find((f) => f.safe);
    const its = fix && !fix.uri && hasTime() ? editsOf(fix, snapshot, view)?.[snapshot.uri] : undefined;
    if (!its) continue;
    const key = JSON.stringify(its);
    if (!written.has(key) && its.some((e) => edits.some((other) => clashes(e, other)))) continue;
    if (!written.has(key)) edits.push(...its);
    written.add(key);
    findings.push(finding);
  }
  return { edits: edits.sort((a, b) => a.start - b.start), findings };
}
