/** Puts one value in place of another. */
import { type Plan, printOptions } from './edit-plan';
import type { Comment, Entry, MapNode, Node, Parent, Plain, SeqNode, TextEdit, Tree } from './node';
import { endOfLine, startOfLine } from './position';
import { isFilled, type PrintOptions, printMember, printPlain } from './print';
import { columnOf, indentOf, nextLine } from './style';
import { commentBehind } from './trivia';

/** Plans the edits that give `target` (a node, or a member that may have no value yet) another value. False: refused. */
export function replaceValue(plan: Plan, target: Entry | Node, value: Plain): boolean {
  const node = target.kind === 'entry' ? target.value : target;
  const entry = target.kind === 'entry' ? target : target.parent.kind === 'entry' ? target.parent : undefined;
  if (entry?.via || entry?.dynamic) return false;
  if (!node) return entry ? fillIn(plan, entry, value) : false;
  const options = { ...printOptions(plan), quote: quoteFor(plan, node, value) };
  if (isInFlow(node, plan.tree)) {
    const lines = plan.tree.syntax === 'json' && isOverLines(plan.tree, node);
    plan.edits.push(
      edit(
        startWithTag(plan.tree, node),
        node.end,
        spaced(
          plan.tree,
          node,
          printPlain(value, { ...options, flow: !lines, indent: indentOf(plan.tree.text, node.start) }),
        ),
      ),
    );
    return true;
  }
  if (entry) return replaceMember(plan, entry, node, value, options);
  if (node.parent.kind === 'seq') {
    const indent = ' '.repeat(columnOf(plan.tree.text, node.parent.start) + 2);
    plan.edits.push(
      edit(startWithTag(plan.tree, node), node.end, spaced(plan.tree, node, printPlain(value, { ...options, indent }))),
    );
    return true;
  }
  plan.edits.push(edit(startWithTag(plan.tree, node), node.end, printPlain(value, options)));
  return true;
}

/** A member of a block map: its value may move between the line of the key and the lines below. */
function replaceMember(plan: Plan, entry: Entry, node: Node, value: Plain, options: PrintOptions): boolean {
  const { tree, edits } = plan;
  const start = startWithTag(tree, node);
  const colon = colonAfter(tree, entry.key.end, start);
  if (colon === undefined || node.anchor !== undefined) return false;
  const indent = ' '.repeat(columnOf(tree.text, entry.start));
  const printed = printMember(value, options, indent);
  const isBlock = (node.kind === 'map' || node.kind === 'seq') && !node.flow;
  if (!isBlock && !isFilled(value)) {
    edits.push(edit(start === node.end ? colon : start, node.end, start === node.end ? printed : printed.slice(1)));
    return true;
  }
  if (isBlock) {
    replaceBlock(
      plan,
      colon,
      node,
      columnOf(tree.text, node.start) - indent.length,
      value,
      { ...options, indent },
      printed,
    );
    return true;
  }
  const after = commentOnLine(tree, node.end, endOfLine(tree.text, node.end));
  if (after) edits.push(edit(colon, node.end, ''), edit(after.end, after.end, printed));
  else edits.push(edit(colon, node.end, printed));
  return true;
}

/** `depth`: columns from the key to the block. Comments between the key and the block stay. */
function replaceBlock(
  plan: Plan,
  colon: number,
  node: Node,
  depth: number,
  value: Plain,
  options: PrintOptions,
  printed: string,
): void {
  const { tree, edits } = plan;
  const { text } = tree;
  if (isFilled(value) && (depth > 0 || Array.isArray(value))) {
    // The new block takes the column of the old one.
    edits.push(
      edit(node.start, node.end, printPlain(value, { ...options, indent: ' '.repeat(columnOf(text, node.start)) })),
    );
    return;
  }
  if (!tree.comments.some((one) => one.start >= colon && one.end <= node.start)) {
    edits.push(edit(colon, node.end, printed));
    return;
  }
  const comment = commentOnLine(tree, colon, endOfLine(text, colon));
  edits.push(
    isFilled(value) ? edit(comment?.end ?? colon, comment?.end ?? colon, printed) : edit(colon, colon, printed),
  );
  const last = commentBehind(tree, node.end)?.end ?? node.end;
  const end = nextLine(text, last);
  const start = startOfLine(text, node.start);
  edits.push(
    end > last && text.slice(last, end).trim() === '' ? edit(start, end, '') : edit(lineBefore(text, start), last, ''),
  );
}

/** End of the line above. */
function lineBefore(text: string, start: number): number {
  return start - (text.startsWith('\r\n', start - 2) ? 2 : 1);
}

/** `"name":` or a name alone: the value goes behind it. */
function fillIn(plan: Plan, entry: Entry, value: Plain): boolean {
  const { tree } = plan;
  const colon = /^\s*:/.exec(tree.text.slice(entry.key.end, entry.key.end + 64))?.[0].length;
  const at = entry.key.end + (colon ?? 0);
  const printed = printPlain(value, {
    ...printOptions(plan),
    flow: tree.syntax === 'yaml',
    indent: indentOf(tree.text, entry.start),
  });
  plan.edits.push(edit(at, at, `${colon === undefined ? ': ' : ' '}${printed}`));
  return true;
}

/** A string keeps the quotes of the string it replaces. */
function quoteFor(plan: Plan, node: Node, value: Plain): '"' | "'" | '' {
  const usual = plan.style.quoteAll ? plan.style.quote : '';
  if (typeof value !== 'string') return usual;
  if (node.kind === 'scalar' && typeof node.value === 'string')
    return node.style === 'double' ? '"' : node.style === 'single' ? "'" : '';
  if (node.kind === 'unknown' && /^["']/.test(node.source)) return node.source[0] as '"' | "'";
  return usual;
}

export function isInFlow(node: Node, tree: Tree): boolean {
  if (tree.syntax === 'json') return true;
  let parent: Parent = node.parent;
  while (parent.kind !== 'doc') {
    const container: MapNode | SeqNode = parent.kind === 'entry' ? parent.parent : parent;
    if (container.flow) return true;
    parent = container.parent;
  }
  return false;
}

function isOverLines(tree: Tree, node: Node): boolean {
  const container = node.parent.kind === 'entry' ? node.parent.parent : node.parent;
  return /[\r\n]/.test(tree.text.slice(container.start, container.end)) || container.kind === 'doc';
}

/** Core tags (`!!str`) stand before the node and would no longer be true; tags of unknown values are part of them. */
function startWithTag(tree: Tree, node: Node): number {
  if (node.tag === undefined || node.kind === 'unknown') return node.start;
  const at = tree.text.lastIndexOf(node.tag, node.start);
  return at !== -1 && tree.text.slice(at + node.tag.length, node.start).trim() === '' ? at : node.start;
}

function colonAfter(tree: Tree, from: number, to: number): number | undefined {
  const at = tree.text.indexOf(':', from);
  return at !== -1 && at <= to ? at + 1 : undefined;
}

function commentOnLine(tree: Tree, from: number, to: number): Comment | undefined {
  return tree.comments.find((comment) => comment.start >= from && comment.start < to);
}

/** A value in an empty place needs a space after the sign before it. */
function spaced(tree: Tree, node: Node, printed: string): string {
  return node.start === node.end && /[:-]/.test(tree.text[node.start - 1] ?? ' ') ? ` ${printed}` : printed;
}

function edit(start: number, end: number, newText: string): TextEdit {
  return { start, end, newText };
}
