/** Container instances as the scheduler's `Capacity`: placement, capacity providers, managed scaling, lost and draining instances. */
import type { Capacity, Refusal, Slot } from '../capacity';
import { addressesByZone, expandInstances, zonesOfSubnets } from './expand';
import { createFleet, DRAINING, LOST, OPEN } from './fleet';
import { createGrowth } from './growth';
import type { ChoiceRules } from './levels';
import { nextProvider, type ShareRules, split } from './providers';
import { explainShortage, type ReasonRow, reasonsTable } from './refusal';
import { countLeaving, createRoom, pickInstance, type Room, setState, settleTask } from './room';
import { constraintsHold } from './rules';
import { chooseStops } from './stops';
import type { ClusterPlan, PlacementConstraint, PlacementStrategy, ProviderShare, TaskNeeds } from './types';

export interface ClusterRequest {
  cluster: ClusterPlan;
  /** What a task of each revision needs, by revision index; the last one stands for further revisions. */
  needs: readonly TaskNeeds[];
  /** `service:NAME`. */
  group: string;
  constraints?: readonly PlacementConstraint[];
  strategy?: readonly PlacementStrategy[];
  /** Capacity provider strategy; absent for launch type EC2, which takes any instance. */
  providers?: readonly (ProviderShare & { name: string })[];
  /** Subnet ids of the service. */
  subnets?: readonly string[];
  /** One task on each instance that satisfies the constraints. */
  daemon?: boolean;
  /** What the documents leave open; absent = the simulator's defaults. */
  rules?: ShareRules & ChoiceRules;
  /** ms from the decision to scale out until the new instances take tasks. */
  scaleOutMs?: number;
  seed?: number;
}

export interface ClusterCapacity extends Capacity {
  /** Why a task of a revision fits on none, some or each of the instances, now. */
  reasons(revision: number): ReasonRow[];
  /** What the description left open and how it was taken. */
  assumptions(): string[];
}

export function clusterCapacity(request: ClusterRequest): ClusterCapacity {
  const { daemon = false, providers } = request;
  const room = openRoom(request);
  const { fleet } = room;
  const providerNames = providers?.map((share) => share.name) ?? [];
  const growth = createGrowth(room, growing(request), request.scaleOutMs);
  const held = new Map<number, { i: number; needs: TaskNeeds; revision: number; leaving: boolean; left?: boolean }>();
  const given: number[][] = [];
  let nextId = 0;
  let shortage: Refusal | undefined;
  /** Tasks that want room according to the last `requestRoom`, and the revision they are of. */
  let waiting = 0;
  let latest = 0;
  let cached: { total: number; targets: number[] } | undefined;

  const needsOf = (revision: number) => request.needs[Math.min(revision, request.needs.length - 1)] as TaskNeeds;
  const sharesOf = (revision: number) => {
    while (given.length <= revision) given.push(providerNames.map(() => 0));
    return given[revision] as number[];
  };

  function placeOne(revision: number, provider: number, zone: number | undefined): Slot | undefined {
    const needs = needsOf(revision);
    const i = pickInstance(room, needs, providerNames[provider], zone);
    if (i < 0) return undefined;
    settleTask(room, i, needs, 1);
    const slot: Slot = { id: nextId++, zone: fleet.zones[i] as number, instance: i, provider };
    held.set(slot.id, { i, needs, revision, leaving: false });
    if (provider >= 0) sharesOf(revision)[provider] = (sharesOf(revision)[provider] as number) + 1;
    return slot;
  }

  /** One provider each, in turn; a task whose provider is full waits for it, the others go on. */
  function placeShared(count: number, revision: number, zone: number | undefined): Slot[] {
    const shares = [...sharesOf(revision)];
    const full = new Set<number>();
    const placed: Slot[] = [];
    for (let k = 0; k < count; k++) {
      const provider = nextProvider(shares, providers ?? [], request.rules);
      if (provider < 0) break;
      shares[provider] = (shares[provider] as number) + 1;
      const slot = full.has(provider) ? undefined : placeOne(revision, provider, zone);
      if (slot) placed.push(slot);
      else full.add(provider);
    }
    return placed;
  }

  /** Tasks that waited: each provider fills up to its share of them and of what stands already. */
  function placeWaiting(count: number, revision: number, zone: number | undefined): Slot[] {
    const targets = targetsOf(revision, waiting);
    const placed: Slot[] = [];
    for (let provider = 0; provider < providerNames.length; provider++) {
      while (placed.length < count && (sharesOf(revision)[provider] as number) < (targets[provider] as number)) {
        const slot = placeOne(revision, provider, zone);
        if (!slot) break;
        placed.push(slot);
      }
    }
    return placed;
  }

  function targetsOf(revision: number, more: number): number[] {
    const total = sharesOf(revision).reduce((sum, n) => sum + n, 0) + more;
    if (cached?.total !== total) cached = { total, targets: split(total, providers ?? [], request.rules) ?? [] };
    return cached.targets;
  }

  function placeAll(count: number, revision: number, zone: number | undefined): Slot[] {
    const placed: Slot[] = [];
    while (placed.length < count) {
      const slot = placeOne(revision, -1, zone);
      if (!slot) break;
      placed.push(slot);
    }
    return placed;
  }

  function leave(slot: Slot): void {
    const task = held.get(slot.id);
    if (!task || task.left) return;
    task.left = true;
    const shares = sharesOf(task.revision);
    if (slot.provider >= 0) shares[slot.provider] = (shares[slot.provider] as number) - 1;
  }

  return {
    zoneNames: fleet.zoneNames,
    instanceNames: fleet.ids,
    providerNames,
    waitsForRoom: growth.possible,
    place(count, now, revision, zone) {
      growth.arrive(now);
      latest = revision;
      const byShare = waiting > count ? placeWaiting : placeShared;
      const placed = (providerNames.length > 0 ? byShare : placeAll)(count, revision, zone);
      waiting = Math.max(0, waiting - placed.length);
      shortage = placed.length < count ? explain(room, needsOf(revision), providerNames) : undefined;
      return placed;
    },
    leave,
    release(slot) {
      const task = held.get(slot.id);
      if (!task) return;
      leave(slot);
      held.delete(slot.id);
      if (task.leaving) countLeaving(room, task.i, -1);
      settleTask(room, task.i, task.needs, -1);
    },
    refusal: () => shortage,
    requestRoom(count, now) {
      waiting = count;
      const shares = sharesOf(latest);
      const targets = targetsOf(latest, count);
      const missing = new Map(
        providerNames.map((name, k) => [name, Math.max(0, (targets[k] ?? 0) - (shares[k] ?? 0))]),
      );
      return growth.ask(missing, needsOf(latest), now);
    },
    chooseStops(candidates, count) {
      const chosen = chooseStops(
        room,
        candidates.map((slot) => slot.instance),
        count,
      );
      for (const index of chosen) markLeaving(room, held.get((candidates[index] as Slot).id));
      return chosen;
    },
    loseInstance(name, now) {
      const found = changeState(room, (i) => fleet.ids[i] === name, LOST);
      if (found) growth.replace(now);
      return found;
    },
    loseZone(name, now) {
      const found = changeState(room, (i) => fleet.zoneNames[fleet.zones[i] as number] === name, LOST);
      if (found) growth.replace(now);
      return found;
    },
    drainInstance: (name) => changeState(room, (i) => fleet.ids[i] === name && fleet.state[i] !== LOST, DRAINING),
    eligibleInstances: daemon ? () => countEligible(room) : undefined,
    reasons: (revision) => reasonsTable(room, needsOf(revision)),
    assumptions: () => [...assumptionsOf(room), ...growth.assumptions()],
  };
}

