/** Random plans for the properties: small numbers, every feature, nothing that a definition could not say. */
import fc from 'fast-check';
import type { Disturbance, Launch, LifecycleStage, LoadBalancing, Plan } from '../../server/core/simulator/index';

const percent = fc.integer({ min: 0, max: 100 });
const ceiling = fc.integer({ min: 100, max: 300 });
const seconds = fc.integer({ min: 1, max: 200 });

export const times = fc.record({ S: seconds, H: seconds, D: seconds });

/** A rolling update without surprises. */
export const plainUpdate = fc.record({
  desired: fc.integer({ min: 1, max: 25 }),
  minimumHealthyPercent: percent,
  maximumPercent: ceiling,
});

const failure: fc.Arbitrary<Disturbance> = fc.record({
  kind: fc.constant('tasks-fail' as const),
  mode: fc.constantFrom('never' as const, 'crash' as const, 'unhealthy' as const),
  after: fc.integer({ min: 1_000, max: 120_000 }),
  firstN: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
  sharePercent: fc.option(fc.integer({ min: 10, max: 100 }), { nil: undefined }),
});

const moment = fc.integer({ min: 0, max: 400_000 });
const happening: fc.Arbitrary<Disturbance> = fc.oneof(
  fc.record({ kind: fc.constant('scale' as const), at: moment, desired: fc.integer({ min: 0, max: 25 }) }),
  fc.record({
    kind: fc.constant('tasks-die' as const),
    at: moment,
    count: fc.integer({ min: 1, max: 5 }),
    revision: fc.constantFrom('new' as const, 'old' as const),
    mode: fc.constantFrom('exit' as const, 'unhealthy' as const),
  }),
  fc.record({ kind: fc.constant('zone-lost' as const), at: moment, zone: fc.constantFrom('a', 'b') }),
  fc.record({ kind: fc.constant('spot-interruption' as const), at: moment, count: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('alarm' as const), at: moment, until: fc.constant(500_000) }),
  fc.record({
    kind: fc.constant('protect' as const),
    at: moment,
    count: fc.integer({ min: 1, max: 5 }),
    until: fc.constant(600_000),
  }),
  fc.record({ kind: fc.constant('no-capacity' as const), at: moment, until: fc.constant(450_000) }),
  fc.record({
    kind: fc.constant('stop-deployment' as const),
    at: moment,
    how: fc.constantFrom('ABORT' as const, 'ROLLBACK' as const),
  }),
  fc.record({ kind: fc.constant('deploy' as const), at: moment }),
);

const breaker = fc.option(
  fc.record({
    enable: fc.boolean(),
    rollback: fc.boolean(),
    type: fc.constantFrom('COUNT' as const, 'BOUNDED_PERCENT' as const, 'UNBOUNDED_PERCENT' as const),
    value: fc.integer({ min: 1, max: 100 }),
    reset: fc.boolean(),
  }),
  { nil: undefined },
);

const hookStage = fc.constantFrom<LifecycleStage>('PRE_SCALE_UP', 'POST_SCALE_UP', 'PRE_PRODUCTION_TRAFFIC_SHIFT');

/** Rolling plans with broken launches at most: the bounds must hold. */
export const rollingPlan: fc.Arbitrary<Plan> = fc.record({
  desired: fc.integer({ min: 0, max: 25 }),
  minimumHealthyPercent: percent,
  maximumPercent: ceiling,
  change: fc.constantFrom('create' as const, 'update' as const),
  circuitBreaker: breaker,
  launch: fc.constantFrom<Launch>({ kind: 'FARGATE' as const, zones: ['a', 'b'] }, { kind: 'EC2' as const }),
  scenario: fc.array(failure, { maxLength: 1 }),
  options: fc.record({
    stopPolicy: fc.constantFrom('eager' as const, 'when-blocked' as const, 'after-healthy' as const),
    digestProbe: fc.boolean(),
    launchesPerMinute: fc.constantFrom(0, 7, 500),
    breakerEvaluation: fc.constantFrom('immediate' as const, 'next-launch' as const),
    patienceHours: fc.constant(1),
  }),
  seed: fc.integer({ min: 0, max: 1_000_000 }),
});

/** Everything at once. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    desired: fc.integer({ min: 0, max: 25 }),
    minimumHealthyPercent: percent,
    maximumPercent: ceiling,
    change: fc.constantFrom('create' as const, 'update' as const, 'none' as const),
    schedulingStrategy: fc.constantFrom('REPLICA' as const, 'REPLICA' as const, 'DAEMON' as const),
    controller: fc.constantFrom('ECS' as const, 'ECS' as const, 'CODE_DEPLOY' as const, 'EXTERNAL' as const),
    strategy: fc.constantFrom('ROLLING' as const, 'BLUE_GREEN' as const, 'LINEAR' as const, 'CANARY' as const),
    circuitBreaker: breaker,
    alarms: fc.option(
      fc.record({ enable: fc.boolean(), rollback: fc.boolean(), names: fc.constant<string[]>(['a']) }),
      {
        nil: undefined,
      },
    ),
    bakeMinutes: fc.integer({ min: 0, max: 5 }),
    linear: fc.record({
      stepPercent: fc.integer({ min: 3, max: 100 }),
      stepBakeMinutes: fc.integer({ min: 0, max: 3 }),
    }),
    hooks: fc.array(fc.record({ stages: fc.array(hookStage, { minLength: 1, maxLength: 2 }) }), { maxLength: 2 }),
    launch: fc.constantFrom<Launch>(
      { kind: 'FARGATE' as const, zones: ['a', 'b', 'c'] },
      { kind: 'FARGATE_SPOT' as const, zones: ['a', 'b'] },
      { kind: 'EC2' as const },
    ),
    loadBalancing: fc.constantFrom<LoadBalancing | undefined>(
      undefined,
      { kind: 'application' as const },
      { kind: 'network' as const },
    ),
    graceSeconds: fc.constantFrom(0, 60),
    zoneRebalancing: fc.boolean(),
    scenario: fc
      .tuple(fc.array(failure, { maxLength: 1 }), fc.array(happening, { maxLength: 3 }))
      .map(([a, b]) => [...a, ...b]),
    options: fc.record({
      stopPolicy: fc.constantFrom('eager' as const, 'when-blocked' as const, 'after-healthy' as const),
      breakerWhileShifting: fc.constantFrom('ignored' as const, 'applied' as const),
      unhealthyOldTask: fc.constantFrom('own-revision' as const, 'target-revision' as const),
      patienceHours: fc.constant(1),
    }),
    seed: fc.integer({ min: 0, max: 1_000_000 }),
  })
  .map(
    (plan): Plan =>
      plan.schedulingStrategy === 'DAEMON' ? { ...plan, daemonInstances: plan.desired, maximumPercent: 100 } : plan,
  );
