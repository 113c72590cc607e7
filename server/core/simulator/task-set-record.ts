/** Writes down the life of task sets: status, scale, stability. Services of the ECS controller have none. */
import { computedDesiredCount } from './bounds';
import { deploymentId } from './ids';
import type { TaskSetReport } from './report/types';
import type { World } from './world';

type TaskSetStatus = 'PRIMARY' | 'ACTIVE' | 'DRAINING';

export class TaskSetRecord {
  readonly taskSets: TaskSetReport[] = [];

  constructor(private readonly seed: number) {}

  /** CODE_DEPLOY: the original task set is primary, the replacement is created beside it. */
  beginTaskSets(w: World): void {
    this.addTaskSet(w, 0, 'PRIMARY', 'CODE_DEPLOY');
    this.addTaskSet(w, 1, 'ACTIVE', 'CODE_DEPLOY');
  }

  addTaskSet(w: World, revision: number, status: TaskSetStatus, startedBy: string, scale = 100, name?: string): void {
    const computed = computedDesiredCount(w.desired, scale);
    this.taskSets.push({
      id: deploymentId(this.seed, revision),
      externalId: name ?? `d-${deploymentId(this.seed + 1, revision).slice(-9)}`,
      startedBy,
      createdAt: w.now,
      changes: [{ at: w.now, status, scale, computedDesiredCount: computed }],
      stability: [],
    });
  }

  changeTaskSet(w: World, revision: number, change: { status?: TaskSetStatus; scale?: number }): void {
    const set = this.taskSets[revision];
    const last = set?.changes.at(-1);
    if (!set || !last) return;
    const scale = change.scale ?? last.scale;
    const computed = computedDesiredCount(w.desired, scale);
    set.changes.push({ at: w.now, status: change.status ?? last.status, scale, computedDesiredCount: computed });
  }

  /** The replacement becomes primary (or the original again). Only task sets have this. */
  promote(w: World, forward: boolean): void {
    this.changeTaskSet(w, 0, { status: forward ? 'ACTIVE' : 'PRIMARY' });
    this.changeTaskSet(w, 1, { status: forward ? 'PRIMARY' : 'ACTIVE' });
  }

  drainTaskSet(w: World, revision: number): void {
    this.changeTaskSet(w, revision, { status: 'DRAINING' });
  }

  noteStability(w: World, revision: number, steady: boolean): void {
    const set = this.taskSets[revision];
    const status = steady ? 'STEADY_STATE' : 'STABILIZING';
    if (set && set.stability.at(-1)?.status !== status) set.stability.push({ at: w.now, status });
  }
}
