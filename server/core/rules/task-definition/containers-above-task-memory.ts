import { api } from '../links';
import { defineRule } from '../rule';
import { containersOf, systemOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE, SIDE } from './samples';
import { sizeOf } from './sizes';

interface Data {
  sum: number;
  task: number;
}

export default defineRule<Data>({
  id: 'containers-above-task-memory',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['inference'],
  docs: {
    what: 'The containers together reserve more memory than their task has.',
    why: 'AWS documents that the memory reserved for all containers has to stay within that of the task. What a container reserves is memoryReservation, else memory. When all of them use it, the kernel kills one.',
    instead: 'Lower the figures of the containers, or give the task more.',
    links: [api('ContainerDefinition')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const total = taskDefinition.get('memory');
    const task = sizeOf(total.value, 'gb');
    // The memory of the task does not count for Windows.
    if (task === undefined || systemOf(taskDefinition) !== 'linux') return;
    const reserved = containersOf(taskDefinition).map((container) => {
      const reservation = container.get('memoryReservation');
      return reservation.given ? reservation : container.get('memory');
    });
    const given = reserved.filter((fact) => fact.value !== undefined);
    const sum = given.reduce((all, fact) => all + (fact.value as number), 0);
    // One container above its task is the matter of another rule.
    if (sum <= task || given.some((fact) => (fact.value as number) > task)) return;
    const related = given.map((at) => ({ at, message: 'Reserved for a container' }));
    report({ at: total, data: { sum, task }, related });
  },
  message: ({ sum, task }) =>
    `The containers reserve ${sum} MiB together and the task has ${task}. AWS documents that they have to fit into it. Lower their figures, or give the task more.`,
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`    memory: 400\n${SIDE}    memory: 200\n`).replace('"512"', '⟦"512"⟧'),
      },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(`    memory: 312\n${SIDE}    memory: 200\n`) },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`    memory: 400\n    memoryReservation: 256\n${SIDE}    memory: 200\n`),
      },
    ],
  },
});
