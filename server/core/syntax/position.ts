/** Lines and positions. Line ends are those of LSP: `\n`, `\r\n` and a lone `\r`. */
import type { Agreement } from './compare-texts';
import type { Position, Tree } from './node';

/** Offsets of the first character of every line; always starts with 0. Linear in the text. */
export function findLineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** The same for a text that agrees with an earlier one but for a stretch: lines outside it are taken over. */
export function moveLineStarts(before: readonly number[], text: string, { until, from, by }: Agreement): number[] {
  if (until === 0) return findLineStarts(text);
  const starts = before.slice(0, lineAt(before, until - 1) + 1);
  // A line begins behind an end of line; of a lone carriage return the character behind it takes part.
  for (let start = until; start <= from; start++) {
    const end = text.charCodeAt(start - 1);
    if (end === 10 || (end === 13 && text.charCodeAt(start) !== 10)) starts.push(start);
  }
  for (let i = lineAt(before, from - by) + 1; i < before.length; i++) starts.push((before[i] as number) + by);
  return starts;
}

/** Index of the line that holds `offset`. */
export function lineAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** LSP position of an offset; offsets outside the text are moved to its nearest end. */
export function positionAt(tree: Pick<Tree, 'text' | 'lineStarts'>, offset: number): Position {
  const inside = Math.min(Math.max(offset, 0), tree.text.length);
  const line = lineAt(tree.lineStarts, inside);
  return { line, character: inside - (tree.lineStarts[line] as number) };
}

/** Offset of an LSP position; a character past the end of its line means the end of that line, as LSP asks. */
export function offsetAt(tree: Pick<Tree, 'text' | 'lineStarts'>, position: Position): number {
  const { text, lineStarts } = tree;
  if (position.line < 0) return 0;
  const start = lineStarts[position.line];
  if (start === undefined) return text.length;
  let end = lineStarts[position.line + 1] ?? text.length;
  if (position.line + 1 < lineStarts.length) {
    end--;
    if (end > start && text.charCodeAt(end) === 10 && text.charCodeAt(end - 1) === 13) end--;
  }
  return Math.min(start + Math.max(position.character, 0), end);
}

export function startOfLine(text: string, offset: number): number {
  // Step by step: a search for the break that the file does not use would go all the way to its start.
  let i = offset;
  while (i > 0 && text.charCodeAt(i - 1) !== 10 && text.charCodeAt(i - 1) !== 13) i--;
  return i;
}

/** Offset of the line end, before its break. */
export function endOfLine(text: string, offset: number): number {
  let i = offset;
  while (i < text.length && text[i] !== '\n' && text[i] !== '\r') i++;
  return i;
}
