/**
 * One pass of the service scheduler for rolling deployments: rule set R1 of simulator.md §1.4, in its order,
 * on one snapshot. Daemon services use the same pass with one slot per instance.
 */
import { isOpen } from './breaker';
import { failDeployment } from './deployment';
import { launchTasks, placeWaiting } from './launching';
import { noteIfStuck, noteProgress, settleIfSteady } from './settling';
import { BREAKER, breakerSource, DESIRED, MAXIMUM } from './sources';
import { stopCondemned, stopOthers, stopSurplus, stopUnready } from './stopping';
import { KEPT } from './tasks';
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
  const stopped = stopSurplus(w, target) + stopCondemned(w, target, room) + stopOthers(w, target, started);
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
