import { guide } from '../links';
import { defineRule } from '../rule';
import { mappingsNamed } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  name: string;
}

const CONNECT = `${ON_FARGATE}serviceConnectConfiguration:\n  enabled: true\n  namespace: shop\n  services:\n    - portName: dns\n      clientAliases:\n        - port: 53\n`;
const port = (protocol: string) =>
  fargateTask(`    portMappings:\n      - containerPort: 53\n        name: dns\n        protocol: ${protocol}\n`);

export default defineRule<Data>({
  id: 'service-connect-over-udp',
  severity: 'warning',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['inference'],
  docs: {
    what: 'Service Connect or VPC Lattice on a port whose mapping is for UDP.',
    why: 'Both carry TCP: HTTP, HTTP/2, gRPC, and for Service Connect whatever else runs over TCP. Nothing of UDP would arrive.',
    instead: 'Name a TCP port, or reach the UDP port by service discovery or a Network Load Balancer.',
    links: [guide('service-connect')],
  },
  check({ service, taskDefinition, traits }, report) {
    if (!taskDefinition) return;
    const connect = traits.serviceConnect ? service.get('serviceConnectConfiguration').get('services').items : [];
    const lattice = service.get('vpcLatticeConfigurations').items;
    for (const portName of [...connect.map((c) => c.get('portName')), ...lattice.map((l) => l.get('portName'))]) {
      const mappings = portName.value === undefined ? [] : (mappingsNamed(taskDefinition, portName.value) ?? []);
      const protocol = mappings.length === 1 ? mappings[0]?.get('protocol') : undefined;
      if (!protocol?.is('udp')) continue;
      report({
        at: portName,
        data: { name: portName.value as string },
        related: [{ at: protocol, message: 'The protocol of the port' }],
      });
    }
  },
  message: ({ name }) =>
    `The port ${name} is for UDP, and Service Connect and VPC Lattice carry TCP alone: nothing would arrive. Name a TCP port, or use service discovery or a Network Load Balancer for this one.`,
  examples: {
    invalid: [{ text: CONNECT.replace('portName: dns', 'portName: ⟦dns⟧'), taskDefinition: port('udp') }],
    valid: [{ text: CONNECT, taskDefinition: port('tcp') }],
  },
});
