/** Rollouts derived on paper for what the reference traces leave out; each comment is the derivation. */
import { describe, expect, it } from 'vitest';
import { D, eventKinds, ideal, outcome, rows, stops, waves } from './ideal';

const noQuota = { launchesPerMinute: 0, fargateBurst: 0 };

describe('launch quotas', () => {
  it('a service launches at most so many tasks in any minute', () => {
    // 5 of 12 at 0, the window is free again at 60 and 120; the last is healthy 70 s after its launch.
    const r = ideal({ desired: 12, change: 'create', options: { launchesPerMinute: 5 } });
    expect(waves(r)).toEqual([
      [0, 5],
      [60, 5],
      [120, 2],
    ]);
    expect(outcome(r)).toEqual(['completed', 190]);
  });

  it('paces an update the same way', () => {
    // 4 of 6 at 0 and 2 at 60 (130 healthy); old tasks stop as new ones become healthy: 4 at 70, 2 at 130.
    const r = ideal({ desired: 6, options: { launchesPerMinute: 4 } });
    expect(waves(r)).toEqual([
      [0, 4],
      [60, 2],
    ]);
    expect(outcome(r)).toEqual(['completed', 140]);
  });

  it('Fargate has a bucket that refills by the second', () => {
    // Burst 3, then one token a second.
    const r = ideal({ desired: 5, change: 'create', options: { fargateBurst: 3, fargatePerSecond: 1 } });
    expect(waves(r)).toEqual([
      [0, 3],
      [1, 1],
      [2, 1],
    ]);
    expect(outcome(r)).toEqual(['completed', 72]);
  });

  it('on demand and Spot have a bucket each', () => {
    // Four tasks for each: three at once, the fourth when the bucket has a token again.
    const providers = ['FARGATE', 'FARGATE_SPOT'].map((name) => ({ name, weight: 1 }));
    const launch = { kind: 'FARGATE' as const, providers };
    const r = ideal({ desired: 8, change: 'create', launch, options: { fargateBurst: 3, fargatePerSecond: 1 } });
    expect(waves(r)).toEqual([
      [0, 6],
      [1, 2],
    ]);
  });

  it('both quotas hold at once', () => {
    // Bucket: 3 at 0, 1 at 1. Then the minute is full (4) until the 3 launches of t=0 leave it at 60.
    const options = { launchesPerMinute: 4, fargateBurst: 3, fargatePerSecond: 1 };
    const r = ideal({ desired: 6, change: 'create', options });
    expect(waves(r)).toEqual([
      [0, 3],
      [1, 1],
      [60, 2],
    ]);
    expect(outcome(r)).toEqual(['completed', 130]);
  });

  it('instances do not share the Fargate bucket', () => {
    const r = ideal({ desired: 5, change: 'create', launch: { kind: 'EC2' }, options: { fargateBurst: 3 } });
    expect(waves(r)).toEqual([[0, 5]]);
  });

  it('replacements count too', () => {
    // The first task crashes at 35; the minute is full until 60.
    const r = ideal({
      desired: 3,
      change: 'create',
      options: { launchesPerMinute: 3 },
      scenario: [{ kind: 'tasks-fail', mode: 'crash', after: 5_000, firstN: 1 }],
    });
    expect(waves(r)).toEqual([
      [0, 3],
      [60, 1],
    ]);
    expect(outcome(r)).toEqual(['completed', 130]);
  });

  it('with the default quotas 600 Fargate tasks start within 72 s and not at once', () => {
    // Passes every 10 s from 0: 100 each (bucket full again after 5 s) until 500 at 40; the window frees at 60.
    const r = ideal({
      desired: 600,
      change: 'create',
      timings: { tick: 10_000 },
      options: { launchesPerMinute: 500, fargateBurst: 100, fargatePerSecond: 20 },
    });
    expect(waves(r)).toEqual([
      [0, 100],
      [10, 100],
      [20, 100],
      [30, 100],
      [40, 100],
      [60, 100],
    ]);
  });
});

