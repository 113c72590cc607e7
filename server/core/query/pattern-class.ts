/** The bracket classes of Java patterns, which may nest: `[a-c[x-z]]`. */
import { ALL, type CharSet, complement, union } from './char-set';
import { escapeSet, type PatternReader } from './pattern-escape';

/** Reads from `[` to its `]`. */
export function readClass(r: PatternReader): CharSet {
  const start = r.pos;
  r.pos++;
  if (r.depth > 100) r.refuse(start, 'classes are nested more than 100 deep');
  const negated = r.text[r.pos] === '^';
  if (negated) r.pos++;
  const ranges: (readonly [number, number])[] = [];
  for (let first = true; ; first = false) {
    const c = r.text[r.pos];
    if (c === undefined) r.refuse(start, 'this `[` is never closed');
    if (c === ']' && !first) break;
    readItem(r, c as string, ranges);
  }
  r.pos++;
  const set = union(ranges);
  return negated ? complement(set) : set;
}

function readItem(r: PatternReader, c: string, ranges: (readonly [number, number])[]): void {
  if (c === '[') {
    r.depth++;
    ranges.push(...readClass(r));
    r.depth--;
    return;
  }
  if (c === '&' && r.text[r.pos + 1] === '&') {
    r.pos += 2;
    r.unsupported ??= 'an intersection of classes';
    return;
  }
  const start = r.pos;
  const low = readMember(r);
  if (low?.length !== 1 || low[0]?.[0] !== low[0]?.[1] || r.text[r.pos] !== '-') {
    ranges.push(...(low ?? ALL));
    return;
  }
  const after = r.text[r.pos + 1];
  if (after === ']' || after === '[' || after === undefined) {
    ranges.push(...low);
    return;
  }
  r.pos++;
  const high = readMember(r);
  if (high?.length !== 1) {
    r.unsupported ??= 'a range with a class at its end';
    return;
  }
  const from = low[0]?.[0] as number;
  const to = high[0]?.[1] as number;
  if (to < from) r.refuse(start, `the range \`${r.text.slice(start, r.pos)}\` runs backwards`);
  ranges.push([from, to]);
}

function readMember(r: PatternReader): CharSet | undefined {
  if (r.text[r.pos] === '\\') return escapeSet(r);
  const code = r.text.charCodeAt(r.pos);
  r.pos++;
  return [[code, code]];
}
