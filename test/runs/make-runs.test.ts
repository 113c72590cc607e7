import { describe, expect, it } from 'vitest';
import { simulateMany } from '../../server/core/simulator/many';
import type { Plan } from '../../server/core/simulator/plan';
import { openLedger } from '../../server/runs/ledger';
import { makeRuns } from '../../server/runs/make-runs';
import { threadWorkers } from '../../server/runs/node';
import { answerParts, type FromWorker, type ToWorker } from '../../server/runs/worker';
import type { Heard, Workers } from '../../server/runs/workers';
import { bundle, describeBuilt } from '../built';

const PLAN: Plan = {
  desired: 6,
  circuitBreaker: { enable: true, rollback: true },
  scenario: [{ kind: 'tasks-fail', mode: 'crash', sharePercent: 20 }],
};
const RUNS = 120;
const EXPECTED = JSON.stringify(simulateMany(PLAN, { runs: RUNS }));
const AT_ONCE = { worth: () => true };

/** Workers in this thread, with the same two sides; each answers in a turn of its own. */
function fakeWorkers(count: number, fault?: (worker: number, part: number) => 'fails' | 'is mute' | undefined) {
  const ended = new Set<number>();
  let started = 0;
  const workers: Workers = {
    count,
    start(heard: Heard) {
      const number = started++;
      let part = 0;
      const port = {
        postMessage: (tally: FromWorker) => {
          if (!ended.has(number)) heard.answer(tally);
        },
        onmessage: null as ((event: { data: ToWorker }) => void) | null,
      };
      answerParts(port);
      return {
        send(message) {
          const wrong = 'from' in message ? fault?.(number, part++) : undefined;
          if (wrong === 'is mute') return;
          setTimeout(() => (wrong ? heard.failed() : port.onmessage?.({ data: message })), 0);
        },
        end: () => void ended.add(number),
      };
    },
  };
  return { workers, ended, started: () => started };
}

describe('many runs in parts', () => {
  it.each([1, 2, 3, 7])('give the same bytes with %i workers as in one go', async (count) => {
    const { workers, ended, started } = fakeWorkers(count);
    const report = await makeRuns(PLAN, { runs: RUNS, workers, ...AT_ONCE });
    expect(JSON.stringify(report)).toBe(EXPECTED);
    expect([...ended]).toHaveLength(started());
  });

  it('start no worker for what is soon done, nor where there is but one', async () => {
    const many = fakeWorkers(4);
    expect(JSON.stringify(await makeRuns(PLAN, { runs: RUNS, workers: many.workers }))).toBe(EXPECTED);
    const one = fakeWorkers(1);
    await makeRuns(PLAN, { runs: RUNS, workers: one.workers, ...AT_ONCE });
    expect([many.started(), one.started()]).toEqual([0, 0]);
  });

  it('ask once it is warm whether workers are worth it, with what is left', async () => {
    const asked: number[][] = [];
    const worth = (...times: number[]) => asked.push(times) < 0;
    await makeRuns(PLAN, { runs: 3000, workers: fakeWorkers(2).workers, worth });
    expect(asked.length).toBeGreaterThan(1);
    const [spent, left] = [asked.map(([one]) => one as number), asked.map(([, other]) => other as number)];
    expect(spent).toEqual([...spent].sort((a, b) => a - b));
    expect(left.at(-1)).toBe(0);
  });

  it.each([
    ['the first fails at once', (worker: number) => (worker === 0 ? ('fails' as const) : undefined)],
    ['all fail after their first part', (_: number, part: number) => (part > 0 ? ('fails' as const) : undefined)],
    ['none ever starts', () => 'fails' as const],
  ])('lose nothing when %s', async (_, fault) => {
    const { workers } = fakeWorkers(3, fault);
    const report = await makeRuns(PLAN, { runs: RUNS, workers, ...AT_ONCE });
    expect(JSON.stringify(report)).toBe(EXPECTED);
  });

  it('are made here when a worker cannot even be started', async () => {
    const workers: Workers = {
      count: 2,
      start() {
        throw new Error('not here');
      },
    };
    expect(JSON.stringify(await makeRuns(PLAN, { runs: RUNS, workers, ...AT_ONCE }))).toBe(EXPECTED);
  });

  it('tell how far they are, upwards, and what there is', async () => {
    const told: number[] = [];
    await makeRuns(PLAN, {
      runs: 2000,
      onProgress(made, preview) {
        told.push(made);
        expect(preview().runs).toBe(made);
      },
    });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(2000);
    expect(told.length).toBeGreaterThan(1);
  });

  it('stop when told to, with what was made, and end their workers', async () => {
    const abort = new AbortController();
    const { workers, ended, started } = fakeWorkers(3, (worker) => (worker > 0 ? 'is mute' : undefined));
    const made = await makeRuns(PLAN, {
      runs: 100_000,
      workers,
      ...AT_ONCE,
      signal: abort.signal,
      onProgress: (count) => count > 200 && abort.abort(),
    });
    expect(made.runs).toBeGreaterThan(200);
    expect(made.runs).toBeLessThan(100_000);
    expect(ended.size).toBe(started());
    const before = AbortSignal.abort();
    expect((await makeRuns(PLAN, { runs: 10, signal: before })).runs).toBe(0);
  });
});

describe('the ledger', () => {
  it('deals every run once, and again what was given back', () => {
    const ledger = openLedger(10);
    const dealt: number[] = [];
    const take = (most: number) => {
      const part = ledger.deal(most);
      for (let i = 0; i < (part?.runs ?? 0); i++) dealt.push((part?.from ?? 0) + i);
      return part;
    };
    const first = take(4);
    if (first) ledger.giveBack(first);
    dealt.length = 0;
    while (take(3));
    expect(dealt.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(ledger.deal(1)).toBeUndefined();
  });
});

describeBuilt('many runs in worker threads', ['simulator.js'], () => {
  const workers = (count = 3) => ({ ...threadWorkers(bundle('simulator.js')), count });
  it('give the same bytes as in one go', async () => {
    let answered = 0;
    const counted: Workers = {
      ...workers(),
      start: (heard) =>
        workers().start({
          ...heard,
          answer(tally) {
            answered++;
            heard.answer(tally);
          },
        }),
    };
    const runs = 6000;
    const report = await makeRuns(PLAN, { runs, workers: counted, ...AT_ONCE });
    expect(answered).toBeGreaterThan(0);
    expect(JSON.stringify(report)).toBe(JSON.stringify(simulateMany(PLAN, { runs })));
  });

  it('are made here when the script is not there', async () => {
    const none = { ...threadWorkers(bundle('no-such-script.js')), count: 2 };
    expect(JSON.stringify(await makeRuns(PLAN, { runs: RUNS, workers: none, ...AT_ONCE }))).toBe(EXPECTED);
  });
});
