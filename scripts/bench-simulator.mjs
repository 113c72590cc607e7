/**
 * Speed of the simulator in one run: `node scripts/bench-simulator.mjs [--json] [--check]`.
 * A rolling update with the full model (load balancer, breaker, quotas, report) against a bare typed-array heap that
 * moves the same number of events; many small runs; growth from 1,000 to 100,000 tasks. --check exits 1 past a limit.
 */
import { bundle } from './bundle-simulator.mjs';

const LIMITS = { ratio: 8, manyMs: 100, growth: 1.6 };

const { completePlan, Recorder, run, simulate, simulateMany, EventQueue } = await bundle(
  'test/simulator/bench-entry.ts',
  'bench',
);

const planOf = (desired) => ({
  desired,
  service: 'web',
  loadBalancing: { kind: 'application' },
  circuitBreaker: { enable: true, rollback: true },
  launch: { kind: 'FARGATE', zones: ['a', 'b', 'c'] },
});

/** Best of several, in turns: what the code costs, not what the machine was busy with. */
function best(times, ...works) {
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let i = 0; i < times; i++) {
    works.forEach((work, k) => {
      const start = performance.now();
      work();
      least[k] = Math.min(least[k], performance.now() - start);
    });
  }
  return least;
}

/** Pushes and takes the same number of events with at most as many waiting, through the same kind of heap. */
function bareHeap(events, waiting) {
  const queue = new EventQueue(64);
  let pushed = 0;
  let taken = 0;
  let sum = 0;
  while (pushed < Math.min(waiting, events)) queue.push((pushed++ * 7919) % 100_003, 0, pushed);
  while (taken < events) {
    const time = queue.nextTime;
    sum += queue.nextArg;
    queue.drop();
    taken++;
    if (pushed < events) queue.push(time + ((pushed++ * 7919) % 100_003), 0, pushed);
  }
  return sum;
}

function fullModel(desired) {
  const plan = completePlan(planOf(desired));
  const recorder = new Recorder(plan);
  return run(plan, { recorder });
}

const rows = [];
for (const desired of [1_000, 10_000, 100_000]) {
  const events = fullModel(desired).queue.taken;
  const repeat = desired > 50_000 ? 5 : 20;
  bareHeap(events, desired);
  const [heap, model] = best(
    repeat,
    () => bareHeap(events, desired),
    () => fullModel(desired),
  );
  const [report] = best(3, () => simulate(planOf(desired), { analyse: false }));
  rows.push({ desired, events, heap, model, report, ratio: model / heap });
}

const small = { desired: 10, loadBalancing: { kind: 'application' } };
simulateMany(small, { runs: 300, samples: 0 });
const [manyMs] = best(15, () => simulateMany(small, { runs: 1_000, samples: 0 }));

/** Growth beyond n log n from the row before: 1 = exactly n log n. */
const nLogN = (n) => n * Math.log2(n);
const growth = rows.slice(1).map((row, i) => row.model / rows[i].model / (nLogN(row.desired) / nLogN(rows[i].desired)));

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ rows, manyMs, growth }, null, 2));
} else {
  for (const { desired, events, heap, model, report, ratio } of rows) {
    const ms = (value) => `${value.toFixed(1)} ms`;
    console.log(
      `${String(desired).padStart(6)} tasks: ${events} events, heap ${ms(heap)}, run ${ms(model)} (${ratio.toFixed(1)} x), with report ${ms(report)}`,
    );
  }
  console.log(`growth beyond n log n: ${growth.map((g) => g.toFixed(2)).join(', ')} (1k to 10k, 10k to 100k)`);
  console.log(`1000 runs of a 10-task rollout: ${manyMs.toFixed(1)} ms`);
}

const ratio = rows[1].ratio;
if (process.argv.includes('--check')) {
  const ok = ratio <= LIMITS.ratio && manyMs <= LIMITS.manyMs && growth.every((g) => g <= LIMITS.growth);
  process.exitCode = ok ? 0 : 1;
}
