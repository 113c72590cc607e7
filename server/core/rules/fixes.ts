import type { Fact } from '../model/fact';
import type { Change, Plain } from '../syntax';

/**
 * The changes that rules make, in the words of facts. How they are written in a file is the matter of `syntax`.
 * A change that cannot be made at its place (the value stands behind an alias) gives [], and so no fix.
 */

/** Gives the member at a path below `owner` a value, adding the objects on the way that are not there yet. */
export function set(owner: Fact<never> | Fact, path: string | readonly string[], value: Plain): Change[] {
  const [first, ...rest] = typeof path === 'string' ? [path] : path;
  if (first === undefined || owner.node !== owner.target || owner.target?.kind !== 'map') return [];
  const child = (owner as Fact<Record<string, unknown>>).get(first);
  if (rest.length > 0 && child.known && child.target?.kind === 'map') return set(child as Fact, rest, value);
  const nested = rest.reduceRight<Plain>((inner, name) => ({ [name]: inner }), value);
  return [{ kind: 'set', map: owner.target, name: child.entry?.name ?? first, value: nested }];
}

/** Takes a member or an item away. */
export function remove(fact: Fact<never> | Fact): Change[] {
  if (fact.entry) return fact.entry.via ? [] : [{ kind: 'remove', target: fact.entry }];
  return fact.node && fact.node === fact.target ? [{ kind: 'remove', target: fact.node }] : [];
}

/** Takes several away. */
export function removeAll(facts: readonly (Fact<never> | Fact)[]): Change[] {
  return facts.flatMap((fact) => remove(fact));
}

/** Gives a member another name. */
export function rename(fact: Fact<never> | Fact, name: string): Change[] {
  return fact.entry && !fact.entry.via ? [{ kind: 'rename', entry: fact.entry, name }] : [];
}

/** Puts another value in place of the one that is there. */
export function replace(fact: Fact<never> | Fact, value: Plain): Change[] {
  return fact.node && fact.node === fact.target ? [{ kind: 'replace', node: fact.node, value }] : [];
}

/** Adds an item to a list that is there. */
export function append(fact: Fact<never> | Fact, value: Plain): Change[] {
  return fact.node === fact.target && fact.target?.kind === 'seq' ? [{ kind: 'append', seq: fact.target, value }] : [];
}

/** The fact that a finding stands at. */
export function factOf(at: import('./rule').At): Fact {
  return ('fact' in at ? at.fact : at) as Fact;
}
