/** Where a cursor stands in a document that is being typed: which container, key or value, and what is missing around it. */

import { type CursorContext, nowhere } from './cursor';
import { locateInBlock } from './locate-block';
import { locateInFlow } from './locate-flow';
import type { Doc, Entry, MapNode, SeqNode, Tree } from './node';
import { docAt, type Path } from './path';

/** The context at an offset. Works on half-typed text; where nothing can be completed `at` is none. */
export function contextAt(tree: Tree, offset: number): CursorContext {
  const doc = docAt(tree, offset);
  if (isOutOfReach(tree, offset)) return nowhere(doc, offset);
  if (tree.syntax === 'json') return locateInFlow(tree, doc, 0, [], offset);
  const flow = outermostFlow(tree, doc, offset);
  if (flow) return locateInFlow(tree, doc, flow.node.start, flow.path, offset);
  return locateInBlock(tree, doc, offset);
}

/** Comments, templates and what was not read: nothing of ours can be completed there. */
function isOutOfReach(tree: Tree, offset: number): boolean {
  if (tree.isCut && offset > (tree.docs.at(-1)?.end ?? 0)) return true;
  for (const comment of tree.comments) {
    if (comment.start >= offset) break;
    const isBlock = tree.text.startsWith('*/', comment.end - 2);
    if (isBlock ? offset < comment.end : offset <= comment.end) return true;
  }
  return tree.templates.some((template) => template.start < offset && offset < template.end);
}

/** The outermost `{…}` or `[…]` of a YAML document around the cursor, closed or not. */
function outermostFlow(tree: Tree, doc: Doc, offset: number): { node: MapNode | SeqNode; path: Path } | undefined {
  const path: Path = [];
  let at = doc.root;
  while (at && at.start < offset && offset <= at.end + 1) {
    if (at.kind !== 'map' && at.kind !== 'seq') return undefined;
    if (at.flow) {
      const isClosed = tree.text[at.end - 1] === (at.kind === 'map' ? '}' : ']');
      return at.start < offset && (offset < at.end || !isClosed) ? { node: at, path } : undefined;
    }
    if (at.kind === 'seq') {
      const index: number = at.items.findLastIndex((item) => item.start < offset);
      path.push(index);
      at = at.items[index];
    } else {
      const entry: Entry | undefined = at.entries.findLast((one) => one.start < offset);
      if (entry) path.push(entry.name);
      at = entry?.value;
    }
  }
  return undefined;
}
