/** From ms and counts to pixels and back, and where the ticks stand. */
import { timeStep } from '../../../server/core/rollout/time-steps';

/** Room for the numbers at the left and for the last label at the right of every picture, so that they line up. */
export const LEFT = 46;
export const RIGHT = 14;

export interface Scale {
  from: number;
  to: number;
  /** Of the whole picture, px. */
  width: number;
  x(ms: number): number;
  /** The moment at a pixel, inside the range. */
  ms(x: number): number;
}

export function timeScale([from, to]: readonly [number, number], width: number): Scale {
  const inner = Math.max(1, width - LEFT - RIGHT);
  const span = Math.max(1, to - from);
  return {
    from,
    to,
    width,
    x: (ms) => LEFT + ((ms - from) / span) * inner,
    ms: (x) => Math.min(to, Math.max(from, from + ((x - LEFT) / inner) * span)),
  };
}

/** Round moments, about 80 px apart. */
export function timeTicks({ from, to, width }: Scale): number[] {
  const step = timeStep(((to - from) * 80) / Math.max(80, width - LEFT - RIGHT));
  const ticks: number[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(at);
  return ticks;
}

/** Whole numbers 1, 2, 5, 10 … apart, from 0 to at most `most`. */
export function countTicks(most: number, about: number): number[] {
  let step = 1;
  for (let power = 1; most / step > about; power *= 10) {
    step = [1, 2, 5, 10].map((n) => n * power).find((n) => most / n <= about) ?? power * 10;
  }
  const ticks: number[] = [];
  for (let n = 0; n <= most; n += step) ticks.push(n);
  return ticks;
}
