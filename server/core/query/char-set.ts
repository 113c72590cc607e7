/** Sets of characters: what one step of a pattern accepts. */

/** Sorted, disjoint, inclusive ranges of UTF-16 units. */
export type CharSet = readonly (readonly [number, number])[];

const TOP = 0xffff;
export const ALL: CharSet = [[0, TOP]];
export const DIGIT: CharSet = [[48, 57]];
export const WORD: CharSet = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
export const SPACE: CharSet = [
  [9, 13],
  [32, 32],
];
export const HORIZONTAL_SPACE: CharSet = [
  [9, 9],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
];
/** What `.` does not match. */
export const LINE_END: CharSet = [
  [10, 10],
  [13, 13],
  [0x85, 0x85],
  [0x2028, 0x2029],
];

export function complement(set: CharSet): CharSet {
  const out: [number, number][] = [];
  let next = 0;
  for (const [low, high] of set) {
    if (low > next) out.push([next, low - 1]);
    next = high + 1;
  }
  if (next <= TOP) out.push([next, TOP]);
  return out;
}

export function union(ranges: (readonly [number, number])[]): CharSet {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const out: [number, number][] = [];
  for (const [low, high] of sorted) {
    const last = out[out.length - 1];
    if (last && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else out.push([low, high]);
  }
  return out;
}

export function includes(set: CharSet, code: number): boolean {
  for (const [low, high] of set) {
    if (code < low) return false;
    if (code <= high) return true;
  }
  return false;
}

/** The set of one character. */
export function one(c: string): CharSet {
  const code = c.charCodeAt(0);
  return [[code, code]];
}
