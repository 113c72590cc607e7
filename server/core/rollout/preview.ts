import type { Definition } from '../definition';
import type { Plan } from '../simulator/plan';
import type { Report } from '../simulator/report/types';
import { simulate } from '../simulator/simulate';
import { type Assumed, planOf } from './plan-of';
import { simulationOf } from './simulation-settings';
import { durationWords } from './words';

/** The rollout of a definition in a line, with the whole report behind it. */
export interface Preview {
  plan: Plan;
  report: Report;
  assumed: Assumed[];
  /** `3 waves · ~6 min · 5 to 10 tasks`, or `this rollout can never finish`. */
  summary: string;
  why: string;
}

const made = new WeakMap<object, Preview>();

/** Simulates the update of a service by this definition. Kept for as long as the definition's snapshot lives. */
export function previewOf(definition: Definition): Preview {
  let preview = made.get(definition);
  if (!preview) {
    preview = makePreview(definition);
    made.set(definition, preview);
  }
  return preview;
}

function makePreview(definition: Definition): Preview {
  const { plan, assumed } = planOf({
    service: definition.service,
    traits: definition.traits(),
    taskDefinition: definition.companion()?.fact,
    ...simulationOf(definition.simulator.settings, definition.simulator.read),
  });
  const report = simulate(plan);
  return { plan, report, assumed, summary: summarise(report), why: report.verdict.why };
}

/** The verdict in a few words. */
export function summarise(report: Report): string {
  const { verdict, duration, waves, counts, traffic } = report;
  if (verdict.outcome === 'stuck') return 'this rollout can never finish';
  if (verdict.outcome !== 'completed') return `it ends as ${verdict.outcome.replace('-', ' ')}`;
  const steps =
    traffic.production.length > 1
      ? `${traffic.t.length} traffic steps`
      : `${waves.length} ${waves.length === 1 ? 'wave' : 'waves'}`;
  return `${steps} · ~${durationWords(duration.default ?? 0)} · ${counts.floor} to ${counts.peak} tasks`;
}
