/** One question, one answer: a plan in, a report out. */
import { completePlan } from './normalize';
import type { Plan } from './plan';
import { Recorder } from './recorder';
import { buildReport } from './report/build';
import { measure, measuresOf } from './report/measure';
import { explainStuck } from './report/stuck';
import { suggestionsFor } from './report/suggest';
import type { Report } from './report/types';
import { run } from './run';

export interface SimulateOptions {
  /**
   * Runs that only the advice needs: best and worst durations, edits that free a stuck rollout, suggestions.
   * Default true; false gives the one run alone, for interactive use on large services.
   */
  analyse?: boolean;
}

/**
 * Simulates a deployment. Deterministic: the same plan gives the same report, byte for byte as JSON.
 * Never throws for numbers out of range: counts are rounded and clamped to 0.
 */
export function simulate(plan: Plan, options: SimulateOptions = {}): Report {
  const full = completePlan(plan);
  const recorder = new Recorder(full);
  const w = run(full, { recorder });
  const analyse = options.analyse ?? true;
  const stuck = w.ending === undefined ? explainStuck(w, plan, analyse) : null;
  const report = buildReport(w, recorder, plan, stuck);
  if (analyse) {
    addRange(report, plan);
    report.suggestions = suggestionsFor(plan, full, measuresOf(w));
  }
  return report;
}

/** The plan when everything that is not set goes well, or badly. */
export function worstPlan(plan: Plan): Plan {
  return {
    ...plan,
    honoursSigterm: plan.honoursSigterm ?? false,
    options: { targetInitialHealth: 'threshold', breakerEvaluation: 'next-launch', ...plan.options },
  };
}

function addRange(report: Report, plan: Plan): void {
  const { duration, breaker } = report;
  const best = measure(plan, 'best').finish;
  const worst = measure(worstPlan(plan), 'worst').finish;
  const typical = duration.default;
  // Waiting for a pass can make a faster part end in a later pass; the range still has to contain the default.
  duration.best = typical === null ? best : best === null ? typical : Math.min(best, typical);
  duration.worst = typical === null || worst === null ? null : Math.max(worst, typical);
  if (breaker?.tripAt == null) return;
  const late = run(completePlan({ ...plan, options: { ...plan.options, breakerEvaluation: 'next-launch' } }));
  breaker.tripAtLatest = late.breaker.tripAt < 0 ? null : Math.max(late.breaker.tripAt, breaker.tripAt);
}
