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
  it('names the member, what was expected and what came', () => {
    const trace = { id: 'x', kind: 'bounds', in: { desired: 3, min: 50, max: 150 }, expect: { lower: 1, upper: 4 } };
    expect(replayTrace(trace)).toEqual(['lower expected 1 but was 2']);
  });

  it('refuses an unknown kind and survives nonsense', () => {
    expect(replayTrace({ id: 'x', kind: 'weather', in: {}, expect: {} })).toEqual(['unknown kind "weather"']);
    expect(replayTrace({ id: 'x', kind: 'split', in: {}, expect: { counts: [1] } })[0]).toMatch(/^(threw|counts)/);
  });
});
