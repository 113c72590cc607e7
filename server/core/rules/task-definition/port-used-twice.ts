import type { Fact } from '../../model/fact';
import { api } from '../links';
import { defineRule } from '../rule';
import { mappingsOf, networkModeOf, type PortMapping, portsOf, taskDefinitionOf } from './parts';
import { EC2_SIDE, ec2Task, fargateTask, ON_EC2, ON_FARGATE, SIDE } from './samples';

interface Used {
  first: number;
  last: number;
  protocol: string;
  at: Fact;
}

interface Data {
  port: number;
  mode: string;
}

const ports = (text: string) => `    portMappings:\n      - ${text}\n`;

export default defineRule<Data>({
  id: 'port-used-twice',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-port-range-overlap'],
  docs: {
    what: 'Two port mappings of a task take the same port.',
    why: 'Under awsvpc all containers share one interface: "TCP container port \'8085\' is used multiple times in task when networkMode=awsvpc." Under host, and for fixed host ports under bridge, they share the ports of the instance; there the refusal has not been recorded, but the second container cannot start.',
    instead: 'Let one of them listen on another port.',
    links: [api('PortMapping')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const mode = networkModeOf(taskDefinition);
    if (mode !== 'awsvpc' && mode !== 'host' && mode !== 'bridge') return;
    const used: Used[] = [];
    for (const mapping of mappingsOf(taskDefinition)) {
      const next = usedBy(mapping, mode);
      if (!next) continue;
      const clash = used.find((u) => u.protocol === next.protocol && u.first <= next.last && next.first <= u.last);
      used.push(next);
      if (!clash) continue;
      report({
        at: next.at,
        data: { port: Math.max(clash.first, next.first), mode },
        severity: mode === 'awsvpc' ? 'error' : 'warning',
        related: [{ at: clash.at, message: 'The first use' }],
      });
    }
  },
  message: ({ port, mode }) =>
    mode === 'awsvpc'
      ? `Port ${port} is used twice in the task, whose containers share one network interface: ECS refuses the definition. Let one of them listen on another port.`
      : `Port ${port} of the instance is used twice in the task, and the second container cannot start. Choose another one, or leave hostPort out.`,
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`${ports('containerPort: 80')}${SIDE}${ports('containerPort: ⟦80⟧')}`),
      },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(
          `${ports('containerPortRange: 8080-8090')}      - containerPortRange: ⟦8085-8095⟧\n`,
        ),
      },
      {
        text: ON_EC2.replace('desiredCount: 2', 'desiredCount: 1'),
        taskDefinition: ec2Task(
          `${ports('containerPort: 80\n        hostPort: 80')}${EC2_SIDE}${ports('containerPort: 81\n        hostPort: ⟦80⟧')}`,
        ),
      },
    ],
    valid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`${ports('containerPort: 53')}      - containerPort: 53\n        protocol: udp\n`),
      },
      {
        text: ON_EC2,
        taskDefinition: ec2Task(`${ports('containerPort: 80')}${EC2_SIDE}${ports('containerPort: 80')}`),
      },
    ],
  },
});

/** What a mapping takes of the interface that the containers share: under bridge only fixed host ports. */
function usedBy(mapping: Fact<PortMapping>, mode: string): Used | undefined {
  const protocol = mapping.get('protocol').absent ? 'tcp' : (mapping.get('protocol').value as string | undefined);
  if (protocol === undefined) return undefined;
  const host = mapping.get('hostPort');
  if (mode === 'bridge') {
    const port = host.value;
    return port ? { first: port, last: port, protocol, at: host as Fact } : undefined;
  }
  const range = portsOf(mapping);
  const at = mapping.get(mapping.get('containerPort').known ? 'containerPort' : 'containerPortRange') as Fact;
  return range && { ...range, protocol, at };
}
