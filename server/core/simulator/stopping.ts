/** The stops of a scheduler pass (scheduler.ts): which tasks are told to stop, and how far down the minimum allows it. */
import { membersIn, stop } from './lifecycle';
import { breakerSource, DESIRED, MINIMUM } from './sources';
import { chooseStops } from './stop-choice';
import { HEALTHY, KEPT, LEAVING, PENDING, PROTECTED, RUNNING } from './tasks';
import { type Revision, revisionAt, staying, type World } from './world';

/** Step 1: tasks of other revisions that are starting or not healthy are of no use; those kept on purpose may stay. */
export function stopUnready(w: World): void {
  if (w.plan.settings.unreadyOldTasks === 'keep') return;
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

/** More of the target than desired (scale-in): those not healthy first, healthy ones down to the minimum. */
export function stopSurplus(w: World, target: Revision): number {
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
 * Tasks of the target that a health check gave up after they had been healthy: their replacement comes first where there
 * is room, otherwise they go one by one, each when the replacement of the last is healthy (API model, minimumHealthyPercent).
 * They do not count as healthy, so the minimum is not touched.
 */
export function stopCondemned(w: World, target: Revision, room: number): number {
  if (target.leaving === target.leavingHealthy) return 0;
  const replaced = target.healthy - target.leavingHealthy >= w.desired;
  const ready = target.pending + target.running - (target.leaving - target.leavingHealthy);
  const mayStart = room > 0 && !w.reading.refused;
  if (!replaced && (mayStart || ready > 0 || w.stopping > 0)) return 0;
  if (w.recorder) w.recorder.stopCause = MINIMUM;
  const tasks = membersIn(w, target, (s, flags) => (s === RUNNING || s === PENDING) && (flags & LEAVING) !== 0);
  const going = replaced ? tasks : tasks.slice(0, 1);
  for (const task of going) stop(w, task, 'unhealthy');
  return going.length;
}

/** Step 2, stops: healthy tasks of other revisions, and those leaving the target's instances, above the minimum. */
export function stopOthers(w: World, target: Revision, started: number): number {
  let others = target.leavingHealthy;
  for (const revision of w.revisions) if (revision.index !== w.target) others += revision.healthy;
  const spare = w.healthy - stopFloor(w, target, started);
  const count = Math.min(others, spare);
  w.reading.mayStop = Math.max(0, Math.min(others, w.healthy - w.lower));
  if (count <= 0) return 0;
  if (w.recorder) w.recorder.stopCause = w.healthy > w.desired ? DESIRED : MINIMUM;
  const pools = w.revisions.filter((revision) => revision.index !== w.target).map((revision) => revision.pool);
  pools.push(w.leavingPool);
  return chooseStops(w, pools, count, (task) => stop(w, task));
}

/**
 * How many healthy tasks must stay, by the chosen order of stops and starts (option stopPolicy). The kinder orders go
 * below desired only where nothing could start otherwise.
 */
function stopFloor(w: World, target: Revision, started: number): number {
  const policy = w.plan.settings.stopPolicy;
  if (policy === 'eager') return w.lower;
  const waits = started > 0 || target.pending + target.running > 0 || w.now < target.notBefore;
  const blocked = policy === 'when-blocked' ? !waits : w.upper <= w.desired || w.reading.refused;
  return blocked && w.healthy <= w.desired ? w.lower : Math.max(w.lower, w.desired);
}
