/** Odds and quantiles of many runs. */
import type { Histogram, ManyTally } from './many-tally';
import type { Outcome } from './report/types';

export interface Quantiles {
  p5: number;
  p25: number;
  p50: number;
  p75: number;
  p95: number;
  least: number;
  most: number;
}

export interface Fan {
  t: number[];
  p5: number[];
  p25: number[];
  p50: number[];
  p75: number[];
  p95: number[];
}

export interface ManyReport {
  runs: number;
  seed: number;
  /** Of the runs that completed; null when none did. */
  duration: Quantiles | null;
  floor: Quantiles;
  peak: Quantiles;
  /** Shares of the runs, 0-1. */
  probability: Record<Outcome | 'tripped' | 'belowFloor' | 'belowDesired', number>;
  healthy: Fan;
  total: Fan;
}

/** A tally of no runs gives a report of zeros. */
export function summarise(tally: ManyTally, seed: number): ManyReport {
  const share = (count: number) => (tally.runs === 0 ? 0 : count / tally.runs);
  const { completed, stuck, failed, stalled } = tally.outcomes;
  return {
    runs: tally.runs,
    seed,
    duration: tally.finishes.size > 0 ? quantiles(tally.finishes) : null,
    floor: quantiles(tally.floors),
    peak: quantiles(tally.peaks),
    probability: {
      completed: share(completed),
      stuck: share(stuck),
      failed: share(failed),
      'rolled-back': share(tally.outcomes['rolled-back']),
      stalled: share(stalled),
      tripped: share(tally.tripped),
      belowFloor: share(tally.belowFloor),
      belowDesired: share(tally.belowDesired),
    },
    healthy: fanOf(tally.moments, tally.healthy),
    total: fanOf(tally.moments, tally.total),
  };
}

function fanOf(t: readonly number[], columns: readonly Histogram[]): Fan {
  const fan: Fan = { t: [...t], p5: [], p25: [], p50: [], p75: [], p95: [] };
  for (const column of columns) {
    const q = quantiles(column);
    for (const name of ['p5', 'p25', 'p50', 'p75', 'p95'] as const) fan[name].push(q[name]);
  }
  return fan;
}

/** By nearest rank, so that every figure is one that was simulated. */
export function quantiles(values: Histogram): Quantiles {
  const sorted = [...values].sort(([a], [b]) => a - b);
  const size = sorted.reduce((sum, [, times]) => sum + times, 0);
  const at = (percent: number) => {
    let left = Math.max(1, Math.ceil((percent * size) / 100));
    for (const [value, times] of sorted) {
      left -= times;
      if (left <= 0) return value;
    }
    return 0;
  };
  return { p5: at(5), p25: at(25), p50: at(50), p75: at(75), p95: at(95), least: at(0), most: at(100) };
}
