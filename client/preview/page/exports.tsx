import { markdownReport } from '../../../server/core/rollout/markdown';
import type { Run, SaveKind } from '../messages';
import { chartAsSvg } from './chart-svg';
import { seriesAsCsv, tasksAsCsv } from './csv';
import { Section } from './section';
import { ask, current, shown } from './state';

/** Out of the page: as text, as data, as a picture, as a page of its own. */
export function Exports() {
  return (
    <Section id="exports" title="Save and copy">
      {() => (
        <div class="actions">
          <button type="button" onClick={() => withRun((run) => ask().send({ type: 'copy', text: asMarkdown(run) }))}>
            Copy as Markdown
          </button>
          <p class="muted">Save as a file:</p>
          <SaveButton kind="markdown" ending="md" text={asMarkdown} name="Markdown" />
          <SaveButton kind="html" ending="html" text={() => ''} name="HTML report" />
          <SaveButton kind="svg" ending="svg" text={() => chartAsSvg('step-chart')} name="Chart as SVG" />
          <SaveButton kind="csv" ending="csv" text={({ report }) => seriesAsCsv(report)} name="Counts as CSV" />
          <SaveButton kind="csv" ending="tasks.csv" text={({ report }) => tasksAsCsv(report)} name="Tasks as CSV" />
          <SaveButton kind="json" ending="json" text={asJson} name="Report as JSON" />
        </div>
      )}
    </Section>
  );
}

function withRun(use: (run: Run) => void): void {
  const run = current.peek();
  if (run) use(run);
}

function asMarkdown({ report }: Run): string {
  return markdownReport(report, { assumed: shown.peek()?.assumed });
}

function asJson({ report }: Run): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function SaveButton({
  kind,
  ending,
  text,
  name,
}: {
  kind: SaveKind;
  ending: string;
  text(run: Run): string;
  name: string;
}) {
  const save = () =>
    withRun((run) => {
      const file = `${run.report.service.replace(/[^\w.-]+/g, '-')}-rollout.${ending}`;
      ask().send({ type: 'save', kind, name: file, text: text(run), plan: run.plan });
    });
  return (
    <button type="button" onClick={save}>
      {name}
    </button>
  );
}
