/** What differs between what a trace expects and what came, told at the first place where it does. */
import { isRecord } from './trace-form';

/** Numbers that are the same but for the binary fractions of their arithmetic. */
const CLOSE = 1e-9;

/** Undefined when both say the same; the order of an object's members does not matter. `path` leads to the value. */
export function firstDifference(expected: unknown, got: unknown, path: string): string | undefined {
  if (typeof expected === 'number' && typeof got === 'number' && isClose(expected, got)) return undefined;
  if (Array.isArray(expected) && Array.isArray(got)) {
    return firstOf(indexes(expected, got), (i) => firstDifference(expected[i], got[i], `${path}[${i}]`));
  }
  if (isRecord(expected) && isRecord(got)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(got)])];
    return firstOf(names, (name) => firstDifference(expected[name], got[name], `${path}.${name}`));
  }
  return Object.is(expected, got) ? undefined : `${path} expected ${shown(expected)} but was ${shown(got)}`;
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= CLOSE * Math.max(1, Math.abs(a), Math.abs(b));
}

const indexes = (a: unknown[], b: unknown[]) => Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i);

function firstOf<T>(items: readonly T[], differ: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const difference = differ(item);
    if (difference) return difference;
  }
  return undefined;
}

const shown = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));
