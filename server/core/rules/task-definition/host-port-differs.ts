import type { Fact } from '../../model/fact';
import { factOf, remove, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { mappingsOf, taskDefinitionOf } from './parts';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

interface Data {
  mode: string;
  host: number;
  container: number;
}

const ports = (host: string) => `    portMappings:\n      - containerPort: 80\n${host}`;

export default defineRule<Data>({
  id: 'host-port-differs',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-host-network-host-port-mismatch', 'today:portMappings[].hostPort'],
  docs: {
    what: 'A hostPort other than the containerPort under awsvpc or host.',
    why: 'There is no mapping in these modes: the container listens on the interface itself. "When networkMode=host, the host ports and container ports in port mappings must match." For awsvpc AWS documents the same. For 0 the refusal has not been recorded.',
    instead: 'Remove hostPort.',
    links: [api('PortMapping')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const mode = taskDefinition.get('networkMode');
    if (!mode.is('host') && !mode.is('awsvpc')) return;
    for (const mapping of mappingsOf(taskDefinition)) {
      const host = mapping.get('hostPort') as Fact<number>;
      const container = mapping.get('containerPort') as Fact<number>;
      if (host.value === undefined || container.value === undefined || host.value === container.value) continue;
      report({
        at: host,
        data: { mode: mode.value as string, host: host.value, container: container.value },
        severity: host.value === 0 ? 'warning' : 'error',
        related: [
          { at: container, message: 'The port of the container' },
          { at: mode, message: 'The network mode' },
        ],
      });
    }
  },
  message: ({ mode, host, container }) =>
    host === 0
      ? `With the network mode ${mode} there are no random host ports, and AWS documents that hostPort is left out or ${container}. Remove it.`
      : `With the network mode ${mode} nothing maps port ${host} to ${container}: the two have to be the same, and ECS refuses the definition. Remove hostPort.`,
  fix: ({ at, data }) => [
    { title: 'Remove hostPort', safe: true, changes: remove(factOf(at)) },
    { title: `Write ${data.container}`, safe: true, changes: replace(factOf(at), data.container) },
  ],
  examples: {
    invalid: [
      {
        text: ON_EC2,
        taskDefinition: ec2Task(ports('        hostPort: ⟦8080⟧\n'), '', 'host'),
        fixed: ec2Task(ports(''), '', 'host'),
      },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(ports('        hostPort: ⟦8080⟧\n')),
        fixed: fargateTask(ports('')),
      },
      { text: ON_FARGATE, taskDefinition: fargateTask(ports('        hostPort: ⟦0⟧\n')) },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(ports('        hostPort: 80\n')) },
      { text: ON_EC2, taskDefinition: ec2Task(ports('        hostPort: 8080\n')) },
    ],
  },
});
