import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Report } from '../../../server/core/simulator/report/types';
import { TimeAxis } from './axes';
import { CursorLine, Plot, pointedTask } from './cursor';
import type { Scale } from './scale';
import { report, setOpen } from './state';
import { coloursNow, themeRevision } from './theme';
import { drawOverview, drawRows, prepare, ROW } from './timeline-draw';
import { taskWords } from './timeline-rows';

/** What the bars look like. */
const SIGNS = [
  { name: 'old', kind: 'frame-old', d: 'M1 1H13V9H1Z' },
  { name: 'new', kind: 'fill-new', d: 'M0 0H14V10H0Z' },
  { name: 'starting', kind: 'fill-starting', d: 'M0 5H14V10H0Z' },
  { name: 'stopping', kind: 'fill-stopping', d: 'M0 4H14V6H0Z' },
  { name: 'failed', kind: 'mark bad', d: 'M3 1L11 9M11 1L3 9' },
];
const MOST_HEIGHT = 330;
const OVERVIEW = 64;
const AXIS = 20;

/** How far the rows are scrolled, px; both canvases look at it. */
const scrolled = signal(0);

/** One row for each task: the rows in view on a canvas that stands still while they scroll, and all of them beside it. */
export function Timeline({ scale }: { scale: Scale }) {
  const { tasks } = report.value as Report;
  const rows = tasks.revision.length;
  const whole = rows * ROW;
  const height = Math.max(ROW, Math.min(whole, MOST_HEIGHT));
  const scroller = useRef<HTMLDivElement>(null);
  const withOverview = whole > height;
  const rowAt = (y: number) => Math.min(rows - 1, Math.floor((y + scrolled.peek()) / ROW));
  if (rows === 0) return null;
  return (
    <figure class="timeline">
      <figcaption>
        Tasks one by one <span class="muted">{rows}</span>
      </figcaption>
      <ul class="legend">
        {SIGNS.map(({ name, kind, d }) => (
          <li key={name}>
            <svg class="swatch" width="14" height="10" aria-hidden="true">
              <path class={kind} d={d} />
            </svg>
            {name}
          </li>
        ))}
        <li>
          <TableLink />
        </li>
      </ul>
      {withOverview && (
        <Overview
          scale={scale}
          share={height / whole}
          onGo={(share) => scroller.current?.scrollTo(0, share * whole - height / 2)}
        />
      )}
      <Plot label="Tasks one by one" scale={scale}>
        <div
          class="rows"
          ref={scroller}
          style={{ height: `${height}px` }}
          onScroll={(event) => {
            scrolled.value = event.currentTarget.scrollTop;
          }}
          onPointerMove={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            pointedTask.value = rowAt(event.clientY - box.top);
          }}
          onPointerLeave={() => {
            pointedTask.value = -1;
          }}
        >
          <Rows scale={scale} height={height} />
          <div class="spacer" style={{ height: `${whole - height}px` }} />
        </div>
        <svg width={scale.width} height={AXIS} aria-hidden="true">
          <TimeAxis scale={scale} y={4} top={0} />
        </svg>
      </Plot>
      <Pointed />
    </figure>
  );
}

function TableLink() {
  const show = () => {
    setOpen('tasks', true);
    document.getElementById('tasks')?.scrollIntoView();
  };
  return (
    <button type="button" class="link" onClick={show}>
      As a table
    </button>
  );
}

function Pointed() {
  const now = report.value as Report;
  const i = pointedTask.value;
  return <p class="pointed muted">{i >= 0 && i < now.tasks.revision.length ? taskWords(now, i) : ' '}</p>;
}

/** Draws in the next frame after anything it looks at changed, once however much that was. */
function useDrawing(draw: (canvas: HTMLCanvasElement) => void, looksAt: readonly unknown[]) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => canvas.current && draw(canvas.current));
    return () => cancelAnimationFrame(frame);
  }, looksAt);
  return canvas;
}

function Rows({ scale, height }: { scale: Scale; height: number }) {
  const now = report.value as Report;
  const looksAt = [
    now,
    scale.from,
    scale.to,
    scale.width,
    height,
    scrolled.value,
    pointedTask.value,
    themeRevision.value,
  ];
  const canvas = useDrawing((element) => {
    const context = prepare(element, scale.width, height);
    const font = getComputedStyle(document.body).fontFamily;
    if (context)
      drawRows(context, {
        report: now,
        scale,
        colours: coloursNow(),
        height,
        top: scrolled.peek(),
        pointed: pointedTask.peek(),
        font,
      });
  }, looksAt);
  return (
    <div class="stuck" aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  );
}

/** All rows at once, on the same scale of time; a frame marks those in view. */
function Overview({ scale, share, onGo }: { scale: Scale; share: number; onGo(share: number): void }) {
  const now = report.value as Report;
  const looksAt = [now, scale.from, scale.to, scale.width, themeRevision.value];
  const canvas = useDrawing((element) => {
    const context = prepare(element, scale.width, OVERVIEW);
    if (context) drawOverview(context, { report: now, scale, colours: coloursNow(), height: OVERVIEW });
  }, looksAt);
  const whole = now.tasks.revision.length * ROW;
  const top = Math.min(OVERVIEW - 3, (scrolled.value / whole) * OVERVIEW);
  const go = (event: PointerEvent) => {
    if (event.buttons === 0) return;
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    onGo((event.clientY - box.top) / OVERVIEW);
  };
  return (
    <div class="overview" aria-hidden="true" onPointerDown={go} onPointerMove={go}>
      <canvas ref={canvas} />
      <span
        class="window"
        style={{ height: `${Math.max(4, OVERVIEW * share)}px`, transform: `translateY(${top}px)` }}
      />
      <CursorLine scale={scale} />
    </div>
  );
}
