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
  codeDeploy: {
    ...BALANCED,
    service: 'orders',
    desired: 4,
    controller: 'CODE_DEPLOY',
    codeDeploy: { configuration: 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes', testListener: true },
  },
  large: { ...BALANCED, service: 'crawler', desired: 5000, minimumHealthyPercent: 90, maximumPercent: 110 },
} as const satisfies Record<string, Plan>;

export type CaseName = keyof typeof CASES;

interface Turn {
  label: string;
  value: number;
  /** What the verdict says then. */
  verdict: RegExp;
  /** The member of the file that holds it. */
  pointer: string;
}

const CONFIGURATION = '/deploymentConfiguration';
const desired = { label: 'Desired count', pointer: '/desiredCount' };
const minimum = { label: 'Minimum healthy', pointer: `${CONFIGURATION}/minimumHealthyPercent` };

/** A control that makes a difference to each kind of rollout. */
export const TURNS: Readonly<Record<CaseName, Turn>> = {
  healthy: { label: 'Maximum', value: 200, verdict: /at most 12 tasks/, pointer: `${CONFIGURATION}/maximumPercent` },
  stuck: { ...minimum, value: 50, verdict: /completes/ },
  rollback: { ...desired, value: 4, verdict: /rolled back/ },
  daemon: { ...minimum, value: 75, verdict: /as few as 9 healthy tasks/ },
  canary: {
    label: 'Canary bake',
    value: 30,
    verdict: /about 39 min/,
    pointer: `${CONFIGURATION}/canaryConfiguration/canaryBakeTimeInMinutes`,
  },
  codeDeploy: { ...desired, value: 7, verdict: /at most 14 tasks/ },
  large: { ...desired, value: 4000, verdict: /as few as 3600 healthy tasks/ },
};
