/** Keeps a revision at a number of tasks: replaces what broke, follows scaling. For everything that is not rolling. */
import { launchTasks } from './launching';
import { membersIn, stop } from './lifecycle';
import { DESIRED } from './sources';
import { chooseStops } from './stop-choice';
import { HEALTHY, PROTECTED } from './tasks';
import { type Revision, requestPass, staying, type World } from './world';

/** Keeps a revision at the desired count: replaces what broke, follows scaling. */
export function maintain(w: World, revision: Revision, want = w.desired): void {
  const missing = want - staying(revision);
  if (missing < 0) {
    trim(w, revision, -missing);
    return;
  }
  if (w.now < revision.notBefore) {
    if (missing > 0) requestPass(w, revision.notBefore);
    return;
  }
  const lone = !revision.digest;
  const room = w.plan.settings.boundsInScaleUp === 'maximum' ? w.upper - w.total : Number.POSITIVE_INFINITY;
  const count = Math.min(lone ? (staying(revision) === 0 ? 1 : 0) : missing, missing, room);
  if (count <= 0) return;
  if (w.recorder) w.recorder.startCause = lone && missing > 1 ? 'option:digestProbe' : DESIRED;
  launchTasks(w, revision, count);
}

function trim(w: World, revision: Revision, surplus: number): void {
  if (w.recorder) w.recorder.stopCause = DESIRED;
  const unready = membersIn(w, revision, (s, flags) => s !== HEALTHY && (flags & PROTECTED) === 0).reverse();
  for (const task of unready.slice(0, surplus)) stop(w, task);
  const rest = surplus - unready.length;
  if (rest > 0) chooseStops(w, [revision.pool], rest, (task) => stop(w, task));
}
