/** From "this member is to have this value" to a change of the file. */
import type { Definition } from '../definition';
import type { Fact } from '../model/fact';
import type { Change, MapNode, Plain } from '../syntax';
import type { MemberEdit } from './what-if';

/**
 * The changes that give members their values, maps on the way included. Undefined when one of them stands where nothing
 * can be written: behind a template, or in something that is no map.
 */
export function membersToChanges(definition: Definition, edits: readonly MemberEdit[]): Change[] | undefined {
  return changesIn(definition.service as Fact, nest(edits));
}

type Nested = Map<string, Nested | Plain>;

function nest(edits: readonly MemberEdit[]): Nested {
  const root: Nested = new Map();
  for (const { pointer, value } of edits) {
    const path = pointer.split('/').slice(1);
    const last = path.pop();
    if (last === undefined) continue;
    let map = root;
    for (const name of path) {
      const inner = map.get(name);
      const next: Nested = inner instanceof Map ? inner : new Map();
      map.set(name, next);
      map = next;
    }
    map.set(last, value);
  }
  return root;
}

function changesIn(owner: Fact, wanted: Nested): Change[] | undefined {
  const map = owner.target;
  if (map?.kind !== 'map') return undefined;
  const changes: Change[] = [];
  for (const [name, value] of wanted) {
    const fact = (owner as Fact<Record<string, unknown>>).get(name) as Fact;
    const inner = value instanceof Map && fact.known ? changesIn(fact, value) : [setMember(map, fact, name, value)];
    if (!inner) return undefined;
    changes.push(...inner);
  }
  return changes;
}

function setMember(map: MapNode, fact: Fact, name: string, value: Nested | Plain): Change {
  // A file may write `DesiredCount`; its spelling stays.
  return { kind: 'set', map, name: fact.entry?.name ?? name, value: toPlain(value) };
}

function toPlain(value: Nested | Plain): Plain {
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...value].map(([name, inner]) => [name, toPlain(inner)]));
}
