import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readState, readToHost, readToPage } from '../../client/preview/messages';
import { simulate } from '../../server/core/simulator';
import { simulateMany } from '../../server/core/simulator/many';
import { CASES } from './cases';

const plan = CASES.healthy;
const report = simulate(plan);
const shown = {
  uri: 'file:///a',
  prefix: '',
  file: 'a',
  services: [],
  plan,
  report,
  assumed: [],
  pointers: [],
  taskDefinition: false,
};
const abilities = { reveal: true, apply: true, compare: ['head'] };
const state = {
  uri: 'file:///a',
  prefix: '',
  overrides: { desired: 3, breaker: true, strategy: 'CANARY' },
  time: 7,
  open: [],
};

describe('messages to the page', () => {
  it.each(Object.entries(CASES))('take every report: %s', (_, one) => {
    const message = { v: 1, type: 'simulated', id: 1, report: simulate(one, { analyse: false }) };
    expect(readToPage(JSON.parse(JSON.stringify(message)))).toEqual(message);
  });

  it.each([
    { v: 1, type: 'show', shown, abilities },
    { v: 1, type: 'show', shown, abilities, state },
    { v: 1, type: 'nothing', text: 'gone' },
    { v: 1, type: 'many', id: 2, done: true, report: simulateMany(plan, { runs: 5 }) },
    { v: 1, type: 'compare', run: { label: 'head', plan, report } },
    { v: 1, type: 'said', text: 'done' },
  ])('are read: $type', (message) => {
    const sent = JSON.parse(JSON.stringify(message));
    expect(readToPage(sent)).toEqual(sent);
  });

  it.each([
    { v: 2, type: 'nothing', text: 'x' },
    { v: 1, type: 'toString', text: 'x' },
    { v: 1, type: 'nothing' },
    { v: 1, type: 'show', shown: { ...shown, report: { ...report, series: { t: ['<b>'] } } }, abilities },
    { v: 1, type: 'show', shown, abilities: { ...abilities, compare: ['https://example.com'] } },
    { v: 1, type: 'simulated', id: Number.NaN, report },
  ])('are dropped when they are of no known form', (message) => expect(readToPage(message)).toBeUndefined());
});

describe('messages to the host', () => {
  it.each([
    { v: 1, type: 'ready' },
    { v: 1, type: 'simulate', id: 1, plan },
    { v: 1, type: 'apply', edits: [{ pointer: '/desiredCount', value: 3 }] },
    { v: 1, type: 'save', kind: 'svg', name: 'a.svg', text: '<svg/>', plan },
    { v: 1, type: 'state', state },
  ])('are read: $type', (message) => expect(readToHost(message)).toEqual(message));

  it.each([
    { v: 1, type: 'apply', edits: [{ pointer: '/desiredCount', value: { $ref: 1 } }] },
    { v: 1, type: 'save', kind: 'exe', name: 'a', text: '', plan },
    { v: 1, type: 'reveal', pointer: 7 },
    { v: 1, type: 'run', command: 'rm' },
  ])('are dropped when they are of no known form: $type', (message) => expect(readToHost(message)).toBeUndefined());

  it('are never a reason to fail', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        readToHost(data);
        readToPage(data);
        readState(data);
      }),
    );
    expect(readState({ uri: 'x' })).toBeUndefined();
    expect(readState(state)).toEqual(state);
  });
});
