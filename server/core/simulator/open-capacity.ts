/** Chooses the capacity that a plan describes. */
import { type Capacity, daemonCapacity, slotCapacity, unlimitedCapacity } from './capacity';
import type { FullPlan } from './normalize';

export function openCapacity(plan: FullPlan): Capacity {
  const { capacity, launch } = plan;
  if (capacity.kind === 'slots') return slotCapacity(capacity.slots, capacity.growTo ?? 0, plan.clock.scaleOut);
  if (plan.schedulingStrategy === 'DAEMON') return daemonCapacity(plan.desired);
  return unlimitedCapacity(launch.zones ?? []);
}
