/** What `workspace` rules have in common: two services that share a word of their `meets`. */
import type { Service } from '../../../schemas';
import { type Fact, onceForEach } from '../model/fact';
import type { Rule } from './rule';

/** What a rule says about a thing that two services use: the name of the other one. */
export interface Shared {
  other: string;
}

/**
 * A rule about a thing of which two services should mostly not have the same one.
 * @param used where a service says which ones it uses
 */
export function sharedBy(
  kind: string,
  used: (service: Fact<Service>) => readonly Fact<string>[],
): Required<Pick<Rule<Shared>, 'meets' | 'check'>> {
  const uses = onceForEach((service: Fact<Service>) => {
    const named = service.get('serviceName').value !== undefined;
    const known = named ? used(service).filter((fact) => fact.value) : [];
    // Of several that say the same the first counts, as it would be set last otherwise.
    return new Map(known.reverse().map((fact) => [`${kind} ${fact.value}`, fact]));
  });
  return {
    meets: (service) => [...uses(service).keys()],
    check(ctx, report) {
      for (const [word, own] of uses(ctx.service)) {
        const rival = ctx.rival(word);
        const theirs = rival && uses(rival).get(word);
        const other = rival?.get('serviceName').value;
        if (!theirs || other === undefined) continue;
        report({ at: own, data: { other }, related: [{ at: theirs, message: `The one of ${other}` }] });
      }
    },
  };
}
