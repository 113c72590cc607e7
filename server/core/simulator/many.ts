/**
 * Many runs of one plan with drawn start times, image pulls, first health checks and failures: how long, how few, how
 * many, and how likely. Pure: run i draws from the seed and i alone, so the same runs give the same report wherever, in
 * whatever order and in whatever parts they are made. `server/runs` makes them in workers, with progress and cancel.
 */
import { launchDelay } from './durations';
import { targetCheckRange } from './health';
import { type ManyReport, summarise } from './many-report';
import { add, emptyTally, type Histogram, type ManyTally } from './many-tally';
import { completePlan } from './normalize';
import type { Plan } from './plan';
import { createRandom, mix } from './random';
import { finishOf } from './report/measure';
import { run } from './run';
import { TIMINGS } from './timings';
import type { Sampler, World } from './world';

export interface SeriesOptions {
  /** Default: the plan's own, else 1. */
  seed?: number;
  /** Moments of the fan chart; 0 = none. Default 60. */
  samples?: number;
}

export interface ManyOptions extends SeriesOptions {
  runs: number;
  /** First run; default 0. */
  from?: number;
}

/** All runs at once. */
export function simulateMany(plan: Plan, options: ManyOptions): ManyReport {
  return summarise(tallyRuns(plan, options), seedOf(plan, options));
}

/** The runs of one part, all at once. */
export function tallyRuns(plan: Plan, options: ManyOptions): ManyTally {
  const series = startSeries(plan, options);
  const from = options.from ?? 0;
  for (let i = from; i < from + options.runs; i++) series.add(i);
  return series.take();
}

export const seedOf = (plan: Plan, { seed }: SeriesOptions): number => seed ?? plan.seed ?? 1;

/** Runs of one plan, one by one. */
export interface Series {
  /** Makes run number `index`. */
  add(index: number): void;
  /** What was made since the last time. */
  take(): ManyTally;
}

/** What all runs share is worked out once: the completed plan, the ranges to draw from and the moments of the fan. */
export function startSeries(plan: Plan, options: SeriesOptions): Series {
  const seed = seedOf(plan, options);
  const samples = options.samples ?? 60;
  const full = completePlan(plan);
  const launchRange = [
    launchDelay(completePlan(plan, 'best')).ms,
    launchDelay(completePlan(plan, 'worst')).ms,
  ] as const;
  const checkRange = targetCheckRange(full);
  const moments = samples === 0 ? [] : momentsOf(plan, samples);
  const drawsFirstPass = plan.timings?.firstPass === undefined;
  const { best, worst } = TIMINGS.firstPass;
  let tally = emptyTally(moments);
  return {
    add(index) {
      const random = createRandom(mix(seed, index));
      const firstPass = drawsFirstPass ? random.between(best, full.clock.firstPass, worst) : full.clock.firstPass;
      const drawn = { ...full, seed: mix(seed, index), clock: { ...full.clock, firstPass } };
      const sampler = moments.length > 0 ? createSampler(tally) : undefined;
      const w = run(drawn, { random, launchRange, checkRange, sampler });
      sampler?.close();
      count(tally, w, full.change !== 'create');
    },
    take() {
      const taken = tally;
      tally = emptyTally(moments);
      return taken;
    },
  };
}

/** @param deployedOver whether there was something to keep up */
function count(tally: ManyTally, w: World, deployedOver: boolean): void {
  const { floor, peak } = w.measures;
  const finish = finishOf(w);
  const outcome = w.ending?.outcome ?? 'stuck';
  tally.runs++;
  tally.outcomes[outcome]++;
  if (w.breaker.tripAt >= 0) tally.tripped++;
  if (floor < w.lower && deployedOver) tally.belowFloor++;
  if (floor < w.desired && deployedOver) tally.belowDesired++;
  if (outcome === 'completed' && finish !== null) add(tally.finishes, finish);
  add(tally.floors, Number.isFinite(floor) ? floor : 0);
  add(tally.peaks, Math.max(0, peak));
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
    add(healthy[next] as Histogram, lastHealthy);
    add(total[next] as Histogram, lastTotal);
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
