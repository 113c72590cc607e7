/** The words between clauses: and, or, not, in both spellings, and what people write instead. */
import { distance } from 'fastest-levenshtein';
import type { Span } from './ast';
import { looksLikeClause, type ParserState, report, take } from './parser-state';
import { scanName, skipSpaces } from './scan';

export interface FoundConnector extends Span {
  kind: 'and' | 'or';
  /** Set when it is written in a way the language does not have. */
  mistake?: 'single' | 'case' | 'spelling';
}

export function peekConnector(s: ParserState): FoundConnector | undefined {
  const start = skipSpaces(s.text, s.pos);
  const c = s.text[start];
  if (c === '&' || c === '|') {
    const double = s.text[start + 1] === c;
    const kind = c === '&' ? 'and' : 'or';
    return double ? { kind, start, end: start + 2 } : { kind, start, end: start + 1, mistake: 'single' };
  }
  const end = scanName(s.text, start);
  const word = s.text.slice(start, end);
  if (word === 'and' || word === 'or') return { kind: word, start, end };
  const lower = word.toLowerCase();
  if (lower === 'and' || lower === 'or') return { kind: lower, start, end, mistake: 'case' };
  const kind = nearestConnector(lower);
  if (!kind || looksLikeClause(s.text, start)) return undefined;
  const next = skipSpaces(s.text, end);
  return next > end && looksLikeClause(s.text, next) ? { kind, start, end, mistake: 'spelling' } : undefined;
}

function nearestConnector(word: string): 'and' | 'or' | undefined {
  if (word.length < 2 || word.length > 4) return undefined;
  const and = distance(word, 'and');
  const or = distance(word, 'or');
  if (Math.min(and, or) > (word.length === 2 ? 1 : 2)) return undefined;
  return and <= or ? 'and' : 'or';
}

/** Reads the connector of this kind when it stands here. */
export function takeConnector(s: ParserState, kind: 'and' | 'or'): Span | undefined {
  const found = peekConnector(s);
  if (found?.kind !== kind) return undefined;
  s.pos = found.start;
  const written = s.text.slice(found.start, found.end);
  const span = take(s, 'connector', found.end);
  if (found.mistake) {
    report(s, {
      code: 'unknown-connector',
      ...span,
      severity: found.mistake === 'case' ? 'warning' : 'error',
      message: connectorMessage(found.mistake, written, kind),
      fix: { ...span, title: `Write ${kind}`, newText: kind },
    });
  }
  return span;
}

function connectorMessage(mistake: NonNullable<FoundConnector['mistake']>, written: string, kind: string): string {
  if (mistake === 'case')
    return `\`${written}\` is documented in lower case only, so ECS may not read it. Write \`${kind}\`.`;
  if (mistake === 'single')
    return `A single \`${written}\` joins nothing in a cluster query, so ECS cannot read the expression. Write \`${kind}\` or \`${written}${written}\`.`;
  return `\`${written}\` does not join two clauses, so ECS cannot read the expression. Write \`${kind}\`.`;
}

/** `not` or `!` in front of a clause; the `!` of `!=`, `!~` belongs to its operator. */
export function takeNot(s: ParserState): Span | undefined {
  if (s.text[s.pos] === '!' && !/[=~]/.test(s.text[s.pos + 1] ?? '')) return take(s, 'connector', s.pos + 1);
  const end = scanName(s.text, s.pos);
  const word = s.text.slice(s.pos, end);
  if (word.toLowerCase() !== 'not') return undefined;
  const span = take(s, 'connector', end);
  if (word !== 'not') {
    report(s, {
      code: 'unknown-connector',
      ...span,
      severity: 'warning',
      message: `\`${word}\` is documented in lower case only, so ECS may not read it. Write \`not\`.`,
      fix: { ...span, title: 'Write not', newText: 'not' },
    });
  }
  return span;
}
