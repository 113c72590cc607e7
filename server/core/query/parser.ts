/**
 * Text to tree. Never throws, never gives up: broken input gives a tree of what could be read, and problems with
 * exact columns. Grammar and precedence: simulator.md §3.3 (`or` < `and` < `not`; the precedence is an inference).
 */
import type { Expr, MissingExpr, Query, Span } from './ast';
import { readClause } from './clause-parser';
import { peekConnector, takeConnector, takeNot } from './connectors';
import { atEnd, expectAtEnd, looksLikeClause, MAX_DEPTH, type ParserState, report, take } from './parser-state';
import { scanName, scanQuoted, scanWord, skipSpaces } from './scan';

/**
 * Reads an expression.
 * @param text the value of `placementConstraints[].expression`; any string at all
 * @returns the tree, the grammar problems, the tokens for colouring, and what could follow the end of the text
 */
export function parseQuery(text: string): Query {
  const s: ParserState = { text, pos: 0, open: 0, depth: 0, swallowed: 0, tokens: [], problems: [] };
  const ast = readOr(s);
  s.problems.sort((a, b) => a.start - b.start || a.end - b.end);
  const quoted = s.problems.some((problem) => problem.code === 'unclosed-quote');
  return { text, ast, problems: s.problems, tokens: s.tokens, expected: quoted ? undefined : s.expected };
}

function readOr(s: ParserState): Expr {
  const terms = [readAnd(s)];
  const connectors: Span[] = [];
  for (let at = takeConnector(s, 'or'); at; at = takeConnector(s, 'or')) {
    connectors.push(at);
    terms.push(readAnd(s));
  }
  return joined('or', terms, connectors);
}

function readAnd(s: ParserState): Expr {
  const terms = [readUnary(s)];
  const connectors: Span[] = [];
  for (;;) {
    const at = takeConnector(s, 'and') ?? joinWithoutConnector(s, terms[terms.length - 1] as Expr);
    if (!at) return joined('and', terms, connectors);
    connectors.push(at);
    terms.push(readUnary(s));
  }
}

function joined(kind: 'or' | 'and', terms: Expr[], connectors: Span[]): Expr {
  const first = terms[0] as Expr;
  if (terms.length === 1) return first;
  return { kind, terms, connectors, start: first.start, end: (terms[terms.length - 1] as Expr).end };
}

function readUnary(s: ParserState): Expr {
  if (atEnd(s)) return missingClause(s);
  if (s.depth >= MAX_DEPTH) return tooDeep(s);
  const connector = takeNot(s);
  if (!connector) return s.text[s.pos] === '(' ? readGroup(s) : readPrimary(s);
  s.depth++;
  const body = readUnary(s);
  s.depth--;
  return { kind: 'not', connector, body, start: connector.start, end: body.end };
}

function readGroup(s: ParserState): Expr {
  const opening = take(s, 'punctuation', s.pos + 1);
  s.open++;
  s.depth++;
  const body = readOr(s);
  s.depth--;
  s.open--;
  if (!atEnd(s) && s.text[s.pos] === ')') take(s, 'punctuation', s.pos + 1);
  else if (s.depth < MAX_DEPTH - 1) {
    const end = s.text.trimEnd().length;
    report(s, {
      code: 'unclosed-parenthesis',
      ...opening,
      message: 'This parenthesis is never closed, so ECS cannot read the expression. Add `)` where the group ends.',
      fix: { start: end, end, title: 'Close the parenthesis', newText: ')' },
    });
  }
  return {
    kind: 'group',
    body,
    start: opening.start,
    end: Math.max(s.tokens[s.tokens.length - 1]?.end ?? 0, opening.end),
  };
}

function readPrimary(s: ParserState): Expr {
  while (!atEnd(s)) {
    const c = s.text[s.pos] as string;
    if (c === ')' || peekConnector(s)) return missingClause(s);
    if (!/[[\],]/.test(c)) return readClause(s);
    const span = take(s, 'unexpected', s.pos + 1);
    report(s, {
      code: 'unexpected-character',
      ...span,
      message: `\`${c}\` has no place here: a clause begins with what it asks about, such as \`attribute:ecs.instance-type\`. Remove it.`,
      fix: { ...span, title: `Remove ${c}`, newText: '' },
    });
  }
  return missingClause(s);
}

