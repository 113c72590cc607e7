/** Adding and removing between brackets: JSON, and flow collections in YAML. Mostly a matter of commas. */
import { replaceWithBlock } from './edit-block';
import type { Added, Plan, Work } from './edit-plan';
import { printOptions } from './edit-plan';
import { isInFlow } from './edit-value';
import type { MapNode, SeqNode, Tree } from './node';
import { endOfLine } from './position';
import { type PrintOptions, printKey } from './print';
import { indentOf, isFirstOnLine, nextLine } from './style';
import { commentBehind, skipTrivia, trimBack } from './trivia';

/** A member or an item with what stands around it. */
interface Child {
  /** With its tag or anchor. */
  start: number;
  end: number;
  /** Offset of the comma behind it. */
  comma?: number;
  name?: string;
  removed: boolean;
}

interface Layout {
  children: Child[];
  /** Offset of the closing bracket. */
  close: number;
}

/** Plans additions and removals in one collection. False: refused. */
export function changeFlow(plan: Plan, container: MapNode | SeqNode, work: Work): boolean {
  const { tree } = plan;
  const layout = readLayout(tree, container, work.removed);
  if (
    !layout ||
    tree.templates.some((one) => one.role === 'directive' && one.start > container.start && one.end < container.end)
  )
    return false;
  const survivors = layout.children.filter((child) => !child.removed);
  if (survivors.length === 0) return refill(plan, container, layout, work.added);
  for (const child of layout.children) if (child.removed) removeChild(plan, layout, child);
  const last = survivors.at(-1) as Child;
  const groups = new Map<Child, Added[]>();
  for (const added of work.added) {
    const anchor = (added.after !== undefined && survivors.findLast((child) => child.name === added.after)) || last;
    groups.set(anchor, [...(groups.get(anchor) ?? []), added]);
  }
  const isTailGone = layout.children.at(-1) !== last;
  if (isTailGone && last.comma !== undefined && !groups.has(last) && layout.children.at(-1)?.comma === undefined) {
    plan.edits.push({ start: last.comma, end: last.comma + 1, newText: '' });
  }
  for (const [anchor, added] of groups) {
    const isFollowed = anchor !== last || layout.children.at(-1)?.comma !== undefined;
    insertBehind(plan, container, survivors[0] as Child, anchor, added, isFollowed);
  }
  return true;
}

function readLayout(tree: Tree, container: MapNode | SeqNode, removed: ReadonlySet<number>): Layout | undefined {
  const close = container.end - 1;
  if (tree.text[close] !== (container.kind === 'map' ? '}' : ']')) return undefined;
  const spans = container.kind === 'map' ? container.entries : container.items;
  const children: Child[] = [];
  let at = container.start + 1;
  for (const [i, { end }] of spans.entries()) {
    const start = skipTrivia(tree, at);
    const behind = skipTrivia(tree, end);
    const comma = tree.text[behind] === ',' ? behind : undefined;
    const name = container.kind === 'map' ? container.entries[i]?.name : undefined;
    children.push({ start, end, comma, name, removed: removed.has(i) });
    at = comma === undefined ? end : comma + 1;
  }
  return { children, close };
}

function removeChild(plan: Plan, layout: Layout, child: Child): void {
  const { tree, edits } = plan;
  const { text } = tree;
  const { children } = layout;
  const index = children.indexOf(child);
  let end = child.comma === undefined ? child.end : child.comma + 1;
  const comment = commentBehind(tree, end);
  if (comment) end = comment.end;
  const isLineEnd = text.slice(end, endOfLine(text, end)).trim() === '';
  if (isLineEnd && isFirstOnLine(text, child.start)) {
    edits.push({ start: trimBack(text, child.start), end: nextLine(text, end), newText: '' });
    return;
  }
  const next = children[index + 1];
  const isTail = children.slice(index).every((one) => one.removed);
  // White space before goes along at the end of the collection, else the white space behind.
  const isAfterGap =
    children[index - 1]?.removed === true && text.slice(children[index - 1]?.end, child.start).trim() === ',';
  const start = isLineEnd || (isTail && !isAfterGap) ? trimBack(text, child.start) : child.start;
  if (next && !isLineEnd && text.slice(end, next.start).trim() === '') end = next.start;
  edits.push({ start, end, newText: '' });
}

function insertBehind(
  plan: Plan,
  container: MapNode | SeqNode,
  first: Child,
  anchor: Child,
  added: Added[],
  isFollowed: boolean,
): void {
  const { tree, edits, style } = plan;
  const lines = isFirstOnLine(tree.text, first.start);
  const indent = indentOf(tree.text, first.start);
  const options = { ...flowOptions(plan, container), indent };
  const between = lines ? style.eol + indent : ' ';
  const printed = added.map((one) => printAdded(one, options, lines));
  let text = printed.map((one) => between + one).join(',');
  if (isFollowed) text += ',';
  let at = anchor.comma === undefined ? anchor.end : anchor.comma + 1;
  const comment = lines ? commentBehind(tree, at) : undefined;
  if (anchor.comma === undefined && comment) edits.push({ start: at, end: at, newText: ',' });
  else if (anchor.comma === undefined) text = `,${text}`;
  if (comment) at = comment.end;
  edits.push({ start: at, end: at, newText: text });
}

/** Everything that was in the collection goes, or nothing was in it. */
function refill(plan: Plan, container: MapNode | SeqNode, layout: Layout, added: Added[]): boolean {
  const { tree, edits, style } = plan;
  const start = container.start + 1;
  const comments = tree.comments.filter((one) => one.start >= start && one.end <= layout.close);
  const isKept = comments.filter(
    (one) => !layout.children.some((child) => child.start <= one.start && one.end <= child.end),
  );
  if (added.length === 0 && isKept.length > 0) {
    for (const child of layout.children) removeChild(plan, layout, child);
    return true;
  }
  if (isKept.length > 0) return false;
  if (added.length === 0) {
    edits.push({ start, end: layout.close, newText: '' });
    return true;
  }
  if (tree.syntax === 'yaml' && layout.children.length === 0 && !isInFlow(container, tree))
    return replaceWithBlock(plan, container, added);
  const owner = container.parent.kind === 'entry' ? container.parent : container;
  const inside = tree.text.slice(start, layout.close);
  const isMultiline =
    layout.children.length > 0
      ? /[\r\n]/.test(inside)
      : tree.syntax === 'json' && isFirstOnLine(tree.text, owner.start);
  const outer = indentOf(tree.text, owner.start);
  const indent = outer + style.unit;
  const options = { ...flowOptions(plan, container), indent };
  const printed = added.map((one) => printAdded(one, options, isMultiline));
  const newText = isMultiline
    ? `${style.eol}${indent}${printed.join(`,${style.eol}${indent}`)}${style.eol}${outer}`
    : container.kind === 'map'
      ? ` ${printed.join(', ')} `
      : printed.join(', ');
  edits.push({ start, end: layout.close, newText });
  return true;
}

/** Between brackets the neighbours tell whether names and strings have quotes: YAML may be written like JSON. */
function flowOptions(plan: Plan, container: MapNode | SeqNode): PrintOptions {
  const options = { ...printOptions(plan), flow: true };
  const key = container.kind === 'map' ? container.entries[0]?.key.style : undefined;
  const keyQuote = key === 'double' ? '"' : key === 'single' ? "'" : '';
  return { ...options, keyQuote, quote: options.quote || keyQuote };
}

function printAdded(added: Added, options: PrintOptions, lines: boolean): string {
  const value = added.text.inFlow(options, lines);
  return added.name === undefined ? value : `${printKey(added.name, options)}: ${value}`;
}
