import type { Service } from '../../../../schemas';
import type { Fact } from '../../model/fact';
import { api } from '../links';
import { defineRule } from '../rule';
import { connectServices, neighbours } from './parts';

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
  check(ctx, report) {
    const own = aliasesOf(ctx.service);
    // The workspace costs something to look at, and most services have nothing to compare.
    const others = own.length > 0 ? neighbours(ctx.service, ctx.workspace) : [];
    for (const { service: theirs } of others) {
      const taken = new Map(aliasesOf(theirs));
      for (const [alias, fact] of own) {
        const same = taken.get(alias);
        if (!same) continue;
        const data = { alias, other: theirs.get('serviceName').value ?? '' };
        report({ at: fact, data, related: [{ at: same, message: `The one of ${data.other}` }] });
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

/** `name:port` of every alias that gives both, with the fact of its name. */
function aliasesOf(service: Fact<Service>): [string, Fact<string>][] {
  return connectServices(service)
    .flatMap((entry) => entry.get('clientAliases').items)
    .flatMap((alias): [string, Fact<string>][] => {
      const [name, port] = [alias.get('dnsName'), alias.get('port')];
      return name.known && port.known ? [[`${name.value}:${port.value}`, name as Fact<string>]] : [];
    });
}
