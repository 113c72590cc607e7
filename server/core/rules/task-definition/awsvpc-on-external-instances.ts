import { factOf, replace } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { requires, runsOn, taskDefinitionOf } from './parts';
import { ec2Task, ON_EC2 } from './samples';

const EXTERNAL = ON_EC2.replace('EC2', 'EXTERNAL');
const task = (mode: string) => ec2Task('', '', mode).replace('[EC2]', '[EXTERNAL]');

export default defineRule<Record<string, never>>({
  id: 'awsvpc-on-external-instances',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['today:networkMode'],
  docs: {
    what: 'The network mode awsvpc for instances outside AWS (ECS Anywhere).',
    why: 'AWS documents bridge, host and none for external instances: there is no VPC that could give a task an interface.',
    instead: 'Use bridge or host.',
    links: [guide('ecs-anywhere')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const mode = taskDefinition.get('networkMode');
    const external = ctx.traits.launch === 'EXTERNAL' ? runsOn(ctx) : requires(taskDefinition, 'EXTERNAL');
    if (!external || !mode.is('awsvpc')) return;
    report({ at: mode, data: {}, related: [{ at: external, message: 'External instances' }] });
  },
  message: () =>
    'External instances have no VPC that could give tasks an interface, and AWS documents only bridge, host and none for them. Use bridge or host.',
  fix: ({ at }) => [{ title: 'Write bridge', safe: false, changes: replace(factOf(at), 'bridge') }],
  examples: {
    invalid: [
      {
        text: EXTERNAL,
        taskDefinition: task('⟦awsvpc⟧'),
        fixed: task('bridge'),
        also: ['missing-network-configuration'],
      },
    ],
    valid: [{ text: EXTERNAL, taskDefinition: task('bridge') }],
  },
});
