/**
 * The task table: one typed column per attribute, one index per task in order of launch.
 * Columns keep 100,000 tasks cheap; nothing is ever deleted, so the report can tell every task's life.
 */
import type { Slot } from './capacity';
import { widen } from './clock';

/** Task states as the scheduler tells them apart; PENDING covers PROVISIONING, PENDING and ACTIVATING (simulator.md §9). */
export const PENDING = 0;
export const RUNNING = 1;
export const HEALTHY = 2;
export const STOPPING = 3;
export const STOPPED = 4;

/** Sits on a DRAINING instance or is condemned: to be replaced, does not count towards its revision's share. */
export const LEAVING = 1;
/** A task of an older revision that the rollout wants for now (replacement of a broken one, scale-out). */
export const KEPT = 2;
/** Scale-in protection: the scheduler may not stop it. */
export const PROTECTED = 4;

/** Why a task ended; indexes into END_NAMES. */
export const END_NAMES = [
  'alive',
  'scheduler',
  'failed-to-start',
  'exited',
  'unhealthy',
  'spot',
  'instance-lost',
  'zone-lost',
] as const;
export type EndName = (typeof END_NAMES)[number];

export class TaskTable {
  length = 0;
  state: Uint8Array;
  flags: Uint8Array;
  revision: Uint16Array;
  end: Uint8Array;
  /** Index of the scenario entry that breaks the task, plus one; 0 = none. */
  fate: Uint16Array;
  launched: Float64Array;
  running: Float64Array;
  healthy: Float64Array;
  stopRequested: Float64Array;
  stopped: Float64Array;
  readonly slots: (Slot | undefined)[] = [];

  constructor(capacity = 32) {
    this.state = new Uint8Array(capacity);
    this.flags = new Uint8Array(capacity);
    this.revision = new Uint16Array(capacity);
    this.end = new Uint8Array(capacity);
    this.fate = new Uint16Array(capacity);
    this.launched = new Float64Array(capacity);
    this.running = new Float64Array(capacity);
    this.healthy = new Float64Array(capacity);
    this.stopRequested = new Float64Array(capacity);
    this.stopped = new Float64Array(capacity);
  }

  /** Adds a PENDING task and returns its index. */
  add(revision: number, now: number, slot: Slot | undefined): number {
    if (this.length === this.state.length) this.grow();
    const id = this.length++;
    this.revision[id] = revision;
    this.launched[id] = now;
    this.running[id] = -1;
    this.healthy[id] = -1;
    this.stopRequested[id] = -1;
    this.stopped[id] = -1;
    this.slots.push(slot);
    return id;
  }

  private grow(): void {
    const wider = this.state.length * 2;
    this.state = widen(new Uint8Array(wider), this.state);
    this.flags = widen(new Uint8Array(wider), this.flags);
    this.revision = widen(new Uint16Array(wider), this.revision);
    this.end = widen(new Uint8Array(wider), this.end);
    this.fate = widen(new Uint16Array(wider), this.fate);
    this.launched = widen(new Float64Array(wider), this.launched);
    this.running = widen(new Float64Array(wider), this.running);
    this.healthy = widen(new Float64Array(wider), this.healthy);
    this.stopRequested = widen(new Float64Array(wider), this.stopRequested);
    this.stopped = widen(new Float64Array(wider), this.stopped);
  }
}
