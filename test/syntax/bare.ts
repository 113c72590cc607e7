/** Trees, to be compared and to be doubted. */
import type { Entry, Node, Parent, Span, Tree } from '../../server/core/syntax';

/** A tree as plain data, without the links that lead back up. */
export function bare(tree: Tree): unknown {
  const node = (one: Node | undefined): unknown => {
    if (!one) return undefined;
    if (one.kind === 'map') {
      const { kind, start, end, tag, anchor, flow, open, irregular } = one;
      return { kind, start, end, tag, anchor, flow, open, irregular, entries: one.entries.map(entry) };
    }
    if (one.kind === 'seq') {
      const { kind, start, end, tag, anchor, flow, open } = one;
      return { kind, start, end, tag, anchor, flow, open, items: one.items.map(node) };
    }
    const { parent: _, ...rest } = one;
    return one.kind === 'alias' ? { ...rest, target: one.target && [one.target.start, one.target.end] } : rest;
  };
  const entry = ({ parent: _, key, value, ...rest }: Entry) => ({ ...rest, key: node(key), value: node(value) });
  const docs = tree.docs.map((doc) => ({ index: doc.index, start: doc.start, end: doc.end, root: node(doc.root) }));
  return { ...tree, docs };
}

/** Parents hold their children, in span and in fact; sources are what the text says. */
export function checkTree(tree: Tree): void {
  const inside = (outer: Span, inner: Span, what: string) => {
    if (inner.start < outer.start || inner.end > outer.end || inner.start > inner.end) {
      throw new Error(
        `${what} [${inner.start},${inner.end}] is not inside [${outer.start},${outer.end}] in ${JSON.stringify(tree.text)}`,
      );
    }
  };
  const all = { start: 0, end: tree.text.length };
  const visit = (node: Node, parent: Parent): void => {
    inside(parent.kind === 'doc' ? all : parent, node, node.kind);
    if (node.parent !== parent) throw new Error(`a ${node.kind} does not know its parent`);
    if ((node.kind === 'scalar' || node.kind === 'unknown') && node.source !== tree.text.slice(node.start, node.end))
      throw new Error(`source ${node.source} is not the text`);
    if (node.kind === 'seq') for (const item of node.items) visit(item, node);
    if (node.kind === 'map') {
      for (const entry of node.entries) {
        inside(node, entry, 'entry');
        inside(entry, entry.key, 'key');
        if (entry.parent !== node || entry.key.parent !== entry) throw new Error('an entry does not know its parent');
        if (entry.value) visit(entry.value, entry);
      }
    }
  };
  for (const doc of tree.docs) if (doc.root) visit(doc.root, doc);
  for (const span of [...tree.problems, ...tree.comments, ...tree.templates]) inside(all, span, 'span');
}
