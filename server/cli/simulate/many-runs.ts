import type { ManyReport } from '../../core/simulator/many-report';
import type { Plan } from '../../core/simulator/plan';
import { simulatorScript } from '../../report/parts';
import { makeRuns } from '../../runs/make-runs';
import { threadWorkers } from '../../runs/node';
import type { Io } from '../io';
import { createProgress } from '../progress';

/** The runs, with progress on a terminal. Ctrl-C ends them, and says how many were made. */
export async function makeManyRuns(plan: Plan, runs: number, io: Io): Promise<ManyReport> {
  const script = simulatorScript(__dirname);
  const progress = createProgress(io, (made) => `simulated ${made} of ${runs} runs (Ctrl-C cancels)`);
  const abort = new AbortController();
  const quiet = io.onInterrupt(() => abort.abort());
  try {
    const many = await makeRuns(plan, {
      runs,
      workers: script === undefined ? undefined : threadWorkers(script),
      signal: abort.signal,
      onProgress: progress.step,
    });
    progress.end();
    if (many.runs !== runs) io.err(`ecs-preflight: cancelled after ${many.runs} of ${runs} runs\n`);
    return many;
  } finally {
    quiet();
  }
}
