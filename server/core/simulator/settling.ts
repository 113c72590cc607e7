/** How a scheduler pass ends (scheduler.ts): steady state and completion, the alarm bake, or nothing more to do for ever. */
import { completeDeployment } from './deployment';
import { messages } from './events';
import { rebalance } from './rebalance';
import { MAXIMUM, MINIMUM } from './sources';
import { alive, type Revision, requestPass, type World } from './world';

/** The rollout is further than ever before: more healthy new tasks, or fewer old ones. */
export function noteProgress(w: World, target: Revision): void {
  let others = 0;
  for (const revision of w.revisions) if (revision.index !== w.target) others += alive(revision);
  const progress = target.healthy - others;
  if (progress <= w.progress && w.progressAt > 0) return;
  w.progress = progress;
  w.progressAt = w.now;
}

/** Step 4: desired healthy tasks of the target and nothing else. */
export function settleIfSteady(w: World, target: Revision): void {
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
export function noteIfStuck(w: World, target: Revision): void {
  if (w.steady || w.stage === 'settled' || w.stuckAt >= 0) return;
  if (w.stopping > 0 || w.waiting.length > 0 || w.bakeUntil >= 0) return;
  for (const revision of w.revisions) if (revision.pending + revision.running > 0) return;
  if (w.now < target.notBefore || w.noCapacityUntil > w.now || w.noSpotUntil > w.now) return;
  w.stuckAt = w.now;
  if (w.futile) return;
  const source = w.lower >= w.desired ? MINIMUM : MAXIMUM;
  if (!w.reading.refused) w.recorder?.event(w, 'configuration', messages.configuration(w.recorder.names), source);
}
