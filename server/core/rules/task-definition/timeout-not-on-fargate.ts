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
  /** The nearest that is allowed. */
  right: number;
  /** Whether ECS has been seen to refuse it; the rest is documented. */
  refused: boolean;
}

/** Seconds that Fargate allows for stopTimeout and startTimeout. Source: ContainerDefinition. */
const LEAST = 2;
const MOST = 120;

export default defineRule<Data>({
  id: 'timeout-not-on-fargate',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['inference'],
  docs: {
    what: 'A stopTimeout or startTimeout outside 2 to 120 seconds on Fargate.',
    why: 'A task on Fargate cannot be given longer to stop, and ECS refuses more: "Tasks using the Fargate launch type must have a container stop timeout of less than 120 seconds." (120 itself is taken.) The limits of startTimeout and the lower ones AWS documents.',
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
        if (right === seconds) continue;
        const refused = name === 'stopTimeout' && right === MOST;
        const severity = refused ? 'error' : 'warning';
        report({ at: fact, data: { name, seconds, right, refused }, severity, related: [reason] });
      }
    }
  },
  message: ({ name, seconds, right, refused }) =>
    refused
      ? `Fargate gives a container ${MOST} seconds to stop at most, and this is ${count(seconds, 'second')}: ECS refuses the task definition. Write ${right} or less.`
      : `AWS documents ${LEAST} to ${MOST} seconds for ${name} on Fargate, and this is ${count(seconds, 'second')}. Write ${right} or ${right === MOST ? 'less' : 'more'}.`,
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
