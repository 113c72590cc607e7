/** `⟦…⟧` marks a range in a fixture, `$0` the cursor. */
export interface Marked {
  text: string;
  ranges: { start: number; end: number }[];
  cursor: number | undefined;
}

/** Takes the marks out of a fixture and tells where they stood. */
export function unmark(marked: string): Marked {
  const ranges: Marked['ranges'] = [];
  const open: number[] = [];
  let text = '';
  let cursor: number | undefined;
  for (let i = 0; i < marked.length; i++) {
    const c = marked[i] as string;
    if (c === '⟦') open.push(text.length);
    else if (c === '⟧') ranges.push({ start: open.pop() ?? 0, end: text.length });
    else if (c === '$' && marked[i + 1] === '0') {
      cursor = text.length;
      i++;
    } else text += c;
  }
  return { text, ranges: ranges.sort((a, b) => a.start - b.start), cursor };
}
