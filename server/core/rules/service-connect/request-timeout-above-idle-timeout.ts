import type { Fact } from '../../model/fact';
import { replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { connectServices } from './parts';

interface Data {
  request: number;
  idle: number;
  idleFact: Fact;
}

const CONNECT = `${WEB}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  services:\n    - portName: http\n      clientAliases:\n        - port: 80\n      timeout:\n`;

export default defineRule<Data>({
  id: 'request-timeout-above-idle-timeout',
  severity: 'information',
  group: 'service-connect',
  on: 'service',
  since: '0.1.0',
  sources: ['R378'],
  docs: {
    what: 'A request timeout that is longer than the idle timeout.',
    why: 'While a slow request is being worked on nothing may travel over the connection, so that the idle timeout can cut it before the request timeout does.',
    instead: 'Raise idleTimeoutSeconds to perRequestTimeoutSeconds or above.',
    links: [api('TimeoutConfiguration')],
  },
  check({ service }, report) {
    for (const entry of connectServices(service)) {
      const timeout = entry.get('timeout');
      const idle = timeout.get('idleTimeoutSeconds');
      const request = timeout.get('perRequestTimeoutSeconds');
      if (!idle.value || !request.value || request.value <= idle.value) continue;
      const related = [{ at: idle, message: 'The idle timeout' }];
      report({ at: request, data: { request: request.value, idle: idle.value, idleFact: idle as Fact }, related });
    }
  },
  message: ({ request, idle }) =>
    `A request may take ${request} seconds, but a connection without traffic is closed after ${idle}: a slow answer may be cut there. Raise idleTimeoutSeconds to ${request} or above.`,
  fix: ({ data: { request, idleFact } }) => [
    { title: `Write idleTimeoutSeconds: ${request}`, safe: false, changes: replace(idleFact, request) },
  ],
  examples: {
    invalid: [
      {
        text: `${CONNECT}        idleTimeoutSeconds: 10\n        perRequestTimeoutSeconds: ⟦60⟧\n`,
        fixed: `${CONNECT}        idleTimeoutSeconds: 60\n        perRequestTimeoutSeconds: 60\n`,
      },
    ],
    valid: [
      { text: `${CONNECT}        idleTimeoutSeconds: 300\n        perRequestTimeoutSeconds: 60\n` },
      { text: `${CONNECT}        idleTimeoutSeconds: 0\n        perRequestTimeoutSeconds: 60\n` },
    ],
  },
});
