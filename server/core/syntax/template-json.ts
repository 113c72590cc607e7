/** Templates in JSON text: inside a string, in place of a value, or steering between members. */

import { endsBlock, isControl, opensBlock } from './directive';
import { applyMasks, type Mask, type Masked } from './mask';
import type { Span, Template } from './node';

interface Scan {
  at: number;
  inString: boolean;
  /** Last character outside strings and comments that is not white space; `"` for a whole string. */
  before: string;
  /** Where the current run of characters that could be one bare word began. */
  word: number;
}

/** Masks keep the text the same length; directives become blanks and holes, values become strings. */
export function maskJsonTemplates(text: string, spans: Span[]): Masked {
  const masks: Mask[] = [];
  const templates: Template[] = [];
  const holes: Span[] = [];
  const scan: Scan = { at: 0, inString: false, before: '', word: 0 };
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i] as Span;
    advance(text, scan, span.start);
    const source = text.slice(span.start, span.end);
    const steers = isControl(source);
    if (scan.inString) {
      masks.push({ ...span, with: 'letters' });
      scan.at = span.end;
      templates.push({ ...span, role: 'value', source });
    } else if (steers && scan.before !== ':') {
      masks.push({ ...span, with: 'blank' });
      holes.push(span);
      scan.at = span.end;
      templates.push({ ...span, role: 'directive', source });
    } else {
      const last = steers ? findEnd(text, spans, i) : i;
      const start = Math.min(scan.word, span.start);
      const end = steers ? (spans[last] as Span).end : endOfWord(text, spans, i);
      for (; i < spans.length && (spans[i] as Span).start < end; i++) {
        const part = spans[i] as Span;
        templates.push({ ...part, role: 'value', source: text.slice(part.start, part.end) });
      }
      i--;
      masks.push({ start, end, with: 'string' });
      scan.at = end;
      scan.before = '"';
      scan.word = end;
    }
  }
  return { text: applyMasks(text, masks), templates, holes };
}

/** Reads on to `end`, minding strings, escapes and comments. A line end always leaves a string: JSON strings have one line. */
function advance(text: string, scan: Scan, end: number): void {
  let i = scan.at;
  if (!scan.inString && scan.word < i) scan.word = i;
  while (i < end) {
    const c = text[i] as string;
    if (c === '\n' || c === '\r') scan.inString = false;
    if (scan.inString) {
      if (c === '\\') i++;
      else if (c === '"') {
        scan.inString = false;
        scan.before = '"';
        scan.word = i + 1;
      }
    } else if (c === '"') {
      scan.inString = true;
    } else if (c === '/' && (text[i + 1] === '/' || text[i + 1] === '*')) {
      i = endOfComment(text, i, end) - 1;
      scan.word = i + 1;
    } else if (' \t\r\n,:[]{}'.includes(c)) {
      scan.word = i + 1;
      if (c > ' ') scan.before = c;
    } else scan.before = c;
    i++;
  }
  // A template inside a comment or right after a backslash: nothing there matters to the parser.
  scan.at = Math.max(i, end);
}

function endOfComment(text: string, start: number, limit: number): number {
  const line = text[start + 1] === '/';
  for (let i = start + 2; i < limit; i++) {
    if (line ? text[i] === '\n' || text[i] === '\r' : text[i] === '*' && text[i + 1] === '/') return line ? i : i + 2;
  }
  return limit;
}

/** Index of the template that closes the block opened by template `first`, or `first` when none does. */
function findEnd(text: string, spans: Span[], first: number): number {
  let depth = 0;
  for (let i = first; i < spans.length; i++) {
    const { start, end } = spans[i] as Span;
    const source = text.slice(start, end);
    if (opensBlock(source)) depth++;
    else if (endsBlock(source) && --depth === 0) return i;
  }
  return first;
}

/** A bare value may go on after its template: `{{ a }}-{{ b }}`, `{{ a }}0`. */
function endOfWord(text: string, spans: Span[], first: number): number {
  let end = (spans[first] as Span).end;
  let next = first + 1;
  while (end < text.length) {
    const following = spans[next];
    if (following && following.start === end) {
      end = following.end;
      next++;
    } else if (' \t\r\n,:[]{}"'.includes(text[end] as string)) break;
    else end++;
  }
  return end;
}
