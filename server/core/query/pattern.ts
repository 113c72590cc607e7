/**
 * Java regular expressions, as far as a placement constraint needs them: read to a tree, with an error only where
 * java.util.regex would certainly refuse the pattern. Constructs beyond plain regular languages (look-around, back
 * references, possessive quantifiers, inline flags, property classes) are read past and named as unsupported, so
 * that nobody claims to know what they match.
 * Source of the syntax: java.util.regex.Pattern, which the cluster query language page refers to.
 */
import { ALL, type CharSet, complement, LINE_END, one } from './char-set';
import { readClass } from './pattern-class';
import { escapeSet, type PatternReader } from './pattern-escape';

export type PatternNode =
  | { kind: 'set'; set: CharSet }
  | { kind: 'sequence'; items: PatternNode[] }
  | { kind: 'choice'; options: PatternNode[] }
  | { kind: 'repeat'; item: PatternNode; min: number; max: number }
  | { kind: 'start' }
  | { kind: 'end' };

export interface Pattern {
  node: PatternNode;
  /** Where Java would refuse the pattern, and why. */
  error?: { at: number; message: string };
  /** What the pattern uses that goes beyond what we evaluate. */
  unsupported?: string;
}

class Refused {
  constructor(
    readonly at: number,
    readonly message: string,
  ) {}
}

/** Reads a pattern; any text at all. */
export function parsePattern(text: string): Pattern {
  const r: PatternReader = {
    text,
    pos: 0,
    depth: 0,
    unsupported: undefined,
    refuse(at, message): never {
      throw new Refused(at, message);
    },
  };
  try {
    const node = readChoice(r);
    if (r.pos < text.length) r.refuse(r.pos, 'this `)` closes nothing');
    return { node, unsupported: r.unsupported };
  } catch (stop) {
    if (!(stop instanceof Refused)) throw stop;
    return {
      node: { kind: 'sequence', items: [] },
      error: { at: Math.min(stop.at, text.length), message: stop.message },
    };
  }
}

function readChoice(r: PatternReader): PatternNode {
  const options = [readSequence(r)];
  while (r.text[r.pos] === '|') {
    r.pos++;
    options.push(readSequence(r));
  }
  return options.length === 1 ? (options[0] as PatternNode) : { kind: 'choice', options };
}

function readSequence(r: PatternReader): PatternNode {
  const items: PatternNode[] = [];
  while (r.pos < r.text.length && r.text[r.pos] !== '|' && r.text[r.pos] !== ')') {
    const c = r.text[r.pos] as string;
    if (c === '*' || c === '+' || c === '?') r.refuse(r.pos, `\`${c}\` has nothing before it to repeat`);
    items.push(readQuantifier(r, readAtom(r, c)));
  }
  return items.length === 1 ? (items[0] as PatternNode) : { kind: 'sequence', items };
}

const EMPTY: PatternNode = { kind: 'sequence', items: [] };

function readAtom(r: PatternReader, c: string): PatternNode {
  if (c === '(') return readGroup(r);
  if (c === '[') return { kind: 'set', set: readClass(r) };
  if (c === '\\') return readEscape(r);
  if (c === '{') {
    r.unsupported ??= 'a count with nothing before it';
    return EMPTY;
  }
  r.pos++;
  if (c === '.') return { kind: 'set', set: complement(LINE_END) };
  if (c === '^') return { kind: 'start' };
  if (c === '$') return { kind: 'end' };
  return { kind: 'set', set: one(c) };
}

function readQuantifier(r: PatternReader, item: PatternNode): PatternNode {
  const c = r.text[r.pos];
  let bounds: { min: number; max: number } | undefined;
  if (c === '*') bounds = { min: 0, max: Number.POSITIVE_INFINITY };
  else if (c === '+') bounds = { min: 1, max: Number.POSITIVE_INFINITY };
  else if (c === '?') bounds = { min: 0, max: 1 };
  else if (c === '{') bounds = readCount(r);
  if (!bounds) return item;
  if (c !== '{') r.pos++;
  if (r.text[r.pos] === '?') r.pos++;
  else if (r.text[r.pos] === '+') {
    r.pos++;
    r.unsupported ??= 'a possessive quantifier';
  }
  return { kind: 'repeat', item, ...bounds };
}

function readCount(r: PatternReader): { min: number; max: number } {
  const start = r.pos;
  const found = /^\{(\d+)(,?)(\d*)(\}?)/.exec(r.text.slice(start, start + 40));
  if (!found)
    return r.refuse(start, '`{` must be followed by a count, such as `{2}`; write `\\{` for the character itself');
  if (!found[4]) r.refuse(start, 'the count after this `{` is never closed');
  const min = Number(found[1]);
  const max = found[2] ? (found[3] ? Number(found[3]) : Number.POSITIVE_INFINITY) : min;
  if (max < min) r.refuse(start, `the count {${min},${max}} runs backwards`);
  r.pos = start + found[0].length;
  return { min, max };
}

function readGroup(r: PatternReader): PatternNode {
  const start = r.pos;
  r.pos++;
  if (r.text[r.pos] === '?') readGroupPrefix(r);
  if (r.depth > 100) r.refuse(start, 'groups are nested more than 100 deep');
  r.depth++;
  const node = readChoice(r);
  r.depth--;
  if (r.text[r.pos] !== ')') r.refuse(start, 'this `(` is never closed');
  r.pos++;
  return node;
}

function readGroupPrefix(r: PatternReader): void {
  const rest = r.text.slice(r.pos, r.pos + 80);
  const plain = /^\?(:|<[a-zA-Z][a-zA-Z0-9]*>)/.exec(rest);
  if (plain) {
    r.pos += plain[0].length;
    return;
  }
  const special = /^\?(<?[=!]|>|[a-zA-Z-]*:?)/.exec(rest);
  r.unsupported ??= /^\?(<?[=!])/.test(rest) ? 'a look-around group' : 'a group with flags';
  r.pos += Math.max(special?.[0].length ?? 1, 1);
}

function readEscape(r: PatternReader): PatternNode {
  const start = r.pos;
  const set = escapeSet(r);
  if (set) return { kind: 'set', set };
  const c = r.text[start + 1];
  if (c === 'Q') {
    const close = r.text.indexOf('\\E', r.pos);
    r.pos = close < 0 ? r.text.length : close + 2;
  } else if (r.text[r.pos] === '{' && 'pPxNb'.includes(c as string)) {
    const close = r.text.indexOf('}', r.pos);
    if (close < 0) r.refuse(r.pos, 'this `{` is never closed');
    r.pos = close + 1;
  } else if (c === 'k' && r.text[r.pos] === '<') {
    const close = r.text.indexOf('>', r.pos);
    r.pos = close < 0 ? r.text.length : close + 1;
  }
  return { kind: 'set', set: ALL };
}
