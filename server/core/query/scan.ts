/**
 * Where the pieces of an expression end. The grammar decides which piece to look for, because the same character
 * means different things: `[` opens a list after `in` and a character class after `=~`.
 * Every function is total: any offset of any text has an answer, at or after that offset.
 */

const SPACES = /\s*/y;
const NAME = /[^\s()[\],=!<>~&|'"]*/y;
const SYMBOLS = /[=!<>~]*/y;

/** The end of the longest match that begins here; the patterns match nothing as well. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

export function skipSpaces(text: string, at: number): number {
  return endOf(SPACES, text, at);
}

/** A subject, a word operator or a connector. */
export function scanName(text: string, at: number): number {
  return endOf(NAME, text, at);
}

/** A run of `= ! < > ~`. */
export function scanSymbols(text: string, at: number): number {
  return endOf(SYMBOLS, text, at);
}

/** From an opening quote to after the closing one. The language documents no escapes, so a backslash is itself. */
export function scanQuoted(text: string, at: number): { end: number; closed: boolean } {
  const close = text.indexOf(text[at] as string, at + 1);
  return close < 0 ? { end: text.length, closed: false } : { end: close + 1, closed: true };
}

export interface WordScan {
  end: number;
  /** The innermost bracket opened inside the word and not closed in it. */
  unclosed?: number;
}

/**
 * An unquoted value. Brackets opened inside it belong to it, because it may be a regular expression; white space
 * always ends it.
 */
export function scanWord(text: string, at: number, inList: boolean): WordScan {
  const open: number[] = [];
  let i = at;
  for (; i < text.length; i++) {
    const c = text[i] as string;
    if (/\s/.test(c)) break;
    if (c === '\\') {
      if (i + 1 < text.length && !/\s/.test(text[i + 1] as string)) i++;
      continue;
    }
    const inner = open.length > 0 ? text[open[open.length - 1] as number] : '';
    if (open.length === 0 && endsWord(text, i, inList)) break;
    if (c === '[') open.push(i);
    else if (inner === '[') {
      if (c === ']') open.pop();
    } else if (c === '(' || c === '{') open.push(i);
    else if ((c === ')' && inner === '(') || (c === '}' && inner === '{')) open.pop();
  }
  return open.length > 0 ? { end: i, unclosed: open[open.length - 1] } : { end: i };
}

function endsWord(text: string, i: number, inList: boolean): boolean {
  const c = text[i];
  if (c === ')') return true;
  if ((c === '&' || c === '|') && text[i + 1] === c) return true;
  return inList && (c === ']' || c === ',');
}
