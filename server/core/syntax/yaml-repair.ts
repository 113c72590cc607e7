/**
 * Mends broken YAML so that one bad line does not cost the rest of the file: the yaml package recovers inside the
 * construct it is in, which often swallows everything after it. A mend is a mask of the same length, a problem that
 * says what was wrong, and a gap that makes the maps around it open. Then the text is read again.
 */
import type { YAMLParseError } from 'yaml';
import { type Build, shorten } from './build';
import { applyMasks, type Mask } from './mask';
import type { Span } from './node';
import { endOfLine, startOfLine } from './position';

/** What one reading of the text tells a mend. */
export interface Reading {
  errors: readonly YAMLParseError[];
  /** Quoted scalars that run over more than one line or are not closed, in order. */
  longQuotes: readonly Span[];
}

/** A line that looks like a member of a map: a name, a colon, a space. */
const MEMBER = /^\s*(?:-\s+)*["']?[\w.-]+["']?\s*:(?:\s|$)/;

/** Mends in one reading: enough for any file that a person is typing, and a bound for one that is no YAML at all. */
const MOST = 100;

/** The mended text, or undefined when there is nothing (more) to mend. Notes problems, gaps and broken spans in `build`. */
export function repairYaml(build: Build, reading: Reading): string | undefined {
  if (reading.errors.some((error) => error.code === 'TAB_AS_INDENT')) return replaceTabs(build);
  const quote = findOpenQuote(build, reading);
  if (quote) return maskQuote(build, quote);
  const masks: Mask[] = [];
  const kinds = new Map<number, Set<string>>();
  for (const { code, pos } of reading.errors) kinds.set(pos[0], (kinds.get(pos[0]) ?? new Set()).add(code));
  for (const error of reading.errors) {
    const last = masks.at(-1)?.end ?? 0;
    if (error.pos[0] < last) continue;
    const mask = mend(build, error, kinds.get(error.pos[0]) as Set<string>);
    if (mask && mask.start >= last && mask.end > mask.start) masks.push(mask);
    if (masks.length >= MOST) break;
  }
  return masks.length > 0 ? applyMasks(build.text, masks) : undefined;
}

/** A quote that is never closed, or that takes in lines which look like members and so was most likely never meant to. */
function findOpenQuote(build: Build, { errors, longQuotes }: Reading): Span | undefined {
  if (errors.length === 0) return undefined;
  const unclosed = new Set<number>();
  for (const { code, message, pos } of errors)
    if (code === 'MISSING_CHAR' && message.includes('quote')) unclosed.add(pos[0]);
  const last = errors.at(-1)?.pos[0] ?? 0;
  for (const quote of longQuotes) {
    if (unclosed.has(quote.end)) return quote;
    const second = build.text.slice(endOfLine(build.text, quote.start), quote.end).replace(/^\r?\n/, '');
    if (quote.start < last && MEMBER.test(second)) return quote;
  }
  return undefined;
}

function maskQuote(build: Build, quote: Span): string {
  const line = build.text.slice(quote.start, endOfLine(build.text, quote.start));
  // Signs that close or divide what is around the string are kept.
  const length = Math.max(line.replace(/[\s,\]}]+$/, '').length, 1);
  const span = { start: quote.start, end: quote.start + length };
  note(build, span, 'unclosed-string', 'This quoted text is never closed.');
  build.broken.push(span);
  return applyMasks(build.text, [{ ...span, with: 'letters' }]);
}

/** `kinds`: all the errors at the same place. */
function mend(build: Build, error: YAMLParseError, kinds: ReadonlySet<string>): Mask | undefined {
  const { text } = build;
  const start = error.pos[0];
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') {
    if (error.message.includes('sequence')) return blankMisplaced(build, start);
    return kinds.has('MULTILINE_IMPLICIT_KEY') ? blankDeeper(build, error) : maskSecondColon(build, start);
  }
  if (error.code === 'MULTILINE_IMPLICIT_KEY') {
    if (kinds.has('BLOCK_AS_IMPLICIT_KEY')) return undefined;
    if (kinds.has('BLOCK_IN_FLOW')) return addComma(build, start);
    return blankOrphan(build, error);
  }
  if (error.code === 'UNEXPECTED_TOKEN' && /flow-(?:seq|map)-end token in YAML stream/.test(error.message)) {
    const span = { start, end: start + 1 };
    note(build, span, 'unexpected-token', `This ${text[start]} closes nothing. Text that begins with it needs quotes.`);
    return { ...span, with: 'blank' };
  }
  const isColumn = error.code === 'BAD_INDENT' && error.message.includes('same column');
  return isColumn || error.message.includes('without - indicator') ? blankMisplaced(build, start) : undefined;
}

