import type { Snapshot } from '../snapshot';
import type { Node, Span } from '../syntax';

/** From the smallest span around the offset to the whole file: value, member, map, … */
export function selectionAt(snapshot: Snapshot, offset: number): Span[] {
  const spans: Span[] = [{ start: 0, end: snapshot.text.length }];
  const add = (span: Span) => {
    const last = spans[spans.length - 1] as Span;
    const narrower =
      span.start >= last.start && span.end <= last.end && (span.start > last.start || span.end < last.end);
    if (narrower && span.start <= offset && offset <= span.end) spans.push({ start: span.start, end: span.end });
  };
  let node: Node | undefined = snapshot.tree.docs.find(
    (d) => d.root && d.root.start <= offset && offset <= d.root.end,
  )?.root;
  while (node) {
    add(node);
    node = step(node, offset, add);
  }
  return spans.reverse();
}

function step(node: Node, offset: number, add: (span: Span) => void): Node | undefined {
  const around = (span: Span) => span.start <= offset && offset <= span.end;
  if (node.kind === 'seq') return node.items.find(around);
  if (node.kind !== 'map') return undefined;
  const entry = node.entries.find((e) => !e.via && around(e));
  if (!entry) return undefined;
  add(entry);
  if (around(entry.key)) add(entry.key);
  return entry.value && around(entry.value) ? entry.value : undefined;
}
