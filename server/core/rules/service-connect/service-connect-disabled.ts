import type { Fact } from '../../model/fact';
import { factOf, replace } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { list } from '../words';

interface Data {
  unused: string[];
}

export default defineRule<Data>({
  id: 'service-connect-disabled',
  severity: 'warning',
  group: 'service-connect',
  on: 'service',
  since: '0.1.0',
  sources: ['R345', 'R392'],
  docs: {
    what: 'A Service Connect configuration that is switched off and still says more.',
    why: 'With enabled false no proxy is added to the tasks: namespace, services and logConfiguration have no effect.',
    instead: 'Set enabled to true, or leave enabled: false alone.',
    links: [guide('service-connect')],
  },
  check({ service }, report) {
    const connect = service.get('serviceConnectConfiguration');
    const enabled = connect.get('enabled');
    if (!enabled.is(false)) return;
    const unused = connect.entriesOf.filter(([name, fact]) => name !== 'enabled' && fact.some).map(([name]) => name);
    if (unused.length > 0) report({ at: enabled, data: { unused } });
  },
  message: ({ unused }) =>
    `Service Connect is switched off, so ${list(unused)} ${unused.length > 1 ? 'have' : 'has'} no effect. Set enabled to true, or remove ${unused.length > 1 ? 'them' : 'it'}.`,
  fix: ({ at }) => [{ title: 'Switch Service Connect on', safe: false, changes: replace(factOf(at) as Fact, true) }],
  examples: {
    invalid: [
      {
        text: `${WEB}serviceConnectConfiguration:\n  enabled: ⟦false⟧\n  namespace: internal\n`,
        fixed: `${WEB}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n`,
      },
    ],
    valid: [
      { text: `${WEB}serviceConnectConfiguration:\n  enabled: false\n` },
      { text: `${WEB}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n` },
    ],
  },
});
