/** The step chart in characters: old, new, starting and stopping tasks on top of each other. */
import { lastIndexAt } from '../../core/rollout/decimate';
import { timeStep } from '../../core/rollout/time-steps';
import { momentWords } from '../../core/rollout/words';
import type { Report } from '../../core/simulator/report/types';
import type { Colour, Paint } from '../paint';

const HEIGHT = 10;
const KINDS: readonly { sign: string; colour: Colour; name: string }[] = [
  { sign: '░', colour: 'blue', name: 'old' },
  { sign: '█', colour: 'green', name: 'new' },
  { sign: '▒', colour: 'yellow', name: 'starting' },
  { sign: '·', colour: 'cyan', name: 'stopping' },
];

/** Lines of at most `columns`; empty when there is nothing to draw. */
export function drawChart(report: Report, paint: Paint, columns: number): string[] {
  const most = Math.max(report.counts.peak, report.counts.desired);
  if (most === 0) return [];
  const left = String(most).length + 3;
  const width = Math.max(20, columns - left - 2);
  const end = Math.max(report.end * 1.02, 30_000);
  const stacks = Array.from({ length: width }, (_, i) => stackIn(report, (end * i) / width, (end * (i + 1)) / width));
  const rows = Math.min(HEIGHT, most);
  const lines = Array.from({ length: rows }, (_, i) => {
    const row = rows - i;
    const label =
      i === 0 || most <= HEIGHT || row === Math.ceil(rows / 2) ? String(Math.round((most * row) / rows)) : '';
    return ` ${label.padStart(left - 3)} ┤${stacks.map((stack) => signAt(stack, ((row - 0.5) * most) / rows, paint)).join('')}`;
  });
  const legend = KINDS.map(({ sign, colour, name }) => `${paint(sign, colour)} ${name}`).join('  ');
  return [...lines, ` ${'0'.padStart(left - 3)} └${'─'.repeat(width)}`, timesBelow(end, left, width), `   ${legend}`];
}

/** The fewest healthy tasks in a stretch of time and what else there is then: a dip cannot hide between two columns. */
function stackIn({ series }: Report, from: number, to: number): number[] {
  const healthy = (i: number) => (series.oldHealthy[i] ?? 0) + (series.newHealthy[i] ?? 0);
  let least = Math.max(0, lastIndexAt(series.t, from));
  for (let i = least + 1; i < series.t.length && (series.t[i] as number) < to; i++)
    if (healthy(i) < healthy(least)) least = i;
  const of = (column: readonly number[]) => column[least] ?? 0;
  const starting = of(series.oldOther) + of(series.newPending) + of(series.newRunning);
  const heights = [of(series.oldHealthy), of(series.newHealthy), starting, of(series.stopping)];
  let sum = 0;
  return heights.map((height) => (sum += height));
}

function signAt(stack: readonly number[], level: number, paint: Paint): string {
  const kind = KINDS[stack.findIndex((top) => level < top)];
  return kind ? paint(kind.sign, kind.colour) : ' ';
}

/** Columns from one label to the next, at least. */
const LABEL = 14;

function timesBelow(end: number, left: number, width: number): string {
  const step = timeStep((end * LABEL) / width);
  let line = ' '.repeat(left);
  for (let at = 0; at < end; at += step) {
    const text = momentWords(at);
    const column = left + Math.round((width * at) / end);
    if (column + text.length <= left + width) line = line.padEnd(column) + text;
  }
  return line;
}
