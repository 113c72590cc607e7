import type { Definition } from '../definition';
import type { Fact } from '../model/fact';
import type { Snapshot } from '../snapshot';
import type { Span } from '../syntax';

/** What stands under a cursor: a fact of a definition, at its key or at its value. */
export interface FactAt {
  definition: Definition;
  fact: Fact;
  on: 'key' | 'value';
  span: Span;
}

const holds = (span: Span | undefined, offset: number): boolean =>
  span !== undefined && span.start <= offset && offset <= span.end;

/** The innermost fact whose key or scalar value is under the offset; undefined outside of definitions. */
export function factAt(snapshot: Snapshot, offset: number): FactAt | undefined {
  const definition = snapshot.definitions.find((d) => holds(d.root.node, offset));
  return definition && descend(definition, definition.root, offset);
}

function descend(definition: Definition, fact: Fact, offset: number): FactAt | undefined {
  for (const [, child] of fact.entriesOf) {
    // A member that came through a merge key stands elsewhere; its text is met where it is written.
    if (!child.entry || child.entry.via) continue;
    if (holds(child.entry.key, offset)) return { definition, fact: child, on: 'key', span: child.entry.key };
    if (holds(child.node, offset)) return inside(definition, child, offset);
  }
  for (const item of fact.itemsOf) if (holds(item.node, offset)) return inside(definition, item, offset);
  return undefined;
}

function inside(definition: Definition, fact: Fact, offset: number): FactAt | undefined {
  if (fact.node && fact.target !== undefined && (fact.target.kind === 'scalar' || fact.target.kind === 'unknown')) {
    return { definition, fact, on: 'value', span: fact.node };
  }
  return descend(definition, fact, offset);
}

/** All facts of a definition that stand in the file, the outer before the inner. What is behind an alias stands elsewhere. */
export function* factsIn(fact: Fact): Generator<Fact> {
  yield fact;
  if (fact.node?.kind === 'alias') return;
  for (const [, child] of fact.entriesOf) yield* factsIn(child);
  for (const item of fact.itemsOf) yield* factsIn(item);
}

/** The path of a fact as the schema's texts have it: `loadBalancers[].containerName`. */
export function docPathOf(fact: Fact): string {
  const parts: string[] = [];
  for (let at: Fact | undefined = fact; at?.parent; at = at.parent) {
    const shape = at.parent.shape;
    if (shape?.type === 'list') parts.push('[]');
    else if (shape?.type === 'map') parts.push('{}');
    else parts.push(`.${canonical(at)}`);
  }
  return parts.reverse().join('').replace(/^\./, '');
}

function canonical(fact: Fact): string {
  const name = fact.entry?.name ?? fact.pointer.slice(fact.pointer.lastIndexOf('/') + 1);
  const shape = fact.parent?.shape;
  if (shape?.type !== 'object' || Object.hasOwn(shape.members, name)) return name;
  return name.charAt(0).toLowerCase() + name.slice(1);
}
