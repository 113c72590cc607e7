/**
 * What workers bring to many runs: `npm run build && node scripts/bench-runs.mjs [RUNS…]`.
 * A fresh thread for each measurement, as the command line is: nothing is compiled yet. The same runs are made here alone,
 * in workers started at once, and as `makeRuns` decides.
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const PLANS = {
  '10 tasks': { desired: 10, loadBalancing: { kind: 'application' } },
  '500 tasks': { desired: 500, loadBalancing: { kind: 'application' } },
};
const WAYS = ['here', 'workers', 'decides'];
const TIMES = 5;

if (isMainThread) await report(process.argv.slice(2).map(Number));
else parentPort.postMessage(await measure(workerData));

async function report(counts) {
  const { bundle } = await import('./bundle-simulator.mjs');
  await bundle('test/simulator/bench-runs-entry.ts', 'runs');
  console.log(`${availableParallelism()} cores; median of ${TIMES}, ms by the clock (ms of processors)`);
  for (const [name, plan] of Object.entries(PLANS)) {
    for (const runs of counts.length > 0 ? counts : [200, 1000, 2000, 5000, 20_000]) {
      const times = Object.fromEntries(WAYS.map((way) => [way, []]));
      for (let i = 0; i < TIMES; i++) for (const way of WAYS) times[way].push(await inThread({ plan, runs, way }));
      const ways = WAYS.map((way) => `  ${way} ${median(times[way], 'wall')} (${median(times[way], 'busy')})`);
      console.log(`${name.padEnd(10)}${String(runs).padStart(6)} runs ${ways.join('')}`);
    }
  }
}

function median(all, name) {
  const values = all.map((one) => one[name]).sort((a, b) => a - b);
  return values[TIMES >> 1].toFixed(0).padStart(5);
}

function inThread(data) {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: data });
    thread.once('message', resolve).once('error', reject);
  });
}

async function measure({ plan, runs, way }) {
  const { makeRuns, threadWorkers } = await import('../.cache/simulator/runs.mjs');
  const workers = threadWorkers(fileURLToPath(new URL('../dist/simulator.js', import.meta.url)));
  const began = performance.now();
  const before = process.cpuUsage();
  await makeRuns(plan, {
    runs,
    workers: way === 'here' ? undefined : workers,
    ...(way === 'workers' && { worth: () => true }),
  });
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - began, busy: (user + system) / 1000 };
}
