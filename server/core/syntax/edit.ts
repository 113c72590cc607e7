/**
 * Changes → text edits, as small as they can be and in the file's own style. Comments, quotes, order and layout stay;
 * what cannot be done without touching another place (behind an alias, between template directives) is refused.
 */
import { isMergeKey } from './build';
import type { Change } from './change';
import { appendToBlock, removeFromBlock } from './edit-block';
import { changeFlow } from './edit-flow';
import { isShared } from './edit-guard';
import { type Added, type Plan, plainText, rawText } from './edit-plan';
import { replaceValue } from './edit-value';
import type { Entry, MapNode, Node, SeqNode, TextEdit, Tree } from './node';
import { parse } from './parse';
import { printKey } from './print';
import { detectStyle } from './style';

/**
 * Edits that carry out all changes, in order and without overlap, or undefined when one of them cannot be done safely.
 * The edited text is read again before it is handed out: a change that would break the file is refused too.
 */
export function changesToEdits(tree: Tree, changes: readonly Change[]): TextEdit[] | undefined {
  const edits = planEdits(tree, changes);
  return edits && isSound(tree, edits) ? edits : undefined;
}

/** The same before the edited text is read again: for whoever asks `isSound` about many at once. */
export function planEdits(tree: Tree, changes: readonly Change[]): TextEdit[] | undefined {
  if (tree.isCut) return undefined;
  const plan: Plan = { tree, style: detectStyle(tree), edits: [], containers: new Map() };
  for (const change of changes) if (!planChange(plan, change)) return undefined;
  for (const [container, work] of plan.containers) {
    if (isTakenAway(plan, container)) continue;
    const done = container.flow
      ? changeFlow(plan, container, work)
      : removeFromBlock(plan, container, work) && appendToBlock(plan, container, work);
    if (!done) return undefined;
  }
  return mergeEdits(plan.edits);
}

/** The text after edits that do not overlap, in any order. Edits at the same place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, edit.start), edit.newText);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

function planChange(plan: Plan, change: Change): boolean {
  const { tree } = plan;
  switch (change.kind) {
    case 'text':
      plan.edits.push(change.edit);
      return true;
    case 'set': {
      if (isShared(tree, change.map)) return false;
      const entry = change.map.entries.findLast((one) => one.name === change.name && !isMergeKey(one));
      if (entry) return replaceValue(plan, entry, change.value);
      return addTo(plan, change.map, { name: change.name, text: plainText(change.value), after: change.after });
    }
    case 'append':
      return !isShared(tree, change.seq) && addTo(plan, change.seq, { text: plainText(change.value) });
    case 'replace':
      return !isShared(tree, change.node) && replaceValue(plan, change.node, change.value);
    case 'rename': {
      const { entry, name } = change;
      if (entry.via || entry.dynamic || isShared(tree, entry.parent)) return false;
      const { start, end, style } = entry.key;
      const keyQuote = style === 'double' ? '"' : style === 'single' ? "'" : '';
      plan.edits.push({
        start,
        end,
        newText: printKey(name, { syntax: tree.syntax, keyQuote, flow: entry.parent.flow }),
      });
      return true;
    }
    case 'remove':
      return removeFrom(plan, change.target);
    case 'move': {
      const { entry, to } = change;
      const name = change.name ?? entry.name;
      if (entry.parent === to) return planChange(plan, { kind: 'rename', entry, name });
      if (!entry.value || isShared(tree, to) || isInside(to, entry)) return false;
      return removeFrom(plan, entry) && addTo(plan, to, { name, text: rawText(plan, entry.value) });
    }
  }
}

function addTo(plan: Plan, container: MapNode | SeqNode, added: Added): boolean {
  workOn(plan, container).added.push(added);
  return true;
}

function removeFrom(plan: Plan, target: Entry | Node): boolean {
  if (isShared(plan.tree, target)) return false;
  const parent = target.parent;
  if (target.kind === 'entry') {
    if (target.via || target.dynamic) return false;
    workOn(plan, target.parent).removed.add(target.parent.entries.indexOf(target));
    return true;
  }
  if (parent.kind === 'entry') return removeFrom(plan, parent);
  if (parent.kind !== 'seq') return false;
  workOn(plan, parent).removed.add(parent.items.indexOf(target));
  return true;
}

function workOn(plan: Plan, container: MapNode | SeqNode) {
  let work = plan.containers.get(container);
  if (!work) {
    work = { added: [], removed: new Set() };
    plan.containers.set(container, work);
  }
  return work;
}

function isInside(node: Node, entry: Entry): boolean {
  return node.start >= entry.start && node.end <= entry.end;
}

/** Whether a container goes with something that is removed: what would change in it goes too. */
function isTakenAway({ containers }: Plan, container: MapNode | SeqNode): boolean {
  for (const [outer, { removed }] of containers) {
    const children: readonly (Entry | Node)[] = outer.kind === 'map' ? outer.entries : outer.items;
    for (const i of removed) {
      const child = children[i];
      if (outer !== container && child && container.start >= child.start && container.end <= child.end) return true;
    }
  }
  return false;
}

/**
 * In order; undefined when two edits want the same text. An edit wholly inside a deletion goes with it, but for a new
 * line of the block around it: when the last line of an inner block goes, that one moves up in front of the deletion.
 */
function mergeEdits(edits: readonly TextEdit[]): TextEdit[] | undefined {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: TextEdit[] = [];
  for (const edit of sorted) {
    const last = merged.at(-1);
    if (last && edit.start < last.end) {
      if (last.newText !== '' || edit.end > last.end) return undefined;
      if (edit.start === edit.end && /^\r?\n/.test(edit.newText)) insertInFront(merged, edit);
      continue;
    }
    merged.push(edit);
  }
  return merged;
}

/** Puts a new line at the end of the line before the deletions that end the list. */
function insertInFront(merged: TextEdit[], { newText }: TextEdit): void {
  const eol = newText.startsWith('\r\n') ? 2 : 1;
  let i = merged.length - 1;
  let at = (merged[i]?.start ?? 0) - eol;
  while (i > 0 && (merged[i - 1]?.end ?? 0) > at) {
    i--;
    at = (merged[i]?.start ?? 0) - eol;
  }
  merged.splice(i, 0, { start: at, end: at, newText });
}

/** True when the edited text has no more errors than the text had. */
export function isSound(tree: Tree, edits: readonly TextEdit[]): boolean {
  const countErrors = (one: Tree) => one.problems.filter((problem) => problem.severity === 'error').length;
  return countErrors(parse(applyEdits(tree.text, edits), tree.syntax, tree)) <= countErrors(tree);
}
