import { positionAt, type Span, type Tree } from '../../core/syntax';
import type { Colour, Paint } from '../paint';
import { visible, width } from '../text';

/** A span over more lines than this shows its first and last ones. */
const MOST_LINES = 4;
const BEFORE = 1;

export interface FrameOptions {
  paint: Paint;
  colour: Colour;
  columns: number;
}

/** The lines that a span covers, one before them, and carets under the span. Long lines are cut around it. */
export function codeFrame(tree: Tree, span: Span, { paint, colour, columns }: FrameOptions): string[] {
  const start = positionAt(tree, span.start);
  const end = positionAt(tree, Math.max(span.start, span.end));
  const first = Math.max(0, start.line - BEFORE);
  const shown = linesToShow(first, start.line, end.line);
  const gutter = String(end.line + 1).length + 2;
  const room = Math.max(20, columns - gutter - 3);
  const frame: string[] = [];
  for (const line of shown) {
    if (line === undefined) {
      frame.push(paint(`${'…'.padStart(gutter)} │`, 'dim'));
      continue;
    }
    const text = lineText(tree, line);
    const marked = line >= start.line ? markedPart(text, line, start, end) : undefined;
    const cut = cutAround(text, marked, room);
    frame.push(`${paint(`${String(line + 1).padStart(gutter)} │`, 'dim')} ${cut.text}`.trimEnd());
    if (marked)
      frame.push(
        `${paint(`${' '.repeat(gutter)} │`, 'dim')} ${' '.repeat(cut.before)}${paint('^'.repeat(Math.max(1, cut.length)), colour)}`,
      );
  }
  return frame;
}

function linesToShow(first: number, from: number, to: number): (number | undefined)[] {
  const all = Array.from({ length: to - first + 1 }, (_, i) => first + i);
  if (to - from < MOST_LINES) return all;
  return [...all.slice(0, from - first + 2), undefined, to];
}

function lineText(tree: Tree, line: number): string {
  const from = tree.lineStarts[line] ?? 0;
  return tree.text
    .slice(from, tree.lineStarts[line + 1] ?? tree.text.length)
    .replace(/[\r\n]+$/, '')
    .replace(/^\ufeff/, ' ');
}

interface Part {
  from: number;
  to: number;
}

/** What of this line the span covers; indentation of later lines is left out. */
function markedPart(
  text: string,
  line: number,
  start: { line: number; character: number },
  end: { line: number; character: number },
): Part | undefined {
  const from = line === start.line ? start.character : text.length - text.trimStart().length;
  const to = line === end.line ? end.character : text.trimEnd().length;
  if (to <= from && line !== start.line) return undefined;
  return { from, to: Math.max(from, to) };
}

/** The line as it is printed (tabs as two blanks, nothing that steers the terminal), and where the marks go, in columns. */
function cutAround(
  text: string,
  marked: Part | undefined,
  room: number,
): { text: string; before: number; length: number } {
  const print = (part: string) => visible(part.replaceAll('\t', '  '));
  let from = 0;
  if (marked && marked.from > room * 0.6) from = Math.max(0, marked.from - Math.floor(room / 3));
  const to = Math.min(text.length, from + room);
  const whole = `${from > 0 ? '…' : ''}${print(text.slice(from, to))}${to < text.length ? '…' : ''}`;
  if (!marked) return { text: whole, before: 0, length: 0 };
  const before = (from > 0 ? 1 : 0) + width(print(text.slice(from, marked.from)));
  return { text: whole, before, length: width(print(text.slice(marked.from, Math.min(marked.to, to)))) };
}
