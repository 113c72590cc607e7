import { github, guide } from '../links';
import { defineRule } from '../rule';
import { TARGET_GROUP } from '../samples';
import { list } from '../words';
import { containersNamed, keyOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  container: string;
  port: number;
  /** The protocols of its mappings, each once. */
  protocols: string[];
}

const ENTRY = `${ON_FARGATE}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: `;
const TCP = '    portMappings:\n      - containerPort: 53\n        protocol: tcp\n';
const UDP = '      - containerPort: 53\n        protocol: udp\n';

export default defineRule<Data>({
  id: 'port-in-several-mappings',
  severity: 'error',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['issue:aws/amazon-ecs-agent#3428', 'issue:terraform-aws-modules/terraform-aws-ecs#89'],
  docs: {
    what: 'A load balancer leads to a port that the container opens more than once, as with tcp and udp.',
    why: 'The entry names a port and no protocol, so ECS cannot tell which mapping is meant: "Container port 53 is used in more than one port mapping for container …".',
    instead:
      'Keep one mapping of the port. Let the other protocol have a port of its own, or a service of its own behind the same load balancer.',
    links: [
      guide('load-balancer-types'),
      github('aws/amazon-ecs-agent/issues/3428'),
      github('terraform-aws-modules/terraform-aws-ecs/issues/89'),
    ],
  },
  check({ service, taskDefinition }, report) {
    if (!taskDefinition) return;
    for (const entry of service.get('loadBalancers').items) {
      const port = entry.get('containerPort');
      const name = entry.get('containerName').value;
      const [container, ...others] = (name !== undefined && containersNamed(taskDefinition, name)) || [];
      if (!container || others.length > 0 || port.value === undefined) continue;
      const mappings = container
        .get('portMappings')
        .items.filter((m) => m.get('containerPort').is(port.value as number));
      if (mappings.length < 2) continue;
      const protocols = mappings.flatMap((m) => (m.get('protocol').absent ? 'tcp' : (m.get('protocol').value ?? [])));
      report({
        at: port,
        data: { container: name as string, port: port.value, protocols: [...new Set<string>(protocols)] },
        related: mappings.map((m) => ({ at: keyOf(m.get('containerPort')), message: 'A mapping of the port' })),
      });
    }
  },
  message: ({ container, port, protocols }) =>
    `The container ${container} maps port ${port} more than once${protocols.length > 1 ? ` (${list(protocols)})` : ''}, and ECS refuses a service whose load balancer leads to such a port: it cannot tell which mapping is meant. Keep one of them, and give the other protocol a port or a service of its own.`,
  examples: {
    invalid: [{ text: `${ENTRY}⟦53⟧\n`, taskDefinition: fargateTask(TCP + UDP) }],
    valid: [
      { text: `${ENTRY}53\n`, taskDefinition: fargateTask(TCP) },
      { text: `${ENTRY}80\n`, taskDefinition: fargateTask(`${TCP}${UDP}      - containerPort: 80\n`) },
      { text: ON_FARGATE, taskDefinition: fargateTask(TCP + UDP) },
    ],
  },
});
