import { lastIndexAt } from '../../../server/core/rollout/decimate';
import type { Report, Traffic as Weights } from '../../../server/core/simulator/report/types';
import { CountAxis, Hatches, TimeAxis } from './axes';
import { Plot } from './cursor';
import { AsTable, PagedTable } from './paged-table';
import type { Scale } from './scale';
import { Moment } from './series-table';
import { report, time } from './state';
import { stepArea, stepLine } from './step-path';

const HEIGHT = 110;
const TOP = 8;
const BOTTOM = HEIGHT - 22;

/** Which share of the traffic the new revision has. */
export function Traffic({ scale }: { scale: Scale }) {
  const { traffic } = report.value as Report;
  const at = Math.max(0, lastIndexAt(traffic.t, time.value));
  const tested = traffic.test.some((weight) => weight > 0);
  return (
    <figure>
      <figcaption>Traffic of the new revision</figcaption>
      <p class="sr">{summary(traffic)}</p>
      <ul class="legend">
        <li>
          <svg class="swatch" width="14" height="14" aria-hidden="true">
            <rect width="14" height="14" class="stroke-new" fill="url(#traffic-new)" />
          </svg>
          Production <b>{traffic.production[at]} %</b>
        </li>
        {tested && (
          <li>
            <svg class="swatch wide" width="24" height="14" aria-hidden="true">
              <path class="test-line" d="M0 7H24" />
            </svg>
            Test <b>{traffic.test[at]} %</b>
          </li>
        )}
      </ul>
      <Plot label="Traffic" scale={scale}>
        <Picture traffic={traffic} scale={scale} tested={tested} />
      </Plot>
      <TrafficTable traffic={traffic} tested={tested} />
    </figure>
  );
}

function Picture({ traffic, scale, tested }: { traffic: Weights; scale: Scale; tested: boolean }) {
  const y = (percent: number) => BOTTOM - (percent / 100) * (BOTTOM - TOP);
  const shown = traffic.t.map((_, i) => i).filter((i) => inView(traffic, i, scale));
  const edge = (weights: readonly number[]) =>
    shown.map((i) => [scale.x(Math.max(scale.from, traffic.t[i] as number)), y(weights[i] as number)] as const);
  const production = edge(traffic.production);
  const end = scale.x(scale.to);
  return (
    <svg width={scale.width} height={HEIGHT} aria-hidden="true">
      <Hatches id="traffic" />
      <CountAxis ticks={[0, 50, 100]} y={y} width={scale.width} unit=" %" />
      <TimeAxis scale={scale} y={BOTTOM} top={TOP} />
      <path
        class="area stroke-new"
        fill="url(#traffic-new)"
        d={stepArea(
          production,
          production.map(([x]) => [x, y(0)] as const),
          end,
        )}
      />
      {tested && <path class="test-line" d={stepLine(edge(traffic.test), end)} />}
    </svg>
  );
}

/** A weight that holds at some moment in view. */
function inView({ t }: Weights, i: number, { from, to }: Scale): boolean {
  return (t[i] as number) <= to && (t[i + 1] ?? Number.POSITIVE_INFINITY) > from;
}

function summary({ t, production }: Weights): string {
  return `Production traffic of the new revision in percent: ${production.map((weight, i) => `${weight} from second ${Math.round((t[i] as number) / 1000)}`).join(', ')}.`;
}

function TrafficTable({ traffic, tested }: { traffic: Weights; tested: boolean }) {
  return (
    <AsTable>
      {() => (
        <PagedTable
          caption="Traffic of the new revision"
          columns={[
            { name: 'Time' },
            { name: 'Production %', number: true },
            ...(tested ? [{ name: 'Test %', number: true }] : []),
          ]}
          rows={traffic.t.length}
          follow={lastIndexAt(traffic.t, time.value)}
          row={(i) => [
            <Moment key="time" at={traffic.t[i] as number} />,
            traffic.production[i] as number,
            ...(tested ? [traffic.test[i] as number] : []),
          ]}
        />
      )}
    </AsTable>
  );
}
