import type { Fact } from '../../model/fact';
import { set } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { type Container, containersOf, fargateReason, taskDefinitionOf } from './parts';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

interface Data {
  container: Fact<Container>;
}

export default defineRule<Data>({
  id: 'container-without-memory',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-container-memory-required', 'error:taskDefinition[7]'],
  docs: {
    what: 'A container without memory and memoryReservation, in a task without memory.',
    why: "ECS places tasks by the memory they ask for: \"At least one of 'memory' or 'memoryReservation' must be specified\".",
    instead: 'Add memoryReservation (what the container usually needs), memory (its limit), or memory for the task.',
    links: [api('ContainerDefinition')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    // For Fargate the size of the task is missing, which another rule says.
    if (!taskDefinition.get('memory').absent || fargateReason(ctx)) return;
    for (const container of containersOf(taskDefinition)) {
      if (!container.known || !container.get('memory').absent || !container.get('memoryReservation').absent) continue;
      const name = container.get('name');
      report({ at: name.given ? name : container, data: { container } });
    }
  },
  message: ({ container }) =>
    `${container.get('name').known ? `The container ${container.get('name').value}` : 'The container'} names no memory and the task names none either: ECS refuses the definition. Add memoryReservation or memory.`,
  fix: ({ data }) => [{ title: 'Add memory: 512', safe: false, changes: set(data.container as Fact, 'memory', 512) }],
  examples: {
    invalid: [
      {
        text: ON_EC2,
        taskDefinition: ec2Task().replace('    memory: 256\n', '').replace('name: app', 'name: ⟦app⟧'),
        fixed: ec2Task().replace('    memory: 256\n', '    memory: 512\n'),
      },
    ],
    valid: [
      { text: ON_EC2, taskDefinition: ec2Task().replace('memory', 'memoryReservation') },
      { text: ON_EC2, taskDefinition: ec2Task('', 'memory: "256"\n').replace('    memory: 256\n', '') },
      { text: ON_FARGATE, taskDefinition: fargateTask() },
    ],
  },
});
