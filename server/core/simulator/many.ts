/**
 * Many runs of one plan with drawn start times, image pulls, first health checks and failures: how long, how few, how
 * many, and how likely. Pure and chunked, so that a shell can run it in workers, show progress and stop at any time:
 * run i draws from the seed and i alone, so the same runs give the same tally wherever they are made.
 */
import { launchDelay } from './durations';
import { targetCheckRange } from './health';
import { completePlan } from './normalize';
import type { Plan } from './plan';
import { createRandom, mix } from './random';
import { finishOf } from './report/measure';
import type { Outcome } from './report/types';
import { run } from './run';
import { TIMINGS } from './timings';
import type { Sampler } from './world';

export interface ManyOptions {
  runs: number;
  seed?: number;
  /** First run; default 0. Workers take different parts of the same series. */
  from?: number;
  /** Runs between two progress reports. */
  chunk?: number;
  /** Moments of the fan chart; 0 = none. Default 60. */
  samples?: number;
}

const OUTCOMES: readonly Outcome[] = ['completed', 'stuck', 'failed', 'rolled-back', 'stalled'];

/** Raw results of a part of the runs; plain data that workers can send. */
export interface ManyTally {
  runs: number;
  outcomes: Record<Outcome, number>;
  tripped: number;
  belowFloor: number;
  belowDesired: number;
  /** ms of the runs that completed. */
  finishes: number[];
  floors: number[];
  peaks: number[];
  /** Moments of the fan, ms, and per moment the healthy and total counts of every run. */
  moments: number[];
  healthy: number[][];
  total: number[][];
}

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

/** All runs at once. */
export function simulateMany(plan: Plan, options: ManyOptions): ManyReport {
  return summarise(tallyRuns(plan, options), options.seed ?? plan.seed ?? 1);
}

/** The runs of one part, all at once. */
export function tallyRuns(plan: Plan, options: ManyOptions): ManyTally {
  const runs = runMany(plan, options);
  for (;;) {
    const step = runs.next();
    if (step.done) return step.value;
  }
}

/**
 * Makes the runs in chunks and yields how many are done; returning early loses nothing but the rest.
 * The tally grows in place, so the last one yielded is good for a preliminary summary.
 */
export function* runMany(plan: Plan, options: ManyOptions): Generator<ManyTally, ManyTally> {
  const seed = options.seed ?? plan.seed ?? 1;
  const from = options.from ?? 0;
  const chunk = Math.max(1, options.chunk ?? 50);
  const makeRun = preparedRuns(plan, seed, options.samples ?? 60);
  const tally = makeRun.tally;
  for (let i = from; i < from + options.runs; i++) {
    makeRun.add(i);
    if ((i - from + 1) % chunk === 0) yield tally;
  }
  return tally;
}

/** What all runs share is worked out once: the completed plan and the ranges to draw from. */
function preparedRuns(plan: Plan, seed: number, samples: number) {
  const full = completePlan(plan);
  const launchRange = [
    launchDelay(completePlan(plan, 'best')).ms,
    launchDelay(completePlan(plan, 'worst')).ms,
  ] as const;
  const checkRange = targetCheckRange(full);
  const tally = emptyTally(samples === 0 ? [] : momentsOf(plan, samples));
  const drawsFirstPass = plan.timings?.firstPass === undefined;
  const { best, worst } = TIMINGS.firstPass;
  function add(index: number): void {
    const random = createRandom(mix(seed, index));
    const firstPass = drawsFirstPass ? random.between(best, full.clock.firstPass, worst) : full.clock.firstPass;
    const drawn = { ...full, seed: mix(seed, index), clock: { ...full.clock, firstPass } };
    const sampler = tally.moments.length > 0 ? createSampler(tally) : undefined;
    const w = run(drawn, { random, launchRange, checkRange, sampler });
    sampler?.close();
    const { floor, peak } = w.measures;
    const finish = finishOf(w);
    const outcome = w.ending?.outcome ?? 'stuck';
    tally.runs++;
    tally.outcomes[outcome]++;
    if (w.breaker.tripAt >= 0) tally.tripped++;
    if (floor < w.lower && full.change !== 'create') tally.belowFloor++;
    if (floor < w.desired && full.change !== 'create') tally.belowDesired++;
    if (outcome === 'completed' && finish !== null) tally.finishes.push(finish);
    tally.floors.push(Number.isFinite(floor) ? floor : 0);
    tally.peaks.push(Math.max(0, peak));
  }
  return { tally, add };
}

