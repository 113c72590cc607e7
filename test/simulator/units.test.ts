/** The small rules one by one: bounds, health, delays, quotas, breaker, queue, randomness. */
import { describe, expect, it } from 'vitest';
import {
  bounds,
  ceilPercent,
  computedDesiredCount,
  floorPercent,
  isStuckByBounds,
} from '../../server/core/simulator/bounds';
import { countFailures, createBreaker, forgive, isOpen, threshold } from '../../server/core/simulator/breaker';
import { EventQueue } from '../../server/core/simulator/clock';
import { launchDelay, stopDelay, stopPendingDelay } from '../../server/core/simulator/durations';
import { condemnedAfter, healthDelay, targetCheckRange } from '../../server/core/simulator/health';
import { deploymentId, eventId, taskId } from '../../server/core/simulator/ids';
import { quantiles } from '../../server/core/simulator/many-report';
import { completePlan } from '../../server/core/simulator/normalize';
import { defaultOptions, OPTIONS } from '../../server/core/simulator/options';
import type { Plan } from '../../server/core/simulator/plan';
import { LaunchQuota } from '../../server/core/simulator/quotas';
import { createRandom } from '../../server/core/simulator/random';
import { mayRebalance, zoneTargets } from '../../server/core/simulator/rebalance';
import { TIMINGS, timingsOf } from '../../server/core/simulator/timings';
import { shiftsOf } from '../../server/core/simulator/traffic';

const full = (plan: Partial<Plan> = {}) => completePlan({ desired: 4, ...plan });
const balancer = { kind: 'application' as const };

describe('bounds', () => {
  it('round the minimum up and the maximum down, in whole numbers', () => {
    expect(bounds(7, 50, 150)).toEqual({ lower: 4, upper: 10 });
    expect([ceilPercent(3, 66), ceilPercent(3, 67), floorPercent(3, 133), floorPercent(3, 134)]).toEqual([2, 3, 3, 4]);
    expect(ceilPercent(100, 29)).toBe(29);
  });

  it('are stuck only when neither a start nor a stop is allowed', () => {
    expect(isStuckByBounds(1, 100, 150)).toBe(true);
    expect(isStuckByBounds(1, 100, 200)).toBe(false);
    expect(isStuckByBounds(1, 0, 100)).toBe(false);
    expect(isStuckByBounds(0, 100, 100)).toBe(false);
  });

  it('task sets round up exactly', () => {
    expect([computedDesiredCount(3, 40), computedDesiredCount(1000, 33.3), computedDesiredCount(7, 0)]).toEqual([
      2, 333, 0,
    ]);
    expect(computedDesiredCount(10, 0.1)).toBe(1);
  });
});

describe('the plan', () => {
  it('is completed with the defaults of the API', () => {
    expect(full()).toMatchObject({
      minimumHealthyPercent: 100,
      maximumPercent: 200,
      oldCount: 4,
      oldCompleted: true,
      change: 'update',
    });
    expect(full({ schedulingStrategy: 'DAEMON', daemonInstances: 3 })).toMatchObject({
      desired: 3,
      minimumHealthyPercent: 0,
      maximumPercent: 100,
      launch: { kind: 'EC2' },
    });
    expect(full({ old: { count: 0 } })).toMatchObject({ change: 'create', oldCount: 0, oldCompleted: false });
  });

  it('does not pace CODE_DEPLOY by percentages', () => {
    expect(full({ controller: 'CODE_DEPLOY', minimumHealthyPercent: 0 })).toMatchObject({
      minimumHealthyPercent: 100,
      maximumPercent: 200,
    });
  });

  it('survives nonsense', () => {
    expect(full({ desired: Number.NaN }).desired).toBe(0);
    expect(full({ desired: -3 }).desired).toBe(0);
    expect(full({ desired: 2.4 }).desired).toBe(2);
  });
});

