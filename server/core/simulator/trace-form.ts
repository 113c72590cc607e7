/**
 * The form of reference traces: which members each kind takes in, and what they may be. A trace that does not have the
 * form is told so in words, before anything is simulated. Members that the table does not name are let through.
 */

/** Says what a value must be when it is not; undefined when it is right. `path` leads to the value. */
type Check = (value: unknown, path: string) => string[];

type Members = Record<string, Check>;

/** More tasks than this at once, or in a loop, is a slip of the pen rather than a service (quota: 5,000). */
const MOST = 1_000_000;

const complain = (path: string, wanted: string, value: unknown) =>
  value === undefined ? [`${path} is missing: ${wanted}`] : [`${path} must be ${wanted}, but is ${shown(value)}`];

const shown = (value: unknown) => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

const when =
  (wanted: string, holds: (value: never) => boolean, type = 'number'): Check =>
  (value, path) =>
    typeof value === type && holds(value as never) ? [] : complain(path, wanted, value);

const number = (wanted: string, least: number, most = Number.MAX_VALUE) =>
  when(wanted, (value: number) => value >= least && value <= most);

const integer = (wanted: string, least: number, most = Number.MAX_SAFE_INTEGER) =>
  when(wanted, (value: number) => Number.isInteger(value) && value >= least && value <= most);

const COUNT = integer('a whole number from 0 to 1,000,000', 0, MOST);
const WHOLE = integer('a whole number', -Number.MAX_SAFE_INTEGER);
const PERCENT = integer('a whole percentage from 0 to 10,000', 0, 10_000);
const AMOUNT = number('a number from 0 on', 0);
const SECONDS = number('seconds, from 0 on', 0);
const MINUTES = number('minutes, from 0 on', 0);
const BOOLEAN = when('true or false', () => true, 'boolean');
const TEXT = when('a text', () => true, 'string');

const oneOf = (...values: string[]): Check =>
  when(`one of ${values.join(', ')}`, (value: string) => values.includes(value), 'string');

/** Absent and null are the same. */
const optional =
  (check: Check): Check =>
  (value, path) =>
    value === undefined || value === null ? [] : check(value, path);

const listOf =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value) ? value.flatMap((item, i) => check(item, `${path}[${i}]`)) : complain(path, 'a list', value);

const record =
  (members: Members): Check =>
  (value, path) =>
    isRecord(value)
      ? Object.entries(members).flatMap(([name, check]) => check(value[name], `${path}.${name}`))
      : complain(path, 'an object', value);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TIMES: Members = { S: SECONDS, H: SECONDS, D: SECONDS };
const BOUNDS: Members = { desired: COUNT, min: PERCENT, max: PERCENT };
const THRESHOLD: Members = {
  type: optional(oneOf('COUNT', 'BOUNDED_PERCENT', 'UNBOUNDED_PERCENT')),
  value: optional(COUNT),
};
/** API model, LinearConfiguration and CanaryConfiguration; a step of 3 % is the least that CreateService takes. */
const SHARE = number('a percentage from 0.1 to 100', 0.1, 100);

const FAIL = record({
  mode: oneOf('never', 'crash', 'unhealthy'),
  after: SECONDS,
  firstN: optional(COUNT),
  only: optional(listOf(COUNT)),
});

/** Members of `in` by kind of trace. */
const FORMS: ReadonlyMap<string, Members> = new Map<string, Members>([
  ['bounds', BOUNDS],
  [
    'rolling',
    {
      ...BOUNDS,
      ...TIMES,
      oldCount: optional(COUNT),
      cap: optional(COUNT),
      first: optional(BOOLEAN),
      fail: optional(FAIL),
      backoff: optional(listOf(SECONDS)),
      breaker: optional(
        record({ enable: BOOLEAN, rollback: optional(BOOLEAN), ...THRESHOLD, reset: optional(BOOLEAN) }),
      ),
      until: optional(SECONDS),
    },
  ],
  ['threshold', { desired: COUNT, ...THRESHOLD }],
  ['daemon', { instances: COUNT, min: PERCENT, ...TIMES }],
  ['split', { n: COUNT, strategy: listOf(record({ base: optional(WHOLE), weight: optional(WHOLE) })) }],
  [
    'place',
    {
      count: COUNT,
      task: record({ cpu: AMOUNT, mem: AMOUNT, eni: optional(BOOLEAN) }),
      instances: listOf(
        record({ id: TEXT, az: TEXT, cpu: AMOUNT, mem: AMOUNT, eni: optional(COUNT), n: optional(COUNT) }),
      ),
      strategy: optional(listOf(record({ type: oneOf('spread', 'binpack', 'random'), field: optional(TEXT) }))),
      distinct: optional(BOOLEAN),
      port: optional(BOOLEAN),
    },
  ],
  ['balanced', { desired: COUNT, azs: COUNT }],
  [
    'traffic',
    {
      kind2: oneOf('BLUE_GREEN', 'LINEAR', 'CANARY'),
      desired: COUNT,
      ...TIMES,
      bake: optional(MINUTES),
      stepBake: optional(MINUTES),
      canaryBake: optional(MINUTES),
      stepPercent: optional(SHARE),
      canaryPercent: optional(SHARE),
    },
  ],
  ['taskset', { desired: COUNT, scale: number('a percentage from 0 to 100', 0, 100) }],
  ['reservation', { M: AMOUNT, N: AMOUNT }],
]);

export interface Trace {
  id: string;
  kind: string;
  in: Record<string, unknown>;
  expect: Record<string, unknown>;
}

/** Everything that keeps a value from being a trace, one line each; empty = it is one. */
export function traceFaults(trace: unknown): string[] {
  if (!isRecord(trace)) return [`a trace must be an object, but this is ${shown(trace)}`];
  const members = typeof trace.kind === 'string' ? FORMS.get(trace.kind) : undefined;
  if (!members) return [`unknown kind ${shown(trace.kind)}: the kinds are ${[...FORMS.keys()].join(', ')}`];
  return [
    ...record(members)(trace.in, 'in'),
    ...(isRecord(trace.expect) ? [] : complain('expect', 'an object', trace.expect)),
  ];
}
