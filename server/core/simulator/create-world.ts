/** The state at t = 0, before any task is there. */
import { bounds } from './bounds';
import { createBreaker } from './breaker';
import { EventQueue } from './clock';
import { launchDelay, onFargate, stopDelay, stopPendingDelay } from './durations';
import { healthDelay } from './health';
import type { FullPlan } from './normalize';
import { countDaemons, openCapacity } from './open-capacity';
import { LaunchQuota } from './quotas';
import { createRandom, type Random } from './random';
import { StopPool } from './stop-choice';
import { TaskTable } from './tasks';
import type { World, WorldParts } from './world';

export function createWorld(given: FullPlan, parts: WorldParts = {}): World {
  const capacity = openCapacity(given);
  const plan = countDaemons(given, capacity);
  const launchMs = launchDelay(plan).ms;
  const { lower, upper } = bounds(plan.desired, plan.minimumHealthyPercent, plan.maximumPercent);
  const { launchesPerMinute, fargateBurst, fargatePerSecond } = plan.settings;
  const fargate = onFargate(plan);
  const mixed = fargate && capacity.providerNames.length > 1;
  return {
    plan,
    queue: new EventQueue(64),
    tasks: new TaskTable(plan.desired > 12 ? 64 : 32),
    capacity,
    quota: new LaunchQuota(launchesPerMinute, fargate && !mixed ? fargateBurst : 0, fargatePerSecond),
    buckets: mixed ? capacity.providerNames.map(() => new LaunchQuota(0, fargateBurst, fargatePerSecond)) : [],
    random: parts.random ?? randomIfNeeded(plan),
    recorder: parts.recorder,
    launchMs,
    launchRange: parts.launchRange ?? [launchMs, launchMs],
    checkRange: parts.checkRange,
    sampler: parts.sampler,
    health: healthDelay(plan),
    stopMs: stopDelay(plan).ms,
    stopPendingMs: stopPendingDelay(plan),
    breaker: createBreaker(plan.circuitBreaker),
    revisions: [],
    target: 0,
    now: 0,
    desired: plan.desired,
    lower,
    upper,
    total: 0,
    stopping: 0,
    healthy: 0,
    waiting: [],
    leavingPool: new StopPool(),
    zoneTasks: capacity.zoneNames.map(() => 0),
    instanceTasks: capacity.instanceNames.map(() => 0),
    stage: 'deploying',
    steady: false,
    steadyAt: -1,
    ending: undefined,
    failure: undefined,
    failWith: undefined,
    bakeUntil: -1,
    passAt: Number.POSITIVE_INFINITY,
    passNow: false,
    dirty: false,
    disturbancesLeft: 0,
    alarmOn: false,
    alarmsWatched: false,
    noCapacityUntil: -1,
    noSpotUntil: -1,
    rebalancing: undefined,
    moves: 0,
    rebalanced: false,
    lostZones: new Set(),
    stuckAt: -1,
    progress: -1,
    progressAt: 0,
    refusedAt: -1,
    refusals: 0,
    futile: false,
    refusalRetryAt: -1,
    measures: {
      floor: Number.POSITIVE_INFINITY,
      floorAt: 0,
      peak: -1,
      peakAt: 0,
      belowDesired: 0,
      lastAt: 0,
      lastHealthy: Number.POSITIVE_INFINITY,
    },
    reading: { mayStart: 0, mayStop: 0, refused: false, at: 0 },
  };
}

/** A single run draws nothing unless the scenario asks for a share of the tasks. */
function randomIfNeeded(plan: FullPlan): Random | undefined {
  const draws = plan.scenario.some((entry) => entry.kind === 'tasks-fail' && entry.sharePercent !== undefined);
  return draws ? createRandom(plan.seed) : undefined;
}
