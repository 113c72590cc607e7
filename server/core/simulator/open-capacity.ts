/** Chooses the capacity that a plan describes. */
import { type Capacity, daemonCapacity, slotCapacity, unlimitedCapacity } from './capacity';
import { onFargate } from './durations';
import type { FullPlan } from './normalize';
import { acceptsStrategy, type ClusterPlan, clusterCapacity, nextProvider, type TaskNeeds } from './placement';
import type { PlacementPlan } from './plan';

/** A task that takes nothing: without a task definition every instance has room. */
const NO_NEEDS: TaskNeeds = { cpu: 0, memory: 0 };

export function openCapacity(plan: FullPlan): Capacity {
  const { capacity, launch } = plan;
  if (capacity.kind === 'slots') return slotCapacity(capacity.slots, capacity.growTo ?? 0, plan.clock.scaleOut);
  if (capacity.kind === 'cluster' && !onFargate(plan)) return openCluster(plan, capacity.cluster);
  if (plan.schedulingStrategy === 'DAEMON') return daemonCapacity(plan.desired);
  const shares = launch.providers ?? [];
  const next = acceptsStrategy(shares)
    ? (given: readonly number[]) => nextProvider(given, shares, plan.settings)
    : undefined;
  const names = next ? shares.map((share) => share.name) : [];
  return unlimitedCapacity(launch.zones ?? [], names, next);
}

function openCluster(plan: FullPlan, cluster: ClusterPlan): Capacity {
  const placement: PlacementPlan = plan.placement ?? { needs: needsOf(plan) };
  const { launch } = plan;
  return clusterCapacity({
    cluster,
    needs: [placement.oldNeeds ?? placement.needs, placement.needs],
    group: `service:${plan.service}`,
    constraints: placement.constraints,
    strategy: placement.strategy,
    providers: launch.providers && acceptsStrategy(launch.providers) ? launch.providers : undefined,
    subnets: placement.subnets,
    daemon: plan.schedulingStrategy === 'DAEMON',
    rules: plan.settings,
    scaleOutMs: plan.clock.scaleOut,
    seed: plan.seed,
  });
}

function needsOf({ task, launch }: FullPlan): TaskNeeds {
  const needs = { ...NO_NEEDS, cpu: task?.cpu ?? 0, memory: task?.memory ?? 0 };
  return launch.awsvpc ? { ...needs, interfaces: 1 } : needs;
}

/** A daemon service wants as many tasks as the described cluster has eligible instances. */
export function countDaemons(plan: FullPlan, capacity: Capacity): FullPlan {
  const eligible = capacity.eligibleInstances?.();
  if (plan.schedulingStrategy !== 'DAEMON' || eligible === undefined || eligible === plan.desired) return plan;
  const oldCount = plan.old?.count ?? (plan.change === 'create' ? 0 : eligible);
  return { ...plan, desired: eligible, oldCount: Math.min(oldCount, eligible) };
}
