/** What the page may ask for, whoever answers: an editor that holds it, or the simulator beside it in a report of its own. */
import type { ManyReport } from '../../../server/core/simulator/many';
import type { Plan } from '../../../server/core/simulator/plan';
import type { Report } from '../../../server/core/simulator/report/types';
import type { ToHost } from '../messages';

// Omit over a union would lose its members.
type Unversioned<M> = M extends unknown ? Omit<M, 'v'> : never;
export type Wish = Unversioned<ToHost>;

export interface PageHost {
  simulate(plan: Plan): Promise<Report>;
  /** Shows preliminary results until the last; returns what cancels. */
  many(plan: Plan, runs: number, show: (report: ManyReport, done: boolean) => void): () => void;
  send(wish: Wish): void;
}
