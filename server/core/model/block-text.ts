import type { ScalarNode } from '../syntax';

/**
 * File offset of each unit of a block scalar (`|`, `>-` …) and of its end. A folded block whose text is broken in
 * other ways than by single spaces (blank lines, lines indented further) gives undefined.
 */
export function blockStarts(node: ScalarNode, value: string): number[] | undefined {
  const lines = contentLines(node.source);
  const first = lines[0];
  if (!first) return undefined;
  const indent = first.text.length - first.text.trimStart().length;
  const starts: number[] = [];
  let unit = 0;
  for (const line of lines) {
    const text = line.text.slice(indent);
    if (unit > 0) {
      // Where one line ends and the next begins there is one unit: a line feed or, folded, a space.
      if (value[unit] !== '\n' && value[unit] !== ' ') return undefined;
      starts.push((starts[starts.length - 1] as number) + 1);
      unit++;
    }
    if (!value.startsWith(text, unit)) return undefined;
    for (let i = 0; i < text.length; i++) starts.push(node.start + line.at + indent + i);
    unit += text.length;
  }
  // What chomping keeps of the end stands after the last line.
  if (value.slice(unit).trim() !== '') return undefined;
  const end = node.start + node.source.length;
  while (starts.length <= value.length) starts.push(end);
  return starts;
}

/** The lines below the header, without line ends; blank lines at the end left out. */
function contentLines(source: string): { at: number; text: string }[] {
  const lines: { at: number; text: string }[] = [];
  const pattern = /\r\n|\r|\n/g;
  let from = -1;
  for (let match = pattern.exec(source); ; match = pattern.exec(source)) {
    if (from >= 0) lines.push({ at: from, text: source.slice(from, match ? match.index : source.length) });
    if (!match) break;
    from = match.index + match[0].length;
  }
  while (lines.length > 0 && lines[lines.length - 1]?.text.trim() === '') lines.pop();
  return lines;
}
