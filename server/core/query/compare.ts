/** Versions and dates as lists of numbers, compared number by number. */
import type { OperatorId } from './operators';

/** `1.68.0`, `v1.68.0` or `5`; undefined for anything else. */
export function versionOf(text: string): number[] | undefined {
  return /^v?\d+(\.\d+)*$/.test(text) ? text.replace(/^v/, '').split('.').map(Number) : undefined;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** The documented date forms, and the seconds since 1970 that the API answers with. Without a zone UTC is meant (inference). */
export function dateOf(text: string): number[] | undefined {
  if (/^\d{9,}(\.\d+)?$/.test(text)) return [Math.floor(Number(text))];
  const found = DATE.exec(text);
  if (!found) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59)
    return undefined;
  const offset = offsetSeconds(found[7]);
  return [Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - offset];
}

export function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function offsetSeconds(zone: string | undefined): number {
  if (!zone || zone === 'Z') return 0;
  const digits = zone.replace(':', '').slice(1);
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60;
  return zone.startsWith('-') ? -seconds : seconds;
}

/** A test by order; texts that are no such number make the answer unknown. */
export function compareWith(
  id: OperatorId,
  negative: boolean,
  values: readonly string[],
  read: (text: string) => number[] | undefined,
): ((value: string) => boolean | 'unknown') | string {
  const wanted = values.map(read);
  const bad = values[wanted.indexOf(undefined)];
  if (bad !== undefined) return `\`${bad}\` cannot be compared`;
  return (text) => {
    const value = read(text);
    if (!value) return 'unknown';
    const holds = (wanted as number[][]).some((other) => holdsFor(id, order(value, other)));
    return holds !== negative;
  };
}

function order(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function holdsFor(id: OperatorId, difference: number): boolean {
  if (id === 'greater_than') return difference > 0;
  if (id === 'greater_than_equal') return difference >= 0;
  if (id === 'less_than') return difference < 0;
  if (id === 'less_than_equal') return difference <= 0;
  return difference === 0;
}