describe('a task is healthy', () => {
  it('40 s after RUNNING when nothing watches it', () => {
    expect(healthDelay(full())).toMatchObject({ kind: 'nothing', fromRunning: 40_000, fromRegistration: -1 });
  });

  it('when the slowest of its essential containers passed its first check', () => {
    const containerChecks = [{ intervalSeconds: 10 }, { intervalSeconds: 20, retries: 2, startPeriodSeconds: 5 }];
    // Condemned first: 10 s × 3 retries = 30 s against 5 + 2 × 20 = 45 s.
    expect(healthDelay(full({ containerChecks }))).toMatchObject({
      kind: 'container',
      fromRunning: 20_000,
      unhealthyAfter: 30_000,
    });
  });

  it('when its target is, one check after registration', () => {
    expect(healthDelay(full({ loadBalancing: balancer }))).toMatchObject({
      kind: 'target',
      fromRunning: 0,
      fromRegistration: 30_000,
      unhealthyAfter: 60_000,
    });
  });

  it('or after the healthy threshold, by the other reading', () => {
    const options = { targetInitialHealth: 'threshold' as const };
    expect(healthDelay(full({ loadBalancing: balancer, options })).fromRegistration).toBe(150_000);
  });

  it('in every one of several target groups', () => {
    const loadBalancing = {
      ...balancer,
      targetGroups: [{ intervalSeconds: 5 }, { intervalSeconds: 15, unhealthyThreshold: 4 }],
    };
    expect(healthDelay(full({ loadBalancing }))).toMatchObject({ fromRegistration: 15_000, unhealthyAfter: 10_000 });
  });

  it('by both, when there are both', () => {
    const plan = full({ loadBalancing: balancer, containerChecks: [{ intervalSeconds: 50 }] });
    expect(healthDelay(plan)).toMatchObject({
      kind: 'both',
      fromRunning: 50_000,
      fromRegistration: 30_000,
      unhealthyAfter: 60_000,
    });
  });

  it('and the grace period only delays a verdict', () => {
    expect(condemnedAfter(full({ graceSeconds: 100 }), 60_000)).toBe(100_000);
    expect(condemnedAfter(full({ graceSeconds: 10 }), 60_000)).toBe(60_000);
  });

  it('draws between a third of an interval and the threshold', () => {
    expect(targetCheckRange(full({ loadBalancing: balancer }))).toEqual([10_000, 150_000]);
    expect(targetCheckRange(full())).toBeUndefined();
  });
});

describe('delays', () => {
  it('a Fargate task takes the 25 s that were seen', () => {
    expect(launchDelay(full()).ms).toBe(25_000);
  });

  it('with a known image size the pull follows it', () => {
    // 3 + 12 + 1000 × 0.033 + 3
    expect(launchDelay(full({ image: { sizeMiB: 1000 } })).ms).toBe(51_000);
  });

  it('secrets and volumes make the start slow', () => {
    expect(launchDelay(full({ image: { slowStart: true } })).ms).toBe(47_000);
  });

  it('an instance has the image, unless it has not', () => {
    expect(launchDelay(full({ launch: { kind: 'EC2' } })).ms).toBe(5_000);
    expect(launchDelay(full({ launch: { kind: 'EC2', awsvpc: true } })).ms).toBe(10_000);
    expect(launchDelay(full({ launch: { kind: 'EC2' }, image: { cached: false } })).ms).toBe(12_000);
    expect(launchDelay(full({ launch: { kind: 'EC2' }, image: { cached: true, sizeMiB: 1000 } })).ms).toBe(5_000);
  });

  it('stopping drains the target, exits and releases the interface', () => {
    expect(stopDelay(full()).ms).toBe(17_000);
    expect(stopDelay(full({ loadBalancing: balancer })).ms).toBe(327_000);
    expect(stopDelay(full({ launch: { kind: 'EC2' } })).ms).toBe(2_000);
    expect(stopDelay(full({ honoursSigterm: false, stopTimeoutSeconds: 90 })).ms).toBe(105_000);
    expect(stopPendingDelay(full())).toBe(3_000);
  });

  it('the longest deregistration delay counts', () => {
    const loadBalancing = {
      ...balancer,
      targetGroups: [{ deregistrationDelaySeconds: 5 }, { deregistrationDelaySeconds: 20 }],
    };
    expect(stopDelay(full({ loadBalancing })).ms).toBe(10_000 + 20_000 + 17_000);
  });
});

