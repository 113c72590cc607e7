/** The life of a task as spans of one kind, for the drawing and for the words beside it. */

import { momentWords } from '../../../server/core/rollout/words';
import { taskId } from '../../../server/core/simulator/ids';
import type { Report, TaskColumns, TaskEnd } from '../../../server/core/simulator/report/types';

export type Kind = 'old' | 'new' | 'starting' | 'stopping';

/** Calls `draw` for each span of a task inside the time that is shown. Allocates nothing: thousands are drawn a frame. */
export function eachSpan(
  tasks: TaskColumns,
  i: number,
  end: number,
  draw: (kind: Kind, from: number, to: number) => void,
): void {
  const launched = Math.max(0, tasks.launched[i] as number);
  const healthy = tasks.healthy[i] as number;
  const stop = tasks.stopRequested[i] as number;
  const stopped = tasks.stopped[i] as number;
  const gone = stopped < 0 ? end : stopped;
  const alive = stop < 0 ? gone : stop;
  const well = healthyFrom(tasks, i, healthy);
  const ready = well < 0 ? alive : Math.min(alive, well);
  if (ready > launched) draw('starting', launched, ready);
  if (well >= 0 && alive > ready) draw((tasks.revision[i] as number) === 0 ? 'old' : 'new', ready, alive);
  if (stop >= 0 && gone > stop) draw('stopping', stop, gone);
}

/** Tasks that ran before the deployment was asked for were healthy then. */
function healthyFrom(tasks: TaskColumns, i: number, healthy: number): number {
  return healthy < 0 && (tasks.launched[i] as number) < 0 ? 0 : healthy;
}

export function endedBadly({ end, ends, stopped }: TaskColumns, i: number): boolean {
  const how = ends[end[i] as number];
  return (stopped[i] as number) >= 0 && how !== 'alive' && how !== 'scheduler';
}

const ENDS: Partial<Record<TaskEnd, string>> = {
  alive: 'still runs',
  scheduler: 'stopped by ECS',
  spot: 'taken by Spot',
  'instance-lost': 'lost with its instance',
  'zone-lost': 'lost with its zone',
};

/** What became of a task. */
export function endWords({ end, ends }: TaskColumns, i: number): string {
  const how = ends[end[i] as number];
  return how ? (ENDS[how] ?? how.replaceAll('-', ' ')) : '';
}

export function revisionName(report: Report, i: number): string {
  const revision = report.tasks.revision[i] as number;
  if (report.controller === 'EXTERNAL') return report.taskSets[revision]?.externalId ?? `set ${revision}`;
  return revision === 0 ? 'old' : revision === 1 ? 'new' : `new ${revision}`;
}

export function shortTaskId(report: Report, i: number): string {
  return taskId(report.seed, i).slice(0, 8);
}

/** One sentence on a task. */
export function taskWords(report: Report, i: number): string {
  const { tasks } = report;
  const place = [tasks.zones[tasks.zone[i] as number], tasks.instances[tasks.instance[i] as number]].filter(Boolean);
  const moment = (name: string, column: readonly number[]) =>
    (column[i] as number) >= 0 ? [`${name} ${momentWords(column[i] as number)}`] : [];
  const said = [
    ...moment('launched', tasks.launched),
    ...moment('running', tasks.running),
    ...moment('healthy', tasks.healthy),
    ...moment('told to stop', tasks.stopRequested),
    ...moment('stopped', tasks.stopped),
  ];
  const how = endedBadly(tasks, i) ? ` (${endWords(tasks, i)})` : '';
  return `Task ${shortTaskId(report, i)}, ${revisionName(report, i)}${place.length > 0 ? `, ${place.join(', ')}` : ''}: ${said.join(', ') || 'runs throughout'}${how}`;
}
