/** Shifting strategies, CodeDeploy and task sets, derived on paper; each comment is the derivation. */
import { describe, expect, it } from 'vitest';
import { describeAt, type Hook, type Plan, simulate } from '../../server/core/simulator/index';
import { eventKinds, ideal, outcome, phases, production, s, stops, waves } from './ideal';

const hookTimes = { lambdaHook: 5_000, pauseHook: 3_600_000 };
const blueGreen: Plan = { desired: 2, strategy: 'BLUE_GREEN', timings: hookTimes };
const linear: Plan = {
  desired: 2,
  strategy: 'LINEAR',
  linear: { stepPercent: 50, stepBakeMinutes: 1 },
  timings: hookTimes,
};
const hook = (stage: Hook['stages'][0], more: Partial<Hook> = {}): Hook => ({ stages: [stage], ...more });

describe('lifecycle hooks', () => {
  it('a function before the scale-up delays everything by its time', () => {
    const r = ideal({ ...blueGreen, hooks: [hook('PRE_SCALE_UP')] });
    expect(phases(r).slice(0, 3)).toEqual([
      ['PRE_SCALE_UP', 0, 5],
      ['SCALE_UP', 5, 75],
      ['PRODUCTION_TRAFFIC_SHIFT', 75, 75],
    ]);
    expect(outcome(r)).toEqual(['completed', 85]);
  });

  it('two at one stage run one after the other', () => {
    expect(outcome(ideal({ ...blueGreen, hooks: [hook('POST_SCALE_UP'), hook('POST_SCALE_UP')] }))).toEqual([
      'completed',
      90,
    ]);
  });

  it('before the shift they run at every step', () => {
    // 70 + 5: 50 %; a minute; 135 + 5: 100 %; 10 s of clean-up.
    const r = ideal({ ...linear, hooks: [hook('PRE_PRODUCTION_TRAFFIC_SHIFT')] });
    expect(production(r)).toEqual([
      [0, 0],
      [75, 50],
      [140, 100],
    ]);
    expect(outcome(r)).toEqual(['completed', 150]);
  });

  it('and so do those of the shift itself, after the weights changed', () => {
    const r = ideal({ ...linear, hooks: [hook('PRODUCTION_TRAFFIC_SHIFT')] });
    expect(production(r)).toEqual([
      [0, 0],
      [70, 50],
      [135, 100],
    ]);
    expect(outcome(r)).toEqual(['completed', 150]);
  });

  it('one that fails after the shift takes the traffic back and removes the new tasks', () => {
    const scenario = [{ kind: 'hook' as const, stage: 'POST_PRODUCTION_TRAFFIC_SHIFT', outcome: 'FAILED' as const }];
    const r = ideal({ ...blueGreen, hooks: [hook('POST_PRODUCTION_TRAFFIC_SHIFT')], scenario });
    expect(production(r)).toEqual([
      [0, 0],
      [70, 100],
      [75, 0],
    ]);
    expect(stops(r)).toEqual([
      [2, 75],
      [3, 75],
    ]);
    expect(outcome(r)).toEqual(['rolled-back', 85]);
    expect(r.counts.floor).toBe(2);
  });

  it('one that fails before anything was started ends the deployment at once', () => {
    const scenario = [{ kind: 'hook' as const, stage: 'PRE_SCALE_UP', outcome: 'FAILED' as const }];
    const r = ideal({ ...blueGreen, hooks: [hook('PRE_SCALE_UP')], scenario });
    expect(outcome(r)).toEqual(['rolled-back', 5]);
    expect(waves(r)).toEqual([]);
  });

  it('the second visit of a stage can fail alone', () => {
    // First shift at 75; the second visit begins at 135 and fails at 140.
    const scenario = [
      { kind: 'hook' as const, stage: 'PRE_PRODUCTION_TRAFFIC_SHIFT', outcome: 'FAILED' as const, visit: 2 },
    ];
    const r = ideal({ ...linear, hooks: [hook('PRE_PRODUCTION_TRAFFIC_SHIFT')], scenario });
    expect(production(r)).toEqual([
      [0, 0],
      [75, 50],
      [140, 0],
    ]);
    expect(outcome(r)).toEqual(['rolled-back', 150]);
  });

  it('a pause waits for a person', () => {
    const r = ideal({ ...blueGreen, hooks: [hook('POST_SCALE_UP', { target: 'PAUSE' })] });
    expect(outcome(r)).toEqual(['completed', 70 + 3600 + 10]);
  });

  it('a pause that nobody continues times out and goes on, if so configured', () => {
    const r = ideal({
      ...blueGreen,
      hooks: [hook('POST_SCALE_UP', { target: 'PAUSE', timeoutMinutes: 10, timeoutAction: 'CONTINUE' })],
    });
    expect(outcome(r)).toEqual(['completed', 680]);
  });

  it('and otherwise rolls back', () => {
    const r = ideal({ ...blueGreen, hooks: [hook('POST_SCALE_UP', { target: 'PAUSE', timeoutMinutes: 10 })] });
    expect(outcome(r)).toEqual(['rolled-back', 680]);
    expect(r.verdict.why).toContain('timed out');
  });

  it('a function can time out too', () => {
    const scenario = [{ kind: 'hook' as const, stage: 'POST_SCALE_UP', outcome: 'TIMED_OUT' as const }];
    const r = ideal({ ...blueGreen, hooks: [hook('POST_SCALE_UP', { timeoutMinutes: 2 })], scenario });
    expect(outcome(r)).toEqual(['rolled-back', 70 + 120 + 10]);
  });
});

