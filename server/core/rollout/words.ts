/** Figures in words, the same in every shell. */
import type { LimitCheck } from '../simulator/report/types';

/** 95 s, 6 min, 2 h 5 min, 3 d. @param ms milliseconds */
export function durationWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.round(hours / 24)} d`;
}

/** A moment to the second: 0:07, 13:37, 1:02:03. @param ms milliseconds since the deployment was asked for */
export function momentWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const clock = `${hours > 0 ? two(minutes) : minutes}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${clock}` : clock;
}

/** `the 10 min that aws ecs wait services-stable waits`, `the 3 h of CloudFormation`. */
export function limitWords({ name, limitMs }: Pick<LimitCheck, 'name' | 'limitMs'>): string {
  if (name === 'services-stable waiter') return `the ${durationWords(limitMs)} that aws ecs wait services-stable waits`;
  return `the ${durationWords(limitMs)} of ${name === 'CloudFormation' ? name : `the ${name}`}`;
}

/** `1 task`, `2 tasks`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** The value of a setting without the marks of JSON: `when-blocked`, `30, 30, 300`. */
export function settingWords(json: string): string {
  return json.replace(/["[\]]/g, '').replaceAll(',', ', ');
}
