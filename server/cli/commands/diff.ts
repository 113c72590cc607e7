import { appendFileSync } from 'node:fs';
import { createConfiguration } from '../../config';
import { differencesInWords } from '../../core/rollout/compare';
import {
  ANOTHER_SERVICE,
  type DefinitionChange,
  definitionChanges,
  STARTS,
} from '../../core/rollout/definition-changes';
import { markdownCell } from '../../core/rollout/markdown';
import { verdictSentence } from '../../core/rollout/verdict';
import type { Report } from '../../core/simulator/report/types';
import { simulate } from '../../core/simulator/simulate';
import { defineCommand, type Given } from '../command';
import { EXIT, type Io } from '../io';
import { type Paint, PLAIN, paintFor } from '../paint';
import { readSubject } from '../simulate/subject';
import { visible, wrap } from '../text';

const FORMATS = ['pretty', 'json', 'markdown', 'github'] as const;

const OPTIONS = {
  format: { short: 'f', value: 'FORMAT', choices: FORMATS, help: 'what to print (default: pretty)' },
  service: { value: 'NAME', help: 'which service, when the files hold several' },
  cluster: { value: 'FILE', help: 'what there is to place tasks on' },
  'exit-code': { help: 'exit 1 when something is different' },
} as const;

const DETAILS = `
A is a file or git:REV, the revision in which B was different.

  ecs-preflight diff old.json new.json
  ecs-preflight diff git:HEAD service.json
  ecs-preflight diff git:origin/main service.yaml --format markdown

The rollout before is an update of the service to A, the one after the update from A to B.`;

export const diff = defineCommand({
  name: 'diff',
  args: 'A B',
  summary: 'Tell what is different between two versions of a definition, and what that does to the rollout.',
  details: DETAILS,
  options: OPTIONS,
  arity: [2, 2],
  complete: 'files',
  run: runDiff,
});

interface Difference {
  changes: DefinitionChange[];
  /** Undefined when there was no such file before: the service is created. */
  before: Report | undefined;
  now: Report;
  /** How the rollout changes, a sentence each. */
  rollout: string[];
}

async function runDiff([a = '', b = '']: readonly string[], given: Given<typeof OPTIONS>, io: Io): Promise<number> {
  const { service, cluster } = given;
  const subject = readSubject(b, { configuration: createConfiguration({}), io, service, cluster, from: a });
  const { before, planBefore, definition, target } = subject;
  const reports = { before: planBefore && simulate(planBefore), now: simulate(subject.plan) };
  const difference: Difference = {
    ...reports,
    changes: before ? definitionChanges(before.service, definition.service) : [],
    rollout: reports.before ? differencesInWords(reports.before, reports.now) : [],
  };
  const text = print(given, difference, target.display, io);
  io.out(text);
  const same = before !== undefined && difference.changes.length === 0 && difference.rollout.length === 0;
  return given['exit-code'] && !same ? EXIT.findings : EXIT.clean;
}

function print(given: Given<typeof OPTIONS>, difference: Difference, file: string, io: Io): string {
  switch (given.format) {
    case 'json':
      return `${JSON.stringify({ version: 1, file, ...difference }, null, 2)}\n`;
    case 'markdown':
      return asMarkdown(difference, file);
    case 'github': {
      const { GITHUB_STEP_SUMMARY: path } = io.env;
      if (path) appendFileSync(path, asMarkdown(difference, file));
      return asText(difference, file, PLAIN, 100);
    }
    default: {
      const paint = paintFor(io, (given as { color?: string }).color, io.outIsTerminal);
      return asText(difference, file, paint, Math.max(40, Math.min(io.columns ?? 80, 100)));
    }
  }
}

/** What the change amounts to, in a sentence. */
function sumUp({ changes, before }: Difference): string {
  if (!before) return 'The file is new: the service is created.';
  if (changes.length === 0) return 'The definitions say the same.';
  if (changes.some(({ effect }) => effect === ANOTHER_SERVICE))
    return 'The name is another one, so this is another service. What follows takes both for versions of one.';
  const deploys = changes.some(({ effect }) => effect === STARTS);
  return deploys ? 'This change starts a deployment.' : NO_DEPLOYMENT;
}

const NO_DEPLOYMENT =
  'This change alone starts no deployment. The rollout below is that of the next one: another task definition, or --force-new-deployment.';

function asText(difference: Difference, file: string, paint: Paint, columns: number): string {
  const { changes, now, rollout } = difference;
  const say = (text: string) => wrap(visible(text), columns - 4).map((line, i) => `  ${i === 0 ? '-' : ' '} ${line}`);
  const changed = changes.flatMap(({ pointer, before, now: after, effect }) => [
    `  ${paint(visible(pointer), 'cyan')}  ${paint(effect, 'dim')}`,
    ...(before === undefined ? [] : [paint(`    - ${visible(before)}`, 'red')]),
    ...(after === undefined ? [] : [paint(`    + ${visible(after)}`, 'green')]),
  ]);
  const lines = [
    paint(visible(file), 'bold'),
    ...wrap(sumUp(difference), columns),
    ...changed,
    '',
    paint('Its rollout', 'bold'),
    ...wrap(visible(verdictSentence(now)), columns),
    ...(rollout.length > 0 ? rollout.flatMap(say) : difference.before ? say('It goes like the one before.') : []),
  ];
  return `${lines.join('\n')}\n`;
}

function asMarkdown(difference: Difference, file: string): string {
  const { changes, now, rollout } = difference;
  const table =
    changes.length === 0
      ? []
      : [
          '| Member | Before | Now | |',
          '| --- | --- | --- | --- |',
          ...changes.map(
            ({ pointer, before = '', now: after = '', effect }) =>
              `| ${[pointer, before, after, effect].map(markdownCell).join(' | ')} |`,
          ),
          '',
        ];
  return [
    `## Changes of ${markdownCell(file)}`,
    '',
    sumUp(difference),
    '',
    ...table,
    `**${markdownCell(verdictSentence(now))}**`,
    '',
    ...rollout.map((sentence) => `- ${markdownCell(sentence)}`),
    '',
  ].join('\n');
}
