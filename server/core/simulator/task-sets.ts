/**
 * EXTERNAL services: the scenario plays the external system that creates, scales, promotes and deletes task sets
 * (simulator.md §6.2). Each set is kept at ceil(desired × scale); nothing is shifted or rolled back by ECS.
 */
import { computedDesiredCount } from './bounds';
import type { Controller } from './controller';
import { settle } from './deployment';
import { placeWaiting } from './launching';
import { addHealthyTask, membersIn, stop } from './lifecycle';
import { maintain } from './maintain';
import type { FullPlan } from './normalize';
import type { Disturbance, TaskSetPlan } from './plan';
import { addRevision, alive, type Revision, type World } from './world';

interface SetState {
  id: string;
  scale: number;
  deleted: boolean;
}

const SOURCE = '/deploymentController';

/** Task sets at t = 0: those of the plan, otherwise one primary set when tasks run already. */
function initialSets(plan: FullPlan): TaskSetPlan[] {
  if (plan.taskSets) return plan.taskSets;
  return plan.oldCount > 0 ? [{ id: 'primary', scale: 100, primary: true, running: plan.oldCount }] : [];
}

export function externalController(): Controller {
  const sets: SetState[] = [];

  function create(w: World, plan: TaskSetPlan): void {
    const revision = addRevision(w);
    // Task sets belong to the external system; ECS starts them without probing for digests (assumption).
    revision.digest = true;
    sets.push({ id: plan.id, scale: plan.scale, deleted: false });
    w.recorder?.addDeployment(revision.index, w.now, 'IN_PROGRESS');
    w.recorder?.addTaskSet(w, revision.index, plan.primary ? 'PRIMARY' : 'ACTIVE', '', plan.scale, plan.id);
    const slots = w.capacity.place(plan.running ?? 0, w.now, revision.index);
    for (const slot of slots) addHealthyTask(w, revision, slot);
  }

  function wanted(w: World, index: number): number {
    const set = sets[index] as SetState;
    return set.deleted ? 0 : computedDesiredCount(w.desired, set.scale);
  }

  /** STEADY_STATE needs all: as many as computed, none pending, none on DRAINING instances, all healthy. */
  function isSteady(w: World, revision: Revision): boolean {
    const want = wanted(w, revision.index);
    return revision.healthy === want && alive(revision) === want && revision.leaving === 0;
  }

  function change(w: World, entry: Extract<Disturbance, { kind: 'task-set' }>): void {
    const index = sets.findIndex((set) => set.id === entry.id);
    if (entry.op === 'create') {
      create(w, { id: entry.id, scale: entry.scale ?? 100 });
      return;
    }
    const set = sets[index];
    if (!set) return;
    if (entry.op === 'scale') set.scale = entry.scale ?? set.scale;
    if (entry.op === 'delete') set.deleted = true;
    if (entry.op === 'primary') {
      for (let other = 0; other < sets.length; other++) {
        if (!sets[other]?.deleted)
          w.recorder?.changeTaskSet(w, other, { status: other === index ? 'PRIMARY' : 'ACTIVE' });
      }
      w.target = index;
      return;
    }
    w.recorder?.changeTaskSet(w, index, set.deleted ? { status: 'DRAINING' } : { scale: set.scale });
  }

  return {
    start(w) {
      for (const plan of initialSets(w.plan)) create(w, plan);
      w.target = Math.max(
        0,
        initialSets(w.plan).findIndex((set) => set.primary),
      );
    },
    pass(w) {
      placeWaiting(w);
      w.progressAt = w.now;
      for (const revision of w.revisions) {
        if (w.recorder) w.recorder.stopCause = SOURCE;
        if (sets[revision.index]?.deleted) {
          for (const task of membersIn(w, revision, () => true)) stop(w, task);
        } else {
          maintain(w, revision, wanted(w, revision.index));
        }
        w.recorder?.noteStability(w, revision.index, isSteady(w, revision));
      }
      const steady = w.stopping === 0 && w.revisions.every((revision) => isSteady(w, revision));
      if (steady && !w.steady) w.steadyAt = w.now;
      w.steady = steady;
      if (steady && w.disturbancesLeft === 0) {
        const why =
          w.revisions.length === 0
            ? 'An EXTERNAL service runs nothing until a task set is created.'
            : 'Every task set is in STEADY_STATE.';
        settle(w, { outcome: 'completed', at: w.now, why, source: SOURCE });
      }
    },
    disturbed(w, entry) {
      if (entry.kind === 'task-set') change(w, entry);
    },
    atRest: (w) => w.steady,
    finish: () => undefined,
  };
}
