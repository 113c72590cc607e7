/**
 * Which points of a step chart to draw when there are more than pixels: in each pixel column the first, the last, and the
 * lowest and highest of every column named, so that a short dip can never vanish. Source: measured, ecosystem study §3.2.
 */

/** @param t rising times @param columns values at these times @returns indexes into t, rising, inside [from, to] with one before */
export function decimate(
  t: readonly number[],
  columns: readonly (readonly number[])[],
  from: number,
  to: number,
  pixels: number,
): number[] {
  const start = Math.max(0, lastIndexAt(t, from));
  const end = Math.max(start, lastIndexAt(t, to));
  if (end - start <= pixels * 2 || to <= from) return Array.from({ length: end - start + 1 }, (_, i) => start + i);
  const kept: number[] = [];
  let at = start;
  while (at <= end) {
    const bucket = bucketOf(t[at] as number, from, to, pixels);
    let next = at + 1;
    while (next <= end && bucketOf(t[next] as number, from, to, pixels) === bucket) next++;
    kept.push(...extremes(columns, at, next - 1));
    at = next;
  }
  return kept;
}

/** The last index whose time is at or before; -1 when all are later. */
export function lastIndexAt(t: readonly number[], at: number): number {
  let low = 0;
  let high = t.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((t[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function bucketOf(at: number, from: number, to: number, pixels: number): number {
  return Math.floor(((at - from) / (to - from)) * pixels);
}

function extremes(columns: readonly (readonly number[])[], first: number, last: number): number[] {
  const kept = new Set([first, last]);
  for (const column of columns) {
    let least = first;
    let most = first;
    for (let i = first; i <= last; i++) {
      if ((column[i] as number) < (column[least] as number)) least = i;
      if ((column[i] as number) > (column[most] as number)) most = i;
    }
    kept.add(least).add(most);
  }
  return [...kept].sort((a, b) => a - b);
}