describe('shifting', () => {
  it('test traffic moves before production traffic', () => {
    const r = ideal({ ...blueGreen, testTraffic: true, hooks: [hook('POST_TEST_TRAFFIC_SHIFT')] });
    expect(r.traffic.t.map((t, i) => [t / 1000, r.traffic.test[i], r.traffic.production[i]])).toEqual([
      [0, 0, 0],
      [70, 100, 0],
      [75, 100, 100],
    ]);
    expect(outcome(r)).toEqual(['completed', 85]);
  });

  it('a Network Load Balancer adds ten minutes once', () => {
    const r = ideal({ ...linear, loadBalancing: { kind: 'network' } });
    expect(production(r)).toEqual([
      [0, 0],
      [670, 50],
      [730, 100],
    ]);
  });

  it('each weight change takes its time', () => {
    const r = ideal({
      ...linear,
      loadBalancing: { kind: 'application' },
      timings: { ...hookTimes, weightChange: 10_000 },
    });
    expect(production(r)).toEqual([
      [0, 0],
      [80, 50],
      [150, 100],
    ]);
  });

  it('keeps both revisions at full strength, so the peak is twice desired', () => {
    const r = ideal(blueGreen);
    expect([r.counts.floor, r.counts.peak]).toEqual([2, 4]);
  });

  it('replaces a new task that fails to start after its pause, and traffic waits', () => {
    // The first launch dies at 20; pause 30: the replacement starts at 50 and is healthy at 120.
    const scenario = [{ kind: 'tasks-fail' as const, mode: 'never' as const, after: 20_000, only: [1] }];
    const r = ideal({ ...blueGreen, scenario });
    expect(waves(r)).toEqual([
      [0, 2],
      [50, 1],
    ]);
    expect(production(r)).toEqual([
      [0, 0],
      [120, 100],
    ]);
  });

  it('gives up the scale-up after 24 hours', () => {
    const scenario = [{ kind: 'tasks-fail' as const, mode: 'crash' as const, after: 5_000 }];
    const r = ideal({ ...blueGreen, scenario, options: { restartsFollowed: 20 } });
    expect(eventKinds(r, 'failed')).toEqual([24 * 3600]);
    expect(waves(r)).toHaveLength(20);
    expect(r.verdict.outcome).toBe('rolled-back');
  });

  it('follows scaling with both revisions', () => {
    // At 10 two more of each; the new ones of then are healthy at 80.
    const r = ideal({ ...blueGreen, scenario: [{ kind: 'scale', at: 10_000, desired: 4 }] });
    expect(r.waves.map((w) => [w.at / 1000, w.launched, w.old])).toEqual([
      [0, 2, 0],
      [10, 4, 2],
    ]);
    expect(outcome(r)).toEqual(['completed', 90]);
    expect(r.counts.peak).toBe(8);
  });

  it('min and max percent pace the scale-up only by the other reading', () => {
    const tight = { ...blueGreen, maximumPercent: 150, minimumHealthyPercent: 100 };
    expect(waves(ideal(tight))).toEqual([[0, 2]]);
    expect(waves(ideal({ ...tight, options: { boundsInScaleUp: 'maximum' } }))).toEqual([[0, 1]]);
  });

  it('the circuit breaker does not watch it unless asked to', () => {
    const scenario = [{ kind: 'tasks-fail' as const, mode: 'crash' as const, after: 5_000 }];
    const plan = {
      ...blueGreen,
      scenario,
      circuitBreaker: { enable: true, rollback: true },
      options: { restartsFollowed: 20 },
    };
    expect(ideal(plan).breaker?.tripAt).toBeNull();
    // Two crashes at 35, two at 70: four failures reach the threshold of three at 70; nothing is left to stop.
    const watched = ideal({ ...plan, options: { breakerWhileShifting: 'applied' } });
    expect([s(watched.breaker?.tripAt ?? null), watched.breaker?.tripCount]).toEqual([70, 4]);
    expect(outcome(watched)).toEqual(['rolled-back', 70]);
  });

  it('without a load balancer or Service Connect nothing is shifted by ECS, and the report says so', () => {
    const r = simulate({ desired: 2, strategy: 'BLUE_GREEN' }, { analyse: false });
    expect(r.notes.map((note) => note.text).join()).toContain('shifts no traffic');
  });

  it('a new service starts its tasks without any shift', () => {
    const r = ideal({ ...blueGreen, change: 'create' });
    expect(outcome(r)).toEqual(['completed', 70]);
    expect(r.traffic.t).toEqual([]);
  });
});

