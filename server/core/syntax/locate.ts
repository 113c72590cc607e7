/** Where a cursor stands in a document that is being typed: which container, key or value, and what is missing around it. */

import { locateInBlock } from './locate-block';
import { locateInFlow } from './locate-flow';
import type { Doc, Entry, MapNode, Node, SeqNode, Span, TextEdit, Tree } from './node';
import { docAt, type Path } from './path';

export interface CursorContext {
  doc: Doc;
  /** key: a member's name. value: a member's value. item: a list item. none: a comment, a template, past the end. */
  at: 'key' | 'value' | 'item' | 'none';
  /** From the document's root to the container: the map of a key or value, the list of an item. */
  path: Path;
  /** The container in the tree; missing while it is only being typed. */
  map?: MapNode;
  seq?: SeqNode;
  /** The container has nothing in it yet: the value of `networkConfiguration:` ⏎ could become a map, a list or a scalar. */
  fresh: boolean;
  /** Name of the member, at a value; its name as typed so far, at a key. */
  name?: string;
  /** Position in the list, at an item. */
  index?: number;
  /** The member around the cursor, when it is in the tree already. */
  entry?: Entry;
  /** The node under the cursor, when there is one. */
  node?: Node;
  /** `{…}` or `[…]`, and all JSON. */
  flow: boolean;
  /** What a completion replaces: the whole word or quoted string under the cursor. */
  replace: Span;
  /** Text from `replace.start` to the cursor, as typed. */
  typed: string;
  /** The same without an opening quote: what to filter by. */
  prefix: string;
  needs: Needs;
  /** Edits elsewhere that an insertion here needs to be valid: a missing comma before, another indentation. */
  also: TextEdit[];
  /** Column in which the members or items of the container stand (or would stand). */
  indent: number;
  /** Names that the container has already, without the one being typed. */
  siblings: string[];
}

/** What the inserted text must bring along. */
export interface Needs {
  /** A space first: `key:|`. */
  space: boolean;
  /** Quotes around a key or a string: this one, or none. */
  quote: '"' | "'" | '';
  /** A colon after the name. */
  colon: boolean;
  /** A comma after the insertion. */
  comma: boolean;
  /** `- ` before an item. */
  dash: boolean;
}

/** The context at an offset. Works on half-typed text; where nothing can be completed `at` is none. */
export function contextAt(tree: Tree, offset: number): CursorContext {
  const doc = docAt(tree, offset);
  if (isOutOfReach(tree, offset)) return nowhere(doc, offset);
  if (tree.syntax === 'json') return locateInFlow(tree, doc, 0, [], offset);
  const flow = outermostFlow(tree, doc, offset);
  if (flow) return locateInFlow(tree, doc, flow.node.start, flow.path, offset);
  return locateInBlock(tree, doc, offset);
}

export function nowhere(doc: Doc, offset: number): CursorContext {
  return {
    doc,
    at: 'none',
    path: [],
    fresh: false,
    flow: false,
    replace: { start: offset, end: offset },
    typed: '',
    prefix: '',
    needs: { space: false, quote: '', colon: false, comma: false, dash: false },
    also: [],
    indent: 0,
    siblings: [],
  };
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
