/** What goes wrong, from words on the command line. */
import type { Disturbance } from '../../core/simulator/plan';
import { nearest } from '../args';
import { UsageError } from '../io';
import { readDuration } from './duration';

interface Form {
  /** As the help shows it. */
  form: string;
  help: string;
  /** `value`: behind the colon; `at`: behind the @, in ms. */
  make(value: string | undefined, at: number): Disturbance;
}

const whole = (value: string | undefined, fallback: number): number => {
  if (value === undefined) return fallback;
  if (!/^\d{1,6}$/.test(value)) throw new UsageError(`--scenario wants a whole number, not "${value}"`);
  return Number(value);
};

const needed = (value: string | undefined, what: string): string => {
  if (!value) throw new UsageError(`--scenario ${what}`);
  return value;
};

/** `3` or `20%` of the new tasks; all without. */
function some(value: string | undefined): { firstN?: number; sharePercent?: number } {
  if (value?.endsWith('%')) return { sharePercent: whole(value.slice(0, -1), 100) };
  return value === undefined ? {} : { firstN: whole(value, 1) };
}

export const SCENARIOS: Readonly<Record<string, Form>> = {
  'never-start': {
    form: 'never-start[:N|P%]',
    help: 'new tasks never start: all, the first N, or each with P percent',
    make: (value) => ({ kind: 'tasks-fail', mode: 'never', ...some(value) }),
  },
  crash: {
    form: 'crash[:N|P%]',
    help: 'new tasks exit after they start',
    make: (value) => ({ kind: 'tasks-fail', mode: 'crash', ...some(value) }),
  },
  unhealthy: {
    form: 'unhealthy[:N|P%]',
    help: 'new tasks fail their health checks',
    make: (value) => ({ kind: 'tasks-fail', mode: 'unhealthy', ...some(value) }),
  },
  'image-not-found': {
    form: 'image-not-found',
    help: 'the new image cannot be pulled',
    make: () => ({ kind: 'image-not-found' }),
  },
  'tasks-die': {
    form: 'tasks-die:N[@TIME]',
    help: 'N old tasks exit',
    make: (value, at) => ({ kind: 'tasks-die', at, count: whole(value, 1), revision: 'old' }),
  },
  'no-capacity': {
    form: 'no-capacity[:DURATION][@TIME]',
    help: 'no task can be placed, for a while or for good',
    make: (value, at) => ({
      kind: 'no-capacity',
      at,
      ...(value !== undefined && { until: at + readDuration(value, '--scenario no-capacity') }),
    }),
  },
  'zone-lost': {
    form: 'zone-lost:ZONE[@TIME]',
    help: 'a zone goes away with its tasks',
    make: (value, at) => ({ kind: 'zone-lost', at, zone: needed(value, 'zone-lost:ZONE needs the zone') }),
  },
  'instance-lost': {
    form: 'instance-lost:ID[@TIME]',
    help: 'a container instance of the cluster file goes away',
    make: (value, at) => ({
      kind: 'instance-lost',
      at,
      instance: needed(value, 'instance-lost:ID needs the instance'),
    }),
  },
  'instance-draining': {
    form: 'instance-draining:ID[@TIME]',
    help: 'an instance is set to DRAINING',
    make: (value, at) => ({
      kind: 'instance-draining',
      at,
      instance: needed(value, 'instance-draining:ID needs the instance'),
    }),
  },
  spot: {
    form: 'spot:N[@TIME]',
    help: 'N Spot tasks are taken back',
    make: (value, at) => ({ kind: 'spot-interruption', at, count: whole(value, 1) }),
  },
  alarm: {
    form: 'alarm[:NAME][@TIME]',
    help: 'an alarm of the deployment goes off',
    make: (value, at) => ({ kind: 'alarm', at, ...(value && { name: value }) }),
  },
  'hook-fails': {
    form: 'hook-fails:STAGE',
    help: 'the lifecycle hook of a stage answers FAILED',
    make: (value) => ({ kind: 'hook', stage: needed(value, 'hook-fails:STAGE needs the stage'), outcome: 'FAILED' }),
  },
  stop: {
    form: 'stop[@TIME]',
    help: 'somebody stops it',
    make: (_, at) => ({ kind: 'stop-deployment', at, how: 'ABORT' }),
  },
  rollback: {
    form: 'rollback[@TIME]',
    help: 'somebody rolls it back',
    make: (_, at) => ({ kind: 'stop-deployment', at, how: 'ROLLBACK' }),
  },
  scale: {
    form: 'scale:N[@TIME]',
    help: 'the desired count becomes N',
    make: (value, at) => ({ kind: 'scale', at, desired: whole(value, 0) }),
  },
};

const DEFAULT_AT = 60_000;

/** `crash:3`, `zone-lost:eu-west-1a@2m`. Throws UsageError with a suggestion. */
export function readScenario(text: string): Disturbance {
  const [, name = '', value, at] = /^([^:@]+)(?::([^@]*))?(?:@(.*))?$/.exec(text) ?? [];
  const form = Object.hasOwn(SCENARIOS, name) ? SCENARIOS[name] : undefined;
  if (!form) {
    const near = nearest(name, Object.keys(SCENARIOS));
    throw new UsageError(
      `--scenario does not know "${text}"${near ? `; did you mean ${near}?` : ''} It takes ${Object.keys(SCENARIOS).join(', ')}`,
    );
  }
  return form.make(value, at === undefined ? DEFAULT_AT : readDuration(at, `--scenario ${name}`));
}
