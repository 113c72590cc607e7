/** Draws tasks on a canvas: a window of rows in full, or all of them in an overview. */
import type { Report } from '../../../server/core/simulator/report/types';
import { LEFT, RIGHT, type Scale } from './scale';
import type { Colours } from './theme';
import { eachSpan, endedBadly, type Kind, revisionName } from './timeline-rows';

export const ROW = 15;
const BAR = 10;
const KINDS: readonly Kind[] = ['old', 'new', 'starting', 'stopping'];

export interface Frame {
  report: Report;
  scale: Scale;
  colours: Colours;
  height: number;
  /** px that the rows are scrolled by. */
  top: number;
  pointed: number;
  font: string;
}

/** Makes a canvas as sharp as the screen; clears it. */
export function prepare(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio || 1;
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

/** The rows in view, batched by kind so that each colour is set once. */
export function drawRows(context: CanvasRenderingContext2D, frame: Frame): void {
  const { report, scale, colours, height, top, pointed } = frame;
  const { tasks, end } = report;
  const first = Math.max(0, Math.floor(top / ROW));
  const last = Math.min(tasks.revision.length - 1, Math.floor((top + height) / ROW));
  if (pointed >= first && pointed <= last) {
    context.globalAlpha = 0.35;
    context.fillStyle = colours.line;
    context.fillRect(0, pointed * ROW - top, scale.width, ROW);
    context.globalAlpha = 1;
  }
  const paths = Object.fromEntries(KINDS.map((kind) => [kind, new Path2D()])) as Record<Kind, Path2D>;
  const failed = new Path2D();
  for (let i = first; i <= last; i++) {
    const y = i * ROW - top + (ROW - BAR) / 2;
    eachSpan(tasks, i, Math.max(end, scale.to), (kind, from, to) => {
      const left = Math.max(LEFT, scale.x(from));
      const right = Math.min(scale.width - RIGHT, scale.x(to));
      if (right > left) addBar(paths[kind], kind, left, y, Math.max(1, right - left));
    });
    const gone = tasks.stopped[i] as number;
    if (endedBadly(tasks, i) && gone >= scale.from && gone <= scale.to) addCross(failed, scale.x(gone), y + BAR / 2);
  }
  for (const kind of KINDS) {
    context.fillStyle = colours[kind];
    context.fill(paths[kind]);
  }
  context.strokeStyle = colours.failed;
  context.lineWidth = 2;
  context.stroke(failed);
  drawNames(context, frame, first, last);
}

/** Form as well as colour: what runs is full, what starts is half as high, what stops is a thin line. */
function addBar(path: Path2D, kind: Kind, x: number, y: number, width: number): void {
  if (kind === 'starting') path.rect(x, y + BAR / 2, width, BAR / 2);
  else if (kind === 'stopping') path.rect(x, y + BAR / 2 - 1, width, 2);
  else if (kind === 'old') {
    path.rect(x, y, width, 2);
    path.rect(x, y + BAR - 2, width, 2);
    path.rect(x, y, 1, BAR);
    path.rect(x + width - 1, y, 1, BAR);
  } else path.rect(x, y, width, BAR);
}

function addCross(path: Path2D, x: number, y: number): void {
  path.moveTo(x - 4, y - 4);
  path.lineTo(x + 4, y + 4);
  path.moveTo(x + 4, y - 4);
  path.lineTo(x - 4, y + 4);
}

function drawNames(context: CanvasRenderingContext2D, frame: Frame, first: number, last: number): void {
  const { report, colours, top, font } = frame;
  context.fillStyle = colours.muted;
  context.font = `10px ${font}`;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (let i = first; i <= last; i++)
    context.fillText(`${shorten(revisionName(report, i))} ${i + 1}`, LEFT - 6, i * ROW - top + ROW / 2, LEFT - 8);
}

/** All tasks: each line of pixels stands for several, in the colour of what most of them are at the moment. */
export function drawOverview(
  context: CanvasRenderingContext2D,
  { report, colours, height, scale }: Pick<Frame, 'report' | 'colours' | 'height' | 'scale'>,
): void {
  const { tasks, end } = report;
  const rows = tasks.revision.length;
  const lines = Math.max(1, Math.min(height, rows));
  const width = Math.max(1, Math.floor(scale.width - LEFT - RIGHT));
  const column = (ms: number) => Math.min(width, Math.max(0, Math.round(scale.x(ms) - LEFT)));
  // Where spans begin and end; their running sum is the number of tasks of a kind in each column.
  const turns = KINDS.map(() => new Int32Array(width + 1));
  for (let line = 0; line < lines; line++) {
    for (const kind of turns) kind.fill(0);
    const last = Math.floor(((line + 1) * rows) / lines);
    for (let i = Math.floor((line * rows) / lines); i < last; i++)
      eachSpan(tasks, i, Math.max(end, scale.to), (kind, from, to) => {
        const column0 = column(from);
        const column1 = column(to);
        if (column1 <= column0) return;
        const counts = turns[KINDS.indexOf(kind)] as Int32Array;
        counts[column0] = (counts[column0] as number) + 1;
        counts[column1] = (counts[column1] as number) - 1;
      });
    const top = Math.floor((line * height) / lines);
    paintLine(context, turns, width, top, Math.max(1, Math.floor(((line + 1) * height) / lines) - top), colours);
  }
}

function paintLine(
  context: CanvasRenderingContext2D,
  turns: readonly Int32Array[],
  width: number,
  y: number,
  height: number,
  colours: Colours,
): void {
  const now = KINDS.map(() => 0);
  let start = 0;
  let kind = -1;
  for (let x = 0; x <= width; x++) {
    let most = -1;
    for (let k = 0; k < KINDS.length; k++) {
      now[k] = (now[k] as number) + (turns[k]?.[x] as number);
      if (x < width && (now[k] as number) > (most < 0 ? 0 : (now[most] as number))) most = k;
    }
    if (most === kind) continue;
    if (kind >= 0) {
      context.fillStyle = colours[KINDS[kind] as Kind];
      context.fillRect(LEFT + start, y, x - start, height);
    }
    kind = most;
    start = x;
  }
}

/** Names of task sets are whatever people call them. */
function shorten(name: string): string {
  return name.length > 7 ? `${name.slice(0, 6)}…` : name;
}
