/** Reference traces of the kinds that placement answers, and traces of our own, each derived on paper in its comment. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placementReplays } from '../../../server/core/simulator/placement';

interface Trace {
  id: string;
  kind: string;
  in: unknown;
  expect: Record<string, unknown>;
}

const REFERENCE = new URL('../../../../shared/spec/traces.json', import.meta.url);

function replay(trace: Trace): Record<string, unknown> {
  const run = placementReplays[trace.kind as keyof typeof placementReplays] as (
    input: unknown,
  ) => Record<string, unknown>;
  const answer = run(trace.in);
  return Object.fromEntries(Object.keys(trace.expect).map((name) => [name, answer[name]]));
}

describe('reference traces', () => {
  if (!existsSync(REFERENCE)) {
    console.warn('reference traces are not here: skipped');
    it.skip('reference traces are not here', () => {});
    return;
  }
  const traces = (JSON.parse(readFileSync(REFERENCE, 'utf8')) as Trace[]).filter((t) => t.kind in placementReplays);
  it.each(traces.map((trace) => [trace.id, trace] as const))('%s', (_, trace) => {
    expect(replay(trace)).toEqual(trace.expect);
  });
});

const big = { cpu: 9, mem: 9 };
const one = { cpu: 1, mem: 1 };

const OWN: (Trace & { why: string })[] = [
  {
    id: 'P01',
    kind: 'place',
    why: 'API-2019 L34: zone a has a task, b and c none, so b comes first (lowest id), then c; then all have one: a again.',
    in: {
      count: 3,
      task: one,
      instances: [
        { id: 'a1', az: 'a', ...big, n: 1 },
        { id: 'b1', az: 'b', ...big },
        { id: 'c1', az: 'c', ...big },
      ],
    },
    expect: { seq: ['b1', 'c1', 'a1'], perAz: { a: 2, b: 1, c: 1 }, failed: 0 },
  },
  {
    id: 'P02',
    kind: 'place',
    why: 'Within a zone the instance with fewest: a1 holds 2, a2 none. Zones 2:0 -> b1, b1 (2:2), then a2 (3:2), b1 (3:3), a2 (4:3).',
    in: {
      count: 5,
      task: one,
      instances: [
        { id: 'a1', az: 'a', ...big, n: 2 },
        { id: 'a2', az: 'a', ...big },
        { id: 'b1', az: 'b', ...big },
      ],
    },
    expect: { seq: ['b1', 'b1', 'a2', 'b1', 'a2'], perInstance: { a1: 2, a2: 2, b1: 3 }, failed: 0 },
  },
  {
    id: 'P03',
    kind: 'place',
    why: 'Ids as people count: i-2 before i-10. Spread by instance takes each once before any twice.',
    in: {
      count: 4,
      task: one,
      strategy: [{ type: 'spread', field: 'instanceId' }],
      instances: [
        { id: 'i-10', az: 'a', ...big },
        { id: 'i-2', az: 'b', ...big },
        { id: 'i-1', az: 'a', ...big },
      ],
    },
    expect: { seq: ['i-1', 'i-2', 'i-10', 'i-1'], failed: 0 },
  },
  {
    id: 'P04',
    kind: 'place',
    why: 'binpack cpu: least CPU that still fits. i1 3 free, i2 2 free, i3 1 free; tasks of 2: i2 (0 left), then i1 (1 left), then none has 2.',
    in: {
      count: 3,
      task: { cpu: 2, mem: 1 },
      strategy: [{ type: 'binpack', field: 'cpu' }],
      instances: [
        { id: 'i1', az: 'a', cpu: 3, mem: 9 },
        { id: 'i2', az: 'a', cpu: 2, mem: 9 },
        { id: 'i3', az: 'a', cpu: 1, mem: 9 },
      ],
    },
    expect: { seq: ['i2', 'i1'], failed: 1 },
  },
  {
    id: 'P05',
    kind: 'place',
    why: 'binpack before spread by zone: memory decides and the zone only among equals. a1 and b1 have 4, b2 has 2: b2 b2 (full), then a1 = b1 = 4 free: zone a holds 0, b 2 -> a1; now a1 3 < b1 4 -> a1.',
    in: {
      count: 4,
      task: one,
      strategy: [
        { type: 'binpack', field: 'MEMORY' },
        { type: 'spread', field: 'attribute:ecs.availability-zone' },
      ],
      instances: [
        { id: 'a1', az: 'a', cpu: 9, mem: 4 },
        { id: 'b1', az: 'b', cpu: 9, mem: 4 },
        { id: 'b2', az: 'b', cpu: 9, mem: 2 },
      ],
    },
    expect: { seq: ['b2', 'b2', 'a1', 'a1'], failed: 0 },
  },
  {
    id: 'P06',
    kind: 'place',
    why: 'A zone without room leaves the comparison, its count stays: a fits 1. a b, then a (1) = b (1) but a is full: b b.',
    in: {
      count: 4,
      task: one,
      instances: [
        { id: 'a1', az: 'a', cpu: 1, mem: 1 },
        { id: 'b1', az: 'b', ...big },
      ],
    },
    expect: { seq: ['a1', 'b1', 'b1', 'b1'], perAz: { a: 1, b: 3 }, failed: 0 },
  },
  {
    id: 'P07',
    kind: 'place',
    why: 'distinctInstance counts the tasks of the old revision: 100/200 on as many instances as tasks cannot start one (simulator.md §3.3).',
    in: {
      count: 2,
      distinct: true,
      task: one,
      instances: [
        { id: 'a1', az: 'a', ...big, n: 1 },
        { id: 'b1', az: 'b', ...big, n: 1 },
      ],
    },
    expect: { seq: [], perAz: { a: 1, b: 1 }, failed: 2 },
  },
  {
    id: 'P08',
    kind: 'place',
    why: 'A static port is held by the tasks of the service that are there: only b1 is left.',
    in: {
      count: 2,
      port: true,
      task: one,
      instances: [
        { id: 'a1', az: 'a', ...big, n: 1 },
        { id: 'b1', az: 'b', ...big },
      ],
    },
    expect: { seq: ['b1'], failed: 1 },
  },
  {
    id: 'P09',
    kind: 'place',
    why: 'Interfaces: a1 has 1, a2 has 0 (given as none), b1 has 2. a1, b1, then zones 1:1 but a is full -> b1, then none.',
    in: {
      count: 4,
      task: { ...one, eni: true },
      instances: [
        { id: 'a1', az: 'a', ...big, eni: 1 },
        { id: 'a2', az: 'a', ...big, eni: 0 },
        { id: 'b1', az: 'b', ...big, eni: 2 },
      ],
    },
    expect: { seq: ['a1', 'b1', 'b1'], failed: 1 },
  },
  {
    id: 'P10',
    kind: 'place',
    why: 'Memory binds where CPU does not: 3 of 1024 on 3500 MiB.',
    in: { count: 5, task: { cpu: 1, mem: 1024 }, instances: [{ id: 'a1', az: 'a', cpu: 4096, mem: 3500 }] },
    expect: { seq: ['a1', 'a1', 'a1'], perInstance: { a1: 3 }, failed: 2 },
  },
  {
    id: 'P11',
    kind: 'place',
    why: 'No instances, nothing placed.',
    in: { count: 2, task: one, instances: [] },
    expect: { seq: [], perAz: {}, perInstance: {}, failed: 2 },
  },
  {
    id: 'P12',
    kind: 'place',
    why: 'Three zones, ten tasks, room enough: 4, 3, 3 with the extra one in the first zone.',
    in: { count: 10, task: one, instances: ['a', 'b', 'c'].map((az) => ({ id: `${az}1`, az, ...big })) },
    expect: { perAz: { a: 4, b: 3, c: 3 }, failed: 0 },
  },
  {
    id: 'P13',
    kind: 'place',
    why: 'spread zone, then binpack memory, with earlier tasks: zone b has one, so a: a2 has less memory; then 1:1 -> lowest key memory over both zones: a2 1 left, b1 4 -> a2 (0 left); then a 2, b 1 -> b1.',
    in: {
      count: 3,
      task: one,
      strategy: [
        { type: 'spread', field: 'attribute:ecs.availability-zone' },
        { type: 'binpack', field: 'memory' },
      ],
      instances: [
        { id: 'a1', az: 'a', cpu: 9, mem: 4 },
        { id: 'a2', az: 'a', cpu: 9, mem: 2 },
        { id: 'b1', az: 'b', cpu: 9, mem: 4, n: 1 },
      ],
    },
    expect: { seq: ['a2', 'a2', 'b1'], failed: 0 },
  },
  // Shares: base first; then the least (given + 1) / weight, ties to the earlier.
  {
    id: 'S01',
    kind: 'split',
    why: 'Base 2, then 1/1 against 1/3: second x3, first, … 22: 20 left as 5 and 15.',
    in: { n: 22, strategy: [{ base: 2, weight: 1 }, { weight: 3 }] },
    expect: { counts: [7, 15] },
  },
  {
    id: 'S02',
    kind: 'split',
    why: 'One task goes to the base.',
    in: { n: 1, strategy: [{ base: 1, weight: 1 }, { weight: 4 }] },
    expect: { counts: [1, 0] },
  },
  {
    id: 'S03',
    kind: 'split',
    why: '5 left at 1:4 after the base: 1/1 > 1/4, 2/4, 3/4, then 4/4 = 1/1 to the earlier: 1, then 4/4: 4.',
    in: { n: 6, strategy: [{ base: 1, weight: 1 }, { weight: 4 }] },
    expect: { counts: [2, 4] },
  },
  {
    id: 'S04',
    kind: 'split',
    why: 'No tasks.',
    in: { n: 0, strategy: [{ weight: 1 }, { weight: 1 }] },
    expect: { counts: [0, 0] },
  },
  {
    id: 'S05',
    kind: 'split',
    why: 'Two bases are refused.',
    in: {
      n: 4,
      strategy: [
        { base: 1, weight: 1 },
        { base: 1, weight: 1 },
      ],
    },
    expect: { counts: null },
  },
  {
    id: 'S06',
    kind: 'split',
    why: 'An explicit base 0 beside it is no second base.',
    in: {
      n: 4,
      strategy: [
        { base: 2, weight: 1 },
        { base: 0, weight: 1 },
      ],
    },
    expect: { counts: [3, 1] },
  },
  {
    id: 'S07',
    kind: 'split',
    why: 'A single provider without a weight is refused too (recorded error 50).',
    in: { n: 4, strategy: [{}] },
    expect: { counts: null },
  },
  {
    id: 'S08',
    kind: 'split',
    why: 'Weight 0 holds its base and nothing more.',
    in: { n: 5, strategy: [{ base: 2, weight: 0 }, { weight: 1 }] },
    expect: { counts: [2, 3] },
  },
  {
    id: 'S09',
    kind: 'split',
    why: 'The base comes first wherever it stands in the list.',
    in: { n: 3, strategy: [{ weight: 5 }, { base: 2, weight: 1 }] },
    expect: { counts: [1, 2] },
  },
  {
    id: 'S10',
    kind: 'split',
    why: 'Three alike: 3, 2, 2.',
    in: { n: 7, strategy: [{ weight: 2 }, { weight: 2 }, { weight: 2 }] },
    expect: { counts: [3, 2, 2] },
  },
  {
    id: 'S11',
    kind: 'split',
    why: 'Out of range: weight 1001.',
    in: { n: 1, strategy: [{ weight: 1001 }] },
    expect: { counts: null },
  },
  {
    id: 'Z01',
    kind: 'balanced',
    why: 'Guide: 3 over 2 zones is 1 and 2.',
    in: { desired: 3, azs: 2 },
    expect: { counts: [1, 2] },
  },
  { id: 'Z02', kind: 'balanced', why: 'No remainder.', in: { desired: 6, azs: 3 }, expect: { counts: [2, 2, 2] } },
  {
    id: 'Z03',
    kind: 'balanced',
    why: 'Fewer tasks than zones.',
    in: { desired: 2, azs: 3 },
    expect: { counts: [0, 1, 1] },
  },
  { id: 'Z04', kind: 'balanced', why: 'One zone takes all.', in: { desired: 4, azs: 1 }, expect: { counts: [4] } },
  { id: 'N01', kind: 'reservation', why: '3 of 4 instances are needed.', in: { M: 3, N: 4 }, expect: { value: 75 } },
  { id: 'N02', kind: 'reservation', why: 'Nothing needed of two.', in: { M: 0, N: 2 }, expect: { value: 0 } },
];

describe('own traces', () => {
  it.each(OWN.map((trace) => [trace.id, trace.why, trace] as const))('%s: %s', (_, __, trace) => {
    expect(replay(trace)).toEqual(trace.expect);
  });
});
