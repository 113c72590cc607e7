/** What the parser carries along: where it is, what it has seen, what it has to say. */
import type { Expectation, QueryProblem, Span, Token, TokenType } from './ast';
import { MISTAKEN_OPERATORS, OPERATOR_TEXTS } from './operators';
import { scanName, skipSpaces } from './scan';
import { SUBJECTS } from './subjects';

/** Deeper than any query a person writes; keeps every walk over the tree clear of the stack's end. */
export const MAX_DEPTH = 100;

export interface ParserState {
  text: string;
  pos: number;
  /** Parentheses open at this point. */
  open: number;
  /** Nested parentheses and nots. */
  depth: number;
  /** Parentheses that a value swallowed while opening: their closing ones are no second mistake. */
  swallowed: number;
  tokens: Token[];
  problems: QueryProblem[];
  expected?: Expectation;
}

export function atEnd(s: ParserState): boolean {
  s.pos = skipSpaces(s.text, s.pos);
  return s.pos >= s.text.length;
}

/** Notes what could follow here, when here is the end of the text; the innermost reader speaks first. */
export function expectAtEnd(s: ParserState, expected: Expectation): void {
  s.expected ??= expected;
}

export function take(s: ParserState, type: TokenType, end: number): Span {
  const span = { start: s.pos, end };
  s.tokens.push({ type, ...span });
  s.pos = end;
  return span;
}

export function report(s: ParserState, problem: Omit<QueryProblem, 'severity'> & Partial<QueryProblem>): void {
  s.problems.push({ severity: 'error', ...problem });
}

export function isOperatorWord(word: string): boolean {
  return (
    OPERATOR_TEXTS.has(word) || OPERATOR_TEXTS.has(word.toLowerCase()) || MISTAKEN_OPERATORS.has(word.toLowerCase())
  );
}

/** Whether a clause, a group or a `not` begins here: something with a known subject, or a word and then an operator. */
export function looksLikeClause(text: string, at: number): boolean {
  if (text[at] === '(') return true;
  if (text[at] === '!') return /^!\s*[A-Za-z(]/.test(text.slice(at, at + 20));
  const end = scanName(text, at);
  if (end === at) return false;
  const word = text.slice(at, end);
  if (word.toLowerCase() === 'not') return true;
  if (word.startsWith('attribute:') || SUBJECTS.some((known) => known.text === word)) return true;
  const next = skipSpaces(text, end);
  if (/[=<>~]/.test(text[next] ?? '') || /^!(=|~|in\b|exists\b)/.test(text.slice(next, next + 8))) return true;
  const nextWord = text.slice(next, scanName(text, next));
  return next > end && OPERATOR_TEXTS.has(nextWord);
}
