/**
 * One pass of the service scheduler for rolling deployments: rule set R1 of simulator.md §1.4, in its order,
 * on one snapshot. Daemon services use the same pass with one slot per instance.
 */
import { isOpen, thresholdNow } from './breaker';
import { completeDeployment, failDeployment } from './deployment';
import { messages } from './events';
import { launchTasks, placeWaiting } from './launching';
import { membersIn, stop } from './lifecycle';
import { rebalance } from './rebalance';
import { BREAKER, breakerSource, DESIRED, MAXIMUM, MINIMUM } from './sources';
import { chooseStops } from './stop-choice';
import { HEALTHY, KEPT, LEAVING, PENDING, PROTECTED, RUNNING } from './tasks';
import { alive, type Revision, requestNextPass, requestPass, revisionAt, staying, type World } from './world';

export function rollingPass(w: World): void {
  if (w.stage === 'frozen') return;
  w.reading.at = w.now;
  watchFailures(w);
  if ((w.stage as string) === 'frozen') return;
  const target = revisionAt(w, w.target);
  stopUnready(w);
  placeWaiting(w);
  const held = w.plan.settings.countStoppingTowardsMax ? w.total : w.total - w.stopping;
  const room = Math.max(0, w.upper - held);
  const kept = startKept(w, room);
  const started = startTarget(w, target, room - kept);
  const stopped = stopSurplus(w, target) + stopCondemned(w, target, room) + stopOthers(w, target, started, room);
  // Slots of stopping tasks are free at once under this option, but this pass has counted already.
  if (stopped > 0 && !w.plan.settings.countStoppingTowardsMax) requestNextPass(w);
  noteProgress(w, target);
  settleIfSteady(w, target);
  if (started + kept + stopped === 0) noteIfStuck(w, target);
}

/** Step 0: the breaker, and the image digest that cannot be found (simulator.md §1.6). */
function watchFailures(w: World): void {
  if (w.stage !== 'deploying') return;
  const target = revisionAt(w, w.target);
  const { breaker, plan } = w;
  const probesFailed = !target.digest && target.failedProbes >= plan.settings.digestAttempts;
  const waits = plan.settings.breakerEvaluation === 'next-launch' && w.now < target.notBefore;
  const opens = (isOpen(breaker, w.desired, plan.settings) || (probesFailed && breaker.enabled)) && !waits;
  if (opens) {
    breaker.tripAt = w.now;
    breaker.tripCount = breaker.count;
    const source = probesFailed ? 'option:digestAttempts' : BREAKER;
    failDeployment(w, { kind: 'breaker', text: 'tasks failed to start', rollback: breaker.rollback, source });
  } else if (probesFailed && !breaker.enabled) {
    target.digest = true;
  }
}

/** Step 1: tasks of other revisions that are starting or not healthy are of no use; those kept on purpose may stay. */
function stopUnready(w: World): void {
  const wanted = revisionAt(w, w.target).healthy < w.desired;
  for (const revision of w.revisions) {
    if (revision.index === w.target) continue;
    const unready = revision.pending + revision.running;
    if (unready === 0 || (wanted && unready === revision.keptUnready)) continue;
    if (w.recorder) w.recorder.stopCause = w.stage === 'rolling-back' ? breakerSource('rollback') : '/taskDefinition';
    const tasks = membersIn(w, revision, (s, flags) => s !== HEALTHY && !(wanted && (flags & KEPT) !== 0));
    for (const task of tasks) stop(w, task);
  }
}

/** Tasks that an older revision owes: replacements of broken ones, its share of a scale-out. */
function startKept(w: World, room: number): number {
  let started = 0;
  for (const revision of w.revisions) {
    if (revision.owed === 0 || revision.index === w.target) continue;
    const missing = w.desired - revisionAt(w, w.target).healthy - alive(revision);
    const count = Math.min(revision.owed, room - started, missing);
    if (missing <= 0) revision.owed = 0;
    if (count <= 0 || w.now < revision.notBefore) continue;
    if (w.recorder) w.recorder.startCause = 'option:unhealthyOldTask';
    const launched = launchTasks(w, revision, count, KEPT);
    revision.owed -= launched;
    started += launched;
  }
  return started;
}

/** Step 2, starts: as many as are missing, as the ceiling, the digest probe, the pause, quotas and room allow. */
function startTarget(w: World, target: Revision, room: number): number {
  const mine = staying(target);
  const missing = w.desired - mine;
  w.reading.mayStart = Math.max(0, Math.min(missing, room));
  w.reading.refused = false;
  let count = w.reading.mayStart;
  if (count <= 0) return 0;
  if (w.recorder) w.recorder.startCause = room < missing ? MAXIMUM : DESIRED;
  if (!target.digest && count > (mine === 0 ? 1 : 0)) {
    count = mine === 0 ? 1 : 0;
    if (w.recorder) w.recorder.startCause = 'option:digestProbe';
  }
  if (w.now < target.notBefore) {
    requestPass(w, target.notBefore);
    return 0;
  }
  if (w.stage === 'rolling-back' && w.recorder) w.recorder.startCause = breakerSource('rollback');
  return launchTasks(w, target, count);
}

