import type { Service } from '../../../schemas/runtime';
import { service as serviceShape } from '../../../schemas/runtime';
import type { Fact } from './fact';

/** Whether two values are certainly different: what is not known makes no difference. Order of lists counts, order of members does not. */
export function differs(a: Fact, b: Fact): boolean {
  if (a.unknown || b.unknown) return false;
  if (a.absent) return b.given;
  const [x, y] = [a.target, b.target];
  if (x?.kind !== y?.kind) return true;
  if (x?.kind === 'scalar' && y?.kind === 'scalar') return x.value !== y.value;
  if (x?.kind === 'seq') return someDiffer(a.itemsOf, b.itemsOf);
  const names = new Set([...a.entriesOf, ...b.entriesOf].map(([name]) => name));
  const pairs = [...names].map((name) => [member(a, name), member(b, name)] as const);
  return pairs.some(([left, right]) => differs(left, right));
}

const member = (fact: Fact, name: string): Fact => (fact as Fact<Record<string, unknown>>).get(name) as Fact;

function someDiffer(a: Fact[], b: Fact[]): boolean {
  return a.length !== b.length || a.some((item, i) => differs(item, b[i] as Fact));
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
    if (!fact.known || !fact.shape || !differs(fact, old)) return [];
    if (old.absent && (isDefault(fact, name) || fact.none)) return [];
    return [{ name, now: fact, before: old }];
  });
}

function isDefault(fact: Fact, name: string): boolean {
  return fact.target?.kind === 'scalar' && fact.target.value === serviceShape.members[name]?.default?.value;
}
