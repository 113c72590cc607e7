/**
 * The state of one simulated service. Plain data with counters that every change keeps up to date, so that a
 * scheduler pass costs what it changes and not what exists. lifecycle.ts is the only writer of task states.
 */
import { bounds } from './bounds';
import type { Breaker } from './breaker';
import type { Capacity } from './capacity';
import type { EventQueue } from './clock';
import type { Failure } from './deployment';
import type { HealthDelay } from './health';
import type { FullPlan } from './normalize';
import type { LaunchQuota } from './quotas';
import type { Random } from './random';
import type { Recorder } from './recorder';
import type { Outcome, Source } from './report/types';
import { StopPool } from './stop-choice';
import type { TaskTable } from './tasks';

/** Kinds of events in the queue; the argument is a task unless said otherwise. */
export const TASK_RUNNING = 0;
export const TASK_HEALTHY = 1;
export const TASK_STOPPED = 2;
export const TASK_FAILED_TO_START = 3;
export const TASK_EXITED = 4;
export const TASK_CONDEMNED = 5;
/** A scheduler pass; no argument. */
export const PASS = 6;
/** Argument: index into the scenario; + scenario length = its end. */
export const DISTURBANCE = 7;
/** The next step of a script (traffic.ts); argument: the script's turn. */
export const STEP = 8;
/** Only for the record: targets registered (0) or draining (1) since the last one. */
export const NOTE = 9;

/** One revision of the service: counters over its tasks that were not told to stop. */
export interface Revision {
  readonly index: number;
  pending: number;
  running: number;
  healthy: number;
  /** Those flagged LEAVING, and the healthy ones of them. */
  leaving: number;
  leavingHealthy: number;
  /** Tasks flagged KEPT that are not healthy yet. */
  keptUnready: number;
  /** Replacements this revision shall launch although it is not the target. */
  owed: number;
  launches: number;
  /** Consecutive tasks that never ran, and when the pause after the last one ends. */
  startFailures: number;
  notBefore: number;
  /** A task of it has reached RUNNING, has become healthy. */
  everRan: boolean;
  everHealthy: boolean;
  /** Image digests are known (or given up on). */
  digest: boolean;
  failedProbes: number;
  /** A deployment of it has COMPLETED. */
  completed: boolean;
  readonly pool: StopPool;
  /** Every task of it. */
  readonly members: number[];
}

/** What the service is doing. */
export type Stage = 'deploying' | 'rolling-back' | 'frozen' | 'settled';

export interface Ending {
  outcome: Outcome;
  at: number;
  why: string;
  source: Source;
}

export interface Measures {
  floor: number;
  floorAt: number;
  peak: number;
  peakAt: number;
  belowDesired: number;
  lastAt: number;
  lastHealthy: number;
}

export interface World {
  readonly plan: FullPlan;
  readonly queue: EventQueue;
  readonly tasks: TaskTable;
  readonly capacity: Capacity;
  readonly quota: LaunchQuota;
  /** With several Fargate providers: the account's bucket of each, on demand and Spot, by provider index. */
  readonly buckets: readonly LaunchQuota[];
  readonly random: Random | undefined;
  readonly recorder: Recorder | undefined;
  readonly launchMs: number;
  /** Ranges to draw from in many runs: launch → RUNNING, and the first health checks. */
  readonly launchRange: readonly [number, number];
  readonly checkRange: readonly [number, number] | undefined;
  readonly sampler: Sampler | undefined;
  readonly health: HealthDelay;
  readonly stopMs: number;
  readonly stopPendingMs: number;
  readonly breaker: Breaker;
  readonly revisions: Revision[];
  /** Index of the revision that the service moves to. */
  target: number;
  now: number;
  desired: number;
  lower: number;
  upper: number;
  /** Tasks not yet STOPPED, the stopping ones of them, and the healthy ones not told to stop. */
  total: number;
  stopping: number;
  healthy: number;
  /** Tasks without room that wait in PROVISIONING. */
  readonly waiting: number[];
  /** Tasks of the target on DRAINING instances or condemned. */
  readonly leavingPool: StopPool;
  /** Tasks not told to stop, per zone and per instance index. */
  readonly zoneTasks: number[];
  readonly instanceTasks: number[];
  stage: Stage;
  steady: boolean;
  steadyAt: number;
  ending: Ending | undefined;
  /** Why the deployment failed, in ECS's words, if it did. */
  failure: Failure | undefined;
  /** How a script fails its deployment; rolling deployments do without. */
  failWith: ((failure: Failure) => void) | undefined;
  bakeUntil: number;
  /** Time of the next scheduled pass; Infinity = none. */
  passAt: number;
  passNow: boolean;
  dirty: boolean;
  /** Scenario entries still to come. */
  disturbancesLeft: number;
  alarmOn: boolean;
  alarmsWatched: boolean;
  /** Nothing can be placed until then (scenario). */
  noCapacityUntil: number;
  /** Nothing can be placed on FARGATE_SPOT until then, beside other providers. */
  noSpotUntil: number;
  /** Rebalancing: task that was added, zone that gives one up. */
  rebalancing: { added: number; from: number } | undefined;
  /** Moves made, and whether there is nothing more to move. */
  moves: number;
  rebalanced: boolean;
  readonly lostZones: Set<number>;
  stuckAt: number;
  progress: number;
  progressAt: number;
  /** Placement without room: last time, how often, and when the next refusal counts. */
  refusedAt: number;
  refusals: number;
  /** A restart loop has been followed long enough. */
  futile: boolean;
  refusalRetryAt: number;
  measures: Measures;
  /** The last reading of a pass: what it wanted and was allowed. */
  reading: { mayStart: number; mayStop: number; refused: boolean; at: number };
}

