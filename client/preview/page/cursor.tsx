/** The cursor through time: one tab stop for a picture, the same keys and the same pointer everywhere. */
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { lastIndexAt } from '../../../server/core/rollout/decimate';
import { momentWords } from '../../../server/core/rollout/words';
import type { Report } from '../../../server/core/simulator/report/types';
import { countsAt, countWords } from './counts';
import { reveal } from './reveal';
import type { Scale } from './scale';
import { ask, moveCursor, range, report, time, wholeRange, zoomed } from './state';

/** Takes pointer and keys for a picture of the run. `onPick`: a click that was no drag. */
export function Plot({
  label,
  scale,
  onPick,
  children,
}: {
  label: string;
  scale: Scale;
  onPick?: (x: number, y: number) => void;
  children: ComponentChildren;
}) {
  const pressed = useRef<{ x: number; y: number; moved: boolean } | undefined>(undefined);
  const place = (event: PointerEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  return (
    <div
      class="plot"
      role="slider"
      tabIndex={0}
      aria-label={`${label}: moment in the rollout`}
      aria-valuemin={0}
      aria-valuemax={Math.round(wholeRange.value[1] / 1000)}
      aria-valuenow={Math.round(time.value / 1000)}
      aria-valuetext={spokenMoment()}
      onKeyDown={onKey}
      onWheel={(event) => onWheel(event, scale)}
      onPointerDown={(event) => {
        const at = place(event);
        pressed.current = { ...at, moved: false };
        event.currentTarget.setPointerCapture(event.pointerId);
        moveCursor(scale.ms(at.x));
      }}
      onPointerMove={(event) => {
        const from = pressed.current;
        if (!from) return;
        const at = place(event);
        if (Math.abs(at.x - from.x) > 3) from.moved = true;
        moveCursor(scale.ms(at.x));
      }}
      onPointerUp={() => {
        const from = pressed.current;
        pressed.current = undefined;
        if (from && !from.moved) onPick?.(from.x, from.y);
      }}
    >
      {children}
      <CursorLine scale={scale} />
    </div>
  );
}

export function CursorLine({ scale }: { scale: Scale }) {
  const at = time.value;
  if (at < scale.from || at > scale.to) return null;
  return <span class="cursor" style={{ transform: `translateX(${scale.x(at)}px)` }} aria-hidden="true" />;
}

function spokenMoment(): string {
  const now = report.value;
  return now ? `${momentWords(time.value)}: ${countWords(countsAt(now, time.value))}` : '';
}

/** Moments worth a stop: events, or with Shift the waves. */
function moments(now: Report, waves: boolean): number[] {
  const all = waves ? now.waves.map((wave) => wave.at) : now.events.map((event) => event.at);
  return [...new Set([0, ...all, now.end])].sort((a, b) => a - b);
}

function step(now: Report, direction: 1 | -1, waves: boolean): void {
  const stops = moments(now, waves);
  const at = time.peek();
  const next = direction > 0 ? stops.find((one) => one > at) : stops.findLast((one) => one < at);
  if (next !== undefined) goTo(next);
}

export function goTo(ms: number): void {
  moveCursor(ms);
  const part = zoomed.peek();
  if (!part || (ms >= part[0] && ms <= part[1])) return;
  const span = part[1] - part[0];
  zoomed.value = [Math.max(0, ms - span / 2), Math.max(0, ms - span / 2) + span];
}

function onKey(event: KeyboardEvent): void {
  const now = report.peek();
  if (!now || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act(now, event.shiftKey);
}

const KEYS: Readonly<Record<string, (now: Report, shift: boolean) => void>> = {
  ArrowRight: (now, shift) => step(now, 1, shift),
  ArrowLeft: (now, shift) => step(now, -1, shift),
  ArrowUp: (now, shift) => step(now, 1, shift),
  ArrowDown: (now, shift) => step(now, -1, shift),
  Home: () => goTo(0),
  End: (now) => goTo(now.end),
  Enter: (now) => reveal(causeAt(now, time.peek())),
  Escape: () => ask().send({ type: 'leave' }),
  '+': () => zoomBy(0.5, time.peek()),
  '-': () => zoomBy(2, time.peek()),
  '0': () => {
    zoomed.value = undefined;
  },
};

/** What caused the last event up to a moment. */
function causeAt(now: Report, at: number): string {
  return now.events[lastIndexAt(eventTimes(now), at)]?.source ?? now.verdict.source;
}

const times = new WeakMap<Report, number[]>();

export function eventTimes(now: Report): number[] {
  const known = times.get(now) ?? now.events.map((event) => event.at);
  times.set(now, known);
  return known;
}

const SHORTEST = 5_000;

/** @param factor below 1 shows less of the time. @param around stays where it is */
export function zoomBy(factor: number, around: number): void {
  const [from, to] = range.peek();
  const most = wholeRange.peek()[1];
  const span = Math.max(SHORTEST, (to - from) * factor);
  if (span >= most) {
    zoomed.value = undefined;
    return;
  }
  const share = (Math.min(to, Math.max(from, around)) - from) / (to - from);
  showFrom(around - span * share, span);
}

export function panBy(ms: number): void {
  const [from, to] = range.peek();
  showFrom(from + ms, to - from);
}

function showFrom(from: number, span: number): void {
  const most = wholeRange.peek()[1];
  const start = Math.max(0, Math.min(from, most - span));
  zoomed.value = [start, start + span];
}

function onWheel(event: WheelEvent, scale: Scale): void {
  if (event.ctrlKey) {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    zoomBy(event.deltaY > 0 ? 1.25 : 0.8, scale.ms(event.clientX - box.left));
  } else if (zoomed.peek() && (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))) {
    panBy(((event.deltaX || event.deltaY) * (scale.to - scale.from)) / scale.width);
  } else return;
  event.preventDefault();
}

/** The row of the task timeline under the pointer; -1 = none. */
export const pointedTask = signal(-1);
