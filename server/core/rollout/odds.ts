/** Many runs in words, the same in every shell. */
import type { ManyReport, Quantiles } from '../simulator/many-report';
import { count, durationWords } from './words';

const ODDS: readonly (readonly [keyof ManyReport['probability'], string])[] = [
  ['completed', 'completes'],
  ['rolled-back', 'is rolled back'],
  ['failed', 'fails'],
  ['stalled', 'fails and stays where it is'],
  ['stuck', 'never finishes'],
  ['tripped', 'trips the circuit breaker'],
  ['belowDesired', 'has fewer healthy tasks than desired at some time'],
  ['belowFloor', 'has fewer healthy tasks than the minimum at some time'],
];

/** To go on from "It …": what came to pass in any of the runs, and whether they complete in any case. `share`: 0 to 1. */
export function oddsOf({ probability }: ManyReport): { words: string; share: number }[] {
  return ODDS.filter(([name]) => name === 'completed' || probability[name] > 0).map(([name, words]) => ({
    words,
    share: probability[name],
  }));
}

/** 100 %, 95.5 %, 0.4 %. @param share 0 to 1 */
export function percentWords(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

/** A figure of the middle run, with those that 5 of 100 runs fall short of and exceed. */
export interface Spread {
  name: string;
  middle: string;
  /** `4 to 6`; undefined when 90 of 100 are alike. */
  range: string | undefined;
}

/** How long, of the runs that completed; how few and how many. */
export function spreadsOf({ duration, floor, peak }: ManyReport): Spread[] {
  const spread = (name: string, { p5, p50, p95 }: Quantiles, words: (n: number) => string): Spread => {
    const range = `${words(p5)} to ${words(p95)}`;
    return { name, middle: words(p50), range: words(p5) === words(p95) ? undefined : range };
  };
  return [
    ...(duration ? [spread('Duration', duration, durationWords)] : []),
    spread('Fewest healthy', floor, (n) => count(n, 'task')),
    spread('Most tasks', peak, (n) => count(n, 'task')),
  ];
}
