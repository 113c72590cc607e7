/** What scripts/bench-runs.mjs needs, as the shells have it. */
export { makeRuns } from '../../server/runs/make-runs';
export { threadWorkers } from '../../server/runs/node';
