import type { Service } from '../../../../schemas';
import { type Fact, onceForEach } from '../../model/fact';
import { api } from '../links';
import { defineRule } from '../rule';
import { claimsIn, connectServices, discoveryNameOf } from './parts';

/** The names under which Cloud Map would keep the entries. */
const names = onceForEach((service: Fact<Service>) =>
  claimsIn(service, 'discovery name', (s) =>
    connectServices(s).flatMap((entry): [string, Fact<string>][] => {
      const name = discoveryNameOf(entry);
      return name?.value ? [[name.value, name]] : [];
    }),
  ),
);

interface Data {
  name: string;
  other: string;
}

const service = (name: string, discovery: string) =>
  `serviceName: ${name}\ncluster: main\ntaskDefinition: ${name}:1\ndesiredCount: 2\nserviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  services:\n    - portName: http\n      discoveryName: ${discovery}\n      clientAliases:\n        - port: 80\n          dnsName: ${name}\n`;

export default defineRule<Data>({
  id: 'discovery-name-in-two-services',
  severity: 'warning',
  group: 'service-connect',
  on: 'workspace',
  since: '0.1.0',
  sources: ['R354'],
  docs: {
    what: 'Two services of the workspace with the same discovery name in the same namespace.',
    why: 'The name is that of a Cloud Map service, which is unique in its namespace: the service that is created second fails.',
    instead:
      'Give each a discoveryName of its own. Without one the portName is taken, so that two services with a port called http meet here.',
    links: [api('ServiceConnectService')],
  },
  meets: (service) => [...names(service).keys()],
  check(ctx, report) {
    for (const [word, own] of names(ctx.service)) {
      const rival = ctx.rival(word);
      const [theirs] = (rival && names(rival).get(word)) ?? [];
      if (!rival || !theirs) continue;
      for (const name of own) {
        const data = { name: name.value ?? '', other: rival.get('serviceName').value ?? '' };
        report({ at: name, data, related: [{ at: theirs, message: `The one of ${data.other}` }] });
      }
    }
  },
  message: ({ name, other }) =>
    `The service ${other} registers ${name} in the same namespace too, and such names are unique: the one that is created second fails. Give this entry a discoveryName of its own.`,
  examples: {
    invalid: [
      {
        text: service('web', '⟦http⟧'),
        beside: { 'api-service-def.yaml': service('api', 'http') },
      },
    ],
    valid: [
      { text: service('web', 'web'), beside: { 'api-service-def.yaml': service('api', 'api') } },
      {
        text: service('web', 'http'),
        beside: { 'api-service-def.yaml': service('api', 'http').replace('cluster: main', 'cluster: staging') },
      },
    ],
  },
});
