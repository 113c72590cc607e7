import { appendFileSync } from 'node:fs';
import type { Fact } from '../../core/model/fact';
import { verdictSentence } from '../../core/rollout/verdict';
import { limitWords } from '../../core/rollout/words';
import { positionAt } from '../../core/syntax';
import { escapeData, escapeProperty, inCheckout } from '../format/github';
import type { Io } from '../io';
import { markdown, type Result } from './formats';
import type { Subject } from './subject';

/** Workflow commands: gates that do not hold are errors, a rollout that does not complete and limits it breaks warnings. */
export function github(result: Result, io: Io): string {
  const { subject, report, gates } = result;
  const annotate = (type: 'error' | 'warning', pointer: string, text: string) =>
    annotation(type, pointer, text, subject, io);
  const broken = gates.filter(({ holds }) => !holds);
  const lines = broken.map(({ pointer, text }) => annotate('error', pointer, text));
  if (report.verdict.outcome !== 'completed')
    lines.push(annotate('warning', report.verdict.source, verdictSentence(report)));
  for (const limit of report.limits)
    if (limit.exceeded) lines.push(annotate('warning', '', `The rollout outlasts ${limitWords(limit)}.`));
  lines.push(verdictSentence(report));
  return lines.map((line) => `${line}\n`).join('');
}

function annotation(
  type: string,
  pointer: string,
  text: string,
  { snapshot, target, definition }: Subject,
  io: Io,
): string {
  const span = spanOf(definition.service as Fact, pointer);
  const properties = [
    `file=${escapeProperty(inCheckout(target, io.env.GITHUB_WORKSPACE))}`,
    ...(span ? [`line=${positionAt(snapshot.tree, span.start).line + 1}`] : []),
    'title=ECS rollout',
  ];
  return `::${type} ${properties.join(',')}::${escapeData(text)}`;
}

/** The nearest member that stands in the file. */
function spanOf(root: Fact, pointer: string) {
  if (!pointer.startsWith('/')) return root.keySpan;
  const fact = pointer
    .split('/')
    .slice(1)
    .reduce<Fact>((one, name) => (one as Fact<Record<string, unknown>>).get(name) as Fact, root);
  return fact.keySpan ?? fact.span;
}

/** Adds the report to the job summary, when the runner gives a file for it. */
export function writeJobSummary(result: Result, path: string | undefined): void {
  if (path) appendFileSync(path, markdown(result));
}
