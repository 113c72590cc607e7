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
  const min = percent(minFact, 100);
  const max = percent(maxFact, 200);
  const desired = desiredFact.value;
  if (desired === undefined || desired <= 0 || min === undefined || max === undefined) return undefined;
  return { desired, min, max, minFact, maxFact, desiredFact, bounds: bounds(desired, min, max) };
}

/** Default of a REPLICA service: BOTO3-2024 lines 452 and 480. */
function percent(fact: Fact<number>, whenAbsent: number): number | undefined {
  return fact.absent ? whenAbsent : fact.value;
}

/** Where to underline figures of which some are defaults: the first that is in the file. */
export function firstGiven(...facts: Fact[]): Fact {
  return facts.find((f) => f.node !== undefined) ?? (facts[0] as Fact);
}
