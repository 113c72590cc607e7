import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { connectServices } from '../service-connect/parts';
import { mappingsOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  port: number;
}

const CONNECT = `${ON_FARGATE}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  services:\n    - portName: http\n      clientAliases:\n        - port: 80\n`;
const TASK = fargateTask('    portMappings:\n      - containerPort: 8080\n        name: http\n');

export default defineRule<Data>({
  id: 'ingress-port-of-application',
  severity: 'warning',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R371'],
  docs: {
    what: 'ingressPortOverride is a port on which a container listens itself, under awsvpc.',
    why: 'The override is the port of the proxy. In a task with one interface for all its containers two programs cannot listen on one port: one of them fails to start.',
    instead: 'Choose a port that no container uses, or leave ingressPortOverride out.',
    links: [api('ServiceConnectService')],
  },
  check({ service, taskDefinition, traits }, report) {
    if (!taskDefinition || traits.awsvpc !== true) return;
    for (const entry of connectServices(service)) {
      const override = entry.get('ingressPortOverride') as Fact<number>;
      const port = override.value;
      const taken = mappingsOf(taskDefinition).find((m) => port !== undefined && m.get('containerPort').is(port));
      if (port === undefined || !taken) continue;
      const related = [{ at: taken.get('containerPort'), message: 'The port of the container' }];
      report({ at: override, data: { port }, related });
    }
  },
  message: ({ port }) =>
    `A container of the task listens on port ${port} itself, and the proxy cannot take the same one: they share one network interface. Choose another port, or leave ingressPortOverride out.`,
  fix: ({ at }) => [{ title: 'Remove ingressPortOverride', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [{ text: `${CONNECT}      ingressPortOverride: ⟦8080⟧\n`, fixed: CONNECT, taskDefinition: TASK }],
    valid: [{ text: `${CONNECT}      ingressPortOverride: 15000\n`, taskDefinition: TASK }],
  },
});
