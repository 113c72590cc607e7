import type { Fact } from '../../model/fact';
import { set } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { connectServices, discoveryNameOf } from './parts';

interface Data {
  name: string;
  byPort: boolean;
  entry: Fact;
  free: string;
}

const CONNECT = `${WEB}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  services:\n    - portName: http\n      clientAliases:\n        - port: 80\n`;

export default defineRule<Data>({
  id: 'duplicate-discovery-name',
  severity: 'warning',
  group: 'service-connect',
  on: 'service',
  since: '0.1.0',
  sources: ['R355'],
  docs: {
    what: 'Two entries of Service Connect with the same discovery name, given or taken from portName.',
    why: 'ECS creates one Cloud Map service for each entry, and AWS documents that its name is unique within the namespace.',
    instead: 'Give each entry a discoveryName of its own; without one the portName is taken.',
    links: [api('ServiceConnectService')],
  },
  check({ service }, report) {
    const seen = new Map<string, Fact<string>>();
    for (const entry of connectServices(service)) {
      const name = discoveryNameOf(entry);
      if (!name?.value) continue;
      const first = seen.get(name.value);
      if (!first) seen.set(name.value, name);
      else {
        const taken = new Set(connectServices(service).map((e) => discoveryNameOf(e)?.value));
        let n = 2;
        while (taken.has(`${name.value}-${n}`)) n++;
        const byPort = entry.get('discoveryName').absent;
        const data = { name: name.value, byPort, entry: entry as Fact, free: `${name.value}-${n}` };
        report({ at: name, data, related: [{ at: first, message: 'The first one' }] });
      }
    }
  },
  message: ({ name, byPort }) =>
    `${byPort ? `Without discoveryName this entry is registered as ${name} (its portName)` : `This entry is registered as ${name}`}, and so is another one. AWS documents that names are unique in a namespace: give it a discoveryName of its own.`,
  fix: ({ data: { entry, free } }) => [
    { title: `Set discoveryName to ${free}`, safe: false, changes: set(entry, 'discoveryName', free) },
  ],
  examples: {
    invalid: [
      {
        text: `${CONNECT}    - portName: metrics\n      discoveryName: ⟦http⟧\n      clientAliases:\n        - port: 9090\n`,
        fixed: `${CONNECT}    - portName: metrics\n      discoveryName: http-2\n      clientAliases:\n        - port: 9090\n`,
      },
      { text: `${CONNECT}    - portName: ⟦http⟧\n      clientAliases:\n        - port: 8080\n` },
    ],
    valid: [
      {
        text: `${CONNECT}    - portName: http\n      discoveryName: http-2\n      clientAliases:\n        - port: 8080\n`,
      },
    ],
  },
});