describe('alarms and people while shifting', () => {
  const alarms = { enable: true, rollback: true, names: ['errors'] };
  const baked = { ...blueGreen, bakeMinutes: 15, alarms };

  it('an alarm during the bake takes traffic back', () => {
    const r = ideal({ ...baked, scenario: [{ kind: 'alarm', at: 500_000 }] });
    expect(production(r)).toEqual([
      [0, 0],
      [70, 100],
      [500, 0],
    ]);
    expect(outcome(r)).toEqual(['rolled-back', 510]);
  });

  it('an alarm after the bake comes too late', () => {
    // Bake ends at 970, clean-up at 980.
    expect(outcome(ideal({ ...baked, scenario: [{ kind: 'alarm', at: 975_000 }] }))).toEqual(['completed', 980]);
  });

  it('an alarm before any new task runs counts when the first does', () => {
    expect(outcome(ideal({ ...baked, scenario: [{ kind: 'alarm', at: 10_000 }] }))).toEqual(['rolled-back', 40]);
  });

  it('without rollback the deployment fails where it stands', () => {
    const r = ideal({ ...baked, alarms: { ...alarms, rollback: false }, scenario: [{ kind: 'alarm', at: 500_000 }] });
    expect(outcome(r)).toEqual(['failed', 500]);
    expect(production(r).at(-1)).toEqual([70, 100]);
  });

  it('a person rolls back', () => {
    const r = ideal({ ...baked, scenario: [{ kind: 'stop-deployment', at: 100_000, how: 'ROLLBACK' }] });
    expect(outcome(r)).toEqual(['rolled-back', 110]);
  });

  it('or aborts', () => {
    const r = ideal({ ...baked, scenario: [{ kind: 'stop-deployment', at: 100_000, how: 'ABORT' }] });
    expect(outcome(r)).toEqual(['failed', 100]);
  });

  it('protected old tasks hold up the clean-up', () => {
    const scenario = [{ kind: 'protect' as const, at: 0, count: 1, until: 300_000 }];
    expect(outcome(ideal({ ...blueGreen, scenario }))).toEqual(['completed', 310]);
  });
});

