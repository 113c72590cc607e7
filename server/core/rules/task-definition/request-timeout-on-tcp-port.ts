import type { Fact } from '../../model/fact';
import { factOf, remove, set } from '../fixes';
import { api, github } from '../links';
import { defineRule } from '../rule';
import { connectServices } from '../service-connect/parts';
import { keyOf, mappingsNamed, type PortMapping } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  name: string;
  seconds: number;
  mapping: Fact<PortMapping>;
}

const CONNECT = `${ON_FARGATE}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  services:\n    - portName: http\n      clientAliases:\n        - port: 80\n      timeout:\n        idleTimeoutSeconds: 60\n`;
const PORT = '    portMappings:\n      - containerPort: 80\n        name: http\n';

export default defineRule<Data>({
  id: 'request-timeout-on-tcp-port',
  severity: 'error',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R376', 'error:sc-tcp-timeout'],
  docs: {
    what: 'perRequestTimeoutSeconds for a port whose mapping has no appProtocol.',
    why: 'Without appProtocol the port is plain TCP, and there the proxy sees no requests: "Per request timeout 0 can\'t be set for tcp application." Not even 0 is taken.',
    instead: 'Remove perRequestTimeoutSeconds, or set appProtocol (http, http2 or grpc) on the port mapping.',
    links: [api('TimeoutConfiguration'), github('pulumi/pulumi-aws/issues/4265')],
  },
  check({ service, taskDefinition }, report) {
    if (!taskDefinition) return;
    for (const entry of connectServices(service)) {
      const timeout = entry.get('timeout').get('perRequestTimeoutSeconds') as Fact<number>;
      const name = entry.get('portName').value as string | undefined;
      const mappings = name === undefined ? undefined : mappingsNamed(taskDefinition, name);
      const mapping = mappings?.length === 1 ? mappings[0] : undefined;
      if (timeout.value === undefined || !mapping?.get('appProtocol').absent) continue;
      report({
        at: keyOf(timeout),
        data: { name: name as string, seconds: timeout.value, mapping },
        related: [{ at: mapping.get('name'), message: 'The port mapping has no appProtocol' }],
      });
    }
  },
  message: ({ name, seconds }) =>
    `The port ${name} has no appProtocol, so it is plain TCP, where ECS refuses a timeout for each request${seconds === 0 ? ', even 0' : ''}. Remove perRequestTimeoutSeconds, or set appProtocol on the port mapping.`,
  fix: ({ at, data }) => [
    { title: 'Remove perRequestTimeoutSeconds', safe: true, changes: remove(factOf(at)) },
    {
      title: 'Set appProtocol: http in the task definition',
      safe: false,
      uri: data.mapping.file.uri,
      changes: set(data.mapping as Fact, 'appProtocol', 'http'),
    },
  ],
  examples: {
    invalid: [
      {
        text: `${CONNECT}        ⟦perRequestTimeoutSeconds⟧: 0\n`,
        fixed: CONNECT,
        taskDefinition: fargateTask(PORT),
      },
    ],
    valid: [
      {
        text: `${CONNECT}        perRequestTimeoutSeconds: 15\n`,
        taskDefinition: fargateTask(`${PORT}        appProtocol: http\n`),
      },
      { text: CONNECT, taskDefinition: fargateTask(PORT) },
    ],
  },
});
