import { appendFileSync } from 'node:fs';
import { verdictSentence } from '../../core/rollout/verdict';
import { limitWords } from '../../core/rollout/words';
import { escapeData, escapeProperty, inCheckout } from '../format/github';
import type { Io } from '../io';
import { markdown, type Result } from './formats';
import { placeOf, type Subject } from './subject';

/** Workflow commands: gates that do not hold are errors, a rollout that does not complete and limits it breaks warnings. */
export function github(result: Result, io: Io): string {
  const { subject, report, gates } = result;
  const annotate = (type: 'error' | 'warning', pointer: string, text: string) =>
    annotation(type, pointer, text, subject, io);
  const broken = gates.filter(({ holds }) => !holds);
  const lines = broken.map(({ pointer, text }) => annotate('error', pointer, text));
  if (report.verdict.outcome !== 'completed')
    lines.push(annotate('warning', report.verdict.source, verdictSentence(report)));
  for (const { source, text } of report.notes)
    if (source.startsWith('scenario:')) lines.push(annotate('warning', '', text));
  for (const limit of report.limits)
    if (limit.exceeded) lines.push(annotate('warning', '', `The rollout outlasts ${limitWords(limit)}.`));
  lines.push(verdictSentence(report));
  return lines.map((line) => `${line}\n`).join('');
}

function annotation(type: string, pointer: string, text: string, subject: Subject, io: Io): string {
  const place = placeOf(subject, pointer);
  const properties = [
    `file=${escapeProperty(inCheckout(subject.target, io.env.GITHUB_WORKSPACE))}`,
    ...(place ? [`line=${place.line}`] : []),
    'title=ECS rollout',
  ];
  return `::${type} ${properties.join(',')}::${escapeData(text)}`;
}

/** Adds the report to the job summary, when the runner gives a file for it. */
export function writeJobSummary(result: Result, path: string | undefined): void {
  if (path) appendFileSync(path, markdown(result));
}
