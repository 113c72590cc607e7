import { factOf, replace } from '../fixes';
import { REGISTER_TASK_DEFINITION } from '../links';
import { defineRule } from '../rule';
import { containersOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';
import { sizeOf } from './sizes';

interface Data {
  container: string | undefined;
  memory: number;
  task: number;
}

export default defineRule<Data>({
  id: 'container-memory-above-task',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-container-memory-over-task'],
  docs: {
    what: 'A container with more memory than its task.',
    why: "The memory of the task is a ceiling for all its containers: \"The 'memory' setting for container 'app' is greater than for the task\".",
    instead: 'Lower the memory of the container, or leave it out: it may then use all that the task has.',
    links: [REGISTER_TASK_DEFINITION],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const total = taskDefinition.get('memory');
    const task = sizeOf(total.value, 'gb');
    if (task === undefined) return;
    for (const container of containersOf(taskDefinition)) {
      const memory = container.get('memory');
      if (memory.value === undefined || memory.value <= task) continue;
      report({
        at: memory,
        data: { container: container.get('name').value, memory: memory.value, task },
        related: [{ at: total, message: 'The memory of the task' }],
      });
    }
  },
  message: ({ container, memory, task }) =>
    `${container === undefined ? 'The container' : `The container ${container}`} asks for ${memory} MiB and the whole task has ${task}: ECS refuses the definition. Lower it, or give the task more.`,
  fix: ({ at, data }) => [{ title: `Write ${data.task}`, safe: false, changes: replace(factOf(at), data.task) }],
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask('    memory: ⟦1024⟧\n'),
        fixed: fargateTask('    memory: 512\n'),
        also: ['containers-above-task-memory'],
      },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask('    memory: 512\n') }],
  },
});
