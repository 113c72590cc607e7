/** What must hold for exit code 0. */
import { percentWords } from '../../core/rollout/odds';
import { durationWords } from '../../core/rollout/words';
import type { ManyReport } from '../../core/simulator/many-report';
import type { Report } from '../../core/simulator/report/types';
import { UsageError } from '../io';
import { readDuration } from './duration';

export interface GateOptions {
  'max-duration'?: string;
  'min-healthy'?: string;
  'max-peak'?: string;
  'require-complete'?: boolean;
}

export interface Gate {
  /** The option that asked for it. */
  name: keyof GateOptions;
  holds: boolean;
  text: string;
  /** Member of the definition that decides it. */
  pointer: string;
}

/** With many runs a gate holds when it holds in 95 of 100 of them; else it is about the one run. */
export function checkGates(report: Report, many: ManyReport | undefined, options: GateOptions): Gate[] {
  const gates: Gate[] = [];
  if (options['require-complete']) gates.push(completes(report, many));
  if (options['max-duration'] !== undefined) gates.push(lasts(report, many, options['max-duration']));
  if (options['min-healthy'] !== undefined) gates.push(stays(report, many, options['min-healthy']));
  if (options['max-peak'] !== undefined) gates.push(peaks(report, many, options['max-peak']));
  return gates;
}

const MOST = 0.95;
const inRuns = (many: ManyReport | undefined) => (many ? ` in 95 % of ${many.runs} runs` : '');

function completes({ verdict }: Report, many: ManyReport | undefined): Gate {
  const share = many?.probability.completed;
  const holds = share === undefined ? verdict.outcome === 'completed' : share >= MOST;
  const text =
    share === undefined
      ? `The rollout must complete; it ends as ${verdict.outcome.replace('-', ' ')}.`
      : `The rollout must complete${inRuns(many)}; it does in ${percentWords(share)}.`;
  return { name: 'require-complete', holds, text, pointer: verdict.source };
}

function lasts({ duration, verdict }: Report, many: ManyReport | undefined, given: string): Gate {
  const limit = readDuration(given, '--max-duration');
  const finish = many ? (many.probability.completed >= MOST ? (many.duration?.p95 ?? null) : null) : duration.default;
  const takes = finish === null ? 'it does not finish' : `it takes ${many ? 'up to ' : ''}${durationWords(finish)}`;
  const text = `At most ${durationWords(limit)} are allowed; ${takes}${inRuns(many)}.`;
  return { name: 'max-duration', holds: finish !== null && finish <= limit, text, pointer: verdict.source };
}

function stays({ counts }: Report, many: ManyReport | undefined, given: string): Gate {
  const [, number, percent] = /^(\d{1,6})(%)?$/.exec(given) ?? [];
  if (number === undefined)
    throw new UsageError(`--min-healthy wants a count or a percentage such as 4 or 80%, not "${given}"`);
  const limit = percent ? Math.ceil((counts.desired * Number(number)) / 100) : Number(number);
  const floor = many ? many.floor.p5 : counts.floor;
  const text = `At least ${limit} healthy tasks are wanted at any time; the fewest are ${floor}${inRuns(many)}.`;
  return {
    name: 'min-healthy',
    holds: floor >= limit,
    text,
    pointer: '/deploymentConfiguration/minimumHealthyPercent',
  };
}

function peaks({ counts }: Report, many: ManyReport | undefined, given: string): Gate {
  if (!/^\d{1,6}$/.test(given)) throw new UsageError(`--max-peak wants a number of tasks, not "${given}"`);
  const limit = Number(given);
  const peak = many ? many.peak.p95 : counts.peak;
  const text = `At most ${limit} tasks are allowed at any time; the most are ${peak}${inRuns(many)}.`;
  return { name: 'max-peak', holds: peak <= limit, text, pointer: '/deploymentConfiguration/maximumPercent' };
}
