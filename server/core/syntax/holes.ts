/** Marks the maps and lists around a gap as open, so that nobody concludes anything from what they lack. */
import type { Build } from './build';
import { firstAfter } from './build';
import type { Doc, Entry, Node, Span, Template } from './node';

/** `gaps`: where something could not be read. `holes`: directives, which may add members to every block that they touch. */
export function openAround(docs: readonly Doc[], build: Build): void {
  const reaches: Span[] = build.gaps.map((at) => ({ start: at, end: at }));
  for (const hole of build.holes)
    reaches.push({ start: textBefore(build, hole.start), end: textAfter(build, hole.end) });
  reaches.sort((a, b) => a.start - b.start || a.end - b.end);
  const distinct = reaches.filter(
    (reach, i) => i === 0 || reach.start !== reaches[i - 1]?.start || reach.end !== reaches[i - 1]?.end,
  );
  for (const doc of docs) if (doc.root) openNode(doc.root, distinct, build);
}

function openNode(node: Node, reaches: readonly Span[], build: Build): void {
  if (node.kind !== 'map' && node.kind !== 'seq') return;
  const inside = reaches.filter((reach) =>
    node.flow ? reach.start < node.end && reach.end > node.start : reach.start <= node.end && reach.end >= node.start,
  );
  if (inside.length === 0) return;
  node.open = true;
  if (node.kind === 'seq') {
    for (let i = 0; i < node.items.length; i++) {
      const item = node.items[i] as Node;
      node.items[i] = replaceEmpty(item, node, build) ?? item;
      openNode(node.items[i] as Node, inside, build);
    }
    return;
  }
  for (const entry of node.entries) {
    if (!entry.value) continue;
    entry.value = replaceEmpty(entry.value, entry, build) ?? entry.value;
    openNode(entry.value, inside, build);
  }
}

/** A value left empty right before a directive is what the directive writes: unknown, not null. */
function replaceEmpty(node: Node, parent: Entry | Extract<Node, { kind: 'seq' }>, build: Build): Node | undefined {
  if (node.kind !== 'scalar' || node.start !== node.end) return undefined;
  const hole = build.holes[firstAfter(build.holes, node.end)];
  if (!hole || textBefore(build, hole.start) > node.end) return undefined;
  const template = build.templates[firstAfter(build.templates, hole.start)] as Template;
  const { start, end, source } = template;
  return { kind: 'unknown', start, end, parent, reason: 'template', source };
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
