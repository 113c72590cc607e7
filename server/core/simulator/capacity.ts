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
   * @param zone restricts the choice to one zone (zone rebalancing).
   */
  place(count: number, now: number, zone?: number): Slot[];
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
