import type { Report } from '../../../server/core/simulator/report/types';
import { revisionName, shortTaskId } from './timeline-rows';

/** RFC 4180; times in seconds. */
export function seriesAsCsv({ series }: Report): string {
  const { t, ...columns } = series;
  const names = Object.keys(columns) as (keyof typeof columns)[];
  return csv(
    ['seconds', ...names],
    t.map((at, i) => [at / 1000, ...names.map((name) => columns[name][i] as number)]),
  );
}

const MOMENTS = ['launched', 'running', 'healthy', 'stopRequested', 'stopped'] as const;

/** One row for each task; what did not happen is left empty. */
export function tasksAsCsv(report: Report): string {
  const { tasks } = report;
  const rows = tasks.revision.map((_, i) => [
    shortTaskId(report, i),
    revisionName(report, i),
    tasks.zones[tasks.zone[i] as number] ?? '',
    tasks.instances[tasks.instance[i] as number] ?? '',
    ...MOMENTS.map((name) => ((tasks[name][i] as number) < 0 ? '' : (tasks[name][i] as number) / 1000)),
    tasks.ends[tasks.end[i] as number] ?? '',
  ]);
  return csv(['task', 'revision', 'zone', 'instance', ...MOMENTS, 'end'], rows);
}

function csv(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, ...rows].map((row) => `${row.map((value) => cell(String(value))).join(',')}\r\n`).join('');
}

/** A leading =, + or @ would be a formula to a spreadsheet. */
function cell(text: string): string {
  const plain = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