describe('zone rebalancing', () => {
  // Old tasks need 3 of a1's 12 and b1's 4 CPUs: a, b, a, a. The new ones need 1 and b1 has one left, so they spread
  // b, a, a, a while the old ones count. When those are gone at 80 the zones hold 3 and 1.
  const skewed = {
    desired: 4,
    zoneRebalancing: true,
    launch: { kind: 'EC2' as const },
    capacity: {
      kind: 'cluster' as const,
      cluster: {
        instances: [
          { id: 'a1', zone: 'a', cpu: 12, memory: 99 },
          { id: 'b1', zone: 'b', cpu: 4, memory: 99 },
        ],
      },
    },
    placement: { needs: { cpu: 1, memory: 1 }, oldNeeds: { cpu: 3, memory: 1 } },
  };

  it('after steady state one task more in the poorest zone, then one less in the richest', () => {
    // 80 steady; launch in b, healthy at 150, stop in a until 160: then 2 and 2.
    const r = ideal(skewed);
    expect(outcome(r)).toEqual(['completed', 80]);
    expect(waves(r)).toEqual([
      [0, 4],
      [80, 1],
    ]);
    expect(eventKinds(r, 'rebalancing')).toEqual([80, 160]);
    expect(stops(r).at(-1)?.[1]).toBe(150);
    expect(r.counts.floor).toBe(4);
  });

  it('does not happen unless it is enabled', () => {
    expect(waves(ideal({ ...skewed, zoneRebalancing: false }))).toEqual([[0, 4]]);
  });

  it('does not happen behind a Classic Load Balancer', () => {
    expect(waves(ideal({ ...skewed, loadBalancing: { kind: 'classic' } }))).toEqual([[0, 4]]);
  });

  it('does not happen on EXTERNAL instances', () => {
    expect(waves(ideal({ ...skewed, launch: { kind: 'EXTERNAL' } }))).toEqual([[0, 4]]);
  });

  it('does not happen at a maximum of 100 percent', () => {
    const r = ideal({ ...skewed, minimumHealthyPercent: 0, maximumPercent: 100 });
    expect(eventKinds(r, 'rebalancing')).toEqual([]);
  });

  it('leaves zones alone that differ by one', () => {
    const r = ideal({
      desired: 5,
      change: 'none',
      zoneRebalancing: true,
      launch: { kind: 'FARGATE', zones: ['a', 'b'] },
    });
    expect(waves(r)).toEqual([]);
    expect(outcome(r)).toEqual(['completed', 0]);
  });
});

describe('which task stops', () => {
  const zoned = (count: number, desired: number) =>
    ideal({
      desired: count,
      change: 'none',
      launch: { kind: 'FARGATE', zones: ['a', 'b', 'c'] },
      scenario: [{ kind: 'scale', at: 10_000, desired }],
    });

  it('one of the zone with most tasks', () => {
    // Tasks 0-4 sit in a, b, c, a, b. Zones a and b have two: the first of a goes.
    expect(stops(zoned(5, 4))).toEqual([[0, 10]]);
  });

  it('then one of the zone that has most now', () => {
    expect(stops(zoned(5, 3))).toEqual([
      [0, 10],
      [1, 10],
    ]);
  });

  it('and the first zone among equals', () => {
    // After 0 (a) and 1 (b) every zone has one: a's other task, 3, goes next.
    expect(stops(zoned(5, 2))).toEqual([
      [0, 10],
      [1, 10],
      [3, 10],
    ]);
  });

  it('tasks that are starting go before healthy ones, the youngest first', () => {
    const r = ideal({ desired: 3, change: 'create', scenario: [{ kind: 'scale', at: 10_000, desired: 2 }] });
    expect(stops(r)).toEqual([[2, 10]]);
    expect(outcome(r)).toEqual(['completed', 70]);
  });

  it('counts both revisions of a zone during a rollout', () => {
    // Old in a, b, c, a. New (2 of them, ceiling 6) in b, c: two tasks in every zone. At 70 two old may stop: a's first,
    // then b's (a has one left).
    const r = ideal({ desired: 4, maximumPercent: 150, launch: { kind: 'FARGATE', zones: ['a', 'b', 'c'] } });
    expect(stops(r).slice(0, 2)).toEqual([
      [0, 70],
      [1, 70],
    ]);
  });

  it('on instances without a strategy the fullest instance of the fullest zone gives one up', () => {
    // Spread puts 3 tasks on a1, b1, a2; the fourth on b1 again. Zones are even (2, 2): a first; a1 and a2 are even: a1.
    const instances = [
      { id: 'a1', zone: 'a', cpu: 9, memory: 9 },
      { id: 'a2', zone: 'a', cpu: 9, memory: 9 },
      { id: 'b1', zone: 'b', cpu: 9, memory: 9 },
    ];
    const r = ideal({
      desired: 4,
      change: 'none',
      launch: { kind: 'EC2' },
      capacity: { kind: 'cluster', cluster: { instances } },
      placement: { needs: { cpu: 1, memory: 1 } },
      scenario: [{ kind: 'scale', at: 10_000, desired: 2 }],
    });
    const stopped = stops(r).map(([task]) => r.tasks.instances[r.tasks.instance[task as number] as number]);
    expect(stopped.sort()).toEqual(['a1', 'b1']);
  });
});

