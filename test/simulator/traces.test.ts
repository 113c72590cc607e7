/** The reference traces of the deployment simulator, kept as the project's own data. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replayTrace, type Trace } from '../../server/core/simulator/index';

const read = (name: string): Trace[] => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

describe('reference traces', () => {
  for (const trace of read('./traces.json')) {
    it(`${trace.id} ${trace.kind}`, () => expect(replayTrace(trace)).toEqual([]));
  }
});

describe('further traces of the same form, derived on paper', () => {
  for (const trace of read('./derived-traces.json')) {
    it(`${trace.id} ${trace.kind}`, () => expect(replayTrace(trace)).toEqual([]));
  }
});

describe('the replay tells what differs', () => {
  const bounds = { id: 'x', kind: 'bounds', in: { desired: 3, min: 50, max: 150 } };

  it('names the member, what was expected and what came', () => {
    expect(replayTrace({ ...bounds, expect: { lower: 1, upper: 4 } })).toEqual(['lower expected 1 but was 2']);
    expect(replayTrace({ ...bounds, expect: { waves: [] } })).toEqual(['a bounds trace has no waves']);
  });

  it('leads to the first place that differs in a list or an object', () => {
    const rolling = { id: 'x', kind: 'rolling', in: { desired: 1, min: 0, max: 100, S: 30, H: 40, D: 10 } };
    const first = [0, 0, 0, 0, 0, 1, 1];
    expect(replayTrace({ ...rolling, expect: { rows: [first, [10, 0, 2, 0, 0, 0, 1]] } })).toEqual([
      'rows[1][2] expected 2 but was 1',
    ]);
    expect(replayTrace({ ...rolling, expect: { waves: [] } })).toEqual(['waves[0] expected nothing but was [10,1]']);
    const instances = [{ id: 'a1', az: 'a', cpu: 1, mem: 1 }];
    const place = { id: 'x', kind: 'place', in: { count: 1, task: { cpu: 1, mem: 1 }, instances } };
    expect(replayTrace({ ...place, expect: { perAz: { a: 1, b: 0 } } })).toEqual([
      'perAz.b expected 0 but was nothing',
    ]);
  });

  it('tells null from a number', () => {
    const split = { id: 'x', kind: 'split', in: { n: 1, strategy: [{ weight: 1 }] }, expect: { counts: null } };
    expect(replayTrace(split)).toEqual(['counts expected null but was [1]']);
  });
});

describe('the replay says what keeps a value from being a trace', () => {
  it.each([
    [null, 'a trace must be an object, but this is null'],
    [{ id: 'x', kind: 'weather', in: {}, expect: {} }, 'unknown kind "weather": the kinds are bounds, rolling,'],
    [{ id: 'x', kind: 'toString', in: {}, expect: {} }, 'unknown kind "toString"'],
    [{ id: 'x', in: {}, expect: {} }, 'unknown kind undefined'],
    [{ id: 'x', kind: 'taskset', expect: {} }, 'in is missing: an object'],
    [{ id: 'x', kind: 'taskset', in: { desired: 1, scale: 1 } }, 'expect is missing: an object'],
    [{ id: 'x', kind: 'taskset', in: { desired: 1 }, expect: {} }, 'in.scale is missing: a percentage from 0 to 100'],
    [
      { id: 'x', kind: 'balanced', in: { desired: '5', azs: 3 }, expect: {} },
      'in.desired must be a whole number from 0 to 1,000,000, but is "5"',
    ],
    [
      { id: 'x', kind: 'split', in: { n: 1, strategy: [{ weight: 1 }, 2] }, expect: {} },
      'in.strategy[1] must be an object, but is 2',
    ],
  ])('%j', (trace, message) => {
    expect(replayTrace(trace)[0]).toContain(message);
  });

  const odd = [undefined, null, 'abc', -1, 1.5, 1e12, true, {}, [], [null]];
  /** One of each kind, and a rollout with every member that one can have. */
  const ids = ['B01', 'D02', 'D09', 'T10', 'E01', 'F01', 'F12', 'G05', 'G07', 'G12', 'H03', 'H04', 'H07'];
  const given = read('./traces.json').filter(({ id }) => ids.includes(id));

  it.each(given.map((trace) => [trace.id, trace] as const))('nothing put into %s breaks the replay', (_, trace) => {
    for (const name of Object.keys(trace.in)) {
      for (const value of odd) {
        // A cut-off that far away only takes its time.
        if (name === 'until' && value === 1e12) continue;
        const differs = replayTrace({ ...trace, in: { ...trace.in, [name]: value } });
        expect(differs.every((line) => line.length < 400)).toBe(true);
      }
    }
  });
});
