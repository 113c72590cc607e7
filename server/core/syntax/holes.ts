/** Marks the maps and lists around a gap as open, so that nobody concludes anything from what they lack. */
import type { Build } from './build';
import { firstAfter } from './build';
import type { Doc, Entry, Node, Parent, Span, Template } from './node';

/** `gaps`: where something could not be read. `holes`: directives, which may add members to every block that they touch. */
export function openAround(docs: readonly Doc[], build: Build): void {
  const points = build.gaps.sort((a, b) => a - b).map((at) => ({ start: at, end: at }));
  const gaps = reachOut(build, points);
  const holes = reachOut(build, build.holes);
  const reaches: Reaches = { build, gaps, holes };
  for (const doc of docs) if (doc.root) openNode(doc.root, reaches);
}

/** Each span widened to the text on both sides. Neighbours share the walk, or a file of directives would be quadratic. */
function reachOut(build: Build, spans: readonly Span[]): Span[] {
  const reaches: Span[] = [];
  for (let i = 0; i < spans.length; i++) {
    const hole = spans[i] as Span;
    const previous = spans[i - 1];
    const isAlone = previous && build.text.slice(previous.end, hole.start).trim() === '';
    reaches.push({ start: isAlone ? (reaches[i - 1] as Span).start : textBefore(build, hole.start), end: hole.end });
  }
  for (let i = spans.length - 1; i >= 0; i--) {
    const next = spans[i + 1];
    const hole = spans[i] as Span;
    const isAlone = next && build.text.slice(hole.end, next.start).trim() === '';
    (reaches[i] as Span).end = isAlone ? (reaches[i + 1] as Span).end : textAfter(build, hole.end);
  }
  return reaches;
}

/** Both lists are in order by start and by end. */
interface Reaches {
  build: Build;
  gaps: readonly Span[];
  holes: readonly Span[];
}

/** A block takes in what touches it; only what stands inside its brackets belongs to a flow collection. */
function isReached(node: Node & { flow: boolean }, reaches: readonly Span[]): boolean {
  const first = reaches[firstAfter(reaches, node.flow ? node.start : node.start - 1)];
  return first !== undefined && (node.flow ? first.start < node.end : first.start <= node.end);
}

function openNode(node: Node, reaches: Reaches): void {
  if (node.kind !== 'map' && node.kind !== 'seq') return;
  if (!isReached(node, reaches.gaps) && !isReached(node, reaches.holes)) return;
  node.open = true;
  if (node.kind === 'seq') {
    for (let i = 0; i < node.items.length; i++) {
      const item = node.items[i] as Node;
      node.items[i] = replaceEmpty(item, node, reaches.build) ?? item;
      openNode(node.items[i] as Node, reaches);
    }
    return;
  }
  for (const entry of node.entries) {
    if (!entry.value) continue;
    entry.value = replaceEmpty(entry.value, entry, reaches.build) ?? entry.value;
    openNode(entry.value, reaches);
  }
}

/** A value left empty right before a directive is what the directive writes: unknown, not null. */
function replaceEmpty(node: Node, parent: Entry | Extract<Node, { kind: 'seq' }>, build: Build): Node | undefined {
  if (node.kind !== 'scalar' || node.start !== node.end) return undefined;
  const hole = build.holes[firstAfter(build.holes, node.end)];
  if (!hole || textBefore(build, hole.start) > node.end) return undefined;
  const template = build.templates[firstAfter(build.templates, hole.start)] as Template;
  const { start, end, source } = template;
  stretch(parent, end);
  return { kind: 'unknown', start, end, parent, reason: 'template', source };
}

/** What stands around a node reaches at least as far as the node. */
function stretch(parent: Parent, end: number): void {
  for (let at = parent; at.kind !== 'doc' && at.end < end; at = at.parent as Parent) at.end = end;
}

/** End of the last thing before `offset` that is neither white space nor a comment nor a directive (those are blanked). */
function textBefore(build: Build, offset: number): number {
  const { text, comments } = build;
  let i = offset;
  for (;;) {
    while (i > 0 && text.charCodeAt(i - 1) <= 32) i--;
    const comment = comments[firstAfter(comments, i - 1)];
    if (!comment || comment.start >= i) return i;
    i = comment.start;
  }
}

function textAfter(build: Build, offset: number): number {
  const { text, comments } = build;
  let i = offset;
  for (;;) {
    while (i < text.length && text.charCodeAt(i) <= 32) i++;
    const comment = comments[firstAfter(comments, i)];
    if (!comment || comment.start > i) return i;
    i = comment.end;
  }
}
