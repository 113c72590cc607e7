/** Where a node is, and which node is there. */
import type { Doc, Entry, Node, Span, Tree } from './node';
import { members, resolveAlias } from './resolve';

export type Path = (string | number)[];

/** Names and indices from the document's root to a node or to a member's value. The root's path is empty. */
export function pathOf(node: Node | Entry): Path {
  const path: Path = [];
  let at: Node | Entry | Doc = node;
  while (at.kind !== 'doc') {
    const parent: Node | Entry | Doc = at.parent;
    if (at.kind === 'entry') path.push(at.name);
    else if (parent.kind === 'seq') path.push(parent.items.indexOf(at));
    at = parent;
  }
  return path.reverse();
}

/** The node at a path, through aliases and merge keys; undefined where the path leaves the tree. */
export function findNode(root: Node | undefined, path: Readonly<Path>): Node | undefined {
  let at = root;
  for (const step of path) {
    const node = resolveAlias(at);
    if (typeof step === 'number') at = node?.kind === 'seq' ? node.items[step] : undefined;
    else at = node?.kind === 'map' ? members(node).findLast((entry) => entry.name === step)?.value : undefined;
  }
  return at;
}

export interface Spot {
  doc: Doc;
  /** Innermost node whose span holds the offset or ends there; the key when the cursor is on one. */
  node?: Node;
  /** Innermost member around the offset. */
  entry?: Entry;
  onKey: boolean;
}

/** What stands at an offset, for hovers and links. Inside white space of a map the map itself is the node. */
export function nodeAt(tree: Tree, offset: number): Spot {
  const spot: Spot = { doc: docAt(tree, offset), onKey: false };
  let at = spot.doc.root;
  if (!at || at.start > offset || at.end < offset) return spot;
  while (at) {
    spot.node = at;
    if (at.kind === 'seq') {
      at = spanAt(at.items, offset);
      continue;
    }
    if (at.kind !== 'map') break;
    const entry: Entry | undefined = spanAt(at.entries, offset);
    if (!entry) break;
    spot.entry = entry;
    spot.onKey = offset <= entry.key.end;
    if (spot.onKey) spot.node = entry.key;
    const value: Node | undefined = entry.value;
    at = !spot.onKey && value && value.start <= offset && offset <= value.end ? value : undefined;
  }
  return spot;
}

/** The document around an offset: the last one that begins at or before it. */
export function docAt(tree: Tree, offset: number): Doc {
  return lastFrom(tree.docs, offset) as Doc;
}

/** Of spans in the order of the text the last one around an offset. */
function spanAt<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  const found = lastFrom(spans, offset);
  return found && found.start <= offset && offset <= found.end ? found : undefined;
}

/** The last that begins at or before the offset; the first where none does. */
export function lastFrom<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle] as T).start <= offset) low = middle;
    else high = middle - 1;
  }
  return spans[low];
}
