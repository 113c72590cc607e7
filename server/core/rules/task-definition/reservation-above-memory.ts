import { factOf, remove, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { containersOf, taskDefinitionOf } from './parts';
import { ec2Task, ON_EC2 } from './samples';

interface Data {
  reservation: number;
  memory: number;
}

export default defineRule<Data>({
  id: 'reservation-above-memory',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-container-memory-reservation'],
  docs: {
    what: 'A container reserves more memory than it may use.',
    why: "memory is the limit, memoryReservation what is set aside: \"'memory' must be greater than or equal to 'memoryReservation'\".",
    instead: 'Raise memory or lower memoryReservation. The two may well be swapped.',
    links: [api('ContainerDefinition')],
  },
  check(ctx, report) {
    for (const container of containersOf(taskDefinitionOf(ctx))) {
      const [reservation, memory] = [container.get('memoryReservation'), container.get('memory')];
      if (reservation.value === undefined || memory.value === undefined || reservation.value <= memory.value) continue;
      report({
        at: reservation,
        data: { reservation: reservation.value, memory: memory.value },
        related: [{ at: memory, message: 'The limit' }],
      });
    }
  },
  message: ({ reservation, memory }) =>
    `memoryReservation sets ${reservation} MiB aside, and memory allows ${memory}: ECS refuses the definition. Raise memory or lower memoryReservation.`,
  fix: ({ at, data }) => [
    { title: `Write ${data.memory}`, safe: false, changes: replace(factOf(at), data.memory) },
    { title: 'Remove memoryReservation', safe: false, changes: remove(factOf(at)) },
  ],
  examples: {
    invalid: [
      {
        text: ON_EC2,
        taskDefinition: ec2Task('    memoryReservation: ⟦512⟧\n'),
        fixed: ec2Task('    memoryReservation: 256\n'),
      },
    ],
    valid: [{ text: ON_EC2, taskDefinition: ec2Task('    memoryReservation: 256\n') }],
  },
});
