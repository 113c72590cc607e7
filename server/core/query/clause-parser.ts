/** One clause: subject, operator, argument. Reads as far as it can and says what is missing. */
import { distance } from 'fastest-levenshtein';
import { readArgument } from './argument-parser';
import type { Clause, Operator, Subject } from './ast';
import { peekConnector } from './connectors';
import { MISTAKEN_OPERATORS, OPERATOR_TEXTS, type OperatorId, operatorInfo } from './operators';
import { atEnd, expectAtEnd, isOperatorWord, type ParserState, report, take } from './parser-state';
import { scanName, scanQuoted, scanSymbols, skipSpaces } from './scan';
import { SUBJECTS } from './subjects';

export function readClause(s: ParserState): Clause {
  const subject = readSubject(s);
  const operator = readOperator(s, subject);
  const argument = readArgument(s, subject, operator);
  return {
    kind: 'clause',
    subject,
    operator,
    argument,
    start: subject.start,
    end: (argument ?? operator ?? subject).end,
  };
}

/** Which subject a text names; exactly as documented, nothing guessed. */
export function classifySubject(text: string): Pick<Subject, 'id' | 'attribute'> {
  if (text.startsWith('attribute:')) return { id: 'attribute', attribute: text.slice('attribute:'.length) };
  const known = SUBJECTS.find((subject) => subject.text === text && subject.id !== 'attribute');
  return { id: known?.id ?? 'unknown' };
}

function readSubject(s: ParserState): Subject {
  const c = s.text[s.pos] as string;
  if (c === "'" || c === '"') return readQuotedSubject(s);
  const end = scanName(s.text, s.pos);
  if (end === s.pos) return missingSubject(s);
  const text = s.text.slice(s.pos, end);
  if (text.endsWith(':')) return readSplitSubject(s, text, end);
  return { text, ...classifySubject(text), ...take(s, 'subject', end) };
}

function missingSubject(s: ParserState): Subject {
  const end = Math.max(scanSymbols(s.text, s.pos), s.pos + 1);
  report(s, {
    code: 'missing-subject',
    start: s.pos,
    end,
    message: `Nothing stands before \`${s.text.slice(s.pos, end)}\`. A clause begins with what it asks about, such as \`attribute:ecs.instance-type\` or \`runningTasksCount\`.`,
  });
  return { text: '', id: 'unknown', start: s.pos, end: s.pos };
}

