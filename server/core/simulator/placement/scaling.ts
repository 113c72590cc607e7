/**
 * Managed scaling of a capacity provider: M instances are needed, N run, and the group grows when M/N exceeds the
 * target (simulator.md §4; developer guide, cluster-auto-scaling; ManagedScaling in the API model).
 */
import type { CapacityProviderPlan, InstanceResources, ManagedScalingPlan, TaskNeeds } from './types';

/** The CapacityProviderReservation metric in percent: M needed, N running. Nothing needed of nothing is 100, something of nothing 200. */
export function reservation(needed: number, running: number): number {
  if (running === 0) return needed > 0 ? 200 : 100;
  return (needed * 100) / running;
}

/** How many tasks fit on an empty instance of this kind; 0 when not even one. */
export function tasksPerInstance(offer: InstanceResources, needs: TaskNeeds, distinct: boolean): number {
  const limits = [ratio(offer.cpu, needs.cpu), ratio(offer.memory, needs.memory), ratio(offer.gpus ?? 0, needs.gpus)];
  limits.push(ratio(offer.interfaces ?? Number.POSITIVE_INFINITY, needs.interfaces));
  const most = Math.min(...limits);
  return distinct || needs.hostPorts?.length ? Math.min(1, most) : most;
}

function ratio(offered: number, needed: number | undefined): number {
  return needed ? Math.floor(offered / needed) : Number.POSITIVE_INFINITY;
}

/** Instances to pack so many tasks on; Infinity when one alone does not fit. */
export function instancesFor(tasks: number, perInstance: number): number {
  if (tasks === 0) return 0;
  return perInstance === 0 ? Number.POSITIVE_INFINITY : Math.ceil(tasks / perInstance);
}

export interface ScalingStep {
  /** Instances to add. */
  add: number;
  /** More would be added but for the maximum step. */
  capped: boolean;
}

/**
 * The next scale-out of a group.
 * @param needed M: instances that all tasks would need, waiting ones included
 * @param running N: instances that are there or on their way
 * @param size instances in the group, on their way included
 */
export function scalingStep(
  needed: number,
  running: number,
  size: number,
  provider: CapacityProviderPlan,
): ScalingStep {
  const { enabled = true, ...scaling } = provider.managedScaling ?? {};
  if (!enabled || !provider.instance || !Number.isFinite(needed)) return { add: 0, capped: false };
  const target = scaling.targetCapacity ?? 100;
  if (reservation(needed, running) <= target) return { add: 0, capped: false };
  // From nothing the metric only says "twice", and two instances come.
  const wanted = running === 0 ? 2 : Math.ceil((needed * 100) / target) - running;
  const step = clampStep(wanted, scaling);
  const room = (provider.maximumSize ?? Number.POSITIVE_INFINITY) - size;
  return { add: Math.max(0, Math.min(step, room)), capped: step < wanted };
}

function clampStep(wanted: number, scaling: ManagedScalingPlan): number {
  const least = scaling.minimumScalingStepSize ?? 1;
  const most = scaling.maximumScalingStepSize ?? 10_000;
  return Math.min(Math.max(wanted, least), most);
}