describe('draining and lost capacity', () => {
  const instances = ['a', 'b', 'c'].map((zone) => ({ id: `${zone}1`, zone, cpu: 2, memory: 9 }));
  const cluster = {
    launch: { kind: 'EC2' as const },
    capacity: { kind: 'cluster' as const, cluster: { instances } },
    placement: { needs: { cpu: 1, memory: 1 } },
  };
  const drain = { kind: 'instance-draining' as const, at: 100_000, instance: 'a1' };

  it('a task on a DRAINING instance stops when its replacement is healthy', () => {
    // Tasks on a1, b1. At 100 the replacement starts on c1, healthy at 170; the old one is gone at 180.
    const r = ideal({ ...cluster, desired: 2, change: 'none', scenario: [drain] });
    expect(waves(r)).toEqual([[100, 1]]);
    expect(stops(r)).toEqual([[0, 170]]);
    expect(outcome(r)).toEqual(['completed', 180]);
    expect(r.tasks.instances[r.tasks.instance[2] as number]).toBe('c1');
  });

  it('100/100 blocks draining for ever', () => {
    const bounds = { minimumHealthyPercent: 100, maximumPercent: 100 };
    const r = ideal({ ...cluster, ...bounds, desired: 2, change: 'none', scenario: [drain] });
    expect(outcome(r)).toEqual(['stuck', null]);
    expect(r.stuck).toMatchObject({ lower: 2, upper: 2, mayStart: 0, mayStop: 0 });
  });

  it('50/100 stops first', () => {
    // 100 stop, 110 gone, start, healthy at 180.
    const bounds = { minimumHealthyPercent: 50, maximumPercent: 100 };
    const r = ideal({ ...cluster, ...bounds, desired: 2, change: 'none', scenario: [drain] });
    expect(waves(r)).toEqual([[110, 1]]);
    expect(outcome(r)).toEqual(['completed', 180]);
    expect(r.counts.floor).toBe(1);
  });

  it('PENDING tasks of a DRAINING instance stop at once', () => {
    // Drain at 10 while both start: the one on a1 stops and its replacement starts at 10, healthy at 80.
    const r = ideal({ ...cluster, desired: 2, change: 'create', scenario: [{ ...drain, at: 10_000 }] });
    expect(waves(r)).toEqual([
      [0, 2],
      [10, 1],
    ]);
    expect(stops(r)).toEqual([[0, 10]]);
    expect(outcome(r)).toEqual(['completed', 80]);
  });

  it('a daemon task on a DRAINING instance just stops, and one task less is wanted', () => {
    const r = ideal({
      desired: 3,
      daemonInstances: 3,
      schedulingStrategy: 'DAEMON',
      change: 'none',
      scenario: [{ ...drain, instance: 'i-1' }],
    });
    expect(waves(r)).toEqual([]);
    expect(outcome(r)).toEqual(['completed', 110]);
    expect(r.series.total.at(-1)).toBe(2);
  });

  it('a lost instance takes its task at once', () => {
    const lost = { kind: 'instance-lost' as const, at: 100_000, instance: 'a1' };
    const r = ideal({ ...cluster, desired: 2, change: 'none', scenario: [lost] });
    expect(waves(r)).toEqual([[100, 1]]);
    expect(outcome(r)).toEqual(['completed', 170]);
    expect(r.counts.floor).toBe(1);
    expect(r.tasks.ends[r.tasks.end[0] as number]).toBe('instance-lost');
  });

  it('a lost zone takes its tasks, and the others take over', () => {
    // Four tasks in a, b, a, b; at 100 those of a die; both replacements go to b.
    const r = ideal({
      desired: 4,
      change: 'none',
      launch: { kind: 'FARGATE', zones: ['a', 'b'] },
      scenario: [{ kind: 'zone-lost', at: 100_000, zone: 'a' }],
    });
    expect(outcome(r)).toEqual(['completed', 170]);
    expect(r.counts.floor).toBe(2);
    expect(r.tasks.zone.slice(4)).toEqual([1, 1]);
  });

  it('while nothing can be placed the rollout waits and then goes on', () => {
    const r = ideal({ desired: 2, scenario: [{ kind: 'no-capacity', at: 0, until: 300_000 }] });
    expect(waves(r)).toEqual([[300, 2]]);
    expect(outcome(r)).toEqual(['completed', 380]);
    expect(eventKinds(r, 'unable-to-place')[0]).toBe(0);
  });
});