function readQuotedSubject(s: ParserState): Subject {
  const { end, closed } = scanQuoted(s.text, s.pos);
  const text = s.text.slice(s.pos + 1, closed ? end - 1 : end);
  const span = take(s, 'subject', end);
  report(s, {
    code: 'quoted-subject',
    ...span,
    message: `A clause begins with what it asks about, and that takes no quotes; ECS cannot read ${s.text.slice(span.start, span.end)} there. Write it bare.`,
    fix: /^[^\s'"]+$/.test(text) ? { ...span, title: 'Remove the quotes', newText: text } : undefined,
  });
  return { text, ...classifySubject(text), ...span };
}

/** `attribute: name`: the name was meant to follow the colon at once. */
function readSplitSubject(s: ParserState, prefix: string, end: number): Subject {
  const next = skipSpaces(s.text, end);
  const nameEnd = scanName(s.text, next);
  const name = s.text.slice(next, nameEnd);
  if (name === '' || isOperatorWord(name) || next === end) {
    return { text: prefix, ...classifySubject(prefix), ...take(s, 'subject', end) };
  }
  report(s, {
    code: 'space-in-subject',
    start: end,
    end: next,
    message: `There is a space between \`${prefix}\` and \`${name}\`, so ECS reads two words. Write \`${prefix}${name}\`.`,
    fix: { start: end, end: next, title: 'Remove the space', newText: '' },
  });
  return { text: prefix + name, ...classifySubject(prefix + name), ...take(s, 'subject', nameEnd) };
}

function readOperator(s: ParserState, subject: Subject): Operator | undefined {
  if (atEnd(s)) {
    expectAtEnd(s, { kind: 'operator', subject });
    return missingOperator(s, subject);
  }
  const end = operatorEnd(s.text, s.pos);
  const text = s.text.slice(s.pos, end);
  const exact = OPERATOR_TEXTS.get(text);
  if (exact) return { id: exact, text, ...take(s, 'operator', end) };
  if (/^[=!<>~]/.test(text)) return readMistakenSymbol(s, text);
  if (text === '' || peekConnector(s)) return missingOperator(s, subject);
  return readMistakenWord(s, subject, text, end);
}

/** `!in` and `!exists` are one operator; `==a` is an operator and a value. */
function operatorEnd(text: string, at: number): number {
  const symbols = scanSymbols(text, at);
  if (symbols === at) return scanName(text, at);
  if (symbols === at + 1 && text[at] === '!') {
    const word = scanName(text, symbols);
    return isOperatorWord(text.slice(at, word)) ? word : symbols;
  }
  let end = symbols;
  while (end > at && !OPERATOR_TEXTS.has(text.slice(at, end))) end--;
  const whole = text.slice(at, symbols);
  return MISTAKEN_OPERATORS.has(whole) || end === at ? symbols : end;
}

function readMistakenSymbol(s: ParserState, text: string): Operator {
  const lower = text.toLowerCase();
  const meant = forValue(s, s.pos + text.length, MISTAKEN_OPERATORS.get(lower) ?? OPERATOR_TEXTS.get(lower));
  return { id: meant, text, ...unknownOperator(s, text, s.pos + text.length, meant) };
}

function readMistakenWord(s: ParserState, subject: Subject, text: string, end: number): Operator | undefined {
  const negated = text.toLowerCase() === 'not' ? skipSpaces(s.text, end) : undefined;
  if (negated !== undefined) {
    const wordEnd = scanName(s.text, negated);
    const meant = OPERATOR_TEXTS.get(`not_${s.text.slice(negated, wordEnd).toLowerCase()}`);
    if (meant)
      return {
        id: meant,
        text: s.text.slice(s.pos, wordEnd),
        ...unknownOperator(s, s.text.slice(s.pos, wordEnd), wordEnd, meant),
      };
  }
  const lower = text.toLowerCase();
  const named = OPERATOR_TEXTS.get(lower) ?? MISTAKEN_OPERATORS.get(lower) ?? nearestOperator(lower);
  const meant = forValue(s, end, named);
  if (!meant) return missingOperator(s, subject);
  return { id: meant, text, ...unknownOperator(s, text, end, meant) };
}

/** `= t3.*`: whoever writes a star after a mistaken operator wants a pattern, not a comparison letter by letter. */
function forValue(s: ParserState, end: number, meant: OperatorId | undefined): OperatorId | undefined {
  const patterns: Partial<Record<OperatorId, OperatorId>> = { equals: 'matches', not_equals: 'not_matches' };
  const star = /^\s*['"]?[^\s,)'"]*\*/.test(s.text.slice(end));
  return (star && meant && patterns[meant]) || meant;
}

function nearestOperator(word: string): OperatorId | undefined {
  if (word.length < 4) return undefined;
  for (const [text, id] of OPERATOR_TEXTS) {
    if (text.length >= 4 && distance(word, text) <= (text.length > 8 ? 3 : 2)) return id;
  }
  return undefined;
}

function unknownOperator(s: ParserState, text: string, end: number, meant: OperatorId | undefined) {
  const span = take(s, 'operator', end);
  const symbol = meant ? operatorInfo(meant).symbol : undefined;
  report(s, {
    code: 'unknown-operator',
    ...span,
    message: symbol
      ? `\`${text}\` is not an operator of the cluster query language, so ECS cannot read the clause. Write \`${symbol}\`.`
      : `\`${text}\` is not an operator of the cluster query language, so ECS cannot read the clause. The operators are == != > >= < <= in !in =~ !~ exists !exists.`,
    fix: symbol ? { ...span, title: `Write ${symbol}`, newText: symbol } : undefined,
  });
  return span;
}

function missingOperator(s: ParserState, subject: Subject): undefined {
  if (subject.text === '' && s.problems[s.problems.length - 1]?.code === 'missing-subject') return undefined;
  report(s, {
    code: 'missing-operator',
    start: subject.start,
    end: subject.end,
    message: `\`${subject.text}\` alone is no clause: ECS needs an operator after it, such as \`==\`${subject.id === 'attribute' ? ', or `exists` to ask whether it is set' : ''}.`,
  });
  return undefined;
}
