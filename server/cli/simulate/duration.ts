import { UsageError } from '../io';

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, min: 60_000, h: 3_600_000 };

/** `90`, `90s`, `10m`, `1h30m` in ms; a bare number is seconds. @param option for the complaint */
export function readDuration(text: string, option: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const parts = [...text.matchAll(/(\d{1,9}(?:\.\d+)?)(min|s|m|h)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text)
    throw new UsageError(`${option} wants a duration such as 90s, 10m or 1h30m, not "${text}"`);
  return parts.reduce((sum, [, n, unit]) => sum + Number(n) * (UNITS[unit as string] as number), 0);
}