describe('scaling while deploying', () => {
  const scale = (desired: number, at = 10_000) => [{ kind: 'scale' as const, at, desired }];

  it('out: the old revision gets the extra task first, the new one its share', () => {
    // 0: two new start. 10: ceiling 6, four exist: one old (kept) and one new start. 70: healthy 2+2, floor 3: one old stops.
    // 80: the kept old and the third new are healthy: 5 healthy, floor 3, both remaining old stop. 90: done.
    const r = ideal({ desired: 2, scenario: scale(3) });
    expect(r.waves.map((w) => [w.at / 1000, w.launched, w.old])).toEqual([
      [0, 2, 0],
      [10, 2, 1],
    ]);
    expect(stops(r)).toEqual([
      [0, 70],
      [1, 80],
      [4, 80],
    ]);
    expect(outcome(r)).toEqual(['completed', 90]);
    expect(r.counts.peak).toBe(6);
  });

  it('out: both share the room under the ceiling', () => {
    // 0: ceiling 3, one new starts. 10: desired 3, ceiling 4, three exist: the old revision takes the one place.
    // 80: that task is healthy, four are, one old may stop; 90: its place goes to a new one, and so on.
    const r = ideal({ desired: 2, maximumPercent: 150, scenario: scale(3) });
    expect(r.waves.slice(0, 3).map((w) => [w.at / 1000, w.launched, w.old])).toEqual([
      [0, 1, 0],
      [10, 1, 1],
      [90, 1, 0],
    ]);
    expect(r.counts.peak).toBe(4);
  });

  it('out, with the whole growth given to the target', () => {
    const r = ideal({ desired: 2, scenario: scale(3), options: { scaleOutWhileDeploying: 'target-only' } });
    expect(r.waves.map((w) => [w.at / 1000, w.launched, w.old])).toEqual([
      [0, 2, 0],
      [10, 1, 0],
    ]);
    expect(outcome(r)).toEqual(['completed', 90]);
    expect(r.counts.peak).toBe(5);
  });

  it('in: bounds follow the new count', () => {
    // 10: of four new two are too many (the youngest), and of four old two are above the floor of 2.
    const r = ideal({ desired: 4, scenario: scale(2) });
    expect(rows(r)).toEqual([
      [0, 4, 4, 0, 0, 0, 8],
      [10, 2, 2, 0, 0, 4, 8],
      [20, 2, 2, 0, 0, 0, 4],
      [30, 2, 0, 2, 0, 0, 4],
      [70, 0, 0, 0, 2, 2, 4],
      [80, 0, 0, 0, 2, 0, 2],
    ]);
  });

  it('starts no deployment of its own', () => {
    const r = ideal({ desired: 2, change: 'none', scenario: scale(4, 100_000) });
    expect(r.deployments).toHaveLength(1);
    expect(waves(r)).toEqual([[100, 2]]);
    expect(outcome(r)).toEqual(['completed', 170]);
  });

  it('moves the threshold of the circuit breaker', () => {
    // Desired 10: threshold 5; the first 6 launches fail at 60. Scaled to 20 at 10, the threshold is 10 and it holds.
    const plan = {
      desired: 10,
      circuitBreaker: { enable: true, rollback: true },
      options: { backoffSeconds: [30] },
      scenario: [{ kind: 'tasks-fail' as const, mode: 'never' as const, after: 60_000, firstN: 6 }],
    };
    expect(ideal(plan).breaker?.tripAt).toBe(60_000);
    expect(ideal({ ...plan, scenario: [...plan.scenario, ...scale(20)] }).breaker?.tripAt).toBeNull();
  });

  it('to nothing: everything stops and the deployment is complete', () => {
    const r = ideal({ desired: 2, scenario: scale(0) });
    expect(outcome(r)).toEqual(['completed', 20]);
    expect(r.series.total.at(-1)).toBe(0);
  });
});

