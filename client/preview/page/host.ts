/** What the page may ask for, whoever answers: an editor that holds it, or the simulator beside it in a report of its own. */
import type { ManyReport } from '../../../server/core/simulator/many-report';
import type { Plan } from '../../../server/core/simulator/plan';
import type { Report } from '../../../server/core/simulator/report/types';
import type { ToHost } from '../messages';

// Omit over a union would lose its members.
type Unversioned<M> = M extends unknown ? Omit<M, 'v'> : never;
export type Wish = Unversioned<ToHost>;

export interface Watch {
  /** 0 to 1. */
  progress(share: number): void;
  /** Preliminary results until the last. */
  show(report: ManyReport, done: boolean): void;
}

export interface PageHost {
  simulate(plan: Plan): Promise<Report>;
  /** Returns what cancels; then what was made is the last that is shown, where there is anything. */
  many(plan: Plan, runs: number, watch: Watch): () => void;
  send(wish: Wish): void;
}
