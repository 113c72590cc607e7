import type { Fact } from '../../model/fact';
import type { Plain } from '../../syntax';
import { set } from '../fixes';
import { api } from '../links';
import { defineRule, type RuleContext } from '../rule';
import { EC2, TARGET_GROUP } from '../samples';
import { list } from '../words';
import type { LoadBalancer } from './parts';

interface Data {
  entry: Fact<LoadBalancer>;
  missing: ('containerName' | 'containerPort')[];
}

export default defineRule<Data>({
  id: 'load-balancer-without-container',
  severity: 'error',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['R149', 'R150', 'error:container-name-blank'],
  docs: {
    what: 'An entry of loadBalancers without containerName or containerPort.',
    why: 'ECS has to know which container and port take the traffic. The API model marks neither as required, so the AWS CLI says nothing, and ECS then refuses the service: "Container Name can not be blank."',
    instead:
      'Add both, as they stand in the task definition: the name of the container and the containerPort of one of its port mappings.',
    links: [api('LoadBalancer')],
  },
  check({ service }, report) {
    for (const entry of service.get('loadBalancers').items) {
      if (!entry.known) continue;
      const missing = (['containerName', 'containerPort'] as const).filter((name) => entry.get(name).absent);
      if (missing.length > 0) report({ at: entry, data: { entry, missing } });
    }
  },
  message: ({ missing }) =>
    `This entry has ${missing.length > 1 ? `neither ${missing.join(' nor ')}` : `no ${list(missing)}`}, so ECS cannot tell which ${missing[0] === 'containerPort' ? 'port of the container' : 'container'} takes the traffic and refuses the service. Add ${missing.length > 1 ? 'both' : 'it'}, as in the task definition.`,
  fix({ data: { entry, missing } }, ctx) {
    const target = onlyTarget(ctx);
    if (!target) return [];
    const changes = missing.flatMap((name) =>
      target[name] === undefined ? [] : set(entry as Fact, name, target[name]),
    );
    return changes.length < missing.length
      ? []
      : [{ title: `Add ${list(missing)} from the task definition`, safe: false, changes }];
  },
  examples: {
    invalid: [
      { text: `${EC2}loadBalancers:\n  - ⟦targetGroupArn: ${TARGET_GROUP}\n    containerPort: 80⟧\n` },
      { text: `${EC2}loadBalancers:\n  - ⟦targetGroupArn: ${TARGET_GROUP}\n    containerName: app⟧\n` },
      {
        text: `${EC2}loadBalancers:\n  - ⟦targetGroupArn: ${TARGET_GROUP}⟧\n`,
        fixed: `${EC2}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 8080\n`,
        taskDefinition:
          'family: web\ncontainerDefinitions:\n  - name: app\n    image: nginx\n    memory: 256\n    portMappings:\n      - containerPort: 8080\n',
      },
    ],
    valid: [
      {
        text: `${EC2}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`,
      },
    ],
  },
});

/** The container and port of the task definition, when it has one container with one port: there is nothing to choose. */
function onlyTarget({
  taskDefinition,
}: RuleContext): Record<'containerName' | 'containerPort', Plain | undefined> | undefined {
  const containers = taskDefinition?.get('containerDefinitions');
  const [container] = containers?.items ?? [];
  if (containers?.count !== 1 || !container) return undefined;
  const mappings = container.get('portMappings');
  const port = mappings.count === 1 ? mappings.items[0]?.get('containerPort').value : undefined;
  return { containerName: container.get('name').value, containerPort: port };
}
