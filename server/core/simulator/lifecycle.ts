/**
 * The life of a task: launched, RUNNING, healthy, told to stop, STOPPED, or broken on the way.
 * Every state change goes through `setState`, which keeps the counters of world.ts true.
 */

import { countFailures, forgive } from './breaker';
import type { Slot } from './capacity';
import { fateAt, fateOf } from './failures';
import { END_NAMES, type EndName, HEALTHY, KEPT, LEAVING, PENDING, RUNNING, STOPPED, STOPPING } from './tasks';
import {
  alive,
  passTime,
  type Revision,
  requestPass,
  revisionAt,
  TASK_CONDEMNED,
  TASK_EXITED,
  TASK_FAILED_TO_START,
  TASK_HEALTHY,
  TASK_RUNNING,
  TASK_STOPPED,
  type World,
} from './world';

/** Launches one task; without a slot it waits in PROVISIONING for room. Returns its index. */
export function launch(w: World, revision: Revision, slot: Slot | undefined, flags = 0): number {
  const { tasks } = w;
  const task = tasks.add(revision.index, w.now, slot);
  tasks.state[task] = PENDING;
  tasks.flags[task] = flags;
  revision.members.push(task);
  revision.launches++;
  tasks.fate[task] = w.plan.scenario.length === 0 ? 0 : fateOf(w, revision.index, revision.launches);
  w.total++;
  tally(w, task, PENDING, 1);
  if (slot) {
    occupy(w, slot, 1);
    scheduleStart(w, task);
  } else {
    w.waiting.push(task);
  }
  w.recorder?.launched(task);
  w.dirty = true;
  return task;
}

/** A waiting task got room. */
export function assignSlot(w: World, task: number, slot: Slot): void {
  w.tasks.slots[task] = slot;
  occupy(w, slot, 1);
  scheduleStart(w, task);
}

/** A task that is there, healthy, when the simulation begins. */
export function addHealthyTask(w: World, revision: Revision, slot: Slot | undefined): number {
  const { tasks } = w;
  const task = tasks.add(revision.index, -1, slot);
  tasks.state[task] = HEALTHY;
  revision.members.push(task);
  w.total++;
  tally(w, task, HEALTHY, 1);
  if (slot) occupy(w, slot, 1);
  revision.pool.add(task, slot?.zone ?? -1);
  return task;
}

function scheduleStart(w: World, task: number): void {
  const fate = w.tasks.fate[task] as number;
  if (fate > 0) {
    const { mode, after } = fateAt(w, fate);
    if (mode === 'never') {
      w.queue.push(w.now + after, TASK_FAILED_TO_START, task);
      return;
    }
  }
  const [best, worst] = w.launchRange;
  const ms = best === worst || !w.random ? w.launchMs : w.random.between(best, w.launchMs, worst);
  w.queue.push(w.now + ms, TASK_RUNNING, task);
}

export function onRunning(w: World, task: number): void {
  const { tasks } = w;
  if (tasks.state[task] !== PENDING) return;
  const revision = revisionAt(w, tasks.revision[task] as number);
  setState(w, task, RUNNING);
  tasks.running[task] = w.now;
  revision.everRan = true;
  revision.digest = true;
  revision.startFailures = 0;
  if (w.plan.settings.breakerReset === 'running' && revision.index === w.target) forgive(w.breaker);
  w.recorder?.registering(w, task);
  const fate = tasks.fate[task] as number;
  if (fate > 0) {
    const { mode, after } = fateAt(w, fate);
    w.queue.push(w.now + after, mode === 'crash' ? TASK_EXITED : TASK_CONDEMNED, task);
    return;
  }
  const { fromRunning, fromRegistration } = w.health;
  const check =
    w.checkRange && w.random ? w.random.between(w.checkRange[0], fromRegistration, w.checkRange[1]) : fromRegistration;
  const byTarget = fromRegistration < 0 ? 0 : passTime(w, w.now) + check;
  w.queue.push(Math.max(w.now + fromRunning, byTarget), TASK_HEALTHY, task);
}

