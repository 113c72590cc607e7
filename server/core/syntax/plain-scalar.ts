/** Plain scalars of YAML's core schema, as the yaml package resolves them. */

export type PlainValue = string | number | boolean | null;

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);
const INTEGER = /^[-+]?[0-9]{1,15}$/;
const DECIMAL = /^[-+]?(?:\.[0-9]+|[0-9]{1,15}\.[0-9]*)$/;
/** Octal, hexadecimal, exponents, long numbers, infinity: rare enough to leave to the package. */
const RARE = /^(?:0[ox]|[-+]?[0-9.]*[eE]|[-+]?[0-9]{16}|[-+]?\.[iInN])/;

/** The value of a plain scalar; undefined for the rare kinds of number. */
export function readPlain(source: string): PlainValue | undefined {
  const c = source.charCodeAt(0);
  // Digits, signs and the dot begin numbers; of the letters only those of the words above matter.
  if (c >= 48 ? c <= 57 : c === 43 || c === 45 || c === 46) {
    if (INTEGER.test(source)) return Number.parseInt(source, 10);
    if (DECIMAL.test(source)) return Number.parseFloat(source);
    return RARE.test(source) ? undefined : source;
  }
  if (source.length > 5) return source;
  const word = WORDS.get(source);
  return word === undefined ? source : word;
}

/** Characters that begin something else than a plain scalar: indicators, quotes, comments. */
const SIGNS = new Set(Array.from(',[]{}#&*!|>\'"%@`', (sign) => sign.charCodeAt(0)));

/** Whether a plain scalar can begin here. `-`, `?` and `:` may begin one when no blank (or flow sign) follows. */
export function isPlainStart(text: string, at: number, inFlow: boolean): boolean {
  const c = text.charCodeAt(at);
  if (Number.isNaN(c) || c <= 32 || SIGNS.has(c)) return false;
  if (c !== 45 && c !== 63 && c !== 58) return true;
  const next = text.charCodeAt(at + 1);
  return next > 32 && !(inFlow && (next === 44 || next === 91 || next === 93 || next === 123 || next === 125));
}
