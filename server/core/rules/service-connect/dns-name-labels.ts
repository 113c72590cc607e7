import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { quote } from '../words';
import { connectServices } from './parts';

interface Data {
  name: string;
  /** A label longer than 63 characters; undefined for an empty one. */
  long: string | undefined;
}

const CONNECT = `${WEB}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  services:\n    - portName: http\n      clientAliases:\n        - port: 80\n`;

/** Source: RFC 1035, section 2.3.4. */
const LONGEST_LABEL = 63;

export default defineRule<Data>({
  id: 'dns-name-labels',
  severity: 'warning',
  group: 'service-connect',
  on: 'service',
  since: '0.1.0',
  sources: ['R364'],
  docs: {
    what: 'A dnsName with an empty part between its dots, or a part of more than 63 characters.',
    why: 'ECS wants a valid DNS name ("The name must be a valid DNS name"), and no resolver takes such parts.',
    instead: 'Write single dots between parts of 1 to 63 characters.',
    links: [api('ServiceConnectClientAlias')],
  },
  check({ service }, report) {
    for (const entry of connectServices(service)) {
      for (const alias of entry.get('clientAliases').items) {
        const fact = alias.get('dnsName');
        const name = fact.value;
        if (name === undefined) continue;
        const labels = name.replace(/\.$/, '').split('.');
        const long = labels.find((label) => label.length > LONGEST_LABEL);
        if (long !== undefined || labels.includes('')) report({ at: fact, data: { name, long } });
      }
    }
  },
  message: ({ name, long }) =>
    long === undefined
      ? `${quote(name)} has an empty part between its dots, which no DNS name may have. Write single dots, and none in front.`
      : `A part of a DNS name has at most ${LONGEST_LABEL} characters, and ${quote(long)} has ${long.length}. Shorten it, or divide it by dots.`,
  fix: ({ at, data }) => {
    if (data.long !== undefined) return [];
    const name = data.name.split('.').filter(Boolean).join('.');
    return name === '' ? [] : [{ title: `Write ${name}`, safe: false, changes: replace(factOf(at), name) }];
  },
  examples: {
    invalid: [
      { text: `${CONNECT}          dnsName: ⟦web..internal⟧\n`, fixed: `${CONNECT}          dnsName: web.internal\n` },
      { text: `${CONNECT}          dnsName: ⟦${'a'.repeat(64)}.internal⟧\n` },
    ],
    valid: [{ text: `${CONNECT}          dnsName: web.internal\n` }],
  },
});
