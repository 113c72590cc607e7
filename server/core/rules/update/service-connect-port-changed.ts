import type { TaskDefinition } from '../../../../schemas/runtime';
import { differs } from '../../model/compare';
import type { Fact } from '../../model/fact';
import { UPDATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { quote } from '../words';

interface Data {
  port: string;
  member: 'appProtocol' | 'protocol';
}

export default defineRule<Data>({
  id: 'service-connect-port-changed',
  severity: 'error',
  group: 'update',
  on: 'previous',
  since: '0.1.0',
  sources: ['error:sc-immutable'],
  docs: {
    what: 'A port that Service Connect uses gets another protocol than in the previous version of the task definition.',
    why: 'ECS keeps protocol and appProtocol of a Service Connect port for the life of the service and refuses the update ("The following config cannot be changed for a SC service").',
    instead: 'Take the change back, or give the port mapping another name and use that in Service Connect.',
    links: [UPDATE_SERVICE],
  },
  check(ctx, report) {
    const { taskDefinition, previousTaskDefinition, service } = ctx;
    if (!taskDefinition || !previousTaskDefinition || ctx.traits.serviceConnect !== true) return;
    for (const entry of service.get('serviceConnectConfiguration').get('services').items) {
      const portName = entry.get('portName');
      const name = portName.value;
      const now = name === undefined ? undefined : portNamed(taskDefinition, name);
      const before = name === undefined ? undefined : portNamed(previousTaskDefinition, name);
      if (!now || !before || name === undefined) continue;
      for (const member of ['appProtocol', 'protocol'] as const) {
        if (!differs(now.get(member), before.get(member))) continue;
        const place = now.get(member).node ? now.get(member) : now.get('name');
        report({
          at: portName,
          data: { port: name, member },
          related: [{ at: place, message: `${member} changed here` }],
        });
      }
    }
  },
  message: ({ port, member }) =>
    `The port ${quote(port)} is used by Service Connect, and its ${member} is not what it was in the previous version: ECS refuses the update. Take the change back, or use a port mapping with another name.`,
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web\ndesiredCount: 2\nlaunchType: EC2\nserviceConnectConfiguration:\n  enabled: true\n  namespace: shop\n  services:\n    - portName: ⟦http⟧\n      clientAliases:\n        - port: 80\n',
        previous:
          'serviceName: web\ntaskDefinition: web\ndesiredCount: 2\nlaunchType: EC2\nserviceConnectConfiguration:\n  enabled: true\n  namespace: shop\n  services:\n    - portName: http\n      clientAliases:\n        - port: 80\n',
        taskDefinition:
          'family: web\nnetworkMode: bridge\ncontainerDefinitions:\n  - name: app\n    image: app:1\n    memory: 128\n    portMappings:\n      - name: http\n        containerPort: 80\n        appProtocol: http2\n',
        previousTaskDefinition:
          'family: web\nnetworkMode: bridge\ncontainerDefinitions:\n  - name: app\n    image: app:1\n    memory: 128\n    portMappings:\n      - name: http\n        containerPort: 80\n        appProtocol: http\n',
      },
    ],
    valid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:2\ndesiredCount: 2\nlaunchType: EC2\n',
        previous: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\n',
      },
    ],
  },
});

function portNamed(taskDefinition: Fact<TaskDefinition>, name: string) {
  const ports = taskDefinition.get('containerDefinitions').items.flatMap((c) => c.get('portMappings').items);
  return ports.find((p) => p.get('name').is(name));
}