/** Random draws and recording are off unless asked for: many runs need the first and not the second. */
export interface WorldParts {
  random?: Random;
  recorder?: Recorder;
  launchRange?: readonly [number, number];
  checkRange?: readonly [number, number];
  sampler?: Sampler;
}

/** Takes the counts at fixed moments; `note` is called before they change. */
export interface Sampler {
  note(now: number, healthy: number, total: number): void;
}

export function addRevision(w: World): Revision {
  const revision: Revision = {
    index: w.revisions.length,
    pending: 0,
    running: 0,
    healthy: 0,
    leaving: 0,
    leavingHealthy: 0,
    keptUnready: 0,
    owed: 0,
    launches: 0,
    startFailures: 0,
    notBefore: 0,
    everRan: false,
    everHealthy: false,
    digest: !probes(w.plan),
    failedProbes: 0,
    completed: false,
    pool: new StopPool(),
    members: [],
  };
  w.revisions.push(revision);
  return revision;
}

/** The digest probe is skipped when every image is pinned (inference, simulator.md §1.6). */
function probes(plan: FullPlan): boolean {
  const { digestProbe, probePinnedImages } = plan.settings;
  return digestProbe && (plan.image?.pinned !== true || probePinnedImages);
}

export function revisionAt(w: World, index: number): Revision {
  return w.revisions[index] as Revision;
}

/** Tasks of a revision that were not told to stop. */
export function alive(revision: Revision): number {
  return revision.pending + revision.running + revision.healthy;
}

/** Those of them that count towards its share. */
export function staying(revision: Revision): number {
  return alive(revision) - revision.leaving;
}

/** Takes over a new desired count and its bounds. */
export function setDesired(w: World, desired: number): void {
  w.desired = desired;
  const limits = bounds(desired, w.plan.minimumHealthyPercent, w.plan.maximumPercent);
  w.lower = limits.lower;
  w.upper = limits.upper;
  w.steady = false;
  w.dirty = true;
  w.recorder?.desired.push({ at: w.now, count: desired });
}

/** The first moment at or after `at` when the scheduler makes a pass. */
export function passTime(w: World, at: number): number {
  const { firstPass, tick } = w.plan.clock;
  if (at <= firstPass) return firstPass;
  return tick <= 0 ? at : firstPass + Math.ceil((at - firstPass) / tick) * tick;
}

/** Another pass after this one, also when nothing else happens. */
export function requestNextPass(w: World): void {
  requestPass(w, w.now + (w.plan.clock.tick > 0 ? 1 : 0));
}

/** Makes sure that a pass happens at or soon after `at`. */
export function requestPass(w: World, at: number): void {
  if (at === Number.POSITIVE_INFINITY) return;
  const time = passTime(w, Math.max(at, w.now));
  if (time >= w.passAt) return;
  w.passAt = time;
  w.queue.push(time, PASS, 0);
}
