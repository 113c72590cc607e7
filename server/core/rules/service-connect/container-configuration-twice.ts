import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

const CONNECT = `${WEB}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  containerConfigurations:\n    - logLevel: debug\n`;

export default defineRule<{ name: string }>({
  id: 'container-configuration-twice',
  severity: 'warning',
  group: 'service-connect',
  on: 'service',
  since: '0.1.0',
  sources: ['today:serviceConnectConfiguration.containerConfigurations'],
  docs: {
    what: 'The same setting of the Service Connect proxy in two items.',
    why: 'Each item is one setting, and AWS documents that each may appear once; which of two would hold is open.',
    instead: 'Keep one of them.',
    links: [api('ServiceConnectConfiguration')],
  },
  check({ service }, report) {
    const seen = new Map<string, Fact>();
    for (const item of service.get('serviceConnectConfiguration').get('containerConfigurations').items) {
      for (const [name, fact] of item.entriesOf) {
        const first = seen.get(name);
        if (first) {
          const related = [{ at: { fact: first, key: true } as const, message: 'The first one' }];
          report({ at: { fact, key: true }, data: { name }, related });
        } else seen.set(name, fact);
      }
    }
  },
  message: ({ name }) => `${name} is set twice, and each setting may appear once. Keep one of the two items.`,
  fix: ({ at }) => {
    const item = factOf(at).parent;
    return item ? [{ title: 'Remove the second one', safe: false, changes: remove(item) }] : [];
  },
  examples: {
    invalid: [{ text: `${CONNECT}    - ⟦logLevel⟧: info\n`, fixed: CONNECT }],
    valid: [{ text: CONNECT }],
  },
});
