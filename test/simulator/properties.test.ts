/**
 * What must hold for every plan. A few thousand random plans by default; SIMULATOR_PLANS=50000 for the long mode.
 */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  bounds,
  type Disturbance,
  describeAt,
  idealPlan,
  isStuckByBounds,
  measure,
  mergeTallies,
  type Plan,
  type Report,
  simulate,
  simulateMany,
  summarise,
  tallyRuns,
} from '../../server/core/simulator/index';
import { anyPlan, plainUpdate, rollingPlan, times } from './random-plans';

/** Ten of the thirteen use every plan; the others a part. */
const PROPERTIES = 10;
const numRuns = Math.ceil(Number(process.env.SIMULATOR_PLANS ?? 2_000) / PROPERTIES);
/** The long mode takes minutes, on purpose. */
vi.setConfig({ testTimeout: numRuns > 1_000 ? 600_000 : 60_000 });

const holds = <T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void, runs = numRuns) =>
  fc.assert(fc.property(arbitrary, check), { numRuns: runs });

const once = (plan: Plan): Report => simulate(plan, { analyse: false });
const CAUSE = /^(\/|taskDefinition#\/|timing:\w+$|option:\w+$|scenario:\d+$|assumption:\w+$)/;

/** A cheap assertion for inner loops: `expect` is too slow for millions of numbers. */
function must(truth: boolean, what: string): void {
  if (!truth) throw new Error(what);
}

describe('every plan', () => {
  it('conserves tasks', () => {
    holds(anyPlan, (plan) => {
      const { series: x, tasks } = once(plan);
      x.t.forEach((at, i) => {
        const parts = [x.oldHealthy, x.oldOther, x.newPending, x.newRunning, x.newHealthy, x.stopping];
        let sum = 0;
        for (const column of parts) {
          must((column[i] as number) >= 0, `negative count at ${at}`);
          sum += column[i] as number;
        }
        must(sum === x.total[i], `${sum} tasks in all states but ${x.total[i]} in total at ${at}`);
      });
      const left = tasks.stopped.filter((at) => at < 0).length;
      expect(x.total.at(-1) ?? 0).toBe(left);
    });
  });

  it('gives every task a life in order', () => {
    holds(anyPlan, (plan) => {
      const { tasks, end } = once(plan);
      const stages = [tasks.launched, tasks.running, tasks.healthy, tasks.stopRequested, tasks.stopped];
      for (let i = 0; i < tasks.launched.length; i++) {
        let before = tasks.launched[i] as number;
        for (const column of stages) {
          const at = column[i] as number;
          if (at < 0) continue;
          must(at >= before && at <= end, `task ${i} goes backwards at ${at}`);
          before = at;
        }
        must(tasks.ends[tasks.end[i] as number] !== undefined, `task ${i} ends in no known way`);
      }
    });
  });

  it('runs forward in time and every event has a cause', () => {
    holds(anyPlan, (plan) => {
      const r = once(plan);
      r.series.t.forEach((at, i) => {
        must(at >= (r.series.t[i - 1] ?? 0), `time runs backwards at ${at}`);
      });
      r.events.forEach((event, i) => {
        must(event.at >= (r.events[i - 1]?.at ?? 0), `event ${i} runs backwards`);
        must(CAUSE.test(event.source), `event without a cause: ${event.message} <${event.source}>`);
        must(event.message.length > 0, `event ${i} says nothing`);
      });
      for (const phase of r.phases) must((phase.to ?? Infinity) >= phase.from, `${phase.name} ends before it begins`);
      for (const part of r.duration.parts) must(CAUSE.test(part.source), `part without a cause: ${part.what}`);
      expect(r.verdict.source).toMatch(CAUSE);
    });
  });

  it('is the same report, byte for byte, for the same plan and seed', () => {
    holds(anyPlan, (plan) => {
      expect(JSON.stringify(once(plan))).toBe(JSON.stringify(once(plan)));
    });
  });

  it('accounts for all of its duration', () => {
    holds(anyPlan, (plan) => {
      const { duration } = once(plan);
      if (duration.default === null) return;
      expect(duration.parts.reduce((sum, part) => sum + part.ms, 0)).toBe(duration.default);
    });
  });

  it('is described as DescribeServices would at any moment', () => {
    holds(fc.tuple(anyPlan, fc.integer({ min: 0, max: 900_000 })), ([plan, at]) => {
      const r = once(plan);
      const [service] = describeAt(r, at).services as [Record<string, unknown>];
      const { tasks } = r;
      const alive = tasks.launched.filter((launched, i) => {
        const asked = tasks.stopRequested[i] as number;
        const gone = tasks.stopped[i] as number;
        return launched <= at && !(asked >= 0 && asked <= at) && !(gone >= 0 && gone <= at);
      }).length;
      expect((service.runningCount as number) + (service.pendingCount as number)).toBe(alive);
      const list = (r.controller === 'ECS' ? service.deployments : service.taskSets) as { status: string }[];
      if (r.controller === 'ECS') expect(list.filter((d) => d.status === 'PRIMARY')).toHaveLength(1);
      expect((service.events as unknown[]).length).toBeLessThanOrEqual(100);
    });
  });
});

describe('every rolling plan', () => {
  it('stays under the ceiling and above the floor', () => {
    holds(fc.tuple(rollingPlan, times), ([plan, t]) => {
      const { series: x, counts } = once(idealPlan(plan, t));
      const { lower, upper } = bounds(plan.desired, plan.minimumHealthyPercent ?? 100, plan.maximumPercent ?? 200);
      const old = plan.change === 'create' ? 0 : plan.desired;
      for (const total of x.total) must(total <= Math.max(upper, old), `${total} tasks above the ceiling of ${upper}`);
      if (plan.change === 'create') return;
      x.t.forEach((at, i) => {
        const healthy = (x.oldHealthy[i] as number) + (x.newHealthy[i] as number);
        must(healthy >= lower, `${healthy} healthy tasks below the floor of ${lower} at ${at}`);
      });
      expect(counts.floor).toBeGreaterThanOrEqual(lower);
    });
  });

  it('is stuck exactly when the closed form says so', () => {
    holds(
      fc.tuple(plainUpdate, times, fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined })),
      ([plan, t, spare]) => {
        const { desired, minimumHealthyPercent: min, maximumPercent: max } = plan;
        const capacity = spare === undefined ? undefined : { kind: 'slots' as const, slots: desired + spare };
        const { lower } = bounds(desired, min, max);
        const expected = isStuckByBounds(desired, min, max) || (spare === 0 && lower >= desired);
        expect(measure(idealPlan({ ...plan, capacity }, t)).outcome).toBe(expected ? 'stuck' : 'completed');
      },
    );
  });

  it('takes as long as the closed forms say', () => {
    holds(fc.tuple(plainUpdate, times, fc.boolean()), ([{ desired, ...percents }, t, stopFirst]) => {
      const plan = stopFirst
        ? { desired, minimumHealthyPercent: percents.minimumHealthyPercent, maximumPercent: 100 }
        : { desired, minimumHealthyPercent: 100, maximumPercent: percents.maximumPercent };
      const { lower, upper } = bounds(desired, plan.minimumHealthyPercent, plan.maximumPercent);
      const batch = stopFirst ? desired - lower : upper - desired;
      if (batch === 0) return;
      const wanted = Math.ceil(desired / batch) * (t.S + t.H + t.D) * 1000;
      expect(measure(idealPlan(plan, t)).finish).toBe(wanted);
    });
  });

  it('is not stopped by more capacity', () => {
    const slots = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 12 }));
    holds(fc.tuple(plainUpdate, times, slots), ([plan, t, [spare, more]]) => {
      const at = (extra: number) =>
        measure(idealPlan({ ...plan, capacity: { kind: 'slots', slots: plan.desired + spare + extra } }, t));
      if (at(0).outcome === 'completed') expect(at(more).outcome).toBe('completed');
    });
  });

  it('names edits that free it, and none smaller would', () => {
    const tight = fc.record({
      desired: fc.integer({ min: 1, max: 12 }),
      minimumHealthyPercent: fc.integer({ min: 85, max: 100 }),
      maximumPercent: fc.integer({ min: 100, max: 120 }),
      slots: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    });
    holds(
      fc.tuple(tight, times),
      ([{ slots, ...base }, t]) => {
        const capacity = slots === undefined ? undefined : { kind: 'slots' as const, slots: base.desired + slots };
        const plan = idealPlan({ ...base, capacity }, t);
        const report = simulate(plan);
        if (report.verdict.outcome !== 'stuck') return;
        expect(report.stuck?.edits.length).toBeGreaterThan(0);
        for (const edit of report.stuck?.edits ?? []) checkEdit(plan, edit.pointer, edit.from as number, edit.to);
      },
      Math.ceil(numRuns / 2),
    );
  });
});

