/** Modelling choices that the documents leave open: what the other answer does, and that a report names the choice. */
import { describe, expect, it } from 'vitest';
import { healthDelay } from '../../server/core/simulator/health';
import { completePlan, type Plan, simulate, threshold } from '../../server/core/simulator/index';
import { clusterCapacity } from '../../server/core/simulator/placement/cluster-capacity';
import { CHOICE_RULES } from '../../server/core/simulator/placement/levels';
import { SHARE_RULES, split } from '../../server/core/simulator/placement/providers';
import { ideal, outcome, stops, waves } from './ideal';

const crash = (only: number[]) => ({ kind: 'tasks-fail' as const, mode: 'crash' as const, after: 5_000, only });
const breaker = (value: number) => ({ enable: true, rollback: true, type: 'COUNT' as const, value });
const assumed = (plan: Plan) => simulate(plan).assumptions.map(({ name }) => name);

describe('unreadyOldTasks', () => {
  // 35: the first new task crashes and the breaker opens; the second runs and would be healthy at 70.
  const plan = { desired: 2, circuitBreaker: breaker(1), scenario: [crash([1])] };

  it('stop: the starting task goes at the rollback', () => {
    expect(stops(ideal(plan))).toEqual([[3, 35]]);
    expect(outcome(ideal(plan))).toEqual(['rolled-back', 45]);
  });

  it('keep: it goes when it is healthy and one too many', () => {
    const r = ideal({ ...plan, options: { unreadyOldTasks: 'keep' } });
    expect(stops(r)).toEqual([[3, 70]]);
    expect(outcome(r)).toEqual(['rolled-back', 80]);
  });

  it('is named after a rollback only', () => {
    expect(assumed({ ...plan, options: { digestProbe: false } })).toContain('unreadyOldTasks');
    expect(assumed({ desired: 2 })).not.toContain('unreadyOldTasks');
  });
});

describe('breakerReset', () => {
  // Crashes at 35, 70 and 105; the fourth task is healthy at 175.
  const plan = { desired: 1, change: 'create' as const, circuitBreaker: breaker(2), scenario: [crash([1, 2, 3])] };

  it('healthy: two tasks that only ran open the breaker', () => {
    expect(outcome(ideal(plan))).toEqual(['stalled', 70]);
  });

  it('running: each that runs begins the count anew', () => {
    expect(outcome(ideal({ ...plan, options: { breakerReset: 'running' } }))).toEqual(['completed', 175]);
  });

  it('is named where tasks failed under a breaker', () => {
    expect(assumed(plan)).toContain('breakerReset');
    expect(assumed({ ...plan, scenario: [] })).not.toContain('breakerReset');
  });
});

describe('unboundedRounding', () => {
  it('rounds half a failure up or down', () => {
    expect(threshold(3, 'UNBOUNDED_PERCENT', 50)).toBe(2);
    expect(threshold(3, 'UNBOUNDED_PERCENT', 50, undefined, 'down')).toBe(1);
    expect(threshold(7, 'BOUNDED_PERCENT', 50, undefined, 'down')).toBe(4);
  });

  it('is named for that kind of threshold', () => {
    const unbounded = { ...breaker(50), type: 'UNBOUNDED_PERCENT' as const };
    expect(assumed({ desired: 1, circuitBreaker: unbounded })).toContain('unboundedRounding');
    expect(assumed({ desired: 1, circuitBreaker: breaker(5) })).not.toContain('unboundedRounding');
  });
});

describe('severalTargetGroups', () => {
  const groups = [{ intervalSeconds: 10 }, { intervalSeconds: 30 }];
  const plan: Plan = { desired: 1, loadBalancing: { kind: 'application', targetGroups: groups } };

  it('waits for the slowest or for the fastest', () => {
    expect(healthDelay(completePlan(plan)).fromRegistration).toBe(30_000);
    const any = completePlan({ ...plan, options: { severalTargetGroups: 'any' } });
    expect(healthDelay(any).fromRegistration).toBe(10_000);
  });

  it('is named where there are several', () => {
    expect(assumed(plan)).toContain('severalTargetGroups');
    const one: Plan = { desired: 1, loadBalancing: { kind: 'application', targetGroups: [{}] } };
    expect(assumed(one)).not.toContain('severalTargetGroups');
  });
});