describe('Spot interruptions', () => {
  const spot = { launch: { kind: 'FARGATE_SPOT' as const }, change: 'none' as const, desired: 3 };

  describe('beside tasks on demand', () => {
    const providers = [
      { name: 'FARGATE', weight: 1 },
      { name: 'FARGATE_SPOT', weight: 1 },
    ];
    const both = { desired: 2, change: 'none' as const, launch: { kind: 'FARGATE' as const, providers } };

    it('an interrupted task is replaced on Spot, never on demand', () => {
      const scenario = [100_000, 300_000].map((at) => ({ kind: 'spot-interruption' as const, at, count: 1 }));
      expect(ideal({ ...both, scenario }).tasks.provider).toEqual([0, 1, 1, 1]);
    });

    it('waits for Spot capacity while tasks on demand go on', () => {
      // 100: the Spot task goes. 200, scaled to 4: of three missing two are for Spot, which returns at 400.
      const scenario = [
        { kind: 'spot-interruption' as const, at: 100_000, count: 1, unavailableFor: 300_000 },
        { kind: 'scale' as const, at: 200_000, desired: 4 },
      ];
      const r = ideal({ ...both, scenario });
      expect(waves(r)).toEqual([
        [200, 1],
        [400, 2],
      ]);
      expect(r.tasks.provider).toEqual([0, 1, 0, 1, 1]);
      expect(outcome(r)).toEqual(['completed', 470]);
    });
  });

  it('take tasks and the scheduler replaces them', () => {
    // 100: two stop, two start (ceiling 6); healthy at 170.
    const r = ideal({ ...spot, scenario: [{ kind: 'spot-interruption', at: 100_000, count: 2 }] });
    expect(waves(r)).toEqual([[100, 2]]);
    expect(outcome(r)).toEqual(['completed', 170]);
    expect(r.counts.floor).toBe(1);
  });

  it('with no Spot capacity for a while, the tasks are missing until it returns', () => {
    const scenario = [{ kind: 'spot-interruption' as const, at: 100_000, count: 2, unavailableFor: 300_000 }];
    const r = ideal({ ...spot, scenario });
    expect(waves(r)).toEqual([[400, 2]]);
    expect(outcome(r)).toEqual(['completed', 470]);
  });

  it('only hit tasks of FARGATE_SPOT', () => {
    // Base 1 on FARGATE, then 1:1 with ties to the earlier: FARGATE, FARGATE, FARGATE_SPOT.
    const providers = [
      { name: 'FARGATE', base: 1, weight: 1 },
      { name: 'FARGATE_SPOT', weight: 1 },
    ];
    const r = ideal({
      ...spot,
      launch: { kind: 'FARGATE', providers },
      scenario: [{ kind: 'spot-interruption', at: 100_000, count: 5 }],
    });
    expect(stops(r)).toEqual([[2, 100]]);
  });

  it('leave no more than two minutes, however long draining takes', () => {
    const scenario = [{ kind: 'spot-interruption' as const, at: 100_000, count: 1 }];
    const r = ideal({ ...spot, scenario }, { D: 300 });
    expect(r.tasks.stopped[0]).toBe(220_000);
  });

  it('at a maximum of 100 percent the replacement waits for the slot', () => {
    const bounds = { minimumHealthyPercent: 0, maximumPercent: 100 };
    const r = ideal({ ...spot, ...bounds, scenario: [{ kind: 'spot-interruption', at: 100_000, count: 1 }] });
    expect(waves(r)).toEqual([[110, 1]]);
  });
});

describe('scale-in protection', () => {
  it('keeps old tasks until it ends', () => {
    const r = ideal({ desired: 2, scenario: [{ kind: 'protect', at: 0, count: 2, until: 500_000 }] });
    expect(stops(r)).toEqual([
      [0, 500],
      [1, 500],
    ]);
    expect(outcome(r)).toEqual(['completed', 500 + D]);
  });

  it('without an end the rollout never finishes', () => {
    const r = ideal({ desired: 2, scenario: [{ kind: 'protect', at: 0, count: 1 }] });
    expect(stops(r)).toEqual([[1, 70]]);
    expect(outcome(r)).toEqual(['stuck', null]);
    expect(r.stuck?.text).toContain('protected');
  });

  it('more protected tasks than desired: no steady state', () => {
    const scenario = [
      { kind: 'protect' as const, at: 0, count: 2 },
      { kind: 'scale' as const, at: 10_000, desired: 1 },
    ];
    const r = ideal({ desired: 3, change: 'none', scenario });
    expect(stops(r)).toEqual([[2, 10]]);
    expect(outcome(r)).toEqual(['stuck', null]);
  });
});

describe('scale-in and the minimum', () => {
  it('a protected task that is not healthy costs no healthy one', () => {
    // Three start; the first never passes its check and is protected. Scaled to 2 at 100 with two healthy (floor 2): the
    // protected one may not stop and the healthy ones must stay.
    const r = ideal({
      desired: 3,
      change: 'create',
      scenario: [
        { kind: 'tasks-fail', mode: 'unhealthy', after: 5_000_000, firstN: 1 },
        { kind: 'protect', at: 35_000, count: 1, revision: 'new' },
        { kind: 'scale', at: 100_000, desired: 2 },
      ],
      until: 1_000_000,
    });
    expect(stops(r)).toEqual([]);
    expect(r.series.newHealthy.at(-1)).toBe(2);
  });
});

