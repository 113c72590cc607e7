import type { Fact } from '../../model/fact';
import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { count } from '../words';
import { containersOf, fargateReason, taskDefinitionOf } from './parts';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

interface Data {
  name: string;
  seconds: number;
  /** The nearest that AWS documents. */
  right: number;
}

/** Seconds that Fargate allows for stopTimeout and startTimeout. Source: ContainerDefinition. */
const LEAST = 2;
const MOST = 120;

export default defineRule<Data>({
  id: 'timeout-not-on-fargate',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['inference'],
  docs: {
    what: 'A stopTimeout or startTimeout outside 2 to 120 seconds on Fargate.',
    why: 'AWS documents these limits for Fargate. A task cannot be given longer to stop.',
    instead: 'Write a value up to 120. Work that takes longer has to be handed on when SIGTERM arrives.',
    links: [api('ContainerDefinition')],
  },
  check(ctx, report) {
    const reason = fargateReason(ctx);
    if (!reason) return;
    for (const container of containersOf(taskDefinitionOf(ctx))) {
      for (const name of ['stopTimeout', 'startTimeout'] as const) {
        const fact = container.get(name) as Fact<number>;
        const seconds = fact.value;
        // Below 0 the schema speaks; 0 has been seen to stand for the default.
        if (seconds === undefined || seconds <= 0) continue;
        const right = Math.min(Math.max(seconds, LEAST), MOST);
        if (right !== seconds) report({ at: fact, data: { name, seconds, right }, related: [reason] });
      }
    }
  },
  message: ({ name, seconds, right }) =>
    `AWS documents ${LEAST} to ${MOST} seconds for ${name} on Fargate, and this is ${count(seconds, 'second')}. Write ${right} or ${right === MOST ? 'less' : 'more'}.`,
  fix: ({ at, data: { right } }) => [{ title: `Write ${right}`, safe: false, changes: replace(factOf(at), right) }],
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask('    stopTimeout: ⟦300⟧\n'),
        fixed: fargateTask('    stopTimeout: 120\n'),
      },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask('    stopTimeout: 120\n') },
      { text: ON_EC2, taskDefinition: ec2Task('    stopTimeout: 300\n') },
    ],
  },
});