export function onHealthy(w: World, task: number): void {
  const { tasks } = w;
  if (tasks.state[task] !== RUNNING) return;
  setState(w, task, HEALTHY);
  tasks.healthy[task] = w.now;
  const revision = tasks.revision[task] as number;
  revisionAt(w, revision).everHealthy = true;
  const pool = ((tasks.flags[task] as number) & LEAVING) !== 0 ? w.leavingPool : revisionAt(w, revision).pool;
  pool.add(task, tasks.slots[task]?.zone ?? -1);
  if (revision === w.target && w.stage === 'deploying') forgive(w.breaker);
}

/** The scheduler, a person or Spot tells a task to stop. It holds its slot until it is STOPPED. */
export function stop(w: World, task: number, end: EndName = 'scheduler', within = Number.POSITIVE_INFINITY): void {
  const { tasks } = w;
  const pending = tasks.state[task] === PENDING;
  const slot = tasks.slots[task];
  if (slot) vacate(w, task, slot);
  setState(w, task, STOPPING);
  tasks.stopRequested[task] = w.now;
  tasks.end[task] = END_NAMES.indexOf(end);
  w.stopping++;
  w.recorder?.stopping(w, task, pending);
  w.queue.push(w.now + Math.min(within, pending ? w.stopPendingMs : w.stopMs), TASK_STOPPED, task);
}

export function onStopped(w: World, task: number): void {
  if (w.tasks.state[task] !== STOPPING) return;
  w.stopping--;
  bury(w, task);
}

/** A task ends by itself or with its instance, at once. */
export function die(w: World, task: number, end: EndName): void {
  const state = w.tasks.state[task];
  if (state === STOPPED) return;
  if (state === STOPPING) w.stopping--;
  else w.tasks.end[task] = END_NAMES.indexOf(end);
  bury(w, task);
}

/** PENDING → STOPPED: counts for the breaker and lengthens the pause before the next launch. */
export function onFailedToStart(w: World, task: number): void {
  const { tasks } = w;
  if (tasks.state[task] !== PENDING) return;
  const revision = revisionAt(w, tasks.revision[task] as number);
  die(w, task, 'failed-to-start');
  noteStartFailure(w, revision);
  if (!revision.everRan || w.plan.settings.startFailuresAfterRunning === 'count') noteFailure(w, revision);
  if (!revision.digest) revision.failedProbes++;
  w.recorder?.failed(w, task);
}

/** RUNNING → STOPPED before it was healthy; a healthy task that exits does not count (simulator.md §2.1). */
export function onExited(w: World, task: number): void {
  const { tasks } = w;
  const state = tasks.state[task] as number;
  if (state !== RUNNING && state !== HEALTHY) return;
  const revision = revisionAt(w, tasks.revision[task] as number);
  die(w, task, 'exited');
  if (state === RUNNING) noteFailure(w, revision);
  w.recorder?.failed(w, task);
  owe(w, revision, task);
}

/** A health check gave the task up: it is stopped, its revision launches a replacement. */
export function onCondemned(w: World, task: number): void {
  const { tasks } = w;
  const state = tasks.state[task] as number;
  if (state !== RUNNING && state !== HEALTHY) return;
  const revision = revisionAt(w, tasks.revision[task] as number);
  stop(w, task, 'unhealthy');
  if (state === RUNNING) noteFailure(w, revision);
  w.recorder?.failed(w, task);
  owe(w, revision, task);
}

function noteFailure(w: World, revision: Revision): void {
  if (revision.index !== w.target || w.stage !== 'deploying') return;
  countFailures(w.breaker);
  w.recorder?.failureCount(w);
}

/** The k-th consecutive failed start is followed by the k-th pause; the last repeats (simulator.md §1.7). */
function noteStartFailure(w: World, revision: Revision): void {
  const pauses = w.plan.settings.backoffSeconds;
  revision.startFailures++;
  const pause = pauses[Math.min(revision.startFailures, pauses.length) - 1] ?? 0;
  revision.notBefore = Math.max(revision.notBefore, w.now + pause * 1000);
  requestPass(w, revision.notBefore);
}