/** The edit completes; every smaller step of the same member is still stuck. */
function checkEdit(plan: Plan, pointer: string, from: number, to: number): void {
  const apply = (value: number): Plan => {
    if (pointer.endsWith('maximumPercent')) return { ...plan, maximumPercent: value };
    if (pointer.endsWith('minimumHealthyPercent')) return { ...plan, minimumHealthyPercent: value };
    return { ...plan, capacity: { kind: 'slots', slots: value } };
  };
  expect(measure(apply(to)).outcome).toBe('completed');
  const step = to > from ? 1 : -1;
  for (let value = from; value !== to; value += step) expect(measure(apply(value)).outcome).toBe('stuck');
}

describe('many runs', () => {
  const small = fc.record({
    desired: fc.integer({ min: 1, max: 6 }),
    scenario: fc.constantFrom<Disturbance[]>(
      [],
      [{ kind: 'tasks-fail' as const, mode: 'crash' as const, sharePercent: 20 }],
    ),
    circuitBreaker: fc.constantFrom(undefined, { enable: true, rollback: true }),
    seed: fc.integer({ min: 0, max: 99 }),
  });

  it('give the same tally in one part and in several', () => {
    holds(
      small,
      (plan) => {
        const whole = simulateMany(plan, { runs: 12, samples: 4 });
        const parts = [0, 5].map((from) => tallyRuns(plan, { from, runs: from === 0 ? 5 : 7, samples: 4 }));
        expect(JSON.stringify(summarise(mergeTallies(parts), plan.seed))).toBe(JSON.stringify(whole));
      },
      Math.ceil(numRuns / 10),
    );
  });

  it('lie between what is best and worst, and every run ends somehow', () => {
    holds(
      small,
      (plan) => {
        const calm = { ...plan, scenario: [] };
        const r = simulateMany(calm, { runs: 10, samples: 0 });
        const sum = (['completed', 'stuck', 'failed', 'rolled-back', 'stalled'] as const).reduce(
          (n, o) => n + r.probability[o],
          0,
        );
        expect(sum).toBeCloseTo(1);
        expect(r.probability.completed).toBe(1);
        const { least, p50, most } = r.duration as { least: number; p50: number; most: number };
        expect(least).toBeLessThanOrEqual(p50);
        expect(p50).toBeLessThanOrEqual(most);
        const tick = 20_000;
        expect(least).toBeGreaterThanOrEqual((measure(calm, 'best').finish as number) - tick);
        expect(most).toBeLessThanOrEqual((measure(calm, 'worst').finish as number) + tick);
      },
      Math.ceil(numRuns / 10),
    );
  });
});
