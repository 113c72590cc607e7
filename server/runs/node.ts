import { availableParallelism } from 'node:os';
import type { FromWorker } from './worker';
import type { Workers } from './workers';

/** More would not be done sooner than they start. */
const MOST = 8;

/** The script defines the simulator; then it answers this thread. */
const START = `require(require('node:worker_threads').workerData);
ecsPreflightSimulator.answerParts(require('node:worker_threads').parentPort);`;

/** Worker threads. @param script path of dist/simulator.js */
export function threadWorkers(script: string): Workers {
  return {
    count: Math.min(MOST, availableParallelism()),
    start(heard) {
      const { Worker } = process.getBuiltinModule('node:worker_threads');
      // Flags of this process, such as one for a debugger, are not for them.
      const worker = new Worker(START, { eval: true, workerData: script, execArgv: [] });
      worker.on('message', (tally: FromWorker) => heard.answer(tally));
      worker.once('error', () => heard.failed());
      return { send: (message) => worker.postMessage(message), end: () => void worker.terminate() };
    },
  };
}
