import type { Report } from '../simulator/report/types';
import { durationWords, momentWords } from './words';

/** Rows before the rest is only counted. */
const MOST_ROWS = 6;

/** The waves of a rollout as a small Markdown table: when, how many tasks start, what there is then. */
export function waveTable({ waves, series, verdict, stuck }: Report): string {
  if (stuck) return stuck.text;
  const rows = waves.slice(0, MOST_ROWS).map(({ at, launched }) => {
    const i = series.t.findLastIndex((t) => t <= at);
    const healthy = (series.oldHealthy[i] ?? 0) + (series.newHealthy[i] ?? 0);
    return `| ${momentWords(at)} | ${launched} | ${healthy} | ${series.total[i] ?? 0} |`;
  });
  if (rows.length === 0) return '';
  const more = waves.length > rows.length ? `… and ${waves.length - rows.length} more waves. ` : '';
  const end = verdict.outcome === 'completed' && verdict.at !== null ? `Done after ${durationWords(verdict.at)}.` : '';
  const table = ['| At | Starts | Healthy | Tasks |', '| --- | --- | --- | --- |', ...rows].join('\n');
  return [table, more + end].filter(Boolean).join('\n\n');
}
