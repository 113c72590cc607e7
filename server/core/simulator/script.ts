/**
 * Runs a script: the steps that a shifting deployment takes one after the other (traffic.ts, code-deploy.ts write them).
 * Meanwhile both revisions are kept at the desired count. When something fails, the rest of the script is replaced by
 * the way back.
 */
import { isOpen } from './breaker';
import type { Failure } from './deployment';
import { settle } from './deployment';
import { messages } from './events';
import { planHooks } from './hooks';
import { placeWaiting } from './launching';
import { membersIn, stop } from './lifecycle';
import { maintain } from './maintain';
import { BREAKER } from './sources';
import type { Script, Step } from './steps';
import { PROTECTED } from './tasks';
import { alive, requestPass, revisionAt, STEP, type World } from './world';

/** One pass: keep the revisions at their count, then see whether the current step is done. */
export function scriptPass(w: World, script: Script): void {
  if (w.stage === 'frozen') return;
  watchStarts(w);
  placeWaiting(w);
  for (const revision of w.revisions) if (script.keep.has(revision.index)) maintain(w, revision);
  if (script.waitsFor === 'healthy' && isReady(w)) goOn(w, script);
  else if (script.waitsFor === 'gone') {
    stopTerminated(w, script);
    if (isGone(w, script)) goOn(w, script);
  }
}

/** The timer of a wait is over, unless the script has left that wait. */
export function scriptTimer(w: World, script: Script, turn: number): void {
  if (turn < 0) script.deadline?.(w, script, turn);
  if (turn !== script.turn) return;
  const current = script.steps[script.at];
  if (script.waitsFor === 'healthy' && current?.do === 'scale-up') {
    failScript(w, script, {
      kind: 'script',
      text: 'the new tasks did not become healthy in time',
      rollback: true,
      source: current.source,
    });
    return;
  }
  if (script.waitsFor !== 'timer') return;
  const { failing } = script;
  script.failing = undefined;
  if (failing) failScript(w, script, failing);
  else goOn(w, script);
}

/** Starts the script at its first step. */
export function begin(w: World, script: Script): void {
  script.begun = true;
  script.at = -1;
  goOn(w, script);
}

/** Finishes the current step and takes the next ones until one has to wait. */
export function goOn(w: World, script: Script): void {
  const done = script.pending;
  script.pending = undefined;
  if (done?.do === 'weights') applyWeights(w, script, done);
  script.waitsFor = 'nothing';
  while (script.waitsFor === 'nothing' && w.stage !== 'frozen') {
    script.at++;
    const step = script.steps[script.at];
    if (!step) return;
    takeStep(w, script, step);
  }
}

function takeStep(w: World, script: Script, step: Step): void {
  w.progressAt = w.now;
  switch (step.do) {
    case 'stage':
      if (w.recorder?.phases.at(-1)?.name !== step.name) {
        w.recorder?.enterPhase(step.name, w.now, step.source);
        noteStage(w, step);
      }
      return;
    case 'hooks':
      waitForHooks(w, script, step.stage);
      return;
    case 'scale-up':
      scaleUp(w, script, step);
      return;
    case 'weights':
      script.pending = step;
      waitFor(w, script, step.ms);
      return;
    case 'wait':
      if (step.ms > 0) waitFor(w, script, step.ms);
      return;
    case 'terminate':
      terminate(w, script, step);
      return;
    case 'commit':
      script.committed = true;
      return;
    case 'promote':
    case 'demote':
      script.promoted = step.do === 'promote';
      w.recorder?.promote(w, script.promoted);
      return;
    case 'gate':
      if (step.ms > step.limit) {
        script.failing = {
          kind: 'stopped',
          text: 'nobody continued the deployment in time',
          rollback: true,
          source: step.source,
        };
      }
      waitFor(w, script, Math.min(step.ms, step.limit));
      return;
    case 'end':
      finish(w, step);
  }
}

/** A failure comes when the hooks have taken their time: the script's next step is the failure itself. */
function waitForHooks(w: World, script: Script, stage: string): void {
  const hooks = planHooks(w, script, stage);
  if (!hooks) return;
  const { ms, failure } = hooks;
  if (failure) script.failing = failure;
  if (failure && ms <= 0) failScript(w, script, failure);
  else waitFor(w, script, ms);
}

/** Waits ms; a wait of 0 is over at once. */
function waitFor(w: World, script: Script, ms: number): void {
  if (ms <= 0) {
    const done = script.pending;
    script.pending = undefined;
    if (done?.do === 'weights') applyWeights(w, script, done);
    return;
  }
  script.waitsFor = 'timer';
  script.turn++;
  w.queue.push(w.now + ms, STEP, script.turn);
  w.progressAt = w.now + ms;
}