/** A broken task of an older revision is replaced by its own revision while the rollout still wants it. */
export function owe(w: World, revision: Revision, task: number): void {
  if (revision.index === w.target || w.plan.settings.unhealthyOldTask !== 'own-revision') return;
  if (w.tasks.healthy[task] === -1 && w.tasks.launched[task] !== -1 && !isKept(w, task)) return;
  revision.owed++;
}

function isKept(w: World, task: number): boolean {
  return ((w.tasks.flags[task] as number) & KEPT) !== 0;
}

/** Flags a task of the target as leaving: it must be replaced before it may go. */
export function markLeaving(w: World, task: number): void {
  const { tasks } = w;
  if (((tasks.flags[task] as number) & LEAVING) !== 0) return;
  const state = tasks.state[task] as number;
  tally(w, task, state, -1);
  tasks.flags[task] = (tasks.flags[task] as number) | LEAVING;
  tally(w, task, state, 1);
  if (state === HEALTHY) w.leavingPool.add(task, tasks.slots[task]?.zone ?? -1);
  w.dirty = true;
}

function bury(w: World, task: number): void {
  const { tasks } = w;
  const told = tasks.state[task] === STOPPING;
  setState(w, task, STOPPED);
  tasks.stopped[task] = w.now;
  w.total--;
  const slot = tasks.slots[task];
  if (slot) {
    if (!told) vacate(w, task, slot);
    w.capacity.release(slot, w.now);
  } else {
    const at = w.waiting.indexOf(task);
    if (at >= 0) w.waiting.splice(at, 1);
  }
}

function vacate(w: World, task: number, slot: Slot): void {
  occupy(w, slot, -1);
  w.capacity.leave?.(slot, w.tasks.revision[task] as number);
}

/** Counts per zone and instance are of tasks not told to stop: they decide which one goes next. */
function occupy(w: World, slot: Slot, by: 1 | -1): void {
  if (slot.zone >= 0) w.zoneTasks[slot.zone] = (w.zoneTasks[slot.zone] ?? 0) + by;
  if (slot.instance >= 0) w.instanceTasks[slot.instance] = (w.instanceTasks[slot.instance] ?? 0) + by;
}

function setState(w: World, task: number, state: number): void {
  tally(w, task, w.tasks.state[task] as number, -1);
  w.tasks.state[task] = state;
  tally(w, task, state, 1);
  w.dirty = true;
}

function tally(w: World, task: number, state: number, by: 1 | -1): void {
  if (state >= STOPPING) return;
  const revision = revisionAt(w, w.tasks.revision[task] as number);
  if (state === HEALTHY) {
    revision.healthy += by;
    w.healthy += by;
  } else if (state === RUNNING) revision.running += by;
  else revision.pending += by;
  const flags = w.tasks.flags[task] as number;
  if (flags === 0) return;
  if ((flags & LEAVING) !== 0) {
    revision.leaving += by;
    if (state === HEALTHY) revision.leavingHealthy += by;
  }
  if ((flags & KEPT) !== 0 && state !== HEALTHY) revision.keptUnready += by;
}

/** All live tasks of a revision in one of the states, in order of launch. */
export function membersIn(w: World, revision: Revision, wanted: (state: number, flags: number) => boolean): number[] {
  if (alive(revision) === 0) return [];
  const { state, flags } = w.tasks;
  return revision.members.filter((task) => {
    const s = state[task] as number;
    return s < STOPPING && wanted(s, flags[task] as number);
  });
}

/**
 * A health check gives up a task that had been healthy. A task of the target waits for its replacement (scheduler.ts),
 * one of an older revision is stopped and replaced by its own revision.
 */
export function giveUp(w: World, task: number): void {
  const revision = revisionAt(w, w.tasks.revision[task] as number);
  if (w.tasks.state[task] !== HEALTHY) return;
  if (revision.index !== w.target) {
    onCondemned(w, task);
    return;
  }
  setState(w, task, RUNNING);
  w.tasks.end[task] = END_NAMES.indexOf('unhealthy');
  w.recorder?.failed(w, task);
  markLeaving(w, task);
}
