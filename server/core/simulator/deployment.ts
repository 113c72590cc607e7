/** How a deployment of the ECS controller ends: completed, failed and rolled back, or failed for good (simulator.md §2). */

import type { Source } from './report/types';
import type { Ending, Revision, World } from './world';
import { requestPass, revisionAt } from './world';

export interface Failure {
  kind: 'breaker' | 'alarm' | 'stopped' | 'script';
  /** As in ECS's event: "tasks failed to start", "alarm detected". */
  text: string;
  rollback: boolean;
  source: Source;
}

/** The newest revision whose deployment completed; the one a rollback returns to. */
export function rollbackTarget(w: World): Revision | undefined {
  return w.revisions.findLast((revision) => revision.completed && revision.index !== w.target);
}

/**
 * Fails the running deployment. With rollback and a completed deployment the service returns to it; it keeps its id
 * and is IN_PROGRESS again (O2). Otherwise the deployment is FAILED, launches nothing more, and what runs stays.
 */
export function failDeployment(w: World, failure: Failure): void {
  if (w.failWith) {
    w.failWith(failure);
    return;
  }
  const back = failure.rollback ? rollbackTarget(w) : undefined;
  w.recorder?.tripped(w, failure.kind, failure.text, back?.index ?? -1, failure.source);
  w.failure = failure;
  w.bakeUntil = -1;
  w.dirty = true;
  if (!back) {
    w.stage = 'frozen';
    const missing = failure.rollback
      ? ' No earlier deployment has completed, so there is nothing to roll back to.'
      : '';
    settle(w, {
      outcome: failure.kind === 'stopped' ? 'failed' : 'stalled',
      at: w.now,
      why: `The deployment failed (${failure.text}) and launches no more tasks.${missing}`,
      source: failure.source,
    });
    return;
  }
  w.stage = 'rolling-back';
  w.target = back.index;
  back.completed = false;
  back.owed = 0;
  w.steady = false;
  requestPass(w, w.now);
}

/** First ending wins: what happens afterwards does not change how the deployment ended. */
export function settle(w: World, ending: Ending): void {
  w.ending ??= ending;
}

/** The target runs as desired and nothing else is left. */
export function completeDeployment(w: World): void {
  const rolledBack = w.stage === 'rolling-back';
  revisionAt(w, w.target).completed = true;
  w.stage = 'settled';
  w.recorder?.completed(w);
  settle(w, {
    outcome: rolledBack ? 'rolled-back' : 'completed',
    at: w.now,
    why: rolledBack
      ? `The deployment failed (${w.failure?.text}) and the service returned to the last completed deployment.`
      : 'The new revision runs as many healthy tasks as desired and nothing else is left.',
    source: '/desiredCount',
  });
}
