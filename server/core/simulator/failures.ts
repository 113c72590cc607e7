/** Which launches the scenario breaks, how and when. Everything else starts and stays healthy. */
import { condemnedAfter } from './health';
import type { Disturbance, FailureMode } from './plan';
import type { World } from './world';

export interface Fate {
  mode: FailureMode;
  /** ms past the launch (never) or past RUNNING (crash, unhealthy). */
  after: number;
}

/**
 * Index into the scenario of the entry that breaks this launch, plus one; 0 = none.
 * Unless it says otherwise an entry means the new revision of the plan (for a service that does not deploy: its only one).
 */
export function fateOf(w: World, revision: number, launch: number): number {
  const { scenario, change } = w.plan;
  for (let i = 0; i < scenario.length; i++) {
    const entry = scenario[i] as Disturbance;
    if (entry.kind !== 'tasks-fail' && entry.kind !== 'image-not-found') continue;
    const meant = entry.kind === 'tasks-fail' && entry.revision === 'old' ? 0 : change === 'none' ? 0 : 1;
    if (revision !== meant) continue;
    if (entry.kind === 'image-not-found' || isChosen(w, entry, launch)) return i + 1;
  }
  return 0;
}

type TasksFail = Extract<Disturbance, { kind: 'tasks-fail' }>;

function isChosen(w: World, entry: TasksFail, launch: number): boolean {
  if (entry.firstN !== undefined && launch > entry.firstN) return false;
  if (entry.only && !entry.only.includes(launch)) return false;
  return entry.sharePercent === undefined || (w.random?.below(10_000) ?? 0) < entry.sharePercent * 100;
}

/** What the entry does, with its default delay. A verdict of a health check waits for the end of the grace period. */
export function fateAt(w: World, fate: number): Fate {
  const entry = w.plan.scenario[fate - 1] as Disturbance;
  const { clock } = w.plan;
  if (entry.kind === 'image-not-found') return { mode: 'never', after: entry.after ?? clock.imageNotFound };
  const { mode, after } = entry as TasksFail;
  if (mode === 'never') return { mode, after: after ?? clock.startFailure };
  if (mode === 'crash') return { mode, after: after ?? clock.crashAfter };
  return { mode, after: condemnedAfter(w.plan, after ?? w.health.unhealthyAfter) };
}