describe('broken tasks', () => {
  it('an old task that dies during a rollout is replaced by its own revision', () => {
    // 10: one old dies, one old starts. 70: both new are healthy, so the replacement (running, not healthy) goes at once
    // with the remaining old one (healthy 3, floor 2). 80: done.
    const scenario = [{ kind: 'tasks-die' as const, at: 10_000, count: 1, revision: 'old' as const }];
    const r = ideal({ desired: 2, scenario });
    expect(r.waves.map((w) => [w.at / 1000, w.launched, w.old])).toEqual([
      [0, 2, 0],
      [10, 1, 1],
    ]);
    expect(outcome(r)).toEqual(['completed', 80]);
    expect(r.counts.floor).toBe(1);
  });

  it('or by the new one, by the older reading', () => {
    const scenario = [{ kind: 'tasks-die' as const, at: 10_000, count: 1, revision: 'old' as const }];
    const r = ideal({ desired: 2, scenario, options: { unhealthyOldTask: 'target-revision' } });
    expect(waves(r)).toEqual([[0, 2]]);
  });

  it('a task that becomes unhealthy later is replaced first where the ceiling has room', () => {
    // 100: one of two is given up, its replacement starts, healthy at 170; then it stops until 180.
    const scenario = [{ kind: 'tasks-die' as const, at: 100_000, count: 1, mode: 'unhealthy' as const }];
    const r = ideal({ desired: 2, change: 'none', scenario });
    expect(stops(r)).toEqual([[0, 170]]);
    expect(outcome(r)).toEqual(['completed', 180]);
  });

  it('and stopped first where it has none', () => {
    const scenario = [{ kind: 'tasks-die' as const, at: 100_000, count: 1, mode: 'unhealthy' as const }];
    const r = ideal({ desired: 2, change: 'none', minimumHealthyPercent: 50, maximumPercent: 100, scenario });
    expect(stops(r)).toEqual([[0, 100]]);
    expect(outcome(r)).toEqual(['completed', 180]);
  });

  it('and one by one where there are several: the next goes when the replacement of the last is healthy', () => {
    // 100: two of three are given up and the ceiling is reached: one stops, its replacement starts at 110 and is healthy at
    // 180; then the other, replaced at 190, healthy at 260. The pass at 105 changes nothing.
    const scenario = [
      { kind: 'tasks-die' as const, at: 100_000, count: 2, mode: 'unhealthy' as const },
      { kind: 'protect' as const, at: 105_000, count: 0 },
    ];
    const r = ideal({ desired: 3, change: 'none', minimumHealthyPercent: 0, maximumPercent: 100, scenario });
    expect(stops(r)).toEqual([
      [0, 100],
      [1, 180],
    ]);
    expect(outcome(r)).toEqual(['completed', 260]);
  });

  it('and stopped first where the ceiling has room and the cluster has not', () => {
    const scenario = [{ kind: 'tasks-die' as const, at: 100_000, count: 1, mode: 'unhealthy' as const }];
    const r = ideal({ desired: 2, change: 'none', capacity: { kind: 'slots', slots: 2 }, scenario });
    expect(stops(r)).toEqual([[0, 100]]);
    expect(outcome(r)).toEqual(['completed', 180]);
  });

  it('a verdict within the grace period takes effect when that ends', () => {
    // RUNNING at 30, verdict 20 s later, grace 100 s: condemned at 130, replaced at once (ceiling 2), healthy at 200.
    const scenario = [{ kind: 'tasks-fail' as const, mode: 'unhealthy' as const, after: 20_000, firstN: 1 }];
    const r = ideal({ desired: 1, change: 'create', graceSeconds: 100, scenario });
    expect(stops(r)).toEqual([[0, 130]]);
    expect(outcome(r)).toEqual(['completed', 200]);
    expect(outcome(ideal({ desired: 1, change: 'create', scenario }))).toEqual(['completed', 120]);
  });

  it('a crash loop without a breaker is stuck, and the breaker is the edit', () => {
    const scenario = [{ kind: 'tasks-fail' as const, mode: 'crash' as const, after: 5_000 }];
    const r = ideal({ desired: 2, scenario, options: { ...noQuota, patienceHours: 1 } });
    expect(outcome(r)).toEqual(['stuck', null]);
    expect(r.stuck?.text).toContain('keep failing');
  });

  it('hundreds of entries and deployments are told apart', () => {
    // Only the last entry breaks a task: the first dies at 35 and its replacement is healthy at 105.
    const spare = Array.from({ length: 300 }, () => ({
      kind: 'tasks-fail' as const,
      mode: 'never' as const,
      firstN: 0,
    }));
    const crash = { kind: 'tasks-fail' as const, mode: 'crash' as const, after: 5_000, firstN: 1 };
    expect(outcome(ideal({ desired: 1, change: 'create', scenario: [...spare, crash] }))).toEqual(['completed', 105]);
    // A deployment each second: only the last has the time to finish.
    const deploys = Array.from({ length: 300 }, (_, i) => ({ kind: 'deploy' as const, at: (i + 1) * 1000 }));
    expect(outcome(ideal({ desired: 1, scenario: deploys }))[0]).toBe('completed');
  });

  it('a second deployment takes over and the first is left behind', () => {
    // The new revision crashes for ever; at 100 a third revision is deployed. The two crashing
    // tasks of the moment hold their slots until 110; then the third starts, is healthy at 180, and the old stop until 190.
    const scenario = [
      { kind: 'tasks-fail' as const, mode: 'crash' as const, after: 5_000 },
      { kind: 'deploy' as const, at: 100_000 },
    ];
    const r = ideal({ desired: 2, scenario });
    expect(outcome(r)).toEqual(['completed', 190]);
    expect(r.deployments.map((d) => d.changes.at(-1)?.state)).toEqual(['COMPLETED', 'IN_PROGRESS', 'COMPLETED']);
  });
});

