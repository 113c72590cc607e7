/** What many runs come to, counted so that parts made anywhere can be added up in any order. */
import type { Outcome } from './report/types';

const OUTCOMES: readonly Outcome[] = ['completed', 'stuck', 'failed', 'rolled-back', 'stalled'];

/** How often each value came: as small as the values are few, however many runs there were. */
export type Histogram = Map<number, number>;

/** What a part of the runs came to; workers can send it, and parts can be added up in any order. */
export interface ManyTally {
  runs: number;
  outcomes: Record<Outcome, number>;
  tripped: number;
  belowFloor: number;
  belowDesired: number;
  /** ms of the runs that completed. */
  finishes: Histogram;
  floors: Histogram;
  peaks: Histogram;
  /** Moments of the fan, ms, and the healthy and total counts of the runs at each. */
  moments: number[];
  healthy: Histogram[];
  total: Histogram[];
}

export function emptyTally(moments: number[]): ManyTally {
  return {
    runs: 0,
    outcomes: { completed: 0, stuck: 0, failed: 0, 'rolled-back': 0, stalled: 0 },
    tripped: 0,
    belowFloor: 0,
    belowDesired: 0,
    finishes: new Map(),
    floors: new Map(),
    peaks: new Map(),
    moments,
    healthy: moments.map(() => new Map()),
    total: moments.map(() => new Map()),
  };
}

/** Puts parts together; they must be of one plan with the same options. */
export function mergeTallies(parts: readonly ManyTally[]): ManyTally {
  const merged = emptyTally(parts[0]?.moments ?? []);
  for (const part of parts) {
    for (const name of ['runs', 'tripped', 'belowFloor', 'belowDesired'] as const) merged[name] += part[name];
    for (const outcome of OUTCOMES) merged.outcomes[outcome] += part.outcomes[outcome];
    for (const name of ['finishes', 'floors', 'peaks'] as const) addAll(merged[name], part[name]);
    for (const name of ['healthy', 'total'] as const)
      for (const [i, one] of merged[name].entries()) addAll(one, part[name][i] as Histogram);
  }
  return merged;
}

function addAll(into: Histogram, from: Histogram): void {
  for (const [value, times] of from) add(into, value, times);
}

export function add(histogram: Histogram, value: number, times = 1): void {
  histogram.set(value, (histogram.get(value) ?? 0) + times);
}
