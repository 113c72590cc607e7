/** What goes wrong, as controls: one kind of broken task and one thing that happens at a moment. */
import type { Disturbance, FailureMode, Plan } from '../simulator/plan';
import type { Control, Value } from './control';

type TasksFail = Extract<Disturbance, { kind: 'tasks-fail' }>;

const isStart = (entry: Disturbance): boolean => entry.kind === 'tasks-fail' || entry.kind === 'image-not-found';
const without = (plan: Plan, drop: (entry: Disturbance) => boolean) =>
  (plan.scenario ?? []).filter((entry) => !drop(entry));
const broken = (plan: Plan) => plan.scenario?.find((entry): entry is TasksFail => entry.kind === 'tasks-fail');
const event = (plan: Plan) => plan.scenario?.find((entry) => !isStart(entry));

function withScenario(plan: Plan, scenario: Disturbance[]): Plan {
  return { ...plan, scenario };
}

function writeMode(plan: Plan, mode: Value): Plan {
  const rest = without(plan, isStart);
  if (mode === 'fine') return withScenario(plan, rest);
  if (mode === 'image') return withScenario(plan, [{ kind: 'image-not-found' }, ...rest]);
  return withScenario(plan, [{ ...broken(plan), kind: 'tasks-fail', mode: mode as FailureMode }, ...rest]);
}

function changeBroken(plan: Plan, change: Partial<TasksFail>): Plan {
  return withScenario(
    plan,
    (plan.scenario ?? []).map((entry) => (entry.kind === 'tasks-fail' ? { ...entry, ...change } : entry)),
  );
}

const EVENTS: Readonly<Record<string, (at: number, plan: Plan) => Disturbance>> = {
  alarm: (at) => ({ kind: 'alarm', at }),
  'no-capacity': (at) => ({ kind: 'no-capacity', at, until: at + 600_000 }),
  'tasks-die': (at) => ({ kind: 'tasks-die', at, count: 1, revision: 'old' }),
  'zone-lost': (at, plan) => ({ kind: 'zone-lost', at, zone: firstZone(plan) ?? '' }),
  'spot-interruption': (at) => ({ kind: 'spot-interruption', at, count: 1 }),
  rollback: (at) => ({ kind: 'stop-deployment', at, how: 'ROLLBACK' }),
  'scale-out': (at, plan) => ({ kind: 'scale', at, desired: Math.max(1, plan.desired * 2) }),
};

function firstZone(plan: Plan): string | undefined {
  const cluster = plan.capacity?.kind === 'cluster' ? plan.capacity.cluster : undefined;
  return plan.launch?.zones?.[0] ?? cluster?.instances?.[0]?.zone;
}

function eventName(entry: Disturbance | undefined): string {
  if (!entry) return 'nothing';
  if (entry.kind === 'stop-deployment') return 'rollback';
  if (entry.kind === 'scale') return 'scale-out';
  return entry.kind in EVENTS ? entry.kind : 'nothing';
}

/** Without a place to lose there is nothing to choose. */
const DEFAULT_MINUTES = 1;

export const FAILURES: readonly Control[] = [
  {
    id: 'failure',
    group: 'Failures',
    label: 'New tasks',
    choices: [
      ['fine', 'start and stay healthy'],
      ['never', 'never start'],
      ['crash', 'crash after they start'],
      ['unhealthy', 'fail their health checks'],
      ['image', 'have no image to pull'],
    ],
    read: (plan) => broken(plan)?.mode ?? (plan.scenario?.some(isStart) ? 'image' : 'fine'),
    write: writeMode,
  },
  {
    id: 'failFirst',
    group: 'Failures',
    label: 'Only the first',
    number: { min: 1, max: 5000, unit: 'tasks', empty: 'all' },
    fits: (plan) => broken(plan) !== undefined,
    read: (plan) => broken(plan)?.firstN,
    write: (plan, value) => changeBroken(plan, { firstN: Number(value) }),
  },
  {
    id: 'failShare',
    group: 'Failures',
    label: 'Each with a chance of',
    number: { min: 0, max: 100, step: 5, unit: '%', empty: '100' },
    fits: (plan) => broken(plan) !== undefined,
    read: (plan) => broken(plan)?.sharePercent,
    write: (plan, value) => changeBroken(plan, { sharePercent: Number(value) }),
  },
  {
    id: 'event',
    group: 'Failures',
    label: 'On the way',
    choices: [
      ['nothing', 'nothing happens'],
      ['alarm', 'an alarm goes off'],
      ['no-capacity', 'no capacity for 10 min'],
      ['tasks-die', 'an old task dies'],
      ['zone-lost', 'a zone is lost'],
      ['spot-interruption', 'a Spot task is taken'],
      ['rollback', 'somebody rolls back'],
      ['scale-out', 'the service doubles'],
    ],
    read: (plan) => eventName(event(plan)),
    write: (plan, value) => {
      const make = EVENTS[String(value)];
      const kept = (plan.scenario ?? []).filter(isStart);
      return withScenario(plan, make ? [...kept, make(DEFAULT_MINUTES * 60_000, plan)] : kept);
    },
  },
  {
    id: 'eventAt',
    group: 'Failures',
    label: 'It happens after',
    number: { min: 0, max: 1440, step: 0.5, unit: 'min' },
    fits: (plan) => event(plan) !== undefined,
    read: (plan) => {
      const entry = event(plan);
      return entry && 'at' in entry ? entry.at / 60_000 : undefined;
    },
    write: (plan, value) => {
      const at = Number(value) * 60_000;
      const move = (entry: Disturbance) =>
        isStart(entry) || !('at' in entry)
          ? entry
          : {
              ...entry,
              at,
              ...('until' in entry && entry.until !== undefined && { until: entry.until - entry.at + at }),
            };
      return withScenario(plan, (plan.scenario ?? []).map(move));
    },
  },
];
