import type { Fact } from '../../model/fact';
import { set } from '../fixes';
import { github, guide } from '../links';
import { defineRule } from '../rule';
import { containersNamed, networkModeOf, type PortMapping } from './parts';
import { ec2Task, ON_EC2 } from './samples';

interface Data {
  port: number;
  mapping: Fact<PortMapping>;
}

const CLASSIC = (port: string) =>
  `${ON_EC2}loadBalancers:\n  - loadBalancerName: web-elb\n    containerName: app\n    containerPort: ${port}\n`;
const PORT = '    portMappings:\n      - containerPort: 80\n';

export default defineRule<Data>({
  id: 'classic-load-balancer-without-host-port',
  severity: 'error',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['error:host-port-required'],
  docs: {
    what: 'A Classic Load Balancer leads to a port mapping without a fixed host port.',
    why: 'A Classic Load Balancer sends to one port of each instance, so the port cannot be left to chance: "A host port mapping for the container port 80 is required."',
    instead: 'Set hostPort to the instance port of the listener, or use a target group, which takes random ports.',
    links: [guide('service-load-balancing'), github('aws/aws-sdk-go/issues/818')],
  },
  check({ service, taskDefinition }, report) {
    if (!taskDefinition || networkModeOf(taskDefinition) !== 'bridge') return;
    for (const entry of service.get('loadBalancers').items) {
      const port = entry.get('containerPort') as Fact<number>;
      const name = entry.get('containerName').value as string | undefined;
      if (!entry.get('loadBalancerName').known || name === undefined || port.value === undefined) continue;
      const mappings = containersNamed(taskDefinition, name)?.[0]?.get('portMappings');
      const mapping = (mappings?.items as Fact<PortMapping>[] | undefined)?.find((m) =>
        m.get('containerPort').is(port.value as number),
      );
      const host = mapping?.get('hostPort');
      if (!mapping || !host || !(host.absent || host.is(0))) continue;
      const at = host.known ? host : mapping.get('containerPort');
      report({ at: port, data: { port: port.value, mapping }, related: [{ at, message: 'No fixed host port' }] });
    }
  },
  message: ({ port }) =>
    `A Classic Load Balancer needs a fixed host port, and the mapping of container port ${port} has none: ECS refuses the service. Set hostPort in the task definition, or use a target group.`,
  fix({ data: { mapping, port } }) {
    const changes = set(mapping as Fact, 'hostPort', port);
    return [{ title: `Set hostPort: ${port} in the task definition`, safe: false, uri: mapping.file.uri, changes }];
  },
  examples: {
    invalid: [
      { text: CLASSIC('⟦80⟧'), taskDefinition: ec2Task(PORT) },
      { text: CLASSIC('⟦80⟧'), taskDefinition: ec2Task(`${PORT}        hostPort: 0\n`) },
    ],
    valid: [{ text: CLASSIC('80'), taskDefinition: ec2Task(`${PORT}        hostPort: 8080\n`) }],
  },
});
