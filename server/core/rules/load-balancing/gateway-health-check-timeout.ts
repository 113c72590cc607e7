import { api } from '../links';
import { defineRule } from '../rule';
import { FARGATE } from '../samples';

interface Data {
  timeout: number;
  interval: number;
}

const CONNECTOR = `${FARGATE}gatewayConnectors:\n  - portName: http\n    healthCheck:\n      healthCheckPath: /health\n`;

export default defineRule<Data>({
  id: 'gateway-health-check-timeout',
  severity: 'warning',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['today:gatewayConnectors[].healthCheck.healthCheckTimeoutSeconds'],
  docs: {
    what: 'A gateway health check that may wait longer than the time between two checks.',
    why: 'The next check begins before the last one has failed. Load balancers refuse this; for gateway connectors AWS has published no rule yet, so this is an assumption.',
    instead: 'Keep healthCheckTimeoutSeconds below healthCheckIntervalSeconds.',
    links: [api('GatewayConnector')],
  },
  check({ service }, report) {
    for (const connector of service.get('gatewayConnectors').items) {
      const check = connector.get('healthCheck');
      const timeout = check.get('healthCheckTimeoutSeconds');
      const interval = check.get('healthCheckIntervalSeconds');
      if (timeout.value === undefined || interval.value === undefined || timeout.value < interval.value) continue;
      report({
        at: timeout,
        data: { timeout: timeout.value, interval: interval.value },
        related: [{ at: interval, message: 'The time between two checks' }],
      });
    }
  },
  message: ({ timeout, interval }) =>
    `This check waits up to ${timeout} seconds for an answer, while the next one begins after ${interval}. Keep the timeout below the interval; load balancers refuse anything else.`,
  examples: {
    invalid: [{ text: `${CONNECTOR}      healthCheckTimeoutSeconds: ⟦30⟧\n      healthCheckIntervalSeconds: 10\n` }],
    valid: [{ text: `${CONNECTOR}      healthCheckTimeoutSeconds: 5\n      healthCheckIntervalSeconds: 10\n` }],
  },
});
