import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { keyOf, networkModeOf, taskDefinitionOf } from './parts';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

const FAULTS = 'enableFaultInjection: true\n';

export default defineRule<{ mode: string }>({
  id: 'fault-injection-network-mode',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['inference'],
  docs: {
    what: 'enableFaultInjection with a network mode other than awsvpc and host.',
    why: 'AWS documents that fault injection works with awsvpc and host alone: the faults are made in the network namespace of the task.',
    instead: 'Use awsvpc, or leave enableFaultInjection out.',
    links: [guide('fault-injection')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const faults = taskDefinition.get('enableFaultInjection');
    const mode = networkModeOf(taskDefinition);
    if (!faults.is(true) || mode === undefined || mode === 'awsvpc' || mode === 'host') return;
    report({ at: keyOf(faults), data: { mode } });
  },
  message: ({ mode }) =>
    `AWS documents fault injection for the network modes awsvpc and host, and this task has ${mode}. Use awsvpc, or remove enableFaultInjection.`,
  fix: ({ at }) => [{ title: 'Remove enableFaultInjection', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: ON_EC2,
        taskDefinition: ec2Task('', FAULTS.replace('enableFaultInjection', '⟦enableFaultInjection⟧')),
        fixed: ec2Task(),
      },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask('', FAULTS) },
      { text: ON_EC2, taskDefinition: ec2Task('', FAULTS.replace('true', 'false')) },
    ],
  },
});
