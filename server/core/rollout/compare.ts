/** What is different between two rollouts, in words: what a chart of both cannot say aloud. */
import type { Outcome, Report } from '../simulator/report/types';
import { count, durationWords, limitWords } from './words';

const ENDS: Record<Outcome, string> = {
  completed: 'completes',
  stuck: 'never finishes',
  failed: 'fails',
  'rolled-back': 'is rolled back',
  stalled: 'fails and stays where it is',
};

/** One sentence for each difference that matters, the gravest first; empty when the two go alike. */
export function differencesInWords(before: Report, now: Report): string[] {
  return [
    outcomes(before, now),
    durations(before, now),
    ...floors(before, now),
    peaks(before, now),
    waves(before, now),
    strategies(before, now),
    breakers(before, now),
    ...limits(before, now),
  ].filter((sentence) => sentence !== undefined);
}

function outcomes(before: Report, now: Report): string | undefined {
  const [from, to] = [before.verdict.outcome, now.verdict.outcome];
  return from === to ? undefined : `It ${ENDS[to]}; before, it ${ENDS[from]}.`;
}

function durations(before: Report, now: Report): string | undefined {
  const [from, to] = [before.duration.default, now.duration.default];
  if (from === null || to === null || Math.abs(to - from) < 1000) return undefined;
  const longer = to > from ? 'longer' : 'less';
  const [was, is] = [durationWords(from), durationWords(to)];
  if (was === is) return `It takes ${durationWords(Math.abs(to - from))} ${longer}.`;
  return `It takes ${durationWords(Math.abs(asShown(to) - asShown(from)))} ${longer}: ${is} instead of ${was}.`;
}

/** To the minute, as durationWords has it: the difference is that of the figures beside it. */
const asShown = (ms: number) => (ms < 119_500 ? ms : Math.round(ms / 60_000) * 60_000);

function floors({ counts: before }: Report, { counts: now }: Report): string[] {
  const said: string[] = [];
  if (now.floor !== before.floor)
    said.push(
      `The fewest healthy tasks are ${now.floor} of ${now.desired} instead of ${before.floor} of ${before.desired}.`,
    );
  if (Math.abs(now.belowDesiredMs - before.belowDesiredMs) >= 1000) {
    const words = (ms: number) => (ms === 0 ? 'at no time' : `for ${durationWords(ms)}`);
    said.push(
      `Fewer healthy tasks than desired: ${words(now.belowDesiredMs)} instead of ${words(before.belowDesiredMs)}.`,
    );
  }
  return said;
}

function peaks({ counts: before }: Report, { counts: now }: Report): string | undefined {
  if (now.peak === before.peak) return undefined;
  const change = now.peak - before.peak;
  return `At the peak there ${now.peak === 1 ? 'is' : 'are'} ${count(now.peak, 'task')}, ${Math.abs(change)} ${change > 0 ? 'more' : 'fewer'} than before.`;
}

function waves({ waves: before }: Report, { waves: now }: Report): string | undefined {
  if (now.length === before.length) return undefined;
  return `Tasks start in ${count(now.length, 'wave')} instead of ${before.length}.`;
}

function strategies(before: Report, now: Report): string | undefined {
  const name = (report: Report) => (report.controller === 'ECS' ? report.strategy : report.controller);
  return name(before) === name(now) ? undefined : `It is a ${name(now)} deployment instead of ${name(before)}.`;
}

function breakers({ breaker: before }: Report, { breaker: now }: Report): string | undefined {
  const [from, to] = [before?.enabled ?? false, now?.enabled ?? false];
  if (from !== to) return to ? 'The circuit breaker watches it.' : 'No circuit breaker watches it any more.';
  if (!to || before?.threshold === now?.threshold) return undefined;
  return `The circuit breaker trips at ${count(now?.threshold ?? 0, 'failed task')} instead of ${before?.threshold}.`;
}

function limits({ limits: before }: Report, { limits: now }: Report): string[] {
  return now.flatMap((limit) => {
    const was = before.find((one) => one.name === limit.name);
    if (!was || was.exceeded === limit.exceeded) return [];
    return [`It now ${limit.exceeded ? 'takes longer than' : 'stays within'} ${limitWords(limit)}.`];
  });
}
