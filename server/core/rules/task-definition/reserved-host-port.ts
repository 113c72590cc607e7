import type { Fact } from '../../model/fact';
import { api } from '../links';
import { defineRule } from '../rule';
import { mappingsOf, networkModeOf, taskDefinitionOf } from './parts';
import { ec2Task, ON_EC2 } from './samples';

interface Data {
  port: number;
}

/** Ports that each container instance keeps: SSH, Docker, the agent. Source: PortMapping.hostPort. */
const RESERVED: readonly number[] = [22, 2375, 2376, 51678, 51679, 51680];

const port = (host: number | string) =>
  ec2Task(`    portMappings:\n      - containerPort: 22\n        hostPort: ${host}\n`);
const SERVICE = ON_EC2.replace('desiredCount: 2', 'desiredCount: 1');

export default defineRule<Data>({
  id: 'reserved-host-port',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['today:portMappings[].hostPort'],
  docs: {
    what: 'A host port that every container instance keeps for itself: 22, 2375, 2376, 51678 to 51680.',
    why: 'SSH, Docker and the ECS agent use them, and AWS documents them as reserved: no instance has the port to give, and the task is never placed.',
    instead: 'Choose another host port, or leave hostPort out for a random one.',
    links: [api('PortMapping')],
  },
  check(ctx, report) {
    const mode = networkModeOf(taskDefinitionOf(ctx));
    if (mode !== 'bridge' && mode !== 'host') return;
    for (const mapping of mappingsOf(taskDefinitionOf(ctx))) {
      const host = mapping.get('hostPort') as Fact<number>;
      const fact = host.absent && mode === 'host' ? (mapping.get('containerPort') as Fact<number>) : host;
      const number = fact.value;
      if (number !== undefined && RESERVED.includes(number)) report({ at: fact, data: { port: number } });
    }
  },
  message: ({ port }) =>
    `Every container instance keeps port ${port} for itself, so no instance can give it to a task, and the task is never placed. Choose another host port.`,
  examples: {
    invalid: [{ text: SERVICE, taskDefinition: port('⟦22⟧') }],
    valid: [{ text: SERVICE, taskDefinition: port(2222) }],
  },
});
