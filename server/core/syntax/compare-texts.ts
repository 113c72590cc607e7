/** How far two states of a text agree. */
export interface Agreement {
  /** From their starts up to here. */
  until: number;
  /** From here on in the second one to their ends. */
  from: number;
  /** What lies behind stands this much later in the second one. */
  by: number;
}

/** Texts are compared by blocks, and only the last one by characters. */
const BLOCK = 1024;

export function compareTexts(a: string, b: string): Agreement {
  const until = countSame(a, b);
  const from = b.length - countSameAtEnd(a, b, Math.min(a.length, b.length) - until);
  return { until, from, by: b.length - a.length };
}

function countSame(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let i = 0;
  while (i + BLOCK <= most && a.slice(i, i + BLOCK) === b.slice(i, i + BLOCK)) i += BLOCK;
  while (i < most && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}

function countSameAtEnd(a: string, b: string, most: number): number {
  const [m, n] = [a.length, b.length];
  let i = 0;
  while (i + BLOCK <= most && a.slice(m - i - BLOCK, m - i) === b.slice(n - i - BLOCK, n - i)) i += BLOCK;
  while (i < most && a.charCodeAt(m - 1 - i) === b.charCodeAt(n - 1 - i)) i++;
  return i;
}