function scaleUp(w: World, script: Script, step: Extract<Step, { do: 'scale-up' }>): void {
  script.keep.add(w.target);
  script.waitsFor = 'healthy';
  script.turn++;
  w.queue.push(w.now + step.limit, STEP, script.turn);
  w.progressAt = w.now + step.limit;
  w.dirty = true;
  requestPass(w, w.now);
  if (w.desired === 0) script.waitsFor = 'nothing';
}

function isReady(w: World): boolean {
  const target = revisionAt(w, w.target);
  return target.healthy >= w.desired && target.pending + target.running === 0;
}

function terminate(w: World, script: Script, step: Extract<Step, { do: 'terminate' }>): void {
  script.keep.delete(step.revision);
  if (w.recorder) w.recorder.stopCause = step.source;
  w.recorder?.drainTaskSet(w, step.revision);
  stopTerminated(w, script);
  script.waitsFor = isGone(w, script) ? 'nothing' : 'gone';
}

/** Protected tasks of the terminated revision stay until their protection ends. */
function stopTerminated(w: World, script: Script): void {
  const step = script.steps[script.at];
  if (step?.do !== 'terminate') return;
  const revision = revisionAt(w, step.revision);
  for (const task of membersIn(w, revision, (_, flags) => (flags & PROTECTED) === 0)) stop(w, task);
}

/** Nothing of the terminated revision is left, not even stopping. */
function isGone(w: World, script: Script): boolean {
  const step = script.steps[script.at];
  if (step?.do !== 'terminate') return false;
  const kept = [...script.keep].reduce((sum, index) => sum + alive(revisionAt(w, index)), 0);
  return w.total === kept;
}

function applyWeights(w: World, script: Script, step: Extract<Step, { do: 'weights' }>): void {
  if (step.production !== undefined) script.production = step.production;
  if (step.test !== undefined) script.test = step.test;
  const { recorder } = w;
  if (!recorder) return;
  recorder.weights(w.now, script.production, script.test);
  const id = recorder.id(w.target);
  const text =
    step.production !== undefined
      ? messages.traffic(recorder.names, id, step.production)
      : messages.testTraffic(recorder.names, id);
  recorder.event(w, 'traffic', text, step.source);
}

function noteStage(w: World, step: Extract<Step, { do: 'stage' }>): void {
  const { recorder } = w;
  recorder?.event(w, 'stage', messages.stage(recorder.names, recorder.id(w.target), step.name), step.source);
}

function finish(w: World, step: Extract<Step, { do: 'end' }>): void {
  w.recorder?.leavePhase(w.now);
  revisionAt(w, w.target).completed = true;
  w.stage = 'settled';
  w.steady = true;
  w.recorder?.completed(w);
  settle(w, { outcome: step.outcome, at: w.now, why: step.why, source: step.source });
}

/**
 * Something failed. With rollback the script continues with its way back; without, everything stays as it is.
 * Once the old tasks are being removed there is no way back and failures no longer matter.
 */
export function failScript(w: World, script: Script, failure: Failure): void {
  if (script.committed || w.stage !== 'deploying') return;
  const back = failure.rollback && !script.failsWithoutWayBack?.(w, script);
  w.failure = failure;
  w.recorder?.tripped(w, failure.kind, failure.text, back ? 0 : -1, failure.source);
  if (!back) {
    w.stage = 'frozen';
    settle(w, { outcome: 'failed', at: w.now, why: `The deployment failed: ${failure.text}.`, source: failure.source });
    return;
  }
  const steps = script.wayBack(w, script);
  w.stage = 'rolling-back';
  script.steps = steps;
  script.committed = true;
  script.pending = undefined;
  script.keep.delete(w.target);
  w.target = 0;
  script.keep.add(0);
  script.at = -1;
  goOn(w, script);
}

function watchStarts(w: World): void {
  if (w.stage !== 'deploying') return;
  const target = revisionAt(w, w.target);
  const { settings } = w.plan;
  const applies = settings.breakerWhileShifting === 'applied';
  if (!target.digest && target.failedProbes >= settings.digestAttempts && !(applies && w.breaker.enabled)) {
    target.digest = true;
  }
  if (!applies || !isOpen(w.breaker, w.desired, settings)) return;
  w.breaker.tripAt = w.now;
  w.breaker.tripCount = w.breaker.count;
  const { rollback } = w.breaker;
  w.failWith?.({ kind: 'breaker', text: 'tasks failed to start', rollback, source: BREAKER });
}