describe('CodeDeploy', () => {
  const codeDeploy = (more: Plan['codeDeploy'] = {}, plan: Partial<Plan> = {}): Plan => ({
    desired: 2,
    controller: 'CODE_DEPLOY',
    codeDeploy: { terminationWaitMinutes: 0, ...more },
    timings: hookTimes,
    ...plan,
  });

  it('shifts all at once by default', () => {
    expect(outcome(ideal(codeDeploy()))).toEqual(['completed', 80]);
  });

  it('keeps the original an hour unless told otherwise', () => {
    expect(outcome(ideal(codeDeploy({ terminationWaitMinutes: undefined })))).toEqual(['completed', 70 + 3600 + 10]);
  });

  // First to last shift: 0, 9, 27, 5, 15 minutes (simulator.md §6.1).
  const named: [string, number, number][] = [
    ['CodeDeployDefault.ECSAllAtOnce', 1, 0],
    ['CodeDeployDefault.ECSLinear10PercentEvery1Minutes', 10, 9],
    ['CodeDeployDefault.ECSLinear10PercentEvery3Minutes', 10, 27],
    ['CodeDeployDefault.ECSCanary10Percent5Minutes', 2, 5],
    ['CodeDeployDefault.ECSCanary10Percent15Minutes', 2, 15],
  ];
  for (const [configuration, shifts, minutes] of named) {
    it(`${configuration} takes ${minutes} minutes`, () => {
      const r = ideal(codeDeploy({ configuration }));
      expect(r.traffic.t).toHaveLength(1 + shifts);
      expect(outcome(r)).toEqual(['completed', 80 + 60 * minutes]);
    });
  }

  it('custom linear: 40, 80, 100 percent', () => {
    const r = ideal(codeDeploy({ custom: { type: 'TimeBasedLinear', percentage: 40, intervalMinutes: 2 } }));
    expect(production(r)).toEqual([
      [0, 0],
      [70, 40],
      [190, 80],
      [310, 100],
    ]);
  });

  it('custom canary: 25, then 100 percent', () => {
    const r = ideal(codeDeploy({ custom: { type: 'TimeBasedCanary', percentage: 25, intervalMinutes: 1 } }));
    expect(production(r)).toEqual([
      [0, 0],
      [70, 25],
      [130, 100],
    ]);
  });

  it('a failed hook rolls back', () => {
    const scenario = [{ kind: 'hook' as const, stage: 'AfterInstall', outcome: 'FAILED' as const }];
    expect(outcome(ideal(codeDeploy({ hooks: ['AfterInstall'] }, { scenario })))).toEqual(['rolled-back', 85]);
  });

  it('at BeforeInstall nothing exists to roll back', () => {
    const scenario = [{ kind: 'hook' as const, stage: 'BeforeInstall', outcome: 'FAILED' as const }];
    expect(outcome(ideal(codeDeploy({ hooks: ['BeforeInstall'] }, { scenario })))).toEqual(['failed', 5]);
  });

  it('without automatic rollback a failure is final', () => {
    const scenario = [{ kind: 'hook' as const, stage: 'AfterInstall', outcome: 'FAILED' as const }];
    const r = ideal(codeDeploy({ hooks: ['AfterInstall'], autoRollback: false }, { scenario }));
    expect(outcome(r)).toEqual(['failed', 75]);
  });

  it('gives the replacement an hour to be steady', () => {
    // Pairs die at 60, 150, 810, 2490 (pauses 30, 600, 1620, 1620 after 2, 4, 6, 8 failures); nothing runs at 3600.
    const scenario = [{ kind: 'tasks-fail' as const, mode: 'never' as const, after: 60_000 }];
    const r = ideal(codeDeploy({}, { scenario }));
    expect(waves(r)).toEqual([
      [0, 2],
      [90, 2],
      [750, 2],
      [2430, 2],
    ]);
    expect(outcome(r)).toEqual(['rolled-back', 3600]);
  });

  it('waits for a person before the shift if told to', () => {
    const timings = { ...hookTimes, pauseHook: 100_000 };
    expect(outcome(ideal(codeDeploy({ readyWaitMinutes: 10 }, { timings })))).toEqual(['completed', 180]);
  });

  it('and stops when nobody comes', () => {
    expect(outcome(ideal(codeDeploy({ readyWaitMinutes: 1 })))).toEqual(['rolled-back', 140]);
  });

  it('test traffic has its own listener', () => {
    const r = ideal(codeDeploy({ testListener: true, hooks: ['AfterAllowTestTraffic'] }));
    expect(phases(r).map(([name]) => name)).toEqual([
      'Install',
      'AllowTestTraffic',
      'AfterAllowTestTraffic',
      'AllowTraffic',
      'TerminationWait',
      'TerminateOriginal',
    ]);
    expect(outcome(r)).toEqual(['completed', 85]);
  });

  it('the replacement becomes primary when it has all traffic', () => {
    const r = ideal(codeDeploy({ configuration: 'CodeDeployDefault.ECSCanary10Percent5Minutes' }));
    const statuses = r.taskSets.map((set) => set.changes.map((c) => [c.at / 1000, c.status]));
    expect(statuses).toEqual([
      [
        [0, 'PRIMARY'],
        [370, 'ACTIVE'],
        [370, 'DRAINING'],
      ],
      [
        [0, 'ACTIVE'],
        [370, 'PRIMARY'],
      ],
    ]);
  });

  it('an alarm during the termination wait takes traffic back', () => {
    const plan = codeDeploy(
      { terminationWaitMinutes: 60 },
      {
        alarms: { enable: true, rollback: true, names: ['errors'] },
        scenario: [{ kind: 'alarm', at: 200_000 }],
      },
    );
    const r = ideal(plan);
    expect(outcome(r)).toEqual(['rolled-back', 210]);
    expect(r.taskSets[0]?.changes.at(-1)?.status).toBe('PRIMARY');
  });

  it('scaling while traffic moves is fine when it settles within five minutes', () => {
    const plan = codeDeploy(
      { configuration: 'CodeDeployDefault.ECSCanary10Percent5Minutes' },
      {
        scenario: [{ kind: 'scale', at: 100_000, desired: 3 }],
      },
    );
    const r = ideal(plan);
    expect(outcome(r)).toEqual(['completed', 380]);
    expect(r.counts.peak).toBe(6);
  });

  it('and fails the deployment when it does not', () => {
    const plan = codeDeploy(
      { configuration: 'CodeDeployDefault.ECSCanary10Percent15Minutes' },
      {
        scenario: [
          { kind: 'no-capacity', at: 90_000 },
          { kind: 'scale', at: 100_000, desired: 3 },
        ],
      },
    );
    expect(outcome(ideal(plan))).toEqual(['rolled-back', 410]);
  });

  it('describes task sets and no deployments', () => {
    const r = ideal(codeDeploy());
    const [service] = describeAt(r, 50_000).services as [Record<string, unknown>];
    expect(service.deployments).toEqual([]);
    expect(service.taskSets).toMatchObject([
      {
        status: 'PRIMARY',
        startedBy: 'CODE_DEPLOY',
        computedDesiredCount: 2,
        runningCount: 2,
        stabilityStatus: 'STEADY_STATE',
      },
      { status: 'ACTIVE', pendingCount: 0, runningCount: 2, scale: { unit: 'PERCENT', value: 100 } },
    ]);
  });
});

