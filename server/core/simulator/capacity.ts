/**
 * Where tasks find room. The scheduler knows capacity only through this interface:
 * Fargate and unknown clusters use `unlimitedCapacity`, a plain number of slots uses `slotCapacity`,
 * container instances live in `placement/` and plug in with the same interface.
 */

/** A place given to one task. Numbers index the name lists of the capacity; -1 = does not apply. */
export interface Slot {
  /** Handle that `release` takes back; unique among the slots held at one time where the capacity is limited. */
  readonly id: number;
  readonly zone: number;
  readonly instance: number;
  /** Index into the capacity provider names. */
  readonly provider: number;
}

/** Why `place` returned fewer slots than it was asked for. */
export interface Refusal {
  /** EventBridge's word where there is one: RESOURCE:CPU, RESOURCE:MEMORY, RESOURCE:PORTS, RESOURCE:ENI, RESOURCE:SLOT, NO_INSTANCE … */
  readonly reason: string;
  /** Sentence part after "unable to place a task because no container instance met all of its requirements. Reason:". */
  readonly detail: string;
  readonly closestInstance?: string;
}

export interface Capacity {
  readonly zoneNames: readonly string[];
  readonly instanceNames: readonly string[];
  readonly providerNames: readonly string[];
  /** True when a task without room waits in PROVISIONING for new instances (managed scaling) instead of being refused. */
  readonly waitsForRoom: boolean;
  /**
   * Finds room for at most `count` tasks of the service, in order; fewer when room ran out.
   * @param now ms since the deployment was asked for.
   * @param revision of the tasks: shares of capacity providers are kept per revision.
   * @param zone restricts the choice to one zone (zone rebalancing).
   * @param admits may a task go to this capacity provider now? One that may not waits for it; the others go on.
   */
  place(count: number, now: number, revision: number, zone?: number, admits?: (provider: number) => boolean): Slot[];
  /** Room for tasks that run already when the simulation begins: they hold it even where there is less. Absent: `place`. */
  seat?(count: number): Slot[];
  /**
   * A task of the revision was told to stop or broke: its share of its provider falls to its replacement, so that a
   * task interrupted on Spot is replaced on Spot (developer guide, Fargate capacity providers). Called once a task.
   */
  leave?(slot: Slot, revision: number): void;
  /** Gives a slot back; called once, when its task is STOPPED. */
  release(slot: Slot, now: number): void;
  /** Why the last `place` fell short, if it did. */
  refusal(): Refusal | undefined;
  /** Asks for room for `count` more tasks (managed scaling). Returns the ms at which `place` should be tried again, if ever. */
  requestRoom(count: number, now: number): number | undefined;
  /**
   * Which of the candidates to stop first, best first, `count` of them (simulator.md §3.5).
   * Absent: the zone with most tasks of the service, then the instance with most, then the first task.
   */
  chooseStops?(candidates: readonly Slot[], count: number): number[];
  /** The instance (zone) is gone: its tasks are dead already, nothing is placed there again. Returns false for an unknown name. */
  loseInstance(name: string, now: number): boolean;
  loseZone(name: string, now: number): boolean;
  /** Nothing new is placed on a DRAINING instance. */
  drainInstance(name: string, now: number): boolean;
  /** Daemon services: how many instances want one task each now. */
  eligibleInstances?(): number;
}

/** Picks the provider for the next task, given how many tasks each has; see `placement/`. */
export type NextProvider = (given: readonly number[]) => number;

/** So many tasks that wait for their provider are passed over in one call; those behind them come in a later pass. */
const LOOK_AHEAD = 1000;

/**
 * Room without end: Fargate, or a cluster nobody described. Zones are filled evenly, separately for each capacity
 * provider when several are mixed (developer guide, service-rebalancing).
 */
