// Times placement and the stop choice: 10,000 tasks on 2,000 instances in three zones, by strategy.
// Usage: node scripts/bench-placement.mjs [tasks] [instances]. Exits 1 when the slowest placement takes 1 s or more.
import { build } from 'esbuild';

const tasks = Number(process.argv[2] ?? 10_000);
const instances = Number(process.argv[3] ?? 2_000);
const RUNS = 3;

const { outputFiles } = await build({
  entryPoints: [new URL('../server/core/simulator/placement/index.ts', import.meta.url).pathname],
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  write: false,
});
const { clusterCapacity } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const ZONE = { type: 'spread', field: 'attribute:ecs.availability-zone' };
const CASES = {
  'default (zones, then instances)': {},
  'binpack memory': { strategy: [{ type: 'binpack', field: 'memory' }] },
  'zones, then binpack cpu': { strategy: [ZONE, { type: 'binpack', field: 'cpu' }] },
  instances: { strategy: [{ type: 'spread', field: 'instanceId' }] },
  'two attributes': { strategy: [ZONE, { type: 'spread', field: 'attribute:rack' }] },
  'zones, then random': { strategy: [ZONE, { type: 'random' }] },
  'binpack, then zones (every candidate compared)': { strategy: [{ type: 'binpack', field: 'cpu' }, ZONE] },
  'with a changing constraint': {
    constraints: [{ type: 'memberOf', expression: 'runningTasksCount < 20 and not(task:group == service:db)' }],
  },
  'static port (one a instance)': { needs: [{ cpu: 100, memory: 100, hostPorts: ['80/tcp'] }] },
};

function fleet() {
  return Array.from({ length: instances }, (_, k) => ({
    id: `i-${k}`,
    zone: `zone-${'abc'[k % 3]}`,
    cpu: 2048 + 1024 * (k % 4),
    memory: 4096 + 2048 * (k % 3),
    attributes: { rack: `r${k % 40}` },
  }));
}

function once(settings) {
  const capacity = clusterCapacity({
    cluster: { instances: fleet() },
    needs: [{ cpu: 100, memory: 100 }],
    group: 'service:web',
    ...settings,
  });
  const start = performance.now();
  const slots = capacity.place(tasks, 0, 0);
  const placed = performance.now();
  capacity.chooseStops(slots, slots.length);
  const chosen = performance.now();
  for (const slot of slots) capacity.release(slot, 0);
  return { count: slots.length, place: placed - start, stop: chosen - placed, release: performance.now() - chosen };
}

let slowest = 0;
console.log(`${tasks} tasks, ${instances} instances, median of ${RUNS}`);
for (const [name, settings] of Object.entries(CASES)) {
  const runs = Array.from({ length: RUNS }, () => once(settings));
  const median = (key) => runs.map((run) => run[key]).sort((a, b) => a - b)[RUNS >> 1];
  slowest = Math.max(slowest, median('place'));
  const ms = (key) => `${median(key).toFixed(0).padStart(5)} ms`;
  console.log(
    `${name.padEnd(48)} placed ${String(runs[0].count).padStart(6)} in ${ms('place')}, stop choice ${ms('stop')}, release ${ms('release')}`,
  );
}
if (slowest >= 1000) {
  console.error(`too slow: ${slowest.toFixed(0)} ms`);
  process.exit(1);
}
