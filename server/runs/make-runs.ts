/** Many runs, made wherever they are made soonest: here in slices, and in workers when there is much to do. */
import { type SeriesOptions, seedOf, startSeries } from '../core/simulator/many';
import { type ManyReport, summarise } from '../core/simulator/many-report';
import type { Plan } from '../core/simulator/plan';
import { type Crew, hire } from './crew';
import { type Ledger, openLedger } from './ledger';
import type { Workers } from './workers';

export interface MakeRunsOptions extends SeriesOptions {
  runs: number;
  /** Undefined, or fewer than two: everything is made here. */
  workers?: Workers;
  /** Aborted, the answer is about the runs that were made, which `runs` of the report tells. */
  signal?: AbortSignal;
  /** Whether to start workers after so many ms, when the present thread has about so many left to do. */
  worth?(spent: number, left: number): boolean;
  /** Called after each slice or part; `preview` sums up what there is. */
  onProgress?(made: number, preview: () => ManyReport): void;
}

/** Others get a turn after so many milliseconds. */
const SLICE_MS = 15;
/**
 * Two workers take about 400 ms of processors to start and to compile what this thread has compiled already: they catch
 * up with it when it has more than this left to do (scripts/bench-runs.mjs measures).
 */
const WORTH_MS = 500;
/** The pace of the first runs says nothing: the engine is still compiling them. */
const WARM_MS = 100;
const worthIt = (spent: number, left: number) => spent > WARM_MS && left > WORTH_MS;
/** A worker answers about this often. */
const PART_MS = 50;

/** The report of the runs; the same bytes for the same plan, seed and number of runs. */
export async function makeRuns(plan: Plan, options: MakeRunsOptions): Promise<ManyReport> {
  const { runs, workers, signal, onProgress, worth = worthIt, ...how } = options;
  const seed = seedOf(plan, how);
  const ledger = openLedger(runs);
  const preview = () => summarise(ledger.total ?? startSeries(plan, how).take(), seed);
  const workHere = createSlices(plan, how, ledger);
  let crew: Crew | undefined;
  const began = performance.now();
  const cancel = () => crew?.wake();
  signal?.addEventListener('abort', cancel);
  try {
    while (ledger.made < runs && !signal?.aborted) {
      const pace = crew?.atWork() ? undefined : workHere();
      if (pace === undefined && crew?.busy()) await crew.news();
      else await turn();
      const hiring = !crew && workers && workers.count > 1 && pace !== undefined;
      if (hiring && worth(performance.now() - began, pace * (runs - ledger.made)))
        crew = hire(workers, plan, how, ledger, Math.max(1, Math.ceil(PART_MS / pace)));
      onProgress?.(ledger.made, preview);
    }
  } finally {
    signal?.removeEventListener('abort', cancel);
    crew?.end();
  }
  return preview();
}

/** Makes runs for one slice; ms that each took, or undefined when all are dealt. */
function createSlices(plan: Plan, how: SeriesOptions, ledger: Ledger): () => number | undefined {
  const series = startSeries(plan, how);
  return () => {
    const began = performance.now();
    let made = 0;
    while (made === 0 || performance.now() - began < SLICE_MS) {
      const part = ledger.deal(1);
      if (!part) break;
      series.add(part.from);
      made++;
    }
    if (made === 0) return undefined;
    ledger.enter(series.take());
    return (performance.now() - began) / made;
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