describe('probePinnedImages', () => {
  const plan: Plan = { desired: 2, image: { pinned: true } };

  it('sends the first task ahead although its digest is known', () => {
    const probe = { digestProbe: true, probePinnedImages: true };
    expect(waves(ideal({ ...plan, options: { digestProbe: true } }))).toEqual([[0, 2]]);
    expect(waves(ideal({ ...plan, options: probe }))).toEqual([
      [0, 1],
      [30, 1],
    ]);
  });

  it('is named where images are pinned', () => {
    expect(assumed(plan)).toContain('probePinnedImages');
    expect(assumed({ desired: 2 })).not.toContain('probePinnedImages');
  });
});

describe('shares of capacity providers', () => {
  it('providerRemainder: by averages the small one waits for its turn, by deficits it comes nearest its share', () => {
    const oneToFour = [{ weight: 1 }, { weight: 4 }];
    expect(split(3, oneToFour)).toEqual([0, 3]);
    expect(split(3, oneToFour, { ...SHARE_RULES, providerRemainder: 'largest-deficit' })).toEqual([1, 2]);
  });

  it('baseWithoutWeight: a base of weight 0 is held or ignored', () => {
    const shares = [{ base: 2 }, { weight: 1 }];
    expect(split(5, shares)).toEqual([2, 3]);
    expect(split(5, shares, { ...SHARE_RULES, baseWithoutWeight: 'ignored' })).toEqual([0, 5]);
  });

  it('are named where providers share a service', () => {
    const providers = [
      { name: 'FARGATE', base: 1 },
      { name: 'FARGATE_SPOT', weight: 1 },
    ];
    const names = assumed({ desired: 2, launch: { kind: 'FARGATE', providers } });
    expect(names).toEqual(expect.arrayContaining(['providerRemainder', 'baseWithoutWeight']));
    expect(assumed({ desired: 2 })).not.toContain('providerRemainder');
  });
});

describe('the choice of an instance', () => {
  const instances = [
    { id: 'a', zone: 'z', cpu: 9, memory: 9, attributes: { rack: 'r1' } },
    { id: 'b', zone: 'z', cpu: 9, memory: 9 },
    { id: 'c', zone: 'z', cpu: 9, memory: 9 },
  ];
  const needs = { cpu: 1, memory: 1 };
  const place = (
    count: number,
    rules: Partial<typeof CHOICE_RULES>,
    seed = 1,
    strategy = [{ type: 'spread' as const, field: 'attribute:rack' }],
  ) => {
    const all = { ...SHARE_RULES, ...CHOICE_RULES, ...rules };
    const capacity = clusterCapacity({
      cluster: { instances },
      needs: [needs],
      group: 'service:x',
      strategy,
      rules: all,
      seed,
    });
    return capacity.place(count, 0, 0).map(({ instance }) => capacity.instanceNames[instance]);
  };

  it('missingAttribute: those without it count together, or each alone', () => {
    expect(place(3, {})).toEqual(['a', 'b', 'a']);
    expect(place(3, { missingAttribute: 'each-alone' })).toEqual(['a', 'b', 'c']);
  });

  it('placementTie: the lowest id, or one drawn', () => {
    const firsts = (rules: Partial<typeof CHOICE_RULES>) =>
      new Set(Array.from({ length: 20 }, (_, seed) => place(1, rules, seed + 1, [])[0]));
    expect(firsts({})).toEqual(new Set(['a']));
    expect(firsts({ placementTie: 'random' })).toEqual(new Set(['a', 'b', 'c']));
  });

  it('is named where there are instances', () => {
    const plan: Plan = {
      desired: 1,
      launch: { kind: 'EC2' },
      capacity: { kind: 'cluster', cluster: { instances } },
      placement: { needs, strategy: [{ type: 'spread', field: 'attribute:rack' }] },
    };
    expect(assumed(plan)).toEqual(expect.arrayContaining(['placementTie', 'missingAttribute']));
    expect(assumed({ ...plan, placement: { needs } })).not.toContain('missingAttribute');
  });
});