describe('the circuit breaker', () => {
  const options = defaultOptions();

  it('clamps percentages between 3 and 200', () => {
    expect([1, 6, 7, 400, 1000].map((desired) => threshold(desired))).toEqual([3, 3, 4, 200, 200]);
  });

  it('keeps the older minimum as an option', () => {
    expect(threshold(5, 'BOUNDED_PERCENT', 50, { min: 10, max: 200 })).toBe(10);
  });

  it('opens at the threshold and not before', () => {
    const breaker = createBreaker({ enable: true, rollback: false });
    countFailures(breaker, 2);
    expect(isOpen(breaker, 5, options)).toBe(false);
    countFailures(breaker);
    expect(isOpen(breaker, 5, options)).toBe(true);
    expect(isOpen(createBreaker({ enable: true, rollback: false, type: 'UNBOUNDED_PERCENT' }), 0, options)).toBe(false);
  });

  it('forgives when a task is healthy, unless told not to', () => {
    const kind = createBreaker({ enable: true, rollback: false });
    const strict = createBreaker({ enable: true, rollback: false, reset: false });
    for (const breaker of [kind, strict]) {
      countFailures(breaker, 2);
      forgive(breaker);
    }
    expect([kind.count, kind.highest, strict.count]).toEqual([0, 2, 2]);
  });

  it('never opens when it is off', () => {
    const breaker = createBreaker(undefined);
    countFailures(breaker, 1_000);
    expect(isOpen(breaker, 1, options)).toBe(false);
  });
});

