import { Advice } from './advice';
import { Assumptions } from './assumptions';
import { Charts } from './charts';
import { Compare } from './compare';
import { Events } from './events';
import { Exports } from './exports';
import { ManyRuns } from './many-runs';
import { Response } from './response';
import { current, nothing, said, shown } from './state';
import { TaskTable } from './task-table';
import { Verdict } from './verdict';
import { WhatIf } from './what-if';

export function App() {
  if (!current.value || !shown.value)
    return <p class="nothing">{nothing.value || 'The rollout is being simulated …'}</p>;
  // What mends a rollout that fails comes before its pictures.
  const completes = current.value.report.verdict.outcome === 'completed';
  return (
    <>
      {nothing.value && <p class="note">{nothing.value} What follows is the rollout as it was last.</p>}
      <Verdict />
      {!completes && <Advice />}
      <div class="columns">
        <main>
          <Charts />
        </main>
        <aside aria-label="What if and comparison">
          {completes && <Advice />}
          <WhatIf />
          <Compare />
          <ManyRuns />
          <Exports />
        </aside>
        <section class="details" aria-label="Details">
          <Events />
          <TaskTable />
          <Response />
          <Assumptions />
        </section>
      </div>
      <p class="said" role="status">
        {said.value}
      </p>
    </>
  );
}
