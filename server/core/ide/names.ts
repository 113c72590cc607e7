import type { NameKind } from '../../../schemas/runtime';
import type { Definition } from '../definition';
import { familyOf } from '../model/companion';
import type { Fact } from '../model/fact';
import { spanInside } from '../model/inside';
import type { Snapshot } from '../snapshot';
import type { Span } from '../syntax';
import { factsIn } from './at';
import type { View } from './types';

/** One place where a name is given or used. */
export interface Occurrence {
  kind: NameKind;
  role: 'defines' | 'refers';
  name: string;
  uri: string;
  span: Span;
  /** The whole thing around a definition of the name. */
  around: Span;
  /** Names are the same only within one scope: a container belongs to one task definition. */
  scope: string;
  fact: Fact;
}

/** Kinds whose names live inside one task definition. */
const IN_TASK_DEFINITION: ReadonlySet<NameKind> = new Set(['container', 'port', 'volume']);
/** Kinds that can be followed and renamed from file to file; others only complete. */
export const FOLLOWED: ReadonlySet<NameKind> = new Set([...IN_TASK_DEFINITION, 'family', 'discovery']);

const known = new WeakMap<Snapshot, readonly Occurrence[]>();

/** Every name that a file gives or uses. */
export function occurrencesIn(snapshot: Snapshot): readonly Occurrence[] {
  let found = known.get(snapshot);
  if (!found) known.set(snapshot, (found = findOccurrences(snapshot)));
  return found;
}

function findOccurrences(snapshot: Snapshot): Occurrence[] {
  return snapshot.definitions.flatMap((definition) => {
    const home = definition.kind === 'task-definition' ? snapshot.uri : (definition.companion()?.uri ?? snapshot.uri);
    return [...factsIn(definition.root)].flatMap((fact) => occurrenceOf(fact, snapshot.uri, home) ?? []);
  });
}

function occurrenceOf(fact: Fact, uri: string, home: string): Occurrence | undefined {
  const fit = fact.shape?.names;
  const { node } = fact;
  if (!fit || !node || typeof fact.value !== 'string' || node !== fact.target) return undefined;
  const name = fit.kind === 'family' ? familyOf(fact.value) : fact.value;
  if (name === undefined) return undefined;
  const from = fact.value.lastIndexOf(name, fit.kind === 'family' ? fact.value.length : 0);
  const span = spanInside(fact, Math.max(0, from), Math.max(0, from) + name.length) ?? node;
  const scope = IN_TASK_DEFINITION.has(fit.kind) ? home : '';
  return { kind: fit.kind, role: fit.role, name, uri, span, around: fact.parent?.node ?? node, scope, fact };
}

/** The name under a cursor. */
export function occurrenceAt(snapshot: Snapshot, offset: number): Occurrence | undefined {
  return occurrencesIn(snapshot).find((o) => o.span.start <= offset && offset <= o.span.end);
}

/** Every place of the same name, in all files in view, this one first. */
export function sameName(snapshot: Snapshot, occurrence: Occurrence, view: View): Occurrence[] {
  const uris = new Set([snapshot.uri, occurrence.scope || snapshot.uri, ...view.uris()]);
  return [...uris].flatMap((uri) => {
    const file = uri === snapshot.uri ? snapshot : view.snapshot(uri);
    if (!file) return [];
    return occurrencesIn(file).filter(
      (o) => o.kind === occurrence.kind && o.name === occurrence.name && o.scope === occurrence.scope,
    );
  });
}

/** Names of a kind that a member of this definition could use, with where each comes from. */
export function namesFor(
  kind: NameKind,
  definition: Definition,
  snapshot: Snapshot,
  view: View,
): { name: string; from: string; fact: Fact }[] {
  const home = definition.kind === 'task-definition' ? snapshot.uri : definition.companion()?.uri;
  const local = IN_TASK_DEFINITION.has(kind);
  const uris = local ? (home ? [home] : []) : [snapshot.uri, ...view.uris()];
  const found = new Map<string, { name: string; from: string; fact: Fact }>();
  for (const uri of uris) {
    const root = local && definition.kind === 'service' ? definition.companion()?.fact : undefined;
    const facts = root
      ? [...factsIn(root as Fact)].flatMap((f) => occurrenceOf(f, uri, uri) ?? [])
      : occurrencesOf(uri, snapshot, view);
    for (const o of facts) {
      if (o.kind !== kind || (local && o.role !== 'defines') || found.has(o.name)) continue;
      found.set(o.name, { name: o.name, from: o.uri, fact: o.fact });
    }
  }
  return [...found.values()];
}

function occurrencesOf(uri: string, snapshot: Snapshot, view: View): readonly Occurrence[] {
  const file = uri === snapshot.uri ? snapshot : view.snapshot(uri);
  return file ? occurrencesIn(file) : [];
}
