import type { Fact } from '../../model/fact';
import type { Plain } from '../../syntax';
import { replace } from '../fixes';
import { api, github } from '../links';
import { defineRule } from '../rule';
import { quote } from '../words';
import { containersOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  /** The list does not begin with CMD or CMD-SHELL, it gives CMD a line for a shell, or CMD-SHELL a program and its arguments. */
  wrong: 'start' | 'line' | 'words';
  first: string;
  command: Fact;
  right: string[] | undefined;
}

const MESSAGES: Readonly<Record<Data['wrong'], (first: string) => string>> = {
  start: (first) =>
    `The command of a health check begins with CMD or CMD-SHELL, as AWS documents, and this begins with ${first}. Put CMD-SHELL in front of a line for a shell, CMD in front of a program and its arguments.`,
  line: () =>
    'CMD takes this whole line for the name of one program and does not find it, so the container is never healthy. Write CMD-SHELL for a line, or one argument in each item.',
  words: (first) =>
    `CMD-SHELL takes a whole line in one item, and of these the shell runs ${first} alone, without what follows it: the container may never be healthy. Write one line, or CMD in place of CMD-SHELL.`,
};

const check = (command: string) => `    healthCheck:\n      command: ${command}\n`;

export default defineRule<Data>({
  id: 'health-check-command',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['inference', 'issue:tox-dev/tox-docker#57'],
  docs: {
    what: 'A health check command that does not begin with CMD or CMD-SHELL, that gives CMD a whole line of shell, or CMD-SHELL the words of one.',
    why: 'AWS documents that the list begins with one of the two. CMD starts a program with arguments, one in each item: a line in one item is taken for the name of a program, which is not found. CMD-SHELL hands the shell the one item after it, and the program runs without what follows. The container is then never healthy, and each deployment fails.',
    instead: 'Write [CMD-SHELL, "a line for the shell"], or [CMD, program, argument, …].',
    links: [api('HealthCheck'), github('tox-dev/tox-docker/issues/57')],
  },
  check(ctx, report) {
    for (const container of containersOf(taskDefinitionOf(ctx))) {
      const command = container.get('healthCheck').get('command');
      const words = command.items.map((item) => item.value);
      const [first, second] = words;
      if (first === undefined || command.count === undefined || words.includes(undefined)) continue;
      const all = words as string[];
      if (first === 'CMD' && all.length === 2 && second !== undefined && /\s/.test(second)) {
        const at = command.items[1] as Fact;
        report({ at, data: { wrong: 'line', first, command: command as Fact, right: ['CMD-SHELL', second] } });
      } else if (first === 'CMD-SHELL' && all.length > 2 && second !== undefined && !/\s/.test(second)) {
        const at = command.items[1] as Fact;
        report({
          at,
          data: { wrong: 'words', first: second, command: command as Fact, right: inOneLine(all.slice(1)) },
        });
      } else if (!['CMD', 'CMD-SHELL', 'NONE'].includes(first) && !isProgramAlone(all)) {
        const at = command.items[0] as Fact;
        report({ at, data: { wrong: 'start', first, command: command as Fact, right: rightFor(all) } });
      }
    }
  },
  message: ({ wrong, first }) => MESSAGES[wrong](quote(first)),
  fix({ data: { wrong, command, right } }) {
    if (!right) return [];
    const title = wrong === 'words' ? 'Write one line' : `Begin with ${right[0]}`;
    return [{ title, safe: false, changes: replace(command, right as Plain) }];
  },
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(check('[⟦curl⟧, -f, http://localhost/]')),
      },
      { text: ON_FARGATE, taskDefinition: fargateTask(check('[CMD, ⟦curl -f http://localhost/ || exit 1⟧]')) },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(check('[CMD-SHELL, ⟦curl⟧, -f, http://localhost/]')),
        fixed: fargateTask(check('\n        - CMD-SHELL\n        - curl -f http://localhost/').replace(': \n', ':\n')),
      },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(check('[CMD-SHELL, curl -f http://localhost/ || exit 1]')) },
      { text: ON_FARGATE, taskDefinition: fargateTask(check('[CMD, curl, -f, http://localhost/]')) },
      { text: ON_FARGATE, taskDefinition: fargateTask(check('[CMD-SHELL, curl -f http://localhost/, "|| exit 1"]')) },
      { text: ON_FARGATE, taskDefinition: fargateTask(check('[CMD-SHELL, /bin/healthy]')) },
      { text: ON_FARGATE, taskDefinition: fargateTask(check('[CMD, /bin/healthy]')) },
      { text: ON_FARGATE, taskDefinition: fargateTask(check('[/healthcheck]')) },
    ],
  },
});

/**
 * A program by its path and nothing else, as the documents of AWS Distro for OpenTelemetry have it: `[/healthcheck]`.
 * It works without CMD. Source: aws/aws-cdk#34389.
 */
const isProgramAlone = (words: readonly string[]) => words.length === 1 && /^\/\S+$/.test(words[0] ?? '');

/** The words as the line that a shell takes; undefined when one of them holds a space, which a line would need quotes for. */
function inOneLine(words: readonly string[]): string[] | undefined {
  return words.some((word) => /\s/.test(word)) ? undefined : ['CMD-SHELL', words.join(' ')];
}

/** `CMD-SHELL, curl …` in one string, a line, or a program and its arguments, as they were meant. */
function rightFor(words: readonly string[]): string[] | undefined {
  const [only = ''] = words;
  if (words.length > 1)
    return /^cmd(-shell)?$/i.test(only) ? [only.toUpperCase(), ...words.slice(1)] : ['CMD', ...words];
  const inOne = /^(CMD-SHELL)\s*,?\s+(.+)$/s.exec(only);
  if (inOne) return [inOne[1] as string, inOne[2] as string];
  return only.startsWith('CMD') ? undefined : ['CMD-SHELL', only];
}
