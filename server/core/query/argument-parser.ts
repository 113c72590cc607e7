/** What stands after the operator: a word, a quoted text, a list, or wrongly nothing. */
import type { Argument, List, Operator, Span, Subject, Value } from './ast';
import { peekConnector } from './connectors';
import { operatorInfo } from './operators';
import { atEnd, expectAtEnd, looksLikeClause, type ParserState, report, take } from './parser-state';
import { scanQuoted, scanWord, skipSpaces } from './scan';

export function readArgument(s: ParserState, subject: Subject, operator: Operator | undefined): Argument | undefined {
  const takes = operator?.id ? operatorInfo(operator.id).takes : 'value';
  if (takes === 'nothing') return readUnwanted(s, operator as Operator);
  if (atEnd(s)) {
    if (operator) expectAtEnd(s, { kind: 'argument', subject, operator, inList: false, given: [] });
    return missingArgument(s, operator);
  }
  const c = s.text[s.pos] as string;
  if (takes === 'list') return readListArgument(s, subject, operator as Operator, c);
  if (c === '[' && !(takes === 'pattern' && !looksLikeList(s.text, s.pos)))
    return readUnwantedList(s, subject, operator);
  return startsArgument(s) ? readValue(s, false) : missingArgument(s, operator);
}

/** A connector or a closing parenthesis is no value; neither is the next clause when no operator announced a value. */
function startsArgument(s: ParserState): boolean {
  const connector = peekConnector(s);
  return s.text[s.pos] !== ')' && !(connector && !connector.mistake);
}

function missingArgument(s: ParserState, operator: Operator | undefined): undefined {
  if (!operator) return undefined;
  const takes = operator.id ? operatorInfo(operator.id).takes : 'value';
  const what = {
    list: 'a list in brackets, such as `[a, b]`',
    pattern: 'a regular expression, such as `t3.*`',
    number: 'a value to compare with',
  };
  report(s, {
    code: 'missing-argument',
    start: operator.start,
    end: operator.end,
    message: `After \`${operator.text}\` ${what[takes as 'list'] ?? 'a value'} is missing, so ECS cannot read the clause. Write it.`,
  });
  return undefined;
}

/** `exists` is complete; anything that is no further clause was meant as its value. */
function readUnwanted(s: ParserState, operator: Operator): undefined {
  if (atEnd(s) || !startsArgument(s) || looksLikeClause(s.text, s.pos) || /[\],]/.test(s.text[s.pos] as string))
    return undefined;
  const start = s.pos;
  if (s.text[s.pos] === '[') readList(s, ']', undefined);
  else readValue(s, false);
  const end = s.tokens[s.tokens.length - 1]?.end ?? s.pos;
  report(s, {
    code: 'argument-not-taken',
    start,
    end,
    message: `\`${operator.text}\` only asks whether the attribute is there and takes no value, so ECS cannot read \`${s.text.slice(start, end)}\`. Remove it, or compare with \`==\`.`,
    fix: { start: operator.end, end, title: 'Remove the value', newText: '' },
  });
  return undefined;
}

/** A word or a quoted text. */
function readValue(s: ParserState, inList: boolean): Value | undefined {
  const quote = s.text[s.pos] as string;
  if (quote === "'" || quote === '"') return readQuoted(s, quote);
  const { end, unclosed } = scanWord(s.text, s.pos, inList);
  if (end === s.pos) return undefined;
  const value = s.text.slice(s.pos, end);
  const span = take(s, 'value', end);
  if (unclosed !== undefined) reportUnclosedBracket(s, unclosed);
  return { kind: 'value', value, ...span };
}

function reportUnclosedBracket(s: ParserState, at: number): void {
  const bracket = s.text[at] as string;
  if (bracket === '(') s.swallowed++;
  const closing = { '(': ')', '[': ']', '{': '}' }[bracket];
  report(s, {
    code: 'unclosed-bracket',
    start: at,
    end: at + 1,
    message: `This \`${bracket}\` is never closed inside the value, so the pattern cannot be read. Add \`${closing}\`, or quote the value if it contains spaces.`,
  });
}

function readQuoted(s: ParserState, quote: string): Value {
  const { end, closed } = scanQuoted(s.text, s.pos);
  const value = s.text.slice(s.pos + 1, closed ? end - 1 : end);
  const span = take(s, 'value', end);
  if (!closed) {
    report(s, {
      code: 'unclosed-quote',
      start: span.start,
      end: span.start + 1,
      message: `This quote is never closed, so ECS takes the rest of the expression for the value. Add ${quote} where the value ends.`,
      fix: { start: end, end, title: 'Close the quote', newText: quote },
    });
  }
  return { kind: 'value', value, quote: quote as "'", ...span };
}

/** `[ … ]` as opposed to a character class: it holds a comma, and the bracket that closes it ends the word. */
function looksLikeList(text: string, at: number): boolean {
  const close = text.indexOf(']', at);
  const inside = text.slice(at + 1, close < 0 ? text.length : close);
  return inside.includes(',') && (close < 0 || /^[\s)]?$/.test(text.slice(close + 1, close + 2)));
}

function readListArgument(s: ParserState, subject: Subject, operator: Operator, first: string): List | undefined {
  const context = { subject, operator };
  if (first === '[') return readList(s, ']', context);
  if (first === '(') return readParenthesisedList(s, context);
  return startsArgument(s) ? readBareList(s, operator) : missingArgument(s, operator);
}

