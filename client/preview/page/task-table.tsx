import type { Report } from '../../../server/core/simulator/report/types';
import { PagedTable } from './paged-table';
import { Section } from './section';
import { Moment } from './series-table';
import { report } from './state';
import { endWords, revisionName, shortTaskId } from './timeline-rows';

/** The equal of the task timeline. */
export function TaskTable() {
  const now = report.value as Report;
  return (
    <Section id="tasks" title="Tasks" note={String(now.tasks.revision.length)}>
      {() => <Table />}
    </Section>
  );
}

/** Tasks of the old revision have this behind them. */
const EARLY: ReadonlySet<string> = new Set(['launched', 'running', 'healthy']);
const MOMENTS = ['launched', 'running', 'healthy', 'stopRequested', 'stopped'] as const;

function Table() {
  const now = report.value as Report;
  const { tasks } = now;
  const placed = tasks.zones.length > 0 || tasks.instances.length > 0;
  return (
    <PagedTable
      caption="Tasks"
      columns={[
        { name: 'Task' },
        { name: 'Revision' },
        ...(placed ? [{ name: 'Place' }] : []),
        { name: 'Launched', number: true },
        { name: 'Running', number: true },
        { name: 'Healthy', number: true },
        { name: 'Told to stop', number: true },
        { name: 'Stopped', number: true },
        { name: 'End' },
      ]}
      rows={tasks.revision.length}
      row={(i) => [
        <code key="id">{shortTaskId(now, i)}</code>,
        revisionName(now, i),
        ...(placed ? [placeOf(now, i)] : []),
        ...MOMENTS.map((name) => {
          const at = tasks[name][i] as number;
          if (at >= 0) return <Moment key={name} at={at} />;
          return EARLY.has(name) && (tasks.launched[i] as number) < 0 ? <span class="muted">before</span> : '';
        }),
        endWords(tasks, i),
      ]}
    />
  );
}

function placeOf({ tasks }: Report, i: number): string {
  const parts = [tasks.zones[tasks.zone[i] as number], tasks.instances[tasks.instance[i] as number]];
  return parts.filter(Boolean).join(' ');
}
