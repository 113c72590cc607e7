import { type ManyTally, mergeTallies } from '../core/simulator/many-tally';
import type { Part } from './worker';

/** Which runs nobody has begun yet, and what those that are made came to. */
export interface Ledger {
  readonly made: number;
  readonly total: ManyTally | undefined;
  /** The next runs, at most so many; undefined when all are dealt. */
  deal(most: number): Part | undefined;
  giveBack(part: Part): void;
  enter(tally: ManyTally): void;
}

export function openLedger(runs: number): Ledger {
  let next = 0;
  let total: ManyTally | undefined;
  const back: Part[] = [];
  return {
    get made() {
      return total?.runs ?? 0;
    },
    get total() {
      return total;
    },
    deal(most) {
      const part = back.pop() ?? { from: next, runs: runs - next };
      const taken = { from: part.from, runs: Math.min(part.runs, most) };
      const rest = { from: part.from + taken.runs, runs: part.runs - taken.runs };
      if (part.from === next) next += taken.runs;
      else if (rest.runs > 0) back.push(rest);
      return taken.runs > 0 ? taken : undefined;
    },
    giveBack: (part) => void back.push(part),
    enter(tally) {
      total = total ? mergeTallies([total, tally]) : tally;
    },
  };
}
