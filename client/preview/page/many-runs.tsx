import { signal } from '@preact/signals';
import { oddsOf, percentWords, spreadsOf } from '../../../server/core/rollout/odds';
import { momentWords } from '../../../server/core/rollout/words';
import type { Fan, ManyReport } from '../../../server/core/simulator/many-report';
import { CountAxis, TimeAxis } from './axes';
import { AsTable, PagedTable } from './paged-table';
import { countTicks, LEFT, type Scale, timeScale } from './scale';
import { Section } from './section';
import { ask, current, report, said, shown, turned } from './state';
import { stepArea, stepLine } from './step-path';
import { useWidth } from './width';

const wanted = signal(1000);
/** The last series, and the run it was made of: of another run it says nothing. */
const series = signal<{ of: unknown; report: ManyReport; done: boolean } | undefined>(undefined);
const cancel = signal<(() => void) | undefined>(undefined);
/** How many of the runs are made, 0 to 1. */
const share = signal(0);

/** The same rollout many times with drawn times: how likely, how long, how few. */
export function ManyRuns() {
  return (
    <Section id="many" title="Many runs">
      {() => <Runs />}
    </Section>
  );
}

/** Counts the series; what an earlier one still has to say is not heard. */
let begun = 0;

function begin(): void {
  const run = current.peek();
  if (!run) return;
  stop();
  series.value = undefined;
  share.value = 0;
  const mine = ++begun;
  const asked = wanted.peek();
  cancel.value = ask().many(run.plan, asked, {
    progress(made) {
      if (mine === begun) share.value = made;
    },
    show(report, done) {
      if (mine !== begun) return;
      // The first few come by themselves: of the others there may be fewer yet.
      const most = series.peek()?.report ?? report;
      const made = report.runs < most.runs ? most : report;
      if (made.runs > 0) series.value = { of: run, report: made, done: done && made.runs === asked };
      if (!done) return;
      cancel.value = undefined;
      said.value =
        made.runs === asked ? `${made.runs} runs are made.` : `Cancelled after ${made.runs} of ${asked} runs.`;
    },
  });
}

/** The runs that came with the file, of the plan as it is there. */
function madeBefore() {
  const many = shown.value?.many;
  return many && !turned.value ? { report: many, done: true } : undefined;
}

/** What comes after this is the last, about the runs that were made. */
function stop(): void {
  const cancelIt = cancel.peek();
  cancel.value = undefined;
  cancelIt?.();
}

function Runs() {
  const made = series.value?.of === current.value ? series.value : madeBefore();
  const running = cancel.value !== undefined;
  return (
    <>
      <div class="actions">
        <label>
          Runs{' '}
          <select
            value={String(wanted.value)}
            onChange={(event) => {
              wanted.value = Number(event.currentTarget.value);
            }}
          >
            {[200, 1000, 5000, 20_000].map((n) => (
              <option key={n} value={String(n)}>
                {n}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={running ? stop : begin}>
          {running ? 'Cancel' : 'Run'}
        </button>
        {running && (
          <>
            <progress max={1} value={share.value} aria-label="Runs made" />
            <span class="muted">{Math.floor(share.value * 100)} %</span>
          </>
        )}
      </div>
      {made ? (
        <Odds many={made.report} incomplete={!made.done && !running} />
      ) : (
        <p class="muted">Start times, pulls, health checks and failures are drawn anew in each run.</p>
      )}
    </>
  );
}

function Odds({ many, incomplete }: { many: ManyReport; incomplete: boolean }) {
  return (
    <>
      <FanChart many={many} />
      <table class="odds">
        <caption>
          Of {many.runs} runs{incomplete && ', cancelled'}
        </caption>
        <tbody>
          {oddsOf(many).map(({ words, share }) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td class="number">{percentWords(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table class="odds">
        <caption>The middle run, and the range of 90 in 100 runs</caption>
        <tbody>
          {spreadsOf(many).map(({ name, middle, range }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number">
                <b>{middle}</b>
                {range !== undefined && ` (${range})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const HEIGHT = 150;
const TOP = 8;
const BOTTOM = HEIGHT - 22;

function FanChart({ many: { healthy } }: { many: ManyReport }) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const desired = report.value?.counts.desired ?? 0;
  const most = Math.max(1, desired, ...healthy.p95);
  const scale = timeScale([0, healthy.t.at(-1) ?? 1], width);
  const y = (n: number) => BOTTOM - (n / (most * 1.06)) * (BOTTOM - TOP);
  return (
    <figure>
      <figcaption>Healthy tasks</figcaption>
      <p class="muted">Line: the middle run. Bands: 50 and 90 of 100 runs.</p>
      <div ref={ref}>
        {width > LEFT && (
          <svg
            width={width}
            height={HEIGHT}
            role="img"
            aria-label="Healthy tasks over time in many runs; the table below has the figures"
          >
            <CountAxis ticks={countTicks(most, 4)} y={y} width={width} />
            <TimeAxis scale={scale} y={BOTTOM} top={TOP} />
            <Bands fan={healthy} scale={scale} y={y} />
          </svg>
        )}
      </div>
      <AsTable>
        {() => (
          <>
            <p class="muted">How many tasks are healthy at most, in 5, 25, 50, 75 and 95 of 100 runs.</p>
            <FanTable fan={healthy} />
          </>
        )}
      </AsTable>
    </figure>
  );
}

function Bands({ fan, scale, y }: { fan: Fan; scale: Scale; y(n: number): number }) {
  const edge = (values: readonly number[]) => fan.t.map((at, i) => [scale.x(at), y(values[i] as number)] as const);
  const end = scale.x(scale.to);
  return (
    <g>
      <path class="fan wide" d={stepArea(edge(fan.p95), edge(fan.p5), end)} />
      <path class="fan" d={stepArea(edge(fan.p75), edge(fan.p25), end)} />
      <path class="healthy-line" d={stepLine(edge(fan.p50), end)} />
    </g>
  );
}

function FanTable({ fan }: { fan: Fan }) {
  const names = ['p5', 'p25', 'p50', 'p75', 'p95'] as const;
  return (
    <PagedTable
      caption="Healthy tasks in 5, 25, 50, 75 and 95 of 100 runs at most"
      columns={[{ name: 'Time' }, ...names.map((name) => ({ name: name.slice(1), number: true }))]}
      rows={fan.t.length}
      row={(i) => [momentWords(fan.t[i] as number), ...names.map((name) => fan[name][i] as number)]}
    />
  );
}
