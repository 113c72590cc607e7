import { factOf, replace } from '../fixes';
import { api, github } from '../links';
import { defineRule } from '../rule';
import { REGISTRY, TARGET_GROUP } from '../samples';
import { either } from '../words';
import { containersNamed, keyOf, portsOf, targetsOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  container: string;
  port: number;
  /** The ports that the container opens: `80`, `8000-8010`. */
  ports: string[];
}

const ENTRY = `${ON_FARGATE}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: `;
const TASK = fargateTask('    portMappings:\n      - containerPort: 8080\n');

export default defineRule<Data>({
  id: 'port-not-in-task-definition',
  severity: 'error',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R166', 'R181', 'error:port-missing', 'recorded:pf-ecs-svc-lb-container-port-missing'],
  docs: {
    what: 'A load balancer or a service registry names a port that the container does not open in its portMappings.',
    why: 'ECS sends traffic only to ports in portMappings, and answers "The container app did not have a container port 8080 defined."',
    instead: 'Write a containerPort of that container, or add the port to its portMappings.',
    links: [api('LoadBalancer'), github('pulumi/pulumi-aws/issues/3095')],
  },
  check({ service, taskDefinition }, report) {
    if (!taskDefinition) return;
    for (const entry of targetsOf(service)) {
      const port = entry.get('containerPort');
      const name = entry.get('containerName').value;
      const containers = name === undefined ? undefined : containersNamed(taskDefinition, name);
      const container = containers?.length === 1 ? containers[0] : undefined;
      const mappings = container?.get('portMappings');
      const number = port.value;
      if (!container || !mappings || mappings.count === undefined || number === undefined) continue;
      const open = mappings.items.map(portsOf);
      if (open.some((range) => !range || (range.first <= number && number <= range.last))) continue;
      const ports = open.flatMap((r) => (!r ? [] : r.first === r.last ? `${r.first}` : `${r.first}-${r.last}`));
      report({
        at: port,
        data: { container: name as string, port: number, ports },
        related: [
          { at: mappings.given ? keyOf(mappings) : container.get('name'), message: 'The ports of the container' },
        ],
      });
    }
  },
  message: ({ container, port, ports }) =>
    `The container ${container} does not open port ${port}, and ECS refuses the service. ${ports.length > 0 ? `Write ${either(ports)}, or add ${port} to its portMappings.` : 'Add it to the portMappings of the container, which has none.'}`,
  fix: ({ at, data }) =>
    data.ports
      .filter((port) => !port.includes('-'))
      .slice(0, 3)
      .map((port) => ({ title: `Write ${port}`, safe: false, changes: replace(factOf(at), Number(port)) })),
  examples: {
    invalid: [
      { text: `${ENTRY}⟦80⟧\n`, fixed: `${ENTRY}8080\n`, taskDefinition: TASK },
      { text: `${ENTRY}⟦80⟧\n`, taskDefinition: fargateTask() },
      {
        text: `${ON_FARGATE}serviceRegistries:\n  - registryArn: ${REGISTRY}\n    containerName: app\n    containerPort: ⟦81⟧\n`,
        taskDefinition: TASK,
      },
    ],
    valid: [
      { text: `${ENTRY}8080\n`, taskDefinition: TASK },
      {
        text: `${ENTRY}8005\n`,
        taskDefinition: fargateTask('    portMappings:\n      - containerPortRange: 8000-8010\n'),
      },
      { text: `${ENTRY}80\n` },
    ],
  },
});
