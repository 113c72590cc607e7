import type { Service } from '../../../../schemas';
import { type Fact, onceForEach } from '../../model/fact';
import { api } from '../links';
import { defineRule } from '../rule';
import { claimsIn, connectServices } from './parts';

/** The addresses that clients call, `name:port`, where both are known. */
const aliases = onceForEach((service: Fact<Service>) =>
  claimsIn(service, 'client alias', (s) =>
    connectServices(s)
      .flatMap((entry) => entry.get('clientAliases').items)
      .flatMap((alias): [string, Fact<string>][] => {
        const [name, port] = [alias.get('dnsName'), alias.get('port')];
        return name.known && port.known ? [[`${name.value}:${port.value}`, name as Fact<string>]] : [];
      }),
  ),
);

interface Data {
  alias: string;
  other: string;
}

const service = (name: string, dnsName: string) =>
  `serviceName: ${name}\ncluster: main\ntaskDefinition: ${name}:1\ndesiredCount: 2\nserviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  services:\n    - portName: http\n      discoveryName: ${name}\n      clientAliases:\n        - port: 80\n          dnsName: ${dnsName}\n`;

export default defineRule<Data>({
  id: 'client-alias-in-two-services',
  severity: 'warning',
  group: 'service-connect',
  on: 'workspace',
  since: '0.1.0',
  sources: ['R368'],
  docs: {
    what: 'Two services of the workspace that take calls to the same dnsName and port in the same namespace.',
    why: 'AWS requires each pair of name and port to be unique within a namespace: the service that is created second fails.',
    instead: 'Change the dnsName or the port of one of them.',
    links: [api('ServiceConnectClientAlias')],
  },
  meets: (service) => [...aliases(service).keys()],
  check(ctx, report) {
    for (const [word, own] of aliases(ctx.service)) {
      const rival = ctx.rival(word);
      const [theirs] = (rival && aliases(rival).get(word)) ?? [];
      if (!rival || !theirs) continue;
      for (const name of own) {
        const port = (name.parent as Fact<{ port: number }>).get('port').value;
        const data = { alias: `${name.value}:${port}`, other: rival.get('serviceName').value ?? '' };
        report({ at: name, data, related: [{ at: theirs, message: `The one of ${data.other}` }] });
      }
    }
  },
  message: ({ alias, other }) =>
    `The service ${other} takes calls to ${alias} in the same namespace too, and a name with its port is unique there. Change the dnsName or the port of one of them.`,
  examples: {
    invalid: [{ text: service('web', '⟦site⟧'), beside: { 'api-service-def.yaml': service('api', 'site') } }],
    valid: [{ text: service('web', 'site'), beside: { 'api-service-def.yaml': service('api', 'api') } }],
  },
});
