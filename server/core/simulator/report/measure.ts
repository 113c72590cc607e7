/** The few numbers that comparisons need: how a plan ends, when, and how few and how many tasks there were. */
import { completePlan, type FullPlan } from '../normalize';
import type { Plan } from '../plan';
import { run } from '../run';
import type { World } from '../world';
import type { Outcomes } from './types';

/** Runs without recording. @param column which timings fill the gaps of the plan. */
export function measure(plan: Plan, column: 'default' | 'best' | 'worst' = 'default'): Outcomes {
  return measuresOf(run(completePlan(plan, column)));
}

export function measureFull(plan: FullPlan): Outcomes {
  return measuresOf(run(plan));
}

export function measuresOf(w: World): Outcomes {
  const outcome = w.ending?.outcome ?? 'stuck';
  return {
    outcome,
    finish: finishOf(w),
    floor: Number.isFinite(w.measures.floor) ? w.measures.floor : 0,
    peak: Math.max(0, w.measures.peak),
  };
}

/** When the service is at rest again; null when it never is. A stalled deployment never finishes. */
export function finishOf(w: World): number | null {
  const { ending } = w;
  return ending && (ending.outcome === 'completed' || ending.outcome === 'rolled-back') ? ending.at : null;
}
