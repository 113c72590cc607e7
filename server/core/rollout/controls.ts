import type { Plan } from '../simulator/plan';
import type { Figures } from '../simulator/report/types';
import type { Control, Value } from './control';
import { FAILURES } from './failure-controls';

const CONFIGURATION = '/deploymentConfiguration';
const rolling = (plan: Plan) => (plan.strategy ?? 'ROLLING') === 'ROLLING' && (plan.controller ?? 'ECS') === 'ECS';
const byEcs = (plan: Plan) => (plan.controller ?? 'ECS') === 'ECS';
const replica = (plan: Plan) => plan.schedulingStrategy !== 'DAEMON';
const balanced = (plan: Plan) => plan.loadBalancing !== undefined;
const strategyIs = (strategy: Plan['strategy']) => (plan: Plan) => plan.strategy === strategy;

/** A number that is a member of the plan itself. */
function figure(
  id: keyof Plan & string,
  label: string,
  number: NonNullable<Control['number']>,
  rest: Pick<Control, 'group' | 'pointer' | 'fits'>,
): Control {
  return {
    id,
    label,
    number,
    ...rest,
    read: (plan) => plan[id] as Value | undefined,
    write: (plan, value) => ({ ...plan, [id]: value }),
  };
}

const minutes = (figure: keyof Figures) => ({ min: 0, max: 1440, unit: 'min', figure });

const SERVICE: Control[] = [
  figure(
    'desired',
    'Desired count',
    { min: 0, max: 5000, unit: 'tasks' },
    {
      group: 'Service',
      pointer: '/desiredCount',
      fits: replica,
    },
  ),
  figure(
    'daemonInstances',
    'Container instances',
    { min: 0, max: 5000, figure: 'daemonInstances' },
    {
      group: 'Service',
      fits: (plan) => !replica(plan),
    },
  ),
  {
    id: 'change',
    group: 'Service',
    label: 'Deployment',
    choices: [
      ['update', 'of a new revision'],
      ['create', 'of a new service'],
      ['none', 'none'],
    ],
    read: (plan) => plan.change ?? 'update',
    write: (plan, value) => ({ ...plan, change: value as Plan['change'] }),
  },
  {
    id: 'strategy',
    group: 'Service',
    label: 'Strategy',
    choices: ['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'].map((one) => [one, one] as const),
    pointer: `${CONFIGURATION}/strategy`,
    fits: (plan) => byEcs(plan) && replica(plan),
    read: (plan) => plan.strategy ?? 'ROLLING',
    write: (plan, value) => ({ ...plan, strategy: value as Plan['strategy'] }),
  },
  figure(
    'minimumHealthyPercent',
    'Minimum healthy',
    { min: 0, max: 200, step: 5, unit: '%', figure: 'minimumHealthyPercent' },
    {
      group: 'Service',
      pointer: `${CONFIGURATION}/minimumHealthyPercent`,
      fits: byEcs,
    },
  ),
  figure(
    'maximumPercent',
    'Maximum',
    { min: 0, max: 1000, step: 5, unit: '%', figure: 'maximumPercent' },
    {
      group: 'Service',
      pointer: `${CONFIGURATION}/maximumPercent`,
      fits: byEcs,
    },
  ),
];

const TRAFFIC: Control[] = [
  figure('bakeMinutes', 'Bake time', minutes('bakeMinutes'), {
    group: 'Traffic',
    pointer: `${CONFIGURATION}/bakeTimeInMinutes`,
    fits: (plan) => byEcs(plan) && !rolling(plan),
  }),
  nested(
    'canaryPercent',
    'Canary share',
    { min: 0.1, max: 99.9, step: 0.1, unit: '%', figure: 'canaryPercent' },
    'canary',
    'percent',
    'canaryPercent',
  ),
  nested('canaryBake', 'Canary bake', minutes('canaryBakeMinutes'), 'canary', 'bakeMinutes', 'canaryBakeTimeInMinutes'),
  nested(
    'stepPercent',
    'Step',
    { min: 3, max: 100, step: 0.1, unit: '%', figure: 'stepPercent' },
    'linear',
    'stepPercent',
    'stepPercent',
  ),
  nested('stepBake', 'Step bake', minutes('stepBakeMinutes'), 'linear', 'stepBakeMinutes', 'stepBakeTimeInMinutes'),
];

function nested(
  id: string,
  label: string,
  number: NonNullable<Control['number']>,
  of: 'canary' | 'linear',
  member: string,
  name: string,
): Control {
  return {
    id,
    group: 'Traffic',
    label,
    number,
    pointer: `${CONFIGURATION}/${of}Configuration/${name}`,
    fits: strategyIs(of === 'canary' ? 'CANARY' : 'LINEAR'),
    read: (plan) => (plan[of] as Record<string, number> | undefined)?.[member],
    write: (plan, value) => ({ ...plan, [of]: { ...plan[of], [member]: value } }),
  };
}