describe('EXTERNAL task sets', () => {
  const external = (scenario: Plan['scenario']): Plan => ({
    desired: 4,
    controller: 'EXTERNAL',
    taskSets: [{ id: 'blue', scale: 100, primary: true, running: 4 }],
    scenario,
  });

  it('a second set runs beside the first, at its share rounded up', () => {
    // 30 % of 4 is 1.2: two tasks at 10, healthy at 80; six tasks in all.
    const r = ideal(external([{ kind: 'task-set', at: 10_000, op: 'create', id: 'green', scale: 30 }]));
    expect(waves(r)).toEqual([[10, 2]]);
    expect(outcome(r)).toEqual(['completed', 80]);
    expect(r.counts.peak).toBe(6);
    expect(r.taskSets[1]?.stability.map((x) => [x.at / 1000, x.status])).toEqual([
      [10, 'STABILIZING'],
      [80, 'STEADY_STATE'],
    ]);
  });

  it('scaling, promoting and deleting are the external system’s steps', () => {
    const r = ideal(
      external([
        { kind: 'task-set', at: 10_000, op: 'create', id: 'green', scale: 50 },
        { kind: 'task-set', at: 100_000, op: 'scale', id: 'green', scale: 100 },
        { kind: 'task-set', at: 200_000, op: 'primary', id: 'green' },
        { kind: 'task-set', at: 210_000, op: 'delete', id: 'blue' },
      ]),
    );
    expect(waves(r)).toEqual([
      [10, 2],
      [100, 2],
    ]);
    expect(outcome(r)).toEqual(['completed', 220]);
    expect(r.taskSets.map((set) => set.changes.map((c) => [c.at / 1000, c.status, c.computedDesiredCount]))).toEqual([
      [
        [0, 'PRIMARY', 4],
        [200, 'ACTIVE', 4],
        [210, 'DRAINING', 4],
      ],
      [
        [10, 'ACTIVE', 2],
        [100, 'ACTIVE', 4],
        [200, 'PRIMARY', 4],
      ],
    ]);
  });

  it('a change of the desired count scales every set', () => {
    const r = ideal(external([{ kind: 'scale', at: 10_000, desired: 6 }]));
    expect(waves(r)).toEqual([[10, 2]]);
    expect(outcome(r)).toEqual(['completed', 80]);
  });

  it('a set scaled down loses its tasks', () => {
    const r = ideal(external([{ kind: 'task-set', at: 10_000, op: 'scale', id: 'blue', scale: 25 }]));
    expect(stops(r)).toEqual([
      [0, 10],
      [1, 10],
      [2, 10],
    ]);
    expect(outcome(r)).toEqual(['completed', 20]);
  });

  it('without any task set nothing runs', () => {
    const r = ideal({ desired: 4, controller: 'EXTERNAL', change: 'create' });
    expect(outcome(r)).toEqual(['completed', 0]);
    expect(r.verdict.why).toContain('until a task set is created');
  });

  it('no circuit breaker and no rollback', () => {
    const scenario: Plan['scenario'] = [
      { kind: 'task-set', at: 10_000, op: 'create', id: 'green', scale: 100 },
      { kind: 'tasks-fail', mode: 'never', after: 20_000, firstN: 8 },
    ];
    const r = ideal({ ...external(scenario), circuitBreaker: { enable: true, rollback: true } });
    expect(r.breaker?.tripAt).toBeNull();
    expect(r.verdict.outcome).toBe('completed');
  });
});
