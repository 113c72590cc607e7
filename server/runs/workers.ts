import type { FromWorker, ToWorker } from './worker';

/** A place that has workers. */
export interface Workers {
  /** How many may work at the same time. */
  count: number;
  /** Starts one. May throw, or tell later, where none is to be had. */
  start(heard: Heard): RunWorker;
}

/** Called for each answer, and once when the worker cannot go on. */
export interface Heard {
  answer(tally: FromWorker): void;
  failed(): void;
}

export interface RunWorker {
  /** Messages before it is up wait for it. */
  send(message: ToWorker): void;
  /** Ends it at once. */
  end(): void;
}
