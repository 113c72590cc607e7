/**
 * Where the time of a rollout goes. Every moment up to the finish belongs to what the rollout waits for just then;
 * the waits for tasks are divided by the parts of their delays, so that the parts add up to the finish.
 */
import type { Delay } from '../durations';
import { launchDelay, stopDelay } from '../durations';
import type { FullPlan } from '../normalize';
import type { Recorder } from '../recorder';
import type { World } from '../world';
import type { DurationPart, Phase, Series } from './types';

/** Stages whose time is that of their tasks; the others are named as they are. */
const TASK_STAGES = new Set(['SCALE_UP', 'Install', 'CLEAN_UP', 'TerminateOriginal', 'ROLLBACK', 'Rollback']);

export function durationParts(w: World, recorder: Recorder, finish: number): DurationPart[] {
  const { plan } = w;
  const buckets = new Map<string, number>();
  const add = (key: string, ms: number) => buckets.set(key, (buckets.get(key) ?? 0) + ms);
  const { series, phases } = recorder;
  const cuts = cutsOf(series, phases, finish, plan.clock.firstPass);
  for (let i = 0; i + 1 < cuts.length; i++) {
    const from = cuts[i] as number;
    add(waitAt(series, phases, from, plan), (cuts[i + 1] as number) - from);
  }
  return [...buckets].flatMap(([key, ms]) => explain(key, ms, w));
}

function cutsOf(series: Series, phases: readonly Phase[], finish: number, firstPass: number): number[] {
  const times = new Set([0, finish, Math.min(firstPass, finish)]);
  for (const t of series.t) if (t < finish) times.add(t);
  for (const phase of phases) if (phase.from < finish) times.add(phase.from);
  return [...times].sort((a, b) => a - b);
}

/** What the rollout waits for from this moment on. */
function waitAt(series: Series, phases: readonly Phase[], at: number, plan: FullPlan): string {
  if (at < plan.clock.firstPass) return 'first-pass';
  const phase = phases.findLast((p) => p.from <= at && (p.to === null || p.to > at));
  if (phase && !TASK_STAGES.has(phase.name)) return `stage ${phase.name} ${phase.source}`;
  const row = lastAt(series.t, at);
  if ((series.newPending[row] ?? 0) > 0) return 'start';
  if ((series.newRunning[row] ?? 0) > 0) return 'health';
  if ((series.oldOther[row] ?? 0) > 0) return 'restart';
  if ((series.stopping[row] ?? 0) > 0) return 'stop';
  return 'wait';
}

/** Index of the last entry of an ascending list at or before `at`. */
export function lastAt(times: readonly number[], at: number): number {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((times[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function explain(key: string, ms: number, w: World): DurationPart[] {
  const { plan } = w;
  if (ms === 0) return [];
  switch (key) {
    case 'first-pass':
      return [{ what: "wait for the scheduler's first pass", ms, source: 'timing:firstPass' }];
    case 'start':
      return divide(launchDelay(plan), ms);
    case 'health':
      return [{ what: 'become healthy', ms, source: w.health.source }];
    case 'restart':
      return [{ what: 'restart tasks of the old revision', ms, source: 'timing:launchToRunning' }];
    case 'stop':
      return divide(stopDelay(plan), ms);
    case 'wait':
      if (w.breaker.highest > 0) return [{ what: 'pause before the next start', ms, source: 'option:backoffSeconds' }];
      return [{ what: 'wait for the next pass or restart', ms, source: 'timing:tick' }];
    default: {
      const [, name = '', source = ''] = key.split(' ');
      return [{ what: `stage ${name}`, ms, source }];
    }
  }
}

/** Shares ms among the parts of a delay in their proportion; the last takes the rounding. */
function divide(delay: Delay, ms: number): DurationPart[] {
  if (delay.ms === 0) return [{ what: 'start or stop tasks', ms, source: 'timing:tick' }];
  let rest = ms;
  return delay.parts
    .map((part, i) => {
      const share = i === delay.parts.length - 1 ? rest : Math.floor((part.ms * ms) / delay.ms);
      rest -= share;
      return { ...part, ms: share };
    })
    .filter((part) => part.ms > 0);
}
