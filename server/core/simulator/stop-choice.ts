/**
 * Which healthy task goes first (simulator.md §3.5). Without a placement strategy: the zone with most tasks of the
 * service, then the instance with most, then the earliest task. Capacity with placement strategies chooses itself.
 */
import type { Slot } from './capacity';
import { HEALTHY, PROTECTED } from './tasks';
import type { World } from './world';

/** Healthy tasks of one revision in order of launch, by zone. Tasks that changed state are skipped when met. */
export class StopPool {
  private readonly zones: number[][] = [];
  private readonly heads: number[] = [];

  add(task: number, zone: number): void {
    const bucket = zone + 1;
    while (this.zones.length <= bucket) {
      this.zones.push([]);
      this.heads.push(0);
    }
    this.zones[bucket]?.push(task);
  }

  /** The next task to stop, or -1 when no healthy, unprotected one is left. */
  take(w: World): number {
    let best = -1;
    let most = -1;
    for (let bucket = 0; bucket < this.zones.length; bucket++) {
      if (this.skipGone(w, bucket)) continue;
      const tasks = bucket === 0 ? 0 : (w.zoneTasks[bucket - 1] ?? 0);
      if (tasks > most) {
        most = tasks;
        best = bucket;
      }
    }
    return best < 0 ? -1 : this.takeFrom(w, best);
  }

  /** The next task to stop in one zone, or -1. */
  takeInZone(w: World, zone: number): number {
    const bucket = zone + 1;
    return bucket >= this.zones.length || this.skipGone(w, bucket) ? -1 : this.takeFrom(w, bucket);
  }

  /** All that could be stopped, in order of launch. */
  candidates(w: World): number[] {
    return this.zones.flatMap((bucket, i) => bucket.slice(this.heads[i]).filter((task) => mayStop(w, task)));
  }

  /** Moves the head past tasks that are gone; true when nothing may be stopped here. */
  private skipGone(w: World, bucket: number): boolean {
    const tasks = this.zones[bucket] as number[];
    let head = this.heads[bucket] as number;
    while (head < tasks.length && w.tasks.state[tasks[head] as number] !== HEALTHY) head++;
    this.heads[bucket] = head;
    for (let i = head; i < tasks.length; i++) if (mayStop(w, tasks[i] as number)) return false;
    return true;
  }

  private takeFrom(w: World, bucket: number): number {
    const tasks = this.zones[bucket] as number[];
    let best = -1;
    let most = -1;
    for (let i = this.heads[bucket] as number; i < tasks.length; i++) {
      const task = tasks[i] as number;
      if (!mayStop(w, task)) continue;
      const instance = w.tasks.slots[task]?.instance ?? -1;
      if (instance < 0) return task;
      const onIt = w.instanceTasks[instance] ?? 0;
      if (onIt > most) {
        most = onIt;
        best = task;
      }
    }
    return best;
  }
}

/** Healthy and not protected from scale-in. */
export function mayStop(w: World, task: number): boolean {
  return w.tasks.state[task] === HEALTHY && ((w.tasks.flags[task] as number) & PROTECTED) === 0;
}

/** Up to `count` tasks of the pools, earlier pools first within the same choice of the capacity. */
export function chooseStops(w: World, pools: readonly StopPool[], count: number, stop: (task: number) => void): number {
  return w.capacity.chooseStops ? chooseByCapacity(w, pools, count, stop) : chooseByZone(w, pools, count, stop);
}

function chooseByZone(w: World, pools: readonly StopPool[], count: number, stop: (task: number) => void): number {
  let stopped = 0;
  for (const pool of pools) {
    while (stopped < count) {
      const task = pool.take(w);
      if (task < 0) break;
      stop(task);
      stopped++;
    }
  }
  return stopped;
}

function chooseByCapacity(w: World, pools: readonly StopPool[], count: number, stop: (task: number) => void): number {
  const candidates = [...new Set(pools.flatMap((pool) => pool.candidates(w)))].filter((task) => w.tasks.slots[task]);
  const slots = candidates.map((task) => w.tasks.slots[task] as Slot);
  const chosen = w.capacity.chooseStops?.(slots, Math.min(count, slots.length)) ?? [];
  for (const index of chosen) stop(candidates[index] as number);
  return chosen.length;
}
