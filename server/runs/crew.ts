import type { SeriesOptions } from '../core/simulator/many';
import type { Plan } from '../core/simulator/plan';
import type { Ledger } from './ledger';
import type { Part } from './worker';
import type { RunWorker, Workers } from './workers';

/** Workers on one series. They take from the ledger and enter into it. */
export interface Crew {
  /** True from the first answer on, as long as one of them can work. */
  atWork(): boolean;
  /** True while one of them has runs in hand. */
  busy(): boolean;
  /** Resolves with the next answer, or failure, or when `wake` is called. */
  news(): Promise<void>;
  wake(): void;
  end(): void;
}

/** @param size of a part, runs */
export function hire(workers: Workers, plan: Plan, options: SeriesOptions, ledger: Ledger, size: number): Crew {
  const hands = new Map<RunWorker, Part>();
  let answered = false;
  let wake = () => {};
  let news = Promise.resolve();
  const renew = () => {
    const last = wake;
    news = new Promise((resolve) => {
      wake = resolve;
    });
    last();
  };
  renew();

  function give(worker: RunWorker): void {
    const part = ledger.deal(size);
    if (part) {
      hands.set(worker, part);
      worker.send(part);
    } else worker.end();
  }

  function begin(): void {
    const worker: RunWorker = workers.start({
      answer(tally) {
        if (!hands.delete(worker)) return;
        answered = true;
        ledger.enter(tally);
        give(worker);
        renew();
      },
      failed() {
        const part = hands.get(worker);
        if (part && hands.delete(worker)) ledger.giveBack(part);
        worker.end();
        renew();
      },
    });
    worker.send({ plan, options });
    give(worker);
  }

  try {
    for (let i = 0; i < workers.count; i++) begin();
  } catch {
    // A place may allow fewer than it has, or none: those that were started do.
  }
  return {
    atWork: () => answered && hands.size > 0,
    busy: () => hands.size > 0,
    news: () => news,
    wake: renew,
    end() {
      for (const worker of hands.keys()) worker.end();
      hands.clear();
    },
  };
}