function openRoom({ cluster, group, subnets, daemon, seed = 1, ...request }: ClusterRequest): Room {
  const addresses = addressesByZone(cluster, subnets);
  const distinct: PlacementConstraint[] = daemon ? [{ type: 'distinctInstance' }] : [];
  return createRoom(
    createFleet(expandInstances(cluster.instances ?? []), addresses),
    {
      group,
      constraints: [...distinct, ...(request.constraints ?? [])],
      strategy: daemon ? [] : (request.strategy ?? []),
      choice: request.rules,
      zones: zonesOfSubnets(cluster, subnets),
      seed,
    },
    addresses,
  );
}

/** Providers of the strategy that the cluster describes. */
function growing({ cluster, providers }: ClusterRequest) {
  const used = new Set(providers?.map((share) => share.name));
  return (cluster.capacityProviders ?? []).filter((plan) => used.has(plan.name));
}

/** Of several providers the first that is short explains. */
function explain(room: Room, needs: TaskNeeds, providerNames: readonly string[]): Refusal {
  const short = providerNames.find((name) => pickInstance(room, needs, name) < 0);
  return explainShortage(room, needs, short);
}

function markLeaving(room: Room, task: { i: number; leaving: boolean } | undefined): void {
  if (!task || task.leaving) return;
  task.leaving = true;
  countLeaving(room, task.i, 1);
}

function changeState(room: Room, which: (i: number) => boolean, state: number): boolean {
  let found = false;
  for (let i = 0; i < room.fleet.ids.length; i++) {
    if (!which(i)) continue;
    setState(room, i, state);
    found = true;
  }
  return found;
}

/** DAEMON: instances that take tasks and satisfy the constraints, whether or not they have room. */
function countEligible(room: Room): number {
  const { fleet, rules } = room;
  let eligible = 0;
  for (let i = 0; i < fleet.ids.length; i++) {
    if (fleet.state[i] !== OPEN) continue;
    if ((fleet.own[i] as number) > 0 || constraintsHold(rules, fleet, i)) eligible++;
  }
  return eligible;
}

function assumptionsOf(room: Room): string[] {
  return [...room.rules.doubts].map(
    ([expression, { why, instances }]) =>
      `The constraint \`${expression}\` is taken to hold on ${instances} container ${instances === 1 ? 'instance' : 'instances'} whose description does not answer it (${why}).`,
  );
}