/** `in a, b`: the brackets were forgotten. */
function readBareList(s: ParserState, operator: Operator): List | undefined {
  const items: Value[] = [];
  for (;;) {
    const item = readValue(s, true);
    if (!item) break;
    items.push(item);
    if (s.text[skipSpaces(s.text, s.pos)] !== ',') break;
    s.pos = skipSpaces(s.text, s.pos);
    take(s, 'punctuation', s.pos + 1);
    if (atEnd(s)) break;
  }
  if (items.length === 0) return missingArgument(s, operator);
  const span = { start: (items[0] as Value).start, end: (items[items.length - 1] as Value).end };
  report(s, {
    code: 'list-expected',
    ...span,
    message: `\`${operator.text}\` takes a list in brackets, so ECS cannot read the bare value. Write \`${bracketed(s, items)}\`.`,
    fix: { ...span, title: 'Put brackets around it', newText: bracketed(s, items) },
  });
  return { kind: 'list', items, ...span };
}

function readParenthesisedList(s: ParserState, context: ListContext): List {
  const list = readList(s, ')', context);
  report(s, {
    code: 'list-expected',
    start: list.start,
    end: list.end,
    message: `\`${context.operator.text}\` takes a list in square brackets, not in parentheses, so ECS cannot read it. Write \`${bracketed(s, list.items)}\`.`,
    fix: { start: list.start, end: list.end, title: 'Use square brackets', newText: bracketed(s, list.items) },
  });
  return list;
}

function bracketed(s: ParserState, items: Value[]): string {
  return `[${items.map((item) => s.text.slice(item.start, item.end)).join(', ')}]`;
}

/** A list after an operator that compares with one value. */
function readUnwantedList(s: ParserState, subject: Subject, operator: Operator | undefined): List {
  const list = readList(s, ']', operator ? { subject, operator } : undefined);
  if (!operator) return list;
  const instead = operator.id === 'equals' ? 'in' : operator.id === 'not_equals' ? '!in' : undefined;
  report(s, {
    code: 'list-not-allowed',
    start: list.start,
    end: list.end,
    message: `\`${operator.text}\` compares with one value, so ECS cannot read a list after it. ${instead ? `Write \`${instead}\` to compare with several.` : 'Write one clause for each value and join them with `or`.'}`,
    fix: instead
      ? { start: operator.start, end: operator.end, title: `Write ${instead}`, newText: instead }
      : undefined,
  });
  return list;
}

interface ListContext {
  subject: Subject;
  operator: Operator;
}

function readList(s: ParserState, closing: string, context: ListContext | undefined): List {
  const opening = take(s, 'punctuation', s.pos + 1);
  const items: Value[] = [];
  let comma: Span | undefined = opening;
  for (;;) {
    if (atEnd(s)) {
      if (!comma) expectAtEnd(s, { kind: 'list-separator' });
      else if (context)
        expectAtEnd(s, { kind: 'argument', ...context, inList: true, given: items.map((item) => item.value) });
      break;
    }
    const c = s.text[s.pos] as string;
    if (c === closing) {
      if (comma) reportHole(s, comma, items.length);
      const end = take(s, 'punctuation', s.pos + 1).end;
      return { kind: 'list', items, start: opening.start, end };
    }
    if (c === ',') {
      const here = take(s, 'punctuation', s.pos + 1);
      if (comma) reportHole(s, here, items.length);
      comma = here;
      continue;
    }
    if (items.length > 0 && !startsArgument(s)) break;
    const item = readValue(s, true);
    if (!item) break;
    if (!comma) reportMissingComma(s, item);
    items.push(item);
    comma = undefined;
  }
  reportUnclosedList(s, opening, closing, items);
  return { kind: 'list', items, start: opening.start, end: s.tokens[s.tokens.length - 1]?.end ?? opening.end };
}

function reportHole(s: ParserState, at: Span, count: number): void {
  const empty = count === 0;
  report(s, {
    code: empty ? 'empty-list' : 'missing-list-item',
    start: at.start,
    end: at.end,
    message: empty
      ? 'The list has no value here, so the clause compares with nothing. Write the values, separated by commas.'
      : 'A value is missing beside this comma, so ECS cannot read the list. Write one, or remove the comma.',
    fix: empty ? undefined : { ...at, title: 'Remove the comma', newText: '' },
  });
}

function reportMissingComma(s: ParserState, item: Value): void {
  report(s, {
    code: 'missing-comma',
    start: item.start,
    end: item.end,
    message:
      'Values of a list are separated by commas; without one ECS cannot read the list. Put a comma before this value.',
    fix: { start: item.start, end: item.start, title: 'Insert a comma', newText: ', ' },
  });
}

function reportUnclosedList(s: ParserState, opening: Span, closing: string, items: Value[]): void {
  const end = items[items.length - 1]?.end ?? opening.end;
  report(s, {
    code: 'unclosed-list',
    start: opening.start,
    end: opening.end,
    message: `This list is never closed, so ECS cannot read the expression. Add \`${closing}\` after its last value.`,
    fix: { start: end, end, title: 'Close the list', newText: closing },
  });
}