export function unlimitedCapacity(
  zoneNames: readonly string[] = [],
  providerNames: readonly string[] = [],
  nextProvider: NextProvider = () => 0,
): Capacity {
  const zones = Math.max(1, zoneNames.length);
  const lost = new Set<number>();
  const held = Array.from({ length: Math.max(1, providerNames.length) }, () => new Array<number>(zones).fill(0));
  const slots = held.map((_, provider) => Array.from({ length: zones }, (__, zone) => slotAt(provider, zone)));
  const given: number[][] = [];

  function slotAt(provider: number, zone: number): Slot {
    const id = provider * zones + zone;
    return { id, zone: zoneNames.length ? zone : -1, instance: -1, provider: providerNames.length ? provider : -1 };
  }
  function shares(revision: number): number[] {
    while (given.length <= revision) given.push(held.map(() => 0));
    return given[revision] as number[];
  }
  function poorestZone(provider: number): number {
    const counts = held[provider] as number[];
    let best = -1;
    for (let zone = 0; zone < zones; zone++) {
      if (lost.has(zone)) continue;
      if (best < 0 || (counts[zone] as number) < (counts[best] as number)) best = zone;
    }
    return best;
  }
  return {
    zoneNames,
    instanceNames: [],
    providerNames,
    waitsForRoom: false,
    place(count, _now, revision, wanted, admits) {
      const placed: Slot[] = [];
      const mine = shares(revision);
      // What each would have if those that wait had been placed.
      const planned = admits ? [...mine] : mine;
      let waiting = 0;
      for (let i = 0; i < count && waiting < LOOK_AHEAD; i++) {
        const provider = providerNames.length > 1 ? nextProvider(planned) : 0;
        const zone = wanted ?? poorestZone(provider);
        if (zone < 0 || lost.has(zone)) break;
        if (admits) {
          planned[provider] = (planned[provider] as number) + 1;
          if (!admits(provider)) {
            waiting++;
            continue;
          }
        }
        mine[provider] = (mine[provider] as number) + 1;
        (held[provider] as number[])[zone] = ((held[provider] as number[])[zone] as number) + 1;
        placed.push((slots[provider] as Slot[])[zone] as Slot);
      }
      return placed;
    },
    leave(slot, revision) {
      const mine = shares(revision);
      const provider = Math.max(0, slot.provider);
      mine[provider] = (mine[provider] as number) - 1;
    },
    release(slot) {
      const counts = held[Math.max(0, slot.provider)] as number[];
      counts[Math.max(0, slot.zone)] = (counts[Math.max(0, slot.zone)] as number) - 1;
    },
    refusal: () => (lost.size >= zones ? { reason: 'NO_ZONE', detail: 'no Availability Zone is left' } : undefined),
    requestRoom: () => undefined,
    loseInstance: () => false,
    loseZone(name) {
      const zone = zoneNames.indexOf(name);
      if (zone >= 0) lost.add(zone);
      return zone >= 0;
    },
    drainInstance: () => false,
  };
}

/**
 * A plain number of task slots, optionally growing through managed scaling.
 * @param growTo most slots after growth; 0 = never grows. @param latency ms until new slots are there.
 */
export function slotCapacity(slots: number, growTo = 0, latency = 0): Capacity {
  let size = slots;
  let used = 0;
  let growth: { at: number; to: number } | undefined;
  const slot: Slot = { id: 0, zone: -1, instance: -1, provider: -1 };
  const grow = (now: number) => {
    if (growth && growth.at <= now) {
      size = growth.to;
      growth = undefined;
    }
  };
  return {
    zoneNames: [],
    instanceNames: [],
    providerNames: [],
    waitsForRoom: growTo > slots,
    place(count, now) {
      grow(now);
      const granted = Math.max(0, Math.min(count, size - used));
      used += granted;
      return new Array<Slot>(granted).fill(slot);
    },
    seat(count) {
      used += count;
      return new Array<Slot>(count).fill(slot);
    },
    release() {
      used--;
    },
    refusal: () => ({ reason: 'RESOURCE:SLOT', detail: `all ${size} task slots of the cluster are taken` }),
    requestRoom(count, now) {
      grow(now);
      const to = Math.min(growTo, used + count);
      if (to <= size) return undefined;
      growth = { at: growth?.at ?? now + latency, to: Math.max(to, growth?.to ?? 0) };
      return growth.at;
    },
    loseInstance: () => false,
    loseZone: () => false,
    drainInstance: () => false,
  };
}

/** One slot on each of `count` instances: a DAEMON service without a described cluster. */
export function daemonCapacity(count: number): Capacity {
  const instanceNames = Array.from({ length: count }, (_, i) => `i-${i + 1}`);
  let free: Slot[] = instanceNames.map((_, i) => ({ id: i, zone: -1, instance: i, provider: -1 }));
  const gone = new Set<number>();
  const leave = (name: string) => {
    const instance = instanceNames.indexOf(name);
    if (instance < 0 || gone.has(instance)) return false;
    gone.add(instance);
    return true;
  };
  return {
    zoneNames: [],
    instanceNames,
    providerNames: [],
    waitsForRoom: false,
    place(wanted) {
      const placed: Slot[] = [];
      let looked = 0;
      while (placed.length < wanted && looked < free.length) {
        const slot = free[looked++] as Slot;
        if (!gone.has(slot.instance)) placed.push(slot);
      }
      free = free.slice(looked);
      return placed;
    },
    release(slot) {
      free.push(slot);
    },
    refusal: () => ({ reason: 'NO_INSTANCE', detail: 'every eligible container instance has its task' }),
    requestRoom: () => undefined,
    // Each instance has one task: none is fuller than another, and the earliest goes first.
    chooseStops: (candidates, count) => Array.from({ length: Math.min(count, candidates.length) }, (_, i) => i),
    loseInstance: leave,
    loseZone: () => false,
    drainInstance: leave,
    eligibleInstances: () => count - gone.size,
  };
}
