import type { Fact } from '../model/fact';
import type { Change, Plain } from '../syntax';

/**
 * The changes that rules make, in the words of facts. How they are written in a file is the matter of `syntax`, which
 * refuses a fix as a whole when one of its changes would reach further than its place (behind an alias). Where there is
 * nothing to change at all they give [].
 */

/** Gives the member at a path below `owner` a value, adding the objects on the way that are not there yet. */
export function set(owner: Fact<never> | Fact, path: string | readonly string[], value: Plain): Change[] {
  const [first, ...rest] = typeof path === 'string' ? [path] : path;
  if (first === undefined || owner.target?.kind !== 'map') return [];
  const child = (owner as Fact<Record<string, unknown>>).get(first);
  if (rest.length > 0 && child.given) return set(child as Fact, rest, value);
  const nested = rest.reduceRight<Plain>((inner, name) => ({ [name]: inner }), value);
  return [{ kind: 'set', map: owner.target, name: child.entry?.name ?? first, value: nested }];
}

/** Takes a member or an item away. */
export function remove(fact: Fact<never> | Fact): Change[] {
  const target = fact.entry ?? fact.target;
  return target ? [{ kind: 'remove', target }] : [];
}

/** Takes several away. */
export function removeAll(facts: readonly (Fact<never> | Fact)[]): Change[] {
  return facts.flatMap((fact) => remove(fact));
}

/** Gives a member another name. */
export function rename(fact: Fact<never> | Fact, name: string): Change[] {
  return fact.entry ? [{ kind: 'rename', entry: fact.entry, name }] : [];
}

/** Puts another value in place of the one that is there. */
export function replace(fact: Fact<never> | Fact, value: Plain): Change[] {
  return fact.target ? [{ kind: 'replace', node: fact.target, value }] : [];
}

/** Adds an item to a list that is there. */
export function append(fact: Fact<never> | Fact, value: Plain): Change[] {
  return fact.target?.kind === 'seq' ? [{ kind: 'append', seq: fact.target, value }] : [];
}

/** Puts several items in place of one: the first where it stands, the others at the end, so that the list keeps its style. */
export function split(item: Fact<never> | Fact, values: readonly Plain[]): Change[] {
  const [first, ...rest] = values;
  const list = item.parent;
  return first === undefined || !list ? [] : [...replace(item, first), ...rest.flatMap((value) => append(list, value))];
}

/** The fact that a finding stands at. */
export function factOf(at: import('./rule').At): Fact {
  return ('fact' in at ? at.fact : at) as Fact;
}
