/**
 * dist/simulator.js: the simulator under one name of the global scope. It is the second script of a report that stands
 * alone, and the script of the workers that make many runs, in the browser and in Node.
 */

import type { Plan } from '../../../server/core/simulator/plan';
import { simulate } from '../../../server/core/simulator/simulate';
import { webWorkers } from '../../../server/runs/browser';
import { type MakeRunsOptions, makeRuns } from '../../../server/runs/make-runs';
import { answerParts } from '../../../server/runs/worker';

/** In a report this very script stands in the document. */
const source = typeof document === 'undefined' ? undefined : (document.currentScript?.textContent ?? undefined);
const workers = webWorkers(async () => source);

const simulator = {
  simulate,
  makeRuns: (plan: Plan, options: MakeRunsOptions) => makeRuns(plan, { workers, ...options }),
  answerParts,
};

export type PageSimulator = typeof simulator;

globalThis.ecsPreflightSimulator = simulator;
