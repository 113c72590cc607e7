/** Lines around a change that a unified diff shows. */
const CONTEXT = 3;

type Op = { kind: ' ' | '-' | '+'; line: string };

/**
 * A unified diff of two texts as `diff -u` and git write it; empty when they are the same. Lines keep their ends, and a
 * last line without one is told of in the usual way.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const ops = compare(linesOf(before), linesOf(after));
  return [`--- a/${path}\n`, `+++ b/${path}\n`, ...hunks(ops).map((hunk) => printHunk(ops, hunk))].join('');
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Shortest edit script (Myers 1986, the greedy algorithm), after the common head and tail are put aside. */
function compare(a: readonly string[], b: readonly string[]): Op[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const same = (line: string): Op => ({ kind: ' ', line });
  const middle = myers(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return [...a.slice(0, head).map(same), ...middle, ...a.slice(a.length - tail).map(same)];
}

function myers(a: readonly string[], b: readonly string[]): Op[] {
  const trace: Map<number, number>[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= a.length + b.length; edits++) {
    trace.push(new Map(furthest));
    const next = new Map(furthest);
    for (let k = -edits; k <= edits; k += 2) {
      let x = stepsDown(furthest, k, edits) ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, trace);
    }
    furthest = next;
  }
  return [];
}

function stepsDown(furthest: ReadonlyMap<number, number>, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
}

function walkBack(a: readonly string[], b: readonly string[], trace: readonly Map<number, number>[]): Op[] {
  const ops: Op[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const furthest = trace[edits] as Map<number, number>;
    const k = x - y;
    const from = stepsDown(furthest, k, edits) ? k + 1 : k - 1;
    const fromX = edits === 0 ? 0 : (furthest.get(from) ?? 0);
    const fromY = edits === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY && a[x - 1] === b[y - 1]) {
      ops.push({ kind: ' ', line: a[--x] as string });
      y--;
    }
    if (edits === 0) break;
    if (x === fromX) ops.push({ kind: '+', line: b[--y] as string });
    else ops.push({ kind: '-', line: a[--x] as string });
  }
  return ops.reverse();
}

interface Hunk {
  from: number;
  to: number;
}

function hunks(ops: readonly Op[]): Hunk[] {
  const found: Hunk[] = [];
  ops.forEach((op, i) => {
    if (op.kind === ' ') return;
    const from = Math.max(0, i - CONTEXT);
    const to = Math.min(ops.length, i + CONTEXT + 1);
    const last = found.at(-1);
    if (last && from <= last.to) last.to = to;
    else found.push({ from, to });
  });
  return found;
}

function printHunk(ops: readonly Op[], { from, to }: Hunk): string {
  const count = (upTo: readonly Op[], but: Op['kind']) => upTo.filter((op) => op.kind !== but).length;
  const before = ops.slice(0, from);
  const inside = ops.slice(from, to);
  const range = (skipped: number, length: number) =>
    `${length === 0 ? skipped : skipped + 1}${length === 1 ? '' : `,${length}`}`;
  const header = `@@ -${range(count(before, '+'), count(inside, '+'))} +${range(count(before, '-'), count(inside, '-'))} @@\n`;
  return (
    header +
    inside
      .map(({ kind, line }) => `${kind}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`)
      .join('')
  );
}
