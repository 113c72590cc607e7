/** Chooses the capacity that a plan describes. */
import { type Capacity, daemonCapacity, slotCapacity, unlimitedCapacity } from './capacity';
import type { FullPlan } from './normalize';
import { acceptsStrategy, nextProvider } from './placement/providers';

export function openCapacity(plan: FullPlan): Capacity {
  const { capacity, launch } = plan;
  if (capacity.kind === 'slots') return slotCapacity(capacity.slots, capacity.growTo ?? 0, plan.clock.scaleOut);
  if (plan.schedulingStrategy === 'DAEMON') return daemonCapacity(plan.desired);
  const shares = launch.providers ?? [];
  const next = acceptsStrategy(shares) ? (given: readonly number[]) => nextProvider(given, shares) : undefined;
  const names = next ? shares.map((share) => share.name) : [];
  return unlimitedCapacity(launch.zones ?? [], names, next);
}
