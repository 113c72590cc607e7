import { count, durationWords, momentWords } from '../../../server/core/rollout/words';
import type { EventKind, Report } from '../../../server/core/simulator/report/types';
import { TimeAxis } from './axes';
import { goTo, Plot } from './cursor';
import { AsTable, PagedTable } from './paged-table';
import { Cause, nameOfSource, reveal } from './reveal';
import { LEFT, RIGHT, type Scale } from './scale';
import { Moment } from './series-table';
import { report } from './state';

const BAR = 20;
const ROW = 24;
/** A character of 11 px text is about so wide; a label goes into a bar only when it fits. */
const CHARACTER = 6.4;

interface Span {
  name: string;
  /** For a bar that has no room for the name: shorter and shorter. */
  short: readonly string[];
  from: number;
  to: number;
  source: string;
}

/** Stages of shifting deployments, waves of rolling ones, and the marks of what happened. */
export function Stages({ scale }: { scale: Scale }) {
  const now = report.value as Report;
  const spans = spansOf(now);
  const rows = rowsOf(spans);
  const height = Math.max(1, rows.length) * ROW + 44;
  const pick = (x: number, y: number) => {
    const at = scale.ms(x);
    const span = rows[Math.floor(y / ROW)]?.find((one) => at >= one.from && at <= one.to);
    if (span) reveal(span.source);
    else pickEvent(now, at, (scale.to - scale.from) * (6 / scale.width));
  };
  return (
    <figure>
      <figcaption>{now.phases.length > 0 ? 'Stages' : 'Waves'} and events</figcaption>
      <p class="sr">{summary(spans)}</p>
      <Plot label="Stages" scale={scale} onPick={pick}>
        <svg width={scale.width} height={height} aria-hidden="true">
          {rows.map((row, i) => row.map((span) => <Bar key={span.from} span={span} y={i * ROW + 2} scale={scale} />))}
          <Marks now={now} scale={scale} y={rows.length * ROW + 10} />
          <TimeAxis scale={scale} y={height - 22} top={0} />
        </svg>
      </Plot>
      <AsTable>{() => <SpanTable spans={spans} title={now.phases.length > 0 ? 'Stages' : 'Waves'} />}</AsTable>
    </figure>
  );
}

function spansOf({ phases, waves, end }: Report): Span[] {
  if (phases.length > 0)
    return phases.map(({ name, from, to, source }) => {
      const words = stageWords(name);
      return { name: words, short: [words.replace(' traffic shift', '')], from, to: to ?? end, source };
    });
  return waves.map(({ at, launched, old }, i) => ({
    name: `wave ${i + 1}: ${count(launched, 'task')}${old > 0 ? ` (${old} old)` : ''}`,
    short: [`wave ${i + 1}: ${launched}`, `wave ${i + 1}`, `${i + 1}`],
    from: at,
    to: waves[i + 1]?.at ?? end,
    source: '/deploymentConfiguration/maximumPercent',
  }));
}

/** BAKE_TIME of ECS in words; AfterInstall is how CodeDeploy and its users write it. */
export function stageWords(name: string): string {
  return /[a-z]/.test(name) ? name : name.toLowerCase().replaceAll('_', ' ');
}

/** Spans that overlap stand below each other. */
function rowsOf(spans: readonly Span[]): Span[][] {
  const rows: Span[][] = [];
  for (const span of spans) {
    const free = rows.find((row) => (row.at(-1)?.to ?? 0) <= span.from);
    if (free) free.push(span);
    else rows.push([span]);
  }
  return rows;
}

function Bar({ span, y, scale }: { span: Span; y: number; scale: Scale }) {
  const left = Math.max(LEFT, scale.x(span.from));
  const right = Math.min(scale.width - RIGHT, scale.x(span.to));
  if (right <= left) return null;
  const width = Math.max(2, right - left - 1);
  const room = Math.floor((width - 8) / CHARACTER);
  const label = [span.name, ...span.short].find((text) => text.length <= room);
  return (
    <g>
      <title>{`${span.name}: ${momentWords(span.from)} to ${momentWords(span.to)}`}</title>
      <rect class="stage" x={left} y={y} width={width} height={BAR} rx="2" />
      {label && (
        <text class="stage-name" x={left + 5} y={y + 14}>
          {label}
        </text>
      )}
    </g>
  );
}

/** Kinds of events by what they mean: gone well, gone wrong, done from outside, and the rest. */
const MARKS: Partial<Record<EventKind, 'good' | 'bad' | 'outside'>> = {
  completed: 'good',
  steady: 'good',
  failed: 'bad',
  'rolling-back': 'bad',
  'unable-to-place': 'bad',
  unhealthy: 'bad',
  impaired: 'bad',
  throttled: 'bad',
  disturbance: 'outside',
};

function Marks({ now, scale, y }: { now: Report; scale: Scale; y: number }) {
  const drawn = new Set<string>();
  return (
    <g>
      {now.events.map((event, i) => {
        const x = Math.round(scale.x(event.at));
        const kind = MARKS[event.kind] ?? 'plain';
        const key = `${x} ${kind}`;
        if (event.at < scale.from || event.at > scale.to || drawn.has(key)) return null;
        drawn.add(key);
        return <path key={i} class={`mark ${kind}`} d={SHAPES[kind](x, y)} />;
      })}
    </g>
  );
}

const SHAPES = {
  plain: (x: number, y: number) => `M${x} ${y - 4}V${y + 4}`,
  good: (x: number, y: number) => `M${x - 4} ${y}L${x - 1} ${y + 4}L${x + 5} ${y - 5}`,
  bad: (x: number, y: number) => `M${x - 4} ${y - 4}L${x + 4} ${y + 4}M${x + 4} ${y - 4}L${x - 4} ${y + 4}`,
  outside: (x: number, y: number) => `M${x} ${y - 5}L${x + 5} ${y + 4}H${x - 5}Z`,
};

function pickEvent(now: Report, at: number, near: number): void {
  const event = now.events.find((one) => Math.abs(one.at - at) <= near);
  if (!event) return;
  goTo(event.at);
  reveal(event.source);
}

function summary(spans: readonly Span[]): string {
  return spans
    .slice(0, 20)
    .map(({ name, from, to }) => `${name} from ${momentWords(from)} for ${durationWords(to - from)}`)
    .join('; ');
}

function SpanTable({ spans, title }: { spans: readonly Span[]; title: string }) {
  return (
    <PagedTable
      caption={title}
      columns={[{ name: 'Name' }, { name: 'From' }, { name: 'To' }, { name: 'Decided by' }]}
      rows={spans.length}
      row={(i) => {
        const { name, from, to, source } = spans[i] as Span;
        return [
          name,
          <Moment key="from" at={from} />,
          <Moment key="to" at={to} />,
          <Cause key="cause" source={source}>
            {nameOfSource(source)}
          </Cause>,
        ];
      }}
    />
  );
}
