/** The report in one sentence, and its key figures. */
import type { Report } from '../simulator/report/types';
import type { Assumed } from './plan-of';
import { count, durationWords, momentWords } from './words';

/** What a person wants to know first: how it ends, when, and how few and how many tasks there are on the way. */
export function verdictSentence(report: Report): string {
  const { verdict, duration, counts, waves, traffic } = report;
  if (verdict.outcome === 'stuck') return `This rollout can never finish. ${verdict.why}`;
  if (verdict.outcome !== 'completed') return `${ENDINGS[verdict.outcome]}${when(verdict.at)}. ${verdict.why}`;
  if (report.change === 'none')
    return `The service is in steady state again${when(verdict.at)}; ${tasksWords(report)}.`;
  const shifts = traffic.production.filter((weight, i, all) => i > 0 && weight !== all[i - 1]).length;
  const steps = shifts > 0 ? count(shifts, 'traffic shift') : count(waves.length, 'wave');
  if (report.controller === 'EXTERNAL' && waves.length === 0)
    return 'This deployment starts nothing by itself: with the EXTERNAL controller the tool that makes the task sets rolls out.';
  if (waves.length === 0 && counts.desired === 0)
    return "This rollout completes with the scheduler's first pass: no tasks are desired.";
  return `This rollout completes in about ${durationWords(duration.default ?? 0)}, in ${steps}; ${tasksWords(report)}.`;
}

const ENDINGS = {
  failed: 'This rollout fails',
  'rolled-back': 'This rollout is rolled back',
  stalled: 'This rollout fails and stays where it is',
} as const;

/** What the files leave open and the run takes for granted, a sentence each: the figures rest on it. */
export function assumedWords({ pointer, what, value, why }: Assumed): string {
  const text = `${what ?? pointer.split('/').pop()} is taken to be ${value}: ${why}.`;
  return what ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function when(at: number | null): string {
  return at === null ? '' : ` after ${durationWords(at)}`;
}

function tasksWords({ counts, change }: Report): string {
  const { floor, peak, desired } = counts;
  if (change === 'create') return `at most ${count(peak, 'task')} exist at once`;
  if (floor >= desired) return `never fewer than ${count(floor, 'healthy task')}, at most ${count(peak, 'task')}`;
  const low = floor === 0 ? 'at one point no task is healthy' : `as few as ${count(floor, 'healthy task')}`;
  return `${low} of ${desired} desired, at most ${count(peak, 'task')}`;
}

/** One figure of the summary. `source`: what in the file (or beside it) decides it. */
export interface Figure {
  name: string;
  value: string;
  /** More, in small print. */
  note: string;
  source: string;
}

/** Whether ECS paces the tasks by the minimum and the maximum; shifting strategies and other controllers do not. */
export function pacedByBounds({ controller, strategy }: Pick<Report, 'controller' | 'strategy'>): boolean {
  return controller === 'ECS' && strategy === 'ROLLING';
}

export function figuresOf(report: Report): Figure[] {
  const { duration, counts, breaker } = report;
  const bounded = pacedByBounds(report);
  const figures: Figure[] = [];
  const add = (name: string, value: string, note: string, source: string) =>
    figures.push({ name, value, note, source });
  add('Duration', duration.default === null ? 'never ends' : durationWords(duration.default), rangeWords(report), '');
  if (report.change !== 'create') {
    const below =
      counts.belowDesiredMs > 0 ? `below desired for ${durationWords(counts.belowDesiredMs)}` : 'never below desired';
    const note = bounded ? `${below}; the floor is ${counts.lower}` : below;
    add('Fewest healthy', String(counts.floor), note, '/deploymentConfiguration/minimumHealthyPercent');
  }
  const resources = resourceWords(report);
  const zones = zoneWords(counts.peakZones);
  const there = zones && !resources ? `; ${zones}` : '';
  const ceiling = bounded ? `; the ceiling is ${counts.upper}` : '';
  const peak = `at ${momentWords(counts.peakAt)}${ceiling}${there}`;
  add('Most tasks', String(counts.peak), peak, '/deploymentConfiguration/maximumPercent');
  if (resources) add('Needed at the peak', resources, zones, 'taskDefinition#');
  add('Waves', String(report.waves.length), waveWords(report), '/deploymentConfiguration/maximumPercent');
  if (breaker?.enabled) {
    const { highest, threshold, tripAt, source } = breaker;
    if (tripAt === null) add('Circuit breaker', `${highest} of ${threshold}`, 'failed tasks; it does not trip', source);
    else
      add(
        'Circuit breaker',
        `trips at ${momentWords(tripAt)}`,
        `${highest} failed tasks; it takes ${threshold}`,
        source,
      );
  }
  return figures;
}

function rangeWords({ duration: { best, default: typical, worst } }: Report): string {
  if (typical === null) return 'ECS goes on trying';
  if (best === null || (best === typical && worst === typical)) return '';
  return `${durationWords(best)} at best, ${worst === null ? 'never at worst' : `${durationWords(worst)} at worst`}`;
}

function resourceWords({ counts: { peakCpu, peakMemory } }: Report): string | undefined {
  const parts: string[] = [];
  // 0: the task definition says nothing of the size.
  if (peakCpu) parts.push(`${round(peakCpu / 1024)} vCPU`);
  if (peakMemory) parts.push(`${round(peakMemory / 1024)} GiB`);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

const round = (n: number) => Math.round(n * 100) / 100;

function zoneWords(zones: Record<string, number>): string {
  return Object.entries(zones)
    .map(([zone, tasks]) => `${zone}: ${tasks}`)
    .join(', ');
}

function waveWords({ waves }: Report): string {
  const shown = waves.slice(0, 4).map((wave) => wave.launched);
  const one = shown.length === 1 && shown[0] === 1;
  return waves.length === 0
    ? 'no task is started'
    : `${shown.join(', ')}${waves.length > 4 ? ' …' : ''} ${one ? 'task' : 'tasks'} started`;
}