/** More of the target than desired (scale-in): those not healthy first, healthy ones down to the minimum. */
function stopSurplus(w: World, target: Revision): number {
  const extra = w.rebalancing ? 1 : 0;
  let surplus = staying(target) - w.desired - extra;
  if (surplus <= 0) return 0;
  if (w.recorder) w.recorder.stopCause = DESIRED;
  let stopped = 0;
  for (const task of membersIn(
    w,
    target,
    (s, flags) => s !== HEALTHY && (flags & (LEAVING | PROTECTED)) === 0,
  ).reverse()) {
    if (surplus === 0) break;
    stop(w, task);
    surplus--;
    stopped++;
  }
  const allowed = Math.min(surplus, w.healthy - w.lower);
  return stopped + (allowed > 0 ? chooseStops(w, [target.pool], allowed, (task) => stop(w, task)) : 0);
}

/**
 * Tasks of the target that a health check gave up after they had been healthy: their replacement comes first where the
 * ceiling has room, otherwise they go at once; they do not count as healthy, so the minimum is not touched.
 */
function stopCondemned(w: World, target: Revision, room: number): number {
  if (target.leaving === target.leavingHealthy) return 0;
  const replaced = target.healthy - target.leavingHealthy >= w.desired;
  const ready = target.pending + target.running - (target.leaving - target.leavingHealthy);
  if (!replaced && (room > 0 || ready > 0)) return 0;
  if (w.recorder) w.recorder.stopCause = MINIMUM;
  const tasks = membersIn(w, target, (s, flags) => (s === RUNNING || s === PENDING) && (flags & LEAVING) !== 0);
  for (const task of tasks) stop(w, task, 'unhealthy');
  return tasks.length;
}

/** Step 2, stops: healthy tasks of other revisions, and those leaving the target's instances, above the minimum. */
function stopOthers(w: World, target: Revision, started: number, room: number): number {
  let others = target.leavingHealthy;
  for (const revision of w.revisions) if (revision.index !== w.target) others += revision.healthy;
  const spare = w.healthy - stopFloor(w, target, started, room);
  const count = Math.min(others, spare);
  w.reading.mayStop = Math.max(0, Math.min(others, w.healthy - w.lower));
  if (count <= 0) return 0;
  if (w.recorder) w.recorder.stopCause = w.healthy > w.desired ? DESIRED : MINIMUM;
  const pools = w.revisions.filter((revision) => revision.index !== w.target).map((revision) => revision.pool);
  pools.push(w.leavingPool);
  return chooseStops(w, pools, count, (task) => stop(w, task));
}

/** How many healthy tasks must stay, by the chosen order of stops and starts (option stopPolicy). */
function stopFloor(w: World, target: Revision, started: number, room: number): number {
  const policy = w.plan.settings.stopPolicy;
  if (policy === 'eager') return w.lower;
  const blocked =
    policy === 'when-blocked' ? started === 0 && target.pending + target.running === 0 : w.upper <= w.desired;
  return blocked && room === 0 && w.healthy <= w.desired ? w.lower : Math.max(w.lower, w.desired);
}

function noteProgress(w: World, target: Revision): void {
  let others = 0;
  for (const revision of w.revisions) if (revision.index !== w.target) others += alive(revision);
  const progress = target.healthy - others;
  if (progress <= w.progress && w.progressAt > 0) return;
  w.progress = progress;
  w.progressAt = w.now;
}

/** Step 4: desired healthy tasks of the target and nothing else. */
function settleIfSteady(w: World, target: Revision): void {
  const steady = w.total === w.desired && target.healthy - target.leavingHealthy === w.desired;
  if (!steady) {
    w.steady = false;
    rebalance(w, target);
    return;
  }
  if (!w.steady) {
    w.steady = true;
    w.steadyAt = w.now;
  }
  if (w.stage === 'settled') {
    rebalance(w, target);
    return;
  }
  if (w.stage === 'deploying' && stillBaking(w)) return;
  completeDeployment(w);
  rebalance(w, target);
}

/** With alarms a rolling deployment is watched a while after the old tasks are gone (simulator.md §2.2). */
function stillBaking(w: World): boolean {
  const ms = bakeTime(w);
  if (ms <= 0) return false;
  if (w.bakeUntil < 0) {
    w.bakeUntil = w.now + ms;
    w.recorder?.enterPhase('BAKE', w.now, 'option:bakeFormula');
    requestPass(w, w.bakeUntil);
  }
  return w.now < w.bakeUntil;
}

/** max(period × evaluation periods) over the alarms, at least the minimum, ms; 0 without alarms. */
export function bakeTime(w: World): number {
  const { alarms, settings } = w.plan;
  if (!alarms?.enable || settings.bakeFormula === 'none' || !w.alarmsWatched) return 0;
  const spans = (alarms.periods ?? []).map((a) => a.periodSeconds * a.evaluationPeriods);
  return Math.max(settings.bakeMinimumSeconds, ...spans) * 1000;
}

/** Step 5: nothing possible and nothing in flight. The deployment stays IN_PROGRESS for ever. */
function noteIfStuck(w: World, target: Revision): void {
  if (w.steady || w.stage === 'settled' || w.stuckAt >= 0) return;
  if (w.stopping > 0 || w.waiting.length > 0 || w.bakeUntil >= 0) return;
  for (const revision of w.revisions) if (revision.pending + revision.running > 0) return;
  if (w.now < target.notBefore || w.noCapacityUntil > w.now) return;
  w.stuckAt = w.now;
  if (w.futile) return;
  const source = w.lower >= w.desired ? MINIMUM : MAXIMUM;
  if (!w.reading.refused) w.recorder?.event(w, 'configuration', messages.configuration(w.recorder.names), source);
}

/** Failures still tolerated, for reports. */
export function tolerance(w: World): number {
  return thresholdNow(w.breaker, w.desired, w.plan.settings);
}
