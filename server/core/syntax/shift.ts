/** Moves what was read at one place to another. */
import type { Doc, Entry, MapNode, Node, Parent, ScalarNode, SeqNode, Span, SyntaxProblem } from './node';

/** Moves a document in place. Only for documents that nobody has seen yet. */
export function shiftDoc(doc: Doc, by: number): void {
  doc.start += by;
  doc.end += by;
  if (doc.root) shiftNode(doc.root, by);
}

function shiftNode(node: Node, by: number): void {
  node.start += by;
  node.end += by;
  if (node.kind === 'seq') for (const item of node.items) shiftNode(item, by);
  else if (node.kind === 'map') {
    for (const entry of node.entries) {
      entry.start += by;
      entry.end += by;
      shiftNode(entry.key, by);
      if (entry.value) shiftNode(entry.value, by);
    }
  }
}

export function shiftSpan<T extends Span>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}

export function shiftProblem(problem: SyntaxProblem, by: number): SyntaxProblem {
  const related = problem.related?.map((one) => ({ ...one, span: shiftSpan(one.span, by) }));
  return { ...shiftSpan(problem, by), ...(related && { related }) };
}

/** A document that stands elsewhere in an earlier tree. Its nodes are copied when somebody looks at them. */
export class MovedDoc implements Doc {
  readonly kind = 'doc';
  readonly start: number;
  readonly end: number;
  readonly moved: { from: Doc; by: number };
  private copy: Node | undefined;

  constructor(
    from: Doc,
    by: number,
    readonly index: number,
  ) {
    this.moved = { from, by };
    this.start = from.start + by;
    this.end = from.end + by;
  }

  get root(): Node | undefined {
    const { from, by } = this.moved;
    if (!this.copy && from.root) this.copy = copyNode(from.root, this, by, new Map());
    return this.copy;
  }
}

/** `copies`: the anchored nodes so far, for the aliases that follow them. */
function copyNode(node: Node, parent: Parent, by: number, copies: Map<Node, Node>): Node {
  const copy: Node = { ...node, parent, start: node.start + by, end: node.end + by };
  if (node.anchor !== undefined) copies.set(node, copy);
  if (node.kind === 'alias') {
    if (node.target) (copy as typeof node).target = copies.get(node.target) ?? node.target;
  } else if (node.kind === 'seq') {
    const seq = copy as SeqNode;
    seq.items = node.items.map((item) => copyNode(item, seq, by, copies));
  } else if (node.kind === 'map') {
    const map = copy as MapNode;
    map.entries = node.entries.map((entry) => copyEntry(entry, map, by, copies));
  }
  return copy;
}

function copyEntry(entry: Entry, parent: MapNode, by: number, copies: Map<Node, Node>): Entry {
  const copy: Entry = { ...entry, parent, start: entry.start + by, end: entry.end + by };
  copy.key = copyNode(entry.key, copy, by, copies) as ScalarNode;
  if (entry.value) copy.value = copyNode(entry.value, copy, by, copies);
  return copy;
}