/** `image: nginx: latest`: the value is all of it, and what it means is not known. */
function maskSecondColon(build: Build, start: number): Mask {
  const span = contentFrom(build, start);
  note(
    build,
    span,
    'unexpected-colon',
    'There is a second colon on this line. Put the value in quotes, or move the nested map to the next line.',
  );
  build.broken.push(span);
  return { ...span, with: 'letters' };
}

/** `a: 1` ⏎ `    b: 2`: lines indented under a value that is complete. */
function blankDeeper(build: Build, error: YAMLParseError): Mask {
  const first = endOfLine(build.text, error.pos[0]);
  const start = first + (build.text.startsWith('\r\n', first) ? 2 : 1);
  const message =
    'This line is indented under a value that is already complete. Indent it like the lines it belongs with.';
  return blankBlock(build, start, indentAt(build.text, start), message);
}

/** A line in no column that is open: nobody knows which map it is meant for. */
function blankMisplaced(build: Build, offset: number): Mask | undefined {
  const { text } = build;
  const at = offset + (/^\s*/.exec(text.slice(offset, offset + 256))?.[0].length ?? 0);
  const start = startOfLine(text, at);
  if (text.slice(start, at).trim() !== '') return undefined;
  const message =
    'This line is not indented like the lines it belongs with. Lines of one map or list must begin in the same column.';
  return blankBlock(build, start, at - start + 1, message);
}

/** Blanks a line and those below it that are indented by `least` columns or more. */
function blankBlock(build: Build, start: number, least: number, message: string): Mask {
  const { text } = build;
  let end = endOfLine(text, start);
  for (let next = end; next < text.length; ) {
    next += text.startsWith('\r\n', next) ? 2 : 1;
    const nextEnd = endOfLine(text, next);
    const isEmpty = text.slice(next, nextEnd).trim() === '';
    if (!isEmpty && indentAt(text, next) < least) break;
    if (!isEmpty) end = nextEnd;
    next = nextEnd;
  }
  note(build, contentFrom(build, start + indentAt(text, start)), 'bad-indentation', message);
  return { start, end, with: 'blank' };
}

/** A name still being typed: YAML reads it together with the next line's name. */
function blankOrphan(build: Build, error: YAMLParseError): Mask | undefined {
  const { text } = build;
  const [start, end] = error.pos;
  const key = text.slice(start, end);
  const lastBreak = Math.max(key.lastIndexOf('\n'), key.lastIndexOf('\r'));
  if (lastBreak === -1) return undefined;
  const span = { start, end: start + key.slice(0, key.search(/[\r\n]/)).trimEnd().length };
  const mask: Mask = { start, end: start + lastBreak, with: 'blank' };
  // What an earlier mend hid has been told.
  if (build.broken.some((one) => one.start <= start && start < one.end)) return mask;
  const orphan = build.original.slice(span.start, span.end);
  const message = /^[^\s:]+:\S/.test(orphan)
    ? `A colon needs a space after it: ${shorten(orphan.replace(':', ': '))}.`
    : `"${shorten(orphan)}" needs a colon and a value after it. If it continues the line above, indent it further.`;
  note(build, span, 'missing-colon', message);
  return mask;
}

function addComma(build: Build, start: number): Mask | undefined {
  const at = start + build.text.slice(start).search(/\s/);
  if (at < start) return undefined;
  note(build, { start: at - 1, end: at }, 'missing-comma', 'A comma is missing here.');
  return { start: at, end: at + 1, with: 'comma' };
}

/** From an offset to the end of its line, without white space. */
function contentFrom(build: Build, start: number): Span {
  const line = build.text.slice(start, endOfLine(build.text, start));
  return { start, end: start + Math.max(line.replace(/\s+#.*$/, '').trimEnd().length, 1) };
}

function indentAt(text: string, lineStart: number): number {
  let i = lineStart;
  while (text[i] === ' ') i++;
  return i - lineStart;
}

function note(build: Build, span: Span, code: string, message: string): void {
  const end = Math.min(span.end, build.text.length);
  const start = Math.min(span.start, end);
  build.problems.push({ code, severity: 'error', start, end, message });
  build.gaps.push(start);
}

/** Leading tabs become spaces; one problem for each run of lines. */
function replaceTabs(build: Build): string {
  let lastEnd = Number.NEGATIVE_INFINITY;
  return build.text.replace(/^[ \t]*\t[ \t]*/gm, (indent, at: number) => {
    const isBlank = /^[\r\n]?$/.test(build.text[at + indent.length] ?? '');
    if (!isBlank) {
      const span = { start: at, end: at + indent.length };
      if (lastEnd + 2 < at)
        note(build, span, 'tab-indentation', 'YAML does not allow tabs for indentation. Use spaces.');
      else build.gaps.push(at);
      lastEnd = endOfLine(build.text, at);
    }
    return ' '.repeat(indent.length);
  });
}
