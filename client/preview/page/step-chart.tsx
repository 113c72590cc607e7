import { decimate } from '../../../server/core/rollout/decimate';
import type { Report } from '../../../server/core/simulator/report/types';
import { CountAxis, Hatches, TimeAxis } from './axes';
import { Boundaries, boundsOf } from './boundaries';
import { countsOf, KINDS, sumsOf } from './counts';
import { Plot } from './cursor';
import { Legend } from './legend';
import { reveal } from './reveal';
import { countTicks, LEFT, RIGHT, type Scale } from './scale';
import { SeriesTable } from './series-table';
import { baseline, report, wholeRange } from './state';
import { stepArea, stepLine } from './step-path';

const HEIGHT = 230;
const TOP = 16;
const BOTTOM = HEIGHT - 22;
const NEAR = 7;
/** A bound beyond so many times the peak is named at the edge: on the same scale the tasks would be a thin line. */
const FAR = 2.5;

/** Old, new, starting and stopping tasks on top of each other, between the floor and the ceiling. */
export function StepChart({ scale }: { scale: Scale }) {
  const now = report.value as Report;
  const before = baseline.value?.report;
  const bounds = boundsOf(now);
  const peak = Math.max(1, now.counts.peak, before?.counts.peak ?? 0);
  const inSight = bounds.map(({ value }) => value).filter((value) => value <= peak * FAR);
  const most = Math.max(peak, ...inSight);
  const y = (n: number) => Math.max(TOP, BOTTOM - (n / (most * 1.06)) * (BOTTOM - TOP));
  const pick = (_: number, at: number) => {
    const near = bounds.find((bound) => Math.abs(y(bound.value) - at) <= NEAR);
    if (near) reveal(near.source);
  };
  return (
    <figure>
      <figcaption>Tasks</figcaption>
      <p class="sr">{summary(now)}</p>
      <Legend bounds={bounds} />
      <Plot label="Tasks" scale={scale} onPick={pick}>
        <svg id="step-chart" width={scale.width} height={HEIGHT} aria-hidden="true">
          <Hatches id="steps" />
          <CountAxis ticks={countTicks(most, 6)} y={y} width={scale.width} />
          <TimeAxis scale={scale} y={BOTTOM} top={TOP} />
          <Stack now={now} scale={scale} y={y} />
          {before && <Before before={before} scale={scale} y={y} />}
          <Boundaries bounds={bounds} most={most} y={y} width={scale.width} />
        </svg>
      </Plot>
      <SeriesTable />
    </figure>
  );
}

type Y = (n: number) => number;

/** Series as edges in pixels: index 0 is the ground, then one edge on top of each kind. */
function edgesOf({ series }: Report, scale: Scale, y: Y): { edges: [number, number][][]; end: number } {
  const { healthy, starting } = sumsOf(series);
  const pixels = Math.max(1, scale.width - LEFT - RIGHT);
  const kept = decimate(series.t, [healthy, series.total, starting, series.stopping], scale.from, scale.to, pixels);
  const edges: [number, number][][] = Array.from({ length: KINDS.length + 1 }, () => []);
  for (const i of kept) {
    const x = scale.x(Math.max(scale.from, series.t[i] as number));
    const counts = countsOf(series, i);
    let sum = 0;
    edges[0]?.push([x, y(0)]);
    KINDS.forEach(({ id }, k) => {
      sum += counts[id];
      edges[k + 1]?.push([x, y(sum)]);
    });
  }
  return { edges, end: scale.x(scale.to) };
}

function Stack({ now, scale, y }: { now: Report; scale: Scale; y: Y }) {
  const { edges, end } = edgesOf(now, scale, y);
  return (
    <g>
      {KINDS.map(({ id }, k) => (
        <path
          key={id}
          class={`area stroke-${id}`}
          fill={`url(#steps-${id})`}
          d={stepArea(edges[k + 1] ?? [], edges[k] ?? [], end)}
        />
      ))}
      <path class="healthy-line" d={stepLine(edges[2] ?? [], end)} />
    </g>
  );
}

/** The run it is compared with: its healthy tasks and all its tasks as dashed lines. */
function Before({ before, scale, y }: { before: Report; scale: Scale; y: Y }) {
  const { edges, end } = edgesOf(before, scale, y);
  return (
    <g class="before">
      <path d={stepLine(edges[2] ?? [], end)} />
      <path class="thin" d={stepLine(edges[KINDS.length] ?? [], end)} />
    </g>
  );
}

function summary({ counts, series }: Report): string {
  return (
    `Tasks over ${Math.round(wholeRange.value[1] / 1000)} seconds in ${series.t.length} steps: ` +
    `between ${counts.floor} healthy and ${counts.peak} in all, ${counts.desired} desired.`
  );
}
