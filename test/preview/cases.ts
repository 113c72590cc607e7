import type { Plan } from '../../server/core/simulator/plan';

const BALANCED: Partial<Plan> = {
  launch: { kind: 'FARGATE', zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] },
  loadBalancing: { kind: 'application', targetGroups: [{ deregistrationDelaySeconds: 60 }] },
  task: { cpu: 512, memory: 1024 },
};

/** Rollouts that look quite different, one of each kind that the page shows. */
export const CASES = {
  healthy: {
    ...BALANCED,
    service: 'checkout',
    cluster: 'shop',
    desired: 6,
    minimumHealthyPercent: 100,
    maximumPercent: 150,
    circuitBreaker: { enable: true, rollback: true },
  },
  stuck: { service: 'payments', desired: 2, minimumHealthyPercent: 100, maximumPercent: 100 },
  rollback: {
    ...BALANCED,
    service: 'search',
    desired: 8,
    maximumPercent: 125,
    minimumHealthyPercent: 75,
    circuitBreaker: { enable: true, rollback: true },
    scenario: [{ kind: 'tasks-fail', mode: 'crash', after: 20_000 }],
  },
  daemon: {
    service: 'log-agent',
    desired: 0,
    schedulingStrategy: 'DAEMON',
    daemonInstances: 12,
    minimumHealthyPercent: 50,
  },
  canary: {
    ...BALANCED,
    service: 'api',
    desired: 10,
    strategy: 'CANARY',
    canary: { percent: 10, bakeMinutes: 5 },
    bakeMinutes: 5,
    testTraffic: true,
    hooks: [{ stages: ['POST_TEST_TRAFFIC_SHIFT'] }],
  },
  large: { ...BALANCED, service: 'crawler', desired: 5000, minimumHealthyPercent: 90, maximumPercent: 110 },
} as const satisfies Record<string, Plan>;

export type CaseName = keyof typeof CASES;
