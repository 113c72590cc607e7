import type { Fact } from '../../model/fact';
import { type Bounds, bounds } from '../../simulator/bounds';
import type { RuleContext } from '../rule';

/** The figures of a rolling update of a REPLICA service, all of them certain: given in the file or defaults of ECS. */
export interface Rolling {
  desired: number;
  min: number;
  max: number;
  minFact: Fact;
  maxFact: Fact;
  desiredFact: Fact;
  bounds: Bounds;
}

/** Undefined when the service does not roll (other controller, strategy, DAEMON), or when a figure is not certain. */
export function rollingOf(ctx: RuleContext): Rolling | undefined {
  const { traits, service } = ctx;
  if (traits.controller !== 'ECS' || traits.strategy !== 'ROLLING' || traits.scheduling !== 'REPLICA') return undefined;
  const configuration = service.get('deploymentConfiguration');
  const desiredFact = service.get('desiredCount');
  const minFact = configuration.get('minimumHealthyPercent');
  const maxFact = configuration.get('maximumPercent');
  const [min, max] = [valueOrDefault(minFact), valueOrDefault(maxFact)];
  const desired = desiredFact.value;
  if (desired === undefined || desired <= 0 || min === undefined || max === undefined) return undefined;
  return { desired, min, max, minFact, maxFact, desiredFact, bounds: bounds(desired, min, max) };
}

/** The figure in the file, else the default that the schema has of it; undefined while it is not known. */
export function valueOrDefault(fact: Fact<number>): number | undefined {
  return fact.absent ? (fact.shape?.default?.value as number | undefined) : fact.value;
}

/** Where to underline figures of which some, and not all, are defaults: the first that is in the file. */
export function firstGiven(...facts: Fact[]): Fact {
  return facts.find((f) => f.node !== undefined) as Fact;
}