/** The fan covers half as much again as the default run needs. */
function momentsOf(plan: Plan, samples: number): number[] {
  const w = run(completePlan(plan));
  const end = Math.max(60_000, Math.round((finishOf(w) ?? Math.min(w.now, 3_600_000)) * 1.5));
  return Array.from({ length: samples }, (_, i) => Math.round((end * i) / Math.max(1, samples - 1)));
}

function createSampler(tally: ManyTally): Sampler & { close(): void } {
  const { moments, healthy, total } = tally;
  let next = 0;
  let lastHealthy = 0;
  let lastTotal = 0;
  const take = () => {
    (healthy[next] as number[]).push(lastHealthy);
    (total[next] as number[]).push(lastTotal);
    next++;
  };
  return {
    note(now, healthyNow, totalNow) {
      while (next < moments.length && (moments[next] as number) < now) take();
      lastHealthy = healthyNow;
      lastTotal = totalNow;
    },
    close() {
      while (next < moments.length) take();
    },
  };
}

function emptyTally(moments: number[]): ManyTally {
  return {
    runs: 0,
    outcomes: { completed: 0, stuck: 0, failed: 0, 'rolled-back': 0, stalled: 0 },
    tripped: 0,
    belowFloor: 0,
    belowDesired: 0,
    finishes: [],
    floors: [],
    peaks: [],
    moments,
    healthy: moments.map(() => []),
    total: moments.map(() => []),
  };
}

/** Puts the parts of several workers together; the parts must be of one plan. */
export function mergeTallies(parts: readonly ManyTally[]): ManyTally {
  const merged = emptyTally(parts[0]?.moments ?? []);
  for (const part of parts) {
    merged.runs += part.runs;
    merged.tripped += part.tripped;
    merged.belowFloor += part.belowFloor;
    merged.belowDesired += part.belowDesired;
    for (const outcome of OUTCOMES) merged.outcomes[outcome] += part.outcomes[outcome];
    for (const list of ['finishes', 'floors', 'peaks'] as const) merged[list] = merged[list].concat(part[list]);
    for (const list of ['healthy', 'total'] as const) {
      merged[list] = merged[list].map((column, i) => column.concat(part[list][i] ?? []));
    }
  }
  return merged;
}

export function summarise(tally: ManyTally, seed: number): ManyReport {
  const share = (count: number) => (tally.runs === 0 ? 0 : count / tally.runs);
  const { completed, stuck, failed, stalled } = tally.outcomes;
  return {
    runs: tally.runs,
    seed,
    duration: tally.finishes.length > 0 ? quantiles(tally.finishes) : null,
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

function fanOf(t: readonly number[], columns: readonly number[][]): Fan {
  const fan: Fan = { t: [...t], p5: [], p25: [], p50: [], p75: [], p95: [] };
  for (const column of columns) {
    const q = quantiles(column);
    for (const name of ['p5', 'p25', 'p50', 'p75', 'p95'] as const) fan[name].push(q[name]);
  }
  return fan;
}

/** By nearest rank, so that every figure is one that was simulated. */
export function quantiles(values: readonly number[]): Quantiles {
  const sorted = Float64Array.from(values).sort();
  const at = (percent: number) => sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)] ?? 0;
  return { p5: at(5), p25: at(25), p50: at(50), p75: at(75), p95: at(95), least: at(0), most: at(100) };
}