describe('what counts as a failure', () => {
  const once = { enable: true, rollback: true, type: 'COUNT' as const, value: 1 };
  const never = (after: number, only: number[], revision?: 'old') =>
    ({ kind: 'tasks-fail', mode: 'never', after: after * 1000, only, revision }) as const;

  it('a start failure after a task has run is the first of its series again', () => {
    // 1 dies at 10, pause 10; 2 runs at 50 and crashes at 55; 3 follows at once and dies at 65, pause 10 (not 100); 4.
    const scenario = [
      never(10, [1, 3]),
      { kind: 'tasks-fail' as const, mode: 'crash' as const, after: 5_000, only: [2] },
    ];
    const r = ideal({ desired: 1, change: 'create', scenario, options: { backoffSeconds: [10, 100] } });
    expect(waves(r)).toEqual([
      [0, 1],
      [20, 1],
      [55, 1],
      [75, 1],
    ]);
  });

  it('a healthy task that exits does not count', () => {
    // Ceiling 3: the first new task is healthy at 70 and dies at 75 while the rollout goes on.
    const scenario = [{ kind: 'tasks-die' as const, at: 75_000, count: 1, revision: 'new' as const }];
    const r = ideal({ desired: 2, maximumPercent: 150, circuitBreaker: once, scenario });
    expect(r.breaker).toMatchObject({ highest: 0, tripAt: null });
    expect(r.verdict.outcome).toBe('completed');
  });

  it('nor does a replacement of the old revision that fails', () => {
    const scenario = [
      { kind: 'tasks-die' as const, at: 10_000, count: 1, revision: 'old' as const },
      never(5, [1], 'old'),
    ];
    const r = ideal({ desired: 2, circuitBreaker: once, scenario });
    expect(r.breaker).toMatchObject({ highest: 0, tripAt: null });
  });

  it('and an old task that becomes healthy forgives nothing', () => {
    // An old task dies at 5; its replacement is healthy at 75. New tasks die at 20 and 100: the second opens the breaker.
    const scenario = [
      { kind: 'tasks-die' as const, at: 5_000, count: 1, revision: 'old' as const },
      never(20, [1]),
      never(100, [2]),
    ];
    const r = ideal({ desired: 2, circuitBreaker: { ...once, value: 2 }, scenario });
    expect(r.breaker).toMatchObject({ tripAt: 100_000, tripCount: 2 });
  });
});

describe('a person', () => {
  it('rolls a rolling deployment back', () => {
    // 50: the two new tasks (running, not healthy) stop; the old are all there: done when they are gone.
    const r = ideal({ desired: 2, scenario: [{ kind: 'stop-deployment', at: 50_000, how: 'ROLLBACK' }] });
    expect(outcome(r)).toEqual(['rolled-back', 60]);
  });

  it('or stops it where it is', () => {
    const r = ideal({ desired: 2, scenario: [{ kind: 'stop-deployment', at: 50_000, how: 'ABORT' }] });
    expect(outcome(r)).toEqual(['failed', 50]);
    expect(r.series.total.at(-1)).toBe(4);
  });
});

