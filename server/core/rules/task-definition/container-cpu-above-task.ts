import { api } from '../links';
import { defineRule } from '../rule';
import { containersOf, fargateReason, taskDefinitionOf } from './parts';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE, SIDE } from './samples';
import { sizeOf } from './sizes';

interface Data {
  sum: number;
  task: number;
  fargate: boolean;
}

export default defineRule<Data>({
  id: 'container-cpu-above-task',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-fargate-container-cpu-over-task'],
  docs: {
    what: 'The containers together ask for more CPU than their task has.',
    why: "\"The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.\" It has been recorded for a definition with FARGATE; without it this is a warning.",
    instead: 'Lower the cpu of the containers, or leave it out: they then share what the task has.',
    links: [api('ContainerDefinition')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const total = taskDefinition.get('cpu');
    const task = sizeOf(total.value, 'vcpu');
    const given = containersOf(taskDefinition)
      .map((container) => container.get('cpu'))
      .filter((cpu) => cpu.value);
    const sum = given.reduce((all, cpu) => all + (cpu.value as number), 0);
    if (task === undefined || sum <= task) return;
    const fargate = fargateReason(ctx) !== undefined;
    report({
      at: total,
      data: { sum, task, fargate },
      severity: fargate ? 'error' : 'warning',
      related: given.map((at) => ({ at, message: 'For a container' })),
    });
  },
  message: ({ sum, task, fargate }) =>
    `The containers ask for ${sum} CPU units together and the task has ${task}${fargate ? ': ECS refuses the definition' : ', which ECS refuses for Fargate'}. Lower the figures of the containers, or leave them out.`,
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`    cpu: 200\n${SIDE}    cpu: 57\n`).replace('"256"', '⟦"256"⟧'),
      },
      { text: ON_EC2, taskDefinition: ec2Task('    cpu: 512\n', 'cpu: ⟦"256"⟧\n') },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask(`    cpu: 200\n${SIDE}    cpu: 56\n`) }],
  },
});