describe('quotas', () => {
  it('a minute is a sliding window', () => {
    const quota = new LaunchQuota(10, 0, 0);
    quota.take(6, 0);
    quota.take(4, 30_000);
    expect([quota.allowance(59_999), quota.nextAt(40_000)]).toEqual([0, 60_000]);
    expect(quota.allowance(60_000)).toBe(6);
    expect(quota.allowance(90_000)).toBe(10);
  });

  it('the bucket refills to its burst and no further', () => {
    const quota = new LaunchQuota(0, 100, 20);
    quota.take(100, 0);
    expect([quota.allowance(49), quota.allowance(50), quota.allowance(1_000)]).toEqual([0, 1, 20]);
    expect(quota.allowance(3_600_000)).toBe(100);
  });

  it('says when the next launch is allowed', () => {
    const quota = new LaunchQuota(0, 1, 20);
    quota.take(1, 0);
    expect(quota.nextAt(0)).toBe(50);
    expect(quota.nextAt(50)).toBe(50);
  });

  it('without quotas everything is allowed', () => {
    expect(new LaunchQuota(0, 0, 0).allowance(0)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('the event queue', () => {
  it('gives events by time and, at one time, in order of insertion', () => {
    const queue = new EventQueue(2);
    const times = [5, 1, 3, 1, 5, 0, 1];
    for (const [i, time] of times.entries()) queue.push(time, i % 3, i);
    const taken: number[][] = [];
    while (queue.size > 0) {
      taken.push([queue.nextTime, queue.nextArg, queue.nextKind]);
      queue.drop();
    }
    expect(taken).toEqual([
      [0, 5, 2],
      [1, 1, 1],
      [1, 3, 0],
      [1, 6, 0],
      [3, 2, 2],
      [5, 0, 0],
      [5, 4, 1],
    ]);
    expect([queue.nextTime, queue.taken]).toEqual([Number.POSITIVE_INFINITY, 7]);
  });
});

describe('the event queue at one instant', () => {
  it('keeps the order of insertion, however many there are', () => {
    const queue = new EventQueue(4);
    for (let i = 0; i < 100; i++) queue.push(i % 3, 0, i);
    const taken: number[] = [];
    while (queue.size > 0) {
      taken.push(queue.nextArg);
      queue.drop();
    }
    const wanted = Array.from({ length: 100 }, (_, i) => i).sort((a, b) => (a % 3) - (b % 3) || a - b);
    expect(taken).toEqual(wanted);
  });
});

describe('randomness', () => {
  it('begins elsewhere for each seed, also for neighbours', () => {
    const firsts = Array.from({ length: 1000 }, (_, seed) => createRandom(seed).below(10));
    const counts = Array.from({ length: 10 }, (_, digit) => firsts.filter((first) => first === digit).length);
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(140);
  });

  it('is the same everywhere: these numbers never change', () => {
    const random = createRandom(42);
    expect(Array.from({ length: 6 }, () => random.below(1000))).toMatchInlineSnapshot(`
      [
        280,
        185,
        814,
        829,
        141,
        664,
      ]
    `);
    expect(Array.from({ length: 4 }, () => random.between(10, 20, 100))).toMatchInlineSnapshot(`
      [
        12,
        93,
        13,
        86,
      ]
    `);
  });

  it('stays within its range', () => {
    const random = createRandom(1);
    const draws = Array.from({ length: 2_000 }, () => random.between(10, 20, 100));
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...draws)).toBeLessThanOrEqual(100);
    expect(draws.filter((draw) => draw <= 20).length).toBeGreaterThan(900);
  });

  it('makes ids in the shapes of ECS', () => {
    expect(taskId(1, 7)).toMatch(/^[0-9a-f]{32}$/);
    expect(deploymentId(1, 0)).toMatch(/^ecs-svc\/\d{19}$/);
    expect(eventId(1, 0)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(new Set(Array.from({ length: 500 }, (_, i) => taskId(1, i))).size).toBe(500);
  });

  it('quantiles are simulated figures', () => {
    const values = Array.from({ length: 100 }, (_, i) => [100 - i, 1] as const);
    expect(quantiles(new Map(values))).toEqual({ p5: 5, p25: 25, p50: 50, p75: 75, p95: 95, least: 1, most: 100 });
    expect(quantiles(new Map([[7, 3]]))).toMatchObject({ least: 7, p50: 7, most: 7 });
  });
});

describe('zones', () => {
  it('share equally, the remainder where most tasks are', () => {
    expect(zoneTargets([5, 0, 0], 5, new Set())).toEqual([2, 2, 1]);
    expect(zoneTargets([1, 2, 2], 5, new Set())).toEqual([1, 2, 2]);
    expect(zoneTargets([3, 1, 0], 4, new Set([2]))).toEqual([2, 2, 0]);
  });

  it('are rebalanced only where ECS does', () => {
    const eligible: Partial<Plan> = { zoneRebalancing: true };
    expect(mayRebalance(full(eligible))).toBe(true);
    const not: Partial<Plan>[] = [
      { zoneRebalancing: false },
      { maximumPercent: 100, minimumHealthyPercent: 0 },
      { loadBalancing: { kind: 'classic' } },
      { launch: { kind: 'EXTERNAL' } },
      { controller: 'CODE_DEPLOY' },
      { schedulingStrategy: 'DAEMON', maximumPercent: 200 },
    ];
    for (const plan of not) expect(mayRebalance(full({ ...eligible, ...plan }))).toBe(false);
  });
});

describe('shifts', () => {
  it('of each strategy', () => {
    const percents = (plan: Partial<Plan>) => shiftsOf(full(plan)).map((shift) => [shift.percent, shift.wait / 60_000]);
    expect(percents({ strategy: 'BLUE_GREEN' })).toEqual([[100, 0]]);
    expect(percents({ strategy: 'LINEAR', linear: { stepPercent: 40 } })).toEqual([
      [40, 6],
      [80, 6],
      [100, 0],
    ]);
    expect(percents({ strategy: 'CANARY' })).toEqual([
      [5, 10],
      [100, 0],
    ]);
    expect(percents({ strategy: 'LINEAR', linear: { stepPercent: 25, stepBakeMinutes: 0 } })).toHaveLength(4);
  });
});

describe('the tables', () => {
  it('every option says what it does and where that comes from', () => {
    for (const fact of Object.values(OPTIONS)) {
      expect(fact.what).toMatch(/\.$/);
      expect(fact.source.length).toBeGreaterThan(5);
    }
  });

  it('every timing has its default between best and worst', () => {
    for (const [name, fact] of Object.entries(TIMINGS)) {
      expect([name, fact.best <= fact.default, fact.default <= fact.worst]).toEqual([name, true, true]);
      expect(Number.isInteger(fact.default)).toBe(true);
    }
    expect(timingsOf('worst').firstPass).toBe(16_400);
  });
});
