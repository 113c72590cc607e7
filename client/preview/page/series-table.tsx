import { lastIndexAt } from '../../../server/core/rollout/decimate';
import { momentWords } from '../../../server/core/rollout/words';
import type { Report } from '../../../server/core/simulator/report/types';
import { countsOf, KINDS } from './counts';
import { goTo } from './cursor';
import { AsTable, PagedTable } from './paged-table';
import { report, time } from './state';

export function SeriesTable() {
  return (
    <AsTable>
      {() => {
        const { series } = report.value as Report;
        return (
          <PagedTable
            caption="Tasks after each change"
            columns={[
              { name: 'Time' },
              ...KINDS.map(({ name }) => ({ name, number: true })),
              { name: 'All', number: true },
            ]}
            rows={series.t.length}
            follow={lastIndexAt(series.t, time.value)}
            row={(i) => {
              const counts = countsOf(series, i);
              return [
                <Moment key="time" at={series.t[i] as number} />,
                ...KINDS.map(({ id }) => counts[id]),
                counts.total,
              ];
            }}
          />
        );
      }}
    </AsTable>
  );
}

/** A time that takes the cursor to it. */
export function Moment({ at }: { at: number }) {
  return (
    <button type="button" class="link" onClick={() => goTo(at)}>
      {momentWords(at)}
    </button>
  );
}
