/** Adding and removing in YAML's block style: whole lines, with the comments that belong to them. */
import { type Added, type Plan, printOptions, type Work } from './edit-plan';
import { replaceValue } from './edit-value';
import type { Entry, MapNode, Node, SeqNode, Tree } from './node';
import { endOfLine, startOfLine } from './position';
import { type PrintOptions, printKey } from './print';
import { columnOf, isFirstOnLine, nextLine } from './style';
import { commentBehind, outsideBranches } from './trivia';

interface Child {
  /** Of the key, or of the dash. */
  start: number;
  /** With the comment behind it. */
  end: number;
  name?: string;
}

/** Plans the removals in one block. Its last member takes the block along: `{}` or `[]` stays. False: refused. */
export function removeFromBlock(plan: Plan, container: MapNode | SeqNode, work: Work): boolean {
  if (work.removed.size === 0) return true;
  const children = readChildren(plan.tree, container);
  if (!children) return false;
  if (work.removed.size === children.length) {
    if (work.added.length === 0) return replaceValue(plan, container, container.kind === 'map' ? {} : []);
    const indent = ' '.repeat(columnOf(plan.tree.text, (children[0] as Child).start));
    const newText = printLines(plan, work.added, indent, container).join(plan.style.eol + indent);
    plan.edits.push({ start: (children[0] as Child).start, end: container.end, newText });
    work.added = [];
    return true;
  }
  for (let i = 0; i < children.length; i++) {
    if (!work.removed.has(i)) continue;
    const child = children[i] as Child;
    if (isFirstOnLine(plan.tree.text, child.start)) removeLines(plan, child);
    else {
      const next = removeFirst(plan, children, i, work.removed);
      if (next === undefined) return false;
      i = next - 1;
    }
  }
  return true;
}

/** Plans the additions in one block. */
export function appendToBlock(plan: Plan, container: MapNode | SeqNode, work: Work): boolean {
  if (work.added.length === 0) return true;
  const { tree, style, edits } = plan;
  const children = readChildren(tree, container);
  const first = children?.[0];
  if (!children || !first) return false;
  const survivors = children.filter((_, i) => !work.removed.has(i));
  const indent = ' '.repeat(columnOf(tree.text, first.start));
  for (const added of work.added) {
    const anchor =
      (added.after !== undefined && survivors.findLast((child) => child.name === added.after)) || survivors.at(-1);
    const at = anchor && outsideBranches(tree, container.start, endOfLine(tree.text, anchor.end));
    if (at === undefined) return false;
    edits.push({
      start: at,
      end: at,
      newText: style.eol + indent + (printLines(plan, [added], indent, container)[0] as string),
    });
  }
  return true;
}

/** `key: {}` becomes `key:` and lines below it. */
export function replaceWithBlock(plan: Plan, container: MapNode | SeqNode, added: Added[]): boolean {
  const { tree, style, edits } = plan;
  const { parent } = container;
  if (parent.kind !== 'entry') {
    const indent = ' '.repeat(columnOf(tree.text, container.start));
    const newText = printLines(plan, added, indent, container).join(style.eol + indent);
    edits.push({ start: container.start, end: container.end, newText });
    return true;
  }
  const column = columnOf(tree.text, parent.start);
  const isSame = container.kind === 'seq' && style.dashes === 'same';
  const indent = ' '.repeat(column) + (isSame ? '' : style.unit);
  const lines = printLines(plan, added, indent, container).map((line) => style.eol + indent + line);
  let start = container.start;
  while (tree.text[start - 1] === ' ') start--;
  const comment = commentBehind(tree, container.end);
  if (!comment) edits.push({ start, end: container.end, newText: lines.join('') });
  else
    edits.push(
      { start, end: container.end, newText: '' },
      { start: comment.end, end: comment.end, newText: lines.join('') },
    );
  return true;
}

function printLines(plan: Plan, added: Added[], indent: string, container: MapNode | SeqNode): string[] {
  const options: PrintOptions = printOptions(plan);
  const key = container.kind === 'map' ? container.entries[0]?.key.style : undefined;
  const keyQuote = key === 'double' ? '"' : key === 'single' ? "'" : '';
  return added.map(({ name, text }) =>
    name === undefined
      ? `- ${text.afterDash(options, indent)}`
      : `${printKey(name, { ...options, keyQuote })}:${text.afterKey(options, indent)}`,
  );
}

/** Undefined for what is not written as one key or dash a line (`? key`). */
function readChildren(tree: Tree, container: MapNode | SeqNode): Child[] | undefined {
  const children: Child[] = [];
  if (container.kind === 'map') {
    for (const entry of container.entries) {
      const start = startOfKey(tree, entry);
      if (start === undefined) return undefined;
      children.push({ start, end: withComment(tree, entry.end), name: entry.name });
    }
    return children;
  }
  let after = container.start;
  for (const item of container.items) {
    const start = startOfDash(tree, container, item, after);
    if (start === undefined) return undefined;
    after = item.end;
    children.push({ start, end: withComment(tree, Math.max(item.end, start + 1)) });
  }
  return children;
}

/** With its anchor or tag; only white space and dashes may stand before it. */
function startOfKey(tree: Tree, entry: Entry): number | undefined {
  const line = startOfLine(tree.text, entry.start);
  const before = tree.text.slice(line, entry.start);
  const props = /(?:[&!]\S*[ \t]+)*$/.exec(before)?.[0].length ?? 0;
  return /^[\s-]*$/.test(before.slice(0, before.length - props)) ? entry.start - props : undefined;
}

function startOfDash(tree: Tree, seq: SeqNode, item: Node, after: number): number | undefined {
  const column = columnOf(tree.text, seq.start);
  if (item === seq.items[0]) return tree.text[seq.start] === '-' ? seq.start : undefined;
  for (let line = startOfLine(tree.text, item.start); line + column >= after; ) {
    if (tree.text[line + column] === '-' && tree.text.slice(line, line + column).trim() === '') return line + column;
    if (line === 0) return undefined;
    line = startOfLine(tree.text, line - (tree.text.startsWith('\r\n', line - 2) ? 2 : 1));
  }
  return undefined;
}

function withComment(tree: Tree, end: number): number {
  return commentBehind(tree, end)?.end ?? end;
}

function removeLines(plan: Plan, child: Child): void {
  const { text } = plan.tree;
  const start = startOfLine(text, child.start);
  const end = nextLine(text, child.end);
  const isLastLine = end === text.length && endOfLine(text, child.end) === text.length;
  if (!isLastLine || start === 0) plan.edits.push({ start, end, newText: '' });
  else plan.edits.push({ start: start - (text.startsWith('\r\n', start - 2) ? 2 : 1), end, newText: '' });
}

/**
 * The member on the line of a dash: what follows moves up to it. Returns the index of the first member that stays;
 * undefined where none does, as in broken text whose last member shares a line with something else.
 */
function removeFirst(plan: Plan, children: Child[], index: number, removed: ReadonlySet<number>): number | undefined {
  const { tree, edits } = plan;
  const child = children[index] as Child;
  let next = index;
  while (removed.has(next)) next++;
  const follower = children[next];
  if (!follower) return undefined;
  const hasComments = tree.comments.some(
    (one) => one.start >= child.end && one.end <= follower.start && isFirstOnLine(tree.text, one.start),
  );
  if (hasComments) {
    // `-` alone, with the comment and the rest below it.
    edits.push({ start: child.start, end: child.end, newText: '' });
    for (let i = index + 1; i < next; i++) removeLines(plan, children[i] as Child);
  } else edits.push({ start: child.start, end: follower.start, newText: '' });
  return next;
}