describe('alarms of a rolling deployment', () => {
  const alarms = {
    enable: true,
    rollback: true,
    names: ['errors'],
    periods: [{ periodSeconds: 60, evaluationPeriods: 3 }],
  };

  it('are watched for the longest period after the old tasks are gone', () => {
    // Gone at 80, then 3 × 60 s.
    expect(outcome(ideal({ desired: 2, alarms }))).toEqual(['completed', 260]);
  });

  it('for at least a minute', () => {
    expect(outcome(ideal({ desired: 2, alarms: { ...alarms, periods: [] } }))).toEqual(['completed', 140]);
  });

  it('roll back during the bake, when the old tasks have to start again', () => {
    // 100: two old start (ceiling 4), healthy at 170, the new stop until 180.
    const r = ideal({ desired: 2, alarms, scenario: [{ kind: 'alarm', at: 100_000 }] });
    expect(waves(r)).toEqual([
      [0, 2],
      [100, 2],
    ]);
    expect(outcome(r)).toEqual(['rolled-back', 180]);
  });

  it('stall the deployment without rollback; what runs stays', () => {
    const r = ideal({ desired: 2, alarms: { ...alarms, rollback: false }, scenario: [{ kind: 'alarm', at: 50_000 }] });
    expect(outcome(r)).toEqual(['stalled', 50]);
    expect(r.series.total.at(-1)).toBe(4);
  });

  it('count from the first running task on', () => {
    // In ALARM from 10; the first new task runs at 30.
    const r = ideal({ desired: 2, alarms, scenario: [{ kind: 'alarm', at: 10_000 }] });
    expect(eventKinds(r, 'failed')).toEqual([30]);
  });

  it('not when they were over by then', () => {
    const r = ideal({ desired: 2, alarms, scenario: [{ kind: 'alarm', at: 10_000, until: 20_000 }] });
    expect(outcome(r)).toEqual(['completed', 260]);
  });

  it('not for this deployment when they were on at its start', () => {
    // Neither watched nor baked.
    const r = ideal({ desired: 2, alarms, scenario: [{ kind: 'alarm', at: 0 }] });
    expect(outcome(r)).toEqual(['completed', 80]);
  });

  it('are watched anew by the next deployment, unless it begins while one is on', () => {
    // 20: the third revision takes over; the second one's task holds its place until 30; then the third starts, RUNNING at 60.
    const deploy = { kind: 'deploy' as const, at: 20_000 };
    const again = { kind: 'alarm' as const, at: 70_000, until: 75_000 };
    const early = (until: number) => ({ kind: 'alarm' as const, at: 0, until });
    expect(outcome(ideal({ desired: 1, alarms, scenario: [early(10_000), deploy, again] }))).toEqual([
      'rolled-back',
      80,
    ]);
    expect(outcome(ideal({ desired: 1, alarms, scenario: [early(25_000), deploy, again] }))).toEqual([
      'completed',
      110,
    ]);
  });
});

describe('the image digest', () => {
  const create = { desired: 3, change: 'create' as const, options: { digestProbe: true } };

  it('sends the first task alone', () => {
    expect(waves(ideal(create))).toEqual([
      [0, 1],
      [30, 2],
    ]);
  });

  it('unless every image is pinned', () => {
    expect(waves(ideal({ ...create, image: { pinned: true } }))).toEqual([[0, 3]]);
  });
});

describe('the order of stops and starts', () => {
  const both = { desired: 10, minimumHealthyPercent: 50, maximumPercent: 150 };

  it('eager: as many stop at once as the floor allows', () => {
    expect(ideal(both).counts.floor).toBe(5);
  });

  it('when blocked: starts come first, stops only when the ceiling leaves no start', () => {
    // 0: five start and none stop. 70: five healthy, 15 healthy in all, five old stop; 80: five more start; 150: done at 160.
    const r = ideal({ ...both, options: { stopPolicy: 'when-blocked' } });
    expect(r.counts.floor).toBe(10);
    expect(outcome(r)).toEqual(['completed', 160]);
  });

  it('after healthy: the same, and it still moves where the ceiling never allows a start', () => {
    const policy = { options: { stopPolicy: 'after-healthy' as const } };
    expect(ideal({ ...both, ...policy }).counts.floor).toBe(10);
    const tight = { desired: 4, minimumHealthyPercent: 50, maximumPercent: 100 };
    expect(outcome(ideal({ ...tight, ...policy }))).toEqual(['completed', 160]);
  });

  it('when stopping tasks do not hold a slot, their replacements start at once', () => {
    // 4 at 50/100: two stop at 0 and two start at 0; 70: two stop, two start; 140 done, stops over at 80.
    const r = ideal({
      desired: 4,
      minimumHealthyPercent: 50,
      maximumPercent: 100,
      options: { countStoppingTowardsMax: false },
    });
    expect(waves(r)).toEqual([
      [0, 2],
      [70, 2],
    ]);
  });
});

describe('managed scaling', () => {
  it('tasks wait in PROVISIONING for new slots instead of being refused', () => {
    // 2 of 4 start at 0, the others wait for growth after 200 s and run 30 s later; ready at 270.
    const r = ideal({
      desired: 4,
      change: 'create',
      capacity: { kind: 'slots', slots: 2, growTo: 4 },
      timings: { scaleOut: 200_000 },
    });
    expect(waves(r)).toEqual([[0, 4]]);
    expect(r.tasks.running).toEqual([30_000, 30_000, 230_000, 230_000]);
    expect(outcome(r)).toEqual(['completed', 270]);
  });
});