function missingClause(s: ParserState): MissingExpr {
  const end = atEnd(s);
  if (end) expectAtEnd(s, { kind: 'clause', open: s.open });
  const previous = s.tokens[s.tokens.length - 1];
  const found = peekConnector(s) ?? { start: s.pos, end: Math.min(s.pos + 1, s.text.length) };
  const at = end ? (previous ?? { start: 0, end: s.text.length }) : found;
  const code = !previous && end ? 'empty-expression' : 'missing-clause';
  report(s, { code, start: at.start, end: at.end, message: missingClauseMessage(s, end, previous) });
  return { kind: 'missing', start: s.pos, end: s.pos };
}

function missingClauseMessage(s: ParserState, end: boolean, previous: Span | undefined): string {
  const example = 'such as `attribute:ecs.instance-type =~ t3.*`';
  if (!previous && end) return `The expression is empty, so it selects nothing. Write a clause, ${example}.`;
  if (!previous) return `A clause is missing at the beginning. Write one, ${example}, or remove what joins it.`;
  const text = s.text.slice(previous.start, previous.end);
  return `After \`${text}\` a clause is missing, so ECS cannot read the expression. Write one, ${example}, or remove \`${text}\`.`;
}

function tooDeep(s: ParserState): MissingExpr {
  const start = s.pos;
  report(s, {
    code: 'too-deep',
    start,
    end: s.text.length,
    message: `More than ${MAX_DEPTH} parentheses and nots are nested here; the rest is not read. Write the expression flatter.`,
  });
  s.pos = s.text.length;
  return { kind: 'missing', start, end: start };
}

/**
 * Deals with whatever stands where a connector should, and says whether another clause follows: a forgotten
 * connector, a superfluous `)`, words left over after a value.
 */
function joinWithoutConnector(s: ParserState, before: Expr): Span | undefined {
  for (;;) {
    if (atEnd(s)) {
      expectAtEnd(s, { kind: 'connector', open: s.open });
      return undefined;
    }
    if (s.text[s.pos] === ')') {
      if (s.open > 0) return undefined;
      takeStrayParenthesis(s);
      continue;
    }
    const connector = peekConnector(s);
    if (connector?.kind === 'and') return takeConnector(s, 'and');
    if (connector) return undefined;
    if (looksLikeClause(s.text, s.pos)) return missingConnector(s);
    takeLeftover(s, before);
  }
}

function takeStrayParenthesis(s: ParserState): void {
  const span = take(s, 'punctuation', s.pos + 1);
  if (s.swallowed-- > 0) return;
  s.swallowed = 0;
  report(s, {
    code: 'unmatched-parenthesis',
    ...span,
    message: 'No parenthesis is open here, so ECS cannot read the expression. Remove this one, or open one before.',
    fix: { ...span, title: 'Remove the parenthesis', newText: '' },
  });
}

function missingConnector(s: ParserState): Span {
  const at = s.pos;
  const end = Math.max(scanName(s.text, at), at + 1);
  report(s, {
    code: 'missing-connector',
    start: at,
    end,
    message:
      'Two clauses need `and` or `or` between them; side by side ECS cannot read them. Write `and` if both must hold.',
    fix: { start: at, end: at, title: 'Insert and', newText: 'and ' },
  });
  return { start: at, end: at };
}

/** Words after a complete clause, most often a value with spaces that lacks its quotes. */
function takeLeftover(s: ParserState, before: Expr): void {
  const start = s.pos;
  do {
    const end = leftoverEnd(s.text, s.pos);
    take(s, 'unexpected', end);
  } while (!atEnd(s) && s.text[s.pos] !== ')' && !peekConnector(s) && !looksLikeClause(s.text, s.pos));
  const end = s.tokens[s.tokens.length - 1]?.end ?? s.pos;
  const value = before.kind === 'clause' && before.argument?.kind === 'value' ? before.argument : undefined;
  const quotable = value && !value.quote && s.swallowed === 0 && !s.text.slice(value.start, end).includes("'");
  const whole = value ? s.text.slice(value.start, end) : '';
  report(s, {
    code: 'leftover-text',
    start,
    end,
    message: `\`${s.text.slice(start, end)}\` stands after a complete clause, so ECS cannot read the expression. ${
      quotable ? 'Quote the value if it contains spaces, or join' : 'Remove it, or join'
    } the next clause with \`and\` or \`or\`.`,
    fix: quotable ? { start: value.start, end, title: 'Quote the value', newText: `'${whole}'` } : undefined,
  });
}

function leftoverEnd(text: string, at: number): number {
  const c = text[at] as string;
  if (c === "'" || c === '"') return scanQuoted(text, at).end;
  return Math.max(scanWord(text, at, false).end, skipSpaces(text, at), at + 1);
}
