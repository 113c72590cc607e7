import type { Service } from '../../../schemas/runtime';
import { service as serviceShape } from '../../../schemas/runtime';
import type { Fact } from './fact';
import type { Ternary } from './traits';

/** Whether two values are certainly different; undefined when something in them is not known. Order of lists counts, order of members does not. */
export function differs(a: Fact, b: Fact): Ternary {
  if (a.unknown || b.unknown) return undefined;
  if (a.absent || b.absent) return a.absent !== b.absent;
  const [x, y] = [a.target, b.target];
  if (x?.kind !== y?.kind) return true;
  if (x?.kind === 'scalar' && y?.kind === 'scalar') return x.value !== y.value;
  if (x?.kind === 'seq') return someDiffer(a.itemsOf, b.itemsOf);
  const names = new Set([...a.entriesOf, ...b.entriesOf].map(([name]) => name));
  const pairs = [...names].map((name) => [member(a, name), member(b, name)] as const);
  return any(pairs.map(([left, right]) => differs(left, right)));
}

const member = (fact: Fact, name: string): Fact => (fact as Fact<Record<string, unknown>>).get(name) as Fact;

function someDiffer(a: Fact[], b: Fact[]): Ternary {
  if (a.length !== b.length) return true;
  return any(a.map((item, i) => differs(item, b[i] as Fact)));
}

/** True when one is, undefined when one may be. */
function any(answers: Ternary[]): Ternary {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

/**
 * The top-level members that a new version certainly changes. A member that is left out is no change: UpdateService
 * leaves it as it is. A member that writes out its default where there was none is no change either.
 */
export function changedMembers(
  now: Fact<Service>,
  before: Fact<Service>,
): { name: keyof Service & string; now: Fact; before: Fact }[] {
  return now.entriesOf.flatMap(([key, fact]) => {
    const name = key as keyof Service & string;
    const old = before.get(name) as Fact;
    if (!fact.known || !fact.shape || differs(fact, old) !== true) return [];
    if (old.absent && (isDefault(fact, name) || fact.none)) return [];
    return [{ name, now: fact, before: old }];
  });
}

function isDefault(fact: Fact, name: string): boolean {
  return fact.target?.kind === 'scalar' && fact.target.value === serviceShape.members[name]?.default?.value;
}
