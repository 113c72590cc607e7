/** The reference traces of the deployment simulator, kept as the project's own data. */
import { describe, expect, it } from 'vitest';
import { replayTrace, type Trace } from '../../server/core/simulator/index';
import derived from './derived-traces.json';
import reference from './traces.json';

describe('reference traces', () => {
  for (const trace of reference as unknown as Trace[]) {
    it(`${trace.id} ${trace.kind}`, () => expect(replayTrace(trace)).toEqual([]));
  }
});

describe('further traces of the same form, derived on paper', () => {
  for (const trace of derived as unknown as Trace[]) {
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