function breaker(id: string, label: string, member: 'enable' | 'rollback'): Control {
  return {
    id,
    group: 'Protection',
    label,
    pointer: `${CONFIGURATION}/deploymentCircuitBreaker/${member}`,
    fits: rolling,
    // ECS takes the circuit breaker with both members only.
    together: member === 'enable' ? ['breakerRollback'] : ['breaker'],
    read: (plan) => plan.circuitBreaker?.[member] ?? false,
    write: (plan, value) => ({
      ...plan,
      circuitBreaker: { enable: false, rollback: false, ...plan.circuitBreaker, [member]: value === true },
    }),
  };
}

const SECONDS = { min: 0, max: 7200, unit: 's' };
/** Nobody fixes these: the simulator adds them up from what was measured. */
const ESTIMATE = { ...SECONDS, empty: 'estimate' };

function total(id: 'launchToRunning' | 'runningToHealthy' | 'stopToStopped', label: string): Control {
  return {
    id,
    group: 'Timing',
    label,
    number: { ...ESTIMATE, figure: `${id}Seconds` },
    read: (plan) => (plan.timings?.[id] === undefined ? undefined : plan.timings[id] / 1000),
    write: (plan, value) => ({ ...plan, timings: { ...plan.timings, [id]: Number(value) * 1000 } }),
  };
}

function target(
  id: 'deregistrationDelaySeconds' | 'intervalSeconds',
  label: string,
  number: NonNullable<Control['number']>,
): Control {
  return {
    id,
    group: 'Timing',
    label,
    number: { ...number, figure: id },
    fits: balanced,
    read: (plan) => plan.loadBalancing?.targetGroups?.[0]?.[id],
    write: (plan, value) => {
      const { loadBalancing } = plan;
      if (!loadBalancing) return plan;
      const groups = loadBalancing.targetGroups?.length ? loadBalancing.targetGroups : [{}];
      return { ...plan, loadBalancing: { ...loadBalancing, targetGroups: groups.map((g) => ({ ...g, [id]: value })) } };
    },
  };
}

const TIMING: Control[] = [
  figure(
    'graceSeconds',
    'Health check grace period',
    { ...SECONDS, figure: 'graceSeconds' },
    {
      group: 'Timing',
      pointer: '/healthCheckGracePeriodSeconds',
    },
  ),
  total('launchToRunning', 'Launch to running'),
  total('runningToHealthy', 'Running to healthy'),
  total('stopToStopped', 'Stop to stopped'),
  target('deregistrationDelaySeconds', 'Deregistration delay', { min: 0, max: 3600, unit: 's' }),
  target('intervalSeconds', 'Target check interval', { min: 5, max: 300, unit: 's' }),
  figure(
    'stopTimeoutSeconds',
    'Stop timeout',
    { min: 0, max: 120, unit: 's', figure: 'stopTimeoutSeconds' },
    { group: 'Timing' },
  ),
  {
    id: 'honoursSigterm',
    group: 'Timing',
    label: 'Application exits on SIGTERM',
    read: (plan) => plan.honoursSigterm ?? true,
    write: (plan, value) => ({ ...plan, honoursSigterm: value === true }),
  },
];

const CAPACITY: Control[] = [
  {
    id: 'slots',
    group: 'Capacity',
    label: 'Room in the cluster',
    number: { min: 0, max: 20000, unit: 'tasks', empty: 'no limit' },
    fits: (plan) => plan.capacity?.kind !== 'cluster' && replica(plan),
    read: (plan) => (plan.capacity?.kind === 'slots' ? plan.capacity.slots : undefined),
    write: (plan, value) => ({ ...plan, capacity: { kind: 'slots', slots: Number(value) } }),
  },
  {
    id: 'oldCount',
    group: 'Capacity',
    label: 'Old tasks at the start',
    number: { min: 0, max: 5000, unit: 'tasks', figure: 'oldCount', empty: 'as desired' },
    fits: (plan) => plan.change !== 'create' && replica(plan),
    read: (plan) => plan.old?.count,
    write: (plan, value) => ({ ...plan, old: { ...plan.old, count: Number(value) } }),
  },
];

/** In the order in which they are shown and applied. */
export const CONTROLS: readonly Control[] = [
  ...SERVICE,
  ...TRAFFIC,
  breaker('breaker', 'Circuit breaker', 'enable'),
  breaker('breakerRollback', 'Roll back when it trips', 'rollback'),
  ...TIMING,
  ...CAPACITY,
  ...FAILURES,
];
