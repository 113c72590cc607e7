/** What a backslash means in a Java pattern. */
import { type CharSet, complement, DIGIT, HORIZONTAL_SPACE, one, SPACE, WORD } from './char-set';

export interface PatternReader {
  text: string;
  pos: number;
  depth: number;
  unsupported: string | undefined;
  refuse(at: number, message: string): never;
}

const CLASS_ESCAPES: Readonly<Record<string, CharSet>> = {
  d: DIGIT,
  D: complement(DIGIT),
  s: SPACE,
  S: complement(SPACE),
  w: WORD,
  W: complement(WORD),
  h: HORIZONTAL_SPACE,
  H: complement(HORIZONTAL_SPACE),
  t: one('\t'),
  n: one('\n'),
  r: one('\r'),
  f: one('\f'),
};

/** Letters that java.util.regex knows after a backslash, beside the classes above. */
const OTHER_ESCAPES = 'aABbceEGkNpPQRuvVxXzZ';

/** What a backslash and the letter after it mean outside and inside a class; undefined when beyond us. */
export function escapeSet(r: PatternReader): CharSet | undefined {
  const start = r.pos;
  const c = r.text[start + 1];
  if (c === undefined) return r.refuse(start, 'the pattern ends with a backslash');
  r.pos += 2;
  const set = CLASS_ESCAPES[c];
  if (set) return set;
  if (!/[a-zA-Z0-9]/.test(c)) return one(c);
  if (/[a-zA-Z]/.test(c) && !OTHER_ESCAPES.includes(c)) {
    return r.refuse(start, `Java knows no escape \`\\${c}\`; write \`${c}\` for the letter itself`);
  }
  r.unsupported ??= `the escape \`\\${c}\``;
  return undefined;
}
