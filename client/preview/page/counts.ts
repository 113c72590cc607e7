/** How many tasks of which kind there are at a moment. */
import { lastIndexAt } from '../../../server/core/rollout/decimate';
import type { Report, Series } from '../../../server/core/simulator/report/types';

export interface Counts {
  old: number;
  new: number;
  starting: number;
  stopping: number;
  total: number;
}

export function countsAt({ series }: Report, at: number): Counts {
  return countsOf(series, Math.max(0, lastIndexAt(series.t, at)));
}

export function countsOf(series: Series, i: number): Counts {
  const of = (column: readonly number[]) => column[i] ?? 0;
  return {
    old: of(series.oldHealthy),
    new: of(series.newHealthy),
    starting: of(series.oldOther) + of(series.newPending) + of(series.newRunning),
    stopping: of(series.stopping),
    total: of(series.total),
  };
}

export function countWords({ old, new: fresh, starting, stopping, total }: Counts): string {
  return `${old} old healthy, ${fresh} new healthy, ${starting} starting, ${stopping} stopping, ${total} in all`;
}

/** The kinds in the order in which they are stacked, with the names that the legend gives them. */
export const KINDS = [
  { id: 'old', name: 'Old, healthy' },
  { id: 'new', name: 'New, healthy' },
  { id: 'starting', name: 'Starting or not healthy' },
  { id: 'stopping', name: 'Stopping' },
] as const;

const summed = new WeakMap<Series, { healthy: number[]; starting: number[] }>();

/** Healthy tasks of both revisions, and all that are not healthy yet. */
export function sumsOf(series: Series): { healthy: number[]; starting: number[] } {
  const known = summed.get(series) ?? {
    healthy: series.t.map((_, i) => (series.oldHealthy[i] ?? 0) + (series.newHealthy[i] ?? 0)),
    starting: series.t.map((_, i) => countsOf(series, i).starting),
  };
  summed.set(series, known);
  return known;
}
