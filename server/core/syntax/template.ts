/**
 * Finds `{{ … }}`, `${…}`, the `{% … %}` and `{# … #}` of Jinja, and `__NAME__`, which scripts replace. Hides them from
 * the parsers behind a mask of the same length, so that every offset stays true. Without the mask a bare template in
 * YAML parses, silently, as a map inside a map.
 */

import { isControl } from './directive';
import { applyMasks, type Mask, type Masked } from './mask';
import type { Span, Syntax, Template } from './node';
import { endOfLine, startOfLine } from './position';
import { maskJsonTemplates } from './template-json';

/** Longest template looked for: bounds the work on text that opens many and closes none. */
const LONGEST = 4096;
const OPENING = /\{\{|\$\{|\{%|\{#|\b__(?=[A-Z])/;
const NAME = /__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__\b/y;

/** Text with templates hidden. Text without any comes back as it is. */
export function maskTemplates(text: string, syntax: Syntax): Masked {
  if (text.search(OPENING) === -1) return { text, templates: [], holes: [] };
  const spans = findTemplates(text);
  if (spans.length === 0) return { text, templates: [], holes: [] };
  return syntax === 'json' ? maskJsonTemplates(text, spans) : maskYamlTemplates(text, spans);
}

/** Spans of all closed templates in order. An opening that never closes is plain text. */
export function findTemplates(text: string): Span[] {
  const found: Span[] = [];
  const opening = new RegExp(OPENING, 'g');
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index;
    const end = findEnd(text, start, match[0]);
    if (end !== undefined) found.push({ start, end });
    opening.lastIndex = end ?? start + 2;
  }
  return found;
}

function findEnd(text: string, start: number, opening: string): number | undefined {
  if (opening === '{{') return findActionEnd(text, start);
  if (opening === '__') return findNameEnd(text, start);
  return opening === '${' ? findVariableEnd(text, start) : findStatementEnd(text, start, opening);
}

function findNameEnd(text: string, start: number): number | undefined {
  NAME.lastIndex = start;
  return NAME.test(text) ? NAME.lastIndex : undefined;
}

/** `{% … %}` and `{# … #}` hold no quotes that matter: Jinja closes them at the first end. */
function findStatementEnd(text: string, start: number, opening: string): number | undefined {
  const close = text.slice(start, start + LONGEST).indexOf(opening === '{%' ? '%}' : '#}', 2);
  return close === -1 ? undefined : start + close + 2;
}

/** Follows Go's own lexing: quotes, raw quotes and comments may hold braces; a second opening means this one is not closed. */
function findActionEnd(text: string, start: number): number | undefined {
  const limit = Math.min(text.length, start + LONGEST);
  if (/^\{\{-?\s*\/\*/.test(text.slice(start, start + 40))) {
    const close = text.slice(start, limit).search(/\*\/\s*-?\}\}/);
    return close === -1 ? undefined : text.indexOf('}}', start + close) + 2;
  }
  for (let i = start + 2; i < limit; i++) {
    const c = text[i];
    if (c === '}' && text[i + 1] === '}') return i + 2;
    if (c === '{' && text[i + 1] === '{') return undefined;
    if (c === '`' || c === '"') {
      const close = findQuoteEnd(text, i, limit);
      if (close === undefined) return undefined;
      i = close;
    }
  }
  return undefined;
}

/** Index of the quote that closes the one at `open`; `"` ends at the line, a raw quote may run over lines. */
function findQuoteEnd(text: string, open: number, limit: number): number | undefined {
  const quote = text[open];
  for (let i = open + 1; i < limit; i++) {
    const c = text[i];
    if (c === quote) return i;
    if (quote === '"' && c === '\n') return undefined;
    if (quote === '"' && c === '\\') i++;
  }
  return undefined;
}

function findVariableEnd(text: string, start: number): number | undefined {
  const limit = Math.min(text.length, start + LONGEST);
  let depth = 0;
  for (let i = start + 1; i < limit; i++) {
    const c = text[i];
    if (c === '\n' || c === '\r') return undefined;
    if (c === '{') {
      if (++depth > 8) return undefined;
    } else if (c === '}' && --depth === 0) return i + 1;
  }
  return undefined;
}

/**
 * In YAML a line that holds only templates, or begins with a steering one, is blanked: its indentation says nothing.
 * Any other template becomes letters, which are a scalar or a part of one wherever a template can stand.
 */
function maskYamlTemplates(text: string, spans: Span[]): Masked {
  const masks: Mask[] = [];
  const templates: Template[] = [];
  const holes: Span[] = [];
  for (let i = 0; i < spans.length; ) {
    const lineStart = startOfLine(text, (spans[i] as Span).start);
    let last = i;
    let lineEnd = endOfLine(text, (spans[i] as Span).end);
    while (last + 1 < spans.length && (spans[last + 1] as Span).start < lineEnd) {
      lineEnd = endOfLine(text, (spans[++last] as Span).end);
    }
    const group = spans.slice(i, last + 1);
    const blank = isDirectiveLine(text, lineStart, lineEnd, group);
    if (blank) {
      masks.push({ start: lineStart, end: lineEnd, with: 'blank' });
      holes.push({ start: lineStart, end: lineEnd });
    } else for (const span of group) masks.push({ ...span, with: 'letters' });
    for (const span of group) {
      templates.push({ ...span, role: blank ? 'directive' : 'value', source: text.slice(span.start, span.end) });
    }
    i = last + 1;
  }
  return { text: applyMasks(text, masks), templates, holes };
}

function isDirectiveLine(text: string, lineStart: number, lineEnd: number, group: Span[]): boolean {
  const first = group[0] as Span;
  if (text.slice(lineStart, first.start).trim() !== '') return false;
  if (isControl(text.slice(first.start, first.end))) return true;
  for (const [i, span] of group.entries()) {
    if (text.slice(span.end, group[i + 1]?.start ?? lineEnd).trim() !== '') return false;
  }
  // A variable alone on its line is content (`envsubst` writes one value); only `{{ … }}` may yield whole members.
  return text.startsWith('{{', first.start);
}
