import type { Fact } from '../../model/fact';
import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { connectServices } from './parts';

interface Data {
  alias: string;
}

const CONNECT = `${WEB}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  services:\n    - portName: http\n      clientAliases:\n        - port: 80\n          dnsName: web\n    - portName: admin\n      clientAliases:\n`;

export default defineRule<Data>({
  id: 'duplicate-client-alias',
  severity: 'warning',
  group: 'service-connect',
  on: 'service',
  since: '0.1.0',
  sources: ['R367'],
  docs: {
    what: 'Two client aliases with the same dnsName and port.',
    why: 'A client that calls this name and port cannot mean two things; AWS requires each pair to be unique within a namespace.',
    instead: 'Change the port or the dnsName of one of them.',
    links: [api('ServiceConnectClientAlias')],
  },
  check({ service }, report) {
    const seen = new Map<string, Fact<string>>();
    for (const entry of connectServices(service)) {
      for (const alias of entry.get('clientAliases').items) {
        const [name, port] = [alias.get('dnsName'), alias.get('port')];
        if (name.value === undefined || port.value === undefined) continue;
        const key = `${name.value}:${port.value}`;
        const first = seen.get(key);
        if (first) report({ at: name, data: { alias: key }, related: [{ at: first, message: 'The first one' }] });
        else seen.set(key, name as Fact<string>);
      }
    }
  },
  message: ({ alias }) =>
    `Two entries of this service take calls to ${alias}, and AWS documents that a name with its port is unique in a namespace. Change the port or the dnsName of one.`,
  examples: {
    invalid: [{ text: `${CONNECT}        - port: 80\n          dnsName: ⟦web⟧\n` }],
    valid: [{ text: `${CONNECT}        - port: 8080\n          dnsName: web\n` }],
  },
});
