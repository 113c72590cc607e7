import { set } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { requires, taskDefinitionOf, topOf } from './parts';
import { fargateTask, ON_EC2, ON_EC2_AWSVPC } from './samples';

interface Data {
  mode: string | undefined;
}

const SERVICE = ON_EC2;
const task = (mode: string) => fargateTask().replace('networkMode: awsvpc\n', mode);

export default defineRule<Data>({
  id: 'network-mode-not-for-fargate',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-fargate-network-mode'],
  docs: {
    what: 'A task definition with FARGATE in requiresCompatibilities, and a network mode other than awsvpc, or none.',
    why: 'The definition is checked for Fargate when it is registered: "Fargate only supports network mode \'awsvpc\'." Left out, the mode is bridge and just as wrong.',
    instead: 'Set networkMode: awsvpc, or take FARGATE out of requiresCompatibilities.',
    links: [guide('fargate-tasks-services')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const mode = taskDefinition.get('networkMode');
    const fargate = requires(taskDefinition, 'FARGATE');
    // With a service on Fargate the two files are at odds, which is said there.
    if (!fargate || mode.unknown || mode.is('awsvpc') || ctx.traits.fargate === true) return;
    report({
      at: mode.known ? mode : topOf(taskDefinition),
      data: { mode: mode.value },
      related: [{ at: fargate, message: 'The definition is checked for Fargate' }],
    });
  },
  message: ({ mode }) =>
    `Fargate takes only the network mode awsvpc${mode === undefined ? ', and none is named here' : `, not ${mode}`}: ECS refuses the task definition. Set networkMode: awsvpc, or take FARGATE out of requiresCompatibilities.`,
  fix(_, ctx) {
    const root = taskDefinitionOf(ctx);
    const changes = set(root, 'networkMode', 'awsvpc');
    return [{ title: 'Set networkMode: awsvpc', safe: false, changes }];
  },
  examples: {
    invalid: [
      {
        text: SERVICE,
        taskDefinition: task('networkMode: ⟦bridge⟧\n'),
        fixed: task('networkMode: awsvpc\n'),
        also: ['launch-type-not-in-compatibilities'],
      },
      { text: SERVICE, taskDefinition: task('').replace('family', '⟦family⟧') },
    ],
    valid: [{ text: ON_EC2_AWSVPC, taskDefinition: fargateTask() }],
  },
});
