/** How a file is written: what additions to it should look like. */
import type { Node, Tree } from './node';
import { endOfLine, startOfLine } from './position';

export interface Style {
  /** One step of indentation. */
  unit: string;
  eol: string;
  /** Quotes for strings that need some. */
  quote: '"' | "'";
  /** True when every string of the file has quotes, needed or not. */
  quoteAll: boolean;
  dashes: 'same' | 'deeper';
}

/** Nodes looked at: the habits of a file show soon. */
const SAMPLE = 2000;

interface Count {
  left: number;
  plain: number;
  single: number;
  double: number;
  same: number;
  deeper: number;
  unit?: string;
}

const known = new WeakMap<Tree, Style>();

/** The habits of the file; two spaces, double quotes where needed and indented lists when it shows none. */
export function detectStyle(tree: Tree): Style {
  let style = known.get(tree);
  if (!style) known.set(tree, (style = readStyle(tree)));
  return style;
}

function readStyle(tree: Tree): Style {
  const count: Count = { left: SAMPLE, plain: 0, single: 0, double: 0, same: 0, deeper: 0 };
  for (const doc of tree.docs) {
    if (count.left <= 0) break;
    const { root } = doc;
    if (!root) continue;
    if (tree.syntax === 'json' && root.kind === 'map')
      count.unit ??= stepBetween(tree, root.start, root.entries[0]?.start, 'json');
    look(tree, root, count);
  }
  return {
    unit: count.unit ?? '  ',
    eol: tree.text.includes('\r\n') ? '\r\n' : '\n',
    quote: count.single > count.double ? "'" : '"',
    quoteAll: count.plain === 0 && count.single + count.double > 1,
    dashes: count.same > count.deeper ? 'same' : 'deeper',
  };
}

function look(tree: Tree, node: Node, count: Count): void {
  if (count.left-- <= 0) return;
  if (node.kind === 'scalar') {
    if (typeof node.value !== 'string') return;
    if (node.style === 'single' || node.style === 'double') count[node.style]++;
    else if (node.style === 'plain') count.plain++;
  } else if (node.kind === 'seq') {
    for (const item of node.items) look(tree, item, count);
  } else if (node.kind === 'map') {
    for (const entry of node.entries) {
      const { value } = entry;
      if (!value) continue;
      if (value.kind === 'map') count.unit ??= stepBetween(tree, entry.start, value.entries[0]?.start, tree.syntax);
      if (value.kind === 'seq' && tree.syntax === 'json')
        count.unit ??= stepBetween(tree, entry.start, value.items[0]?.start, 'json');
      if (value.kind === 'seq' && !value.flow)
        count[columnOf(tree.text, value.start) > columnOf(tree.text, entry.start) ? 'deeper' : 'same']++;
      look(tree, value, count);
    }
  }
}

/** The white space that an inner line has more than an outer one; undefined when both share a line. */
function stepBetween(tree: Tree, outer: number, inner: number | undefined, syntax: Tree['syntax']): string | undefined {
  if (inner === undefined) return undefined;
  const before = indentOf(tree.text, outer);
  const after = indentOf(tree.text, inner);
  if (after.length <= before.length || !isFirstOnLine(tree.text, inner)) return undefined;
  if (syntax === 'yaml' && !isFirstOnLine(tree.text, outer)) return undefined;
  return after.slice(before.length);
}

/** Offset after the break of the line that ends at or after `offset`. */
export function nextLine(text: string, offset: number): number {
  const end = endOfLine(text, offset);
  return Math.min(end + (text.startsWith('\r\n', end) ? 2 : 1), text.length);
}

export function columnOf(text: string, offset: number): number {
  return offset - startOfLine(text, offset);
}

/** White space at the start of the line of an offset. */
export function indentOf(text: string, offset: number): string {
  const start = startOfLine(text, offset);
  let i = start;
  while (text[i] === ' ' || text[i] === '\t') i++;
  return text.slice(start, i);
}

export function isFirstOnLine(text: string, offset: number): boolean {
  return startOfLine(text, offset) + indentOf(text, offset).length === offset;
}
