import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { FARGATE } from '../samples';
import { quote } from '../words';

interface Data {
  value: string;
}

const CONNECTOR = `${FARGATE}gatewayConnectors:\n  - portName: http\n    healthCheck:\n`;

export default defineRule<Data>({
  id: 'gateway-health-check-path',
  severity: 'warning',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['today:gatewayConnectors[].healthCheck.healthCheckPath'],
  docs: {
    what: 'A health check path of a gateway connector that does not begin with a slash.',
    why: 'An HTTP path begins with a slash; a whole address or a bare word asks for something else. AWS has published no rule about this member yet, so this follows from HTTP alone.',
    instead: 'Write the path alone, such as /health.',
    links: [api('GatewayConnector')],
  },
  check({ service }, report) {
    for (const connector of service.get('gatewayConnectors').items) {
      const path = connector.get('healthCheck').get('healthCheckPath');
      if (path.known && !(path.value as string).startsWith('/'))
        report({ at: path, data: { value: path.value as string } });
    }
  },
  message: ({ value }) =>
    `A health check path begins with a slash, and ${quote(value)} does not. Write the path alone, such as /health.`,
  fix: ({ at, data }) => {
    const path = data.value.replace(/^https?:\/\/[^/]*/i, '').replace(/^(?!\/)/, '/');
    return [{ title: `Write ${path}`, safe: false, changes: replace(factOf(at), path) }];
  },
  examples: {
    invalid: [
      { text: `${CONNECTOR}      healthCheckPath: ⟦health⟧\n`, fixed: `${CONNECTOR}      healthCheckPath: /health\n` },
      {
        text: `${CONNECTOR}      healthCheckPath: ⟦http://localhost:8080/health⟧\n`,
        fixed: `${CONNECTOR}      healthCheckPath: /health\n`,
      },
    ],
    valid: [{ text: `${CONNECTOR}      healthCheckPath: /health\n` }],
  },
});
