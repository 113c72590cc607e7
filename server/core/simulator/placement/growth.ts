/** Instances on their way: capacity providers that grow while tasks wait in PROVISIONING. */
import { LOST } from './fleet';
import { joinFleet, type Room } from './room';
import { instancesFor, scalingStep, tasksPerInstance } from './scaling';
import type { CapacityProviderPlan, TaskNeeds } from './types';

/** Alarm 60-120 s, then boot and registration 120 s (simulator.md §4, inference). */
const SCALE_OUT_MS = 210_000;
const WARM_UP_SECONDS = 300;

export interface Growth {
  /** Some provider can add instances. */
  readonly possible: boolean;
  /** Instances whose time has come join the fleet. */
  arrive(now: number): void;
  /** Adds instances for tasks that wait, by provider name; returns when to look again, undefined when nothing will come. */
  ask(waiting: ReadonlyMap<string, number>, needs: TaskNeeds, now: number): number | undefined;
  /** An instance is gone: the Auto Scaling group keeps its minimum. */
  replace(now: number): void;
  assumptions(): string[];
}

interface Group {
  readonly plan: CapacityProviderPlan;
  readonly zones: readonly string[];
  arrivals: { at: number; count: number }[];
  /** No further step before. */
  notBefore: number;
  added: number;
}

export function createGrowth(
  room: Room,
  providers: readonly CapacityProviderPlan[],
  scaleOutMs = SCALE_OUT_MS,
): Growth {
  const groups = providers
    .filter((plan) => plan.instance && plan.managedScaling?.enabled !== false)
    .map((plan): Group => {
      const zones = plan.zones?.length
        ? plan.zones
        : room.fleet.zoneNames.length > 0
          ? [...room.fleet.zoneNames]
          : ['zone-1'];
      return { plan, zones, arrivals: [], notBefore: 0, added: 0 };
    });

  return {
    possible: groups.length > 0,
    arrive(now) {
      for (const group of groups) {
        for (const { count } of group.arrivals.filter((arrival) => arrival.at <= now)) addInstances(room, group, count);
        group.arrivals = group.arrivals.filter((arrival) => arrival.at > now);
      }
    },
    ask(waiting, needs, now) {
      for (const group of groups) grow(room, group, waiting.get(group.plan.name) ?? 0, needs, now, scaleOutMs);
      const times = groups
        .filter((group) => (waiting.get(group.plan.name) ?? 0) > 0)
        .flatMap((group) => [...group.arrivals.map((arrival) => arrival.at), group.notBefore])
        .filter((at) => at > now);
      return times.length > 0 ? Math.min(...times) : undefined;
    },
    replace(now) {
      for (const group of groups) {
        const missing = (group.plan.minimumSize ?? 0) - sizeOf(room, group);
        if (missing > 0) group.arrivals.push({ at: now + scaleOutMs, count: missing });
      }
    },
    assumptions: () =>
      groups
        .filter((group) => group.added > 0)
        .map(
          ({ plan, added }) =>
            `The capacity provider ${plan.name} added ${added} ${added === 1 ? 'instance' : 'instances'}, each ${Math.round(scaleOutMs / 1000)} s after it was needed.`,
        ),
  };
}

function onTheirWay(group: Group): number {
  return group.arrivals.reduce((sum, arrival) => sum + arrival.count, 0);
}

function sizeOf(room: Room, group: Group): number {
  const { providers, state } = room.fleet;
  const there = providers.reduce((sum, name, i) => sum + (name === group.plan.name && state[i] !== LOST ? 1 : 0), 0);
  return there + onTheirWay(group);
}

function grow(room: Room, group: Group, waiting: number, needs: TaskNeeds, now: number, scaleOutMs: number): void {
  const { plan } = group;
  if (waiting === 0 || !plan.instance || now < group.notBefore) return;
  const each = tasksPerInstance(plan.instance, needs, room.rules.distinct);
  const without = waiting - (each > 0 ? onTheirWay(group) * each : 0);
  if (without <= 0) return;
  const running = sizeOf(room, group);
  const { add, capped } = scalingStep(running + instancesFor(without, each), running, running, plan);
  if (add === 0) return;
  const at = now + scaleOutMs;
  group.arrivals.push({ at, count: add });
  group.added += add;
  // A capped step is followed by the next one when its instances are warm; from nothing, by one when they are there.
  const warmUp = (plan.managedScaling?.instanceWarmupPeriod ?? WARM_UP_SECONDS) * 1000;
  if (capped) group.notBefore = at + warmUp;
  else if (running === 0) group.notBefore = at;
}

function addInstances(room: Room, group: Group, count: number): void {
  const { plan, zones } = group;
  const taken = new Set(room.fleet.ids);
  for (let k = 0, n = 1; k < count; k++) {
    while (taken.has(`${plan.name}-${n}`)) n++;
    const id = `${plan.name}-${n++}`;
    const zone = zones[(n - 2) % zones.length] as string;
    joinFleet(room, { cpu: 0, memory: 0, ...plan.instance, id, zone, capacityProvider: plan.name });
  }
}
