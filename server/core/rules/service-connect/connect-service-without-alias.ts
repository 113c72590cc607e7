import type { Fact } from '../../model/fact';
import { set } from '../fixes';
import { api, guide } from '../links';
import { defineRule, type RuleContext } from '../rule';
import { WEB } from '../samples';
import { type ConnectService, connectServices } from './parts';

interface Data {
  entry: Fact<ConnectService>;
  portName: string | undefined;
}

const CONNECT = `${WEB}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  services:\n`;

export default defineRule<Data>({
  id: 'connect-service-without-alias',
  severity: 'error',
  group: 'service-connect',
  on: 'service',
  since: '0.1.0',
  sources: ['R358', 'recorded:pf-ecs-svc-connect-port-name-missing'],
  docs: {
    what: 'An entry of serviceConnectConfiguration.services without clientAliases.',
    why: 'Clients call the alias; without one nobody can. The API model does not mark the member as required, and yet ECS answers "clientAliases must have 1 element."',
    instead: 'Add one alias: the port that clients call and, if you like, a short dnsName.',
    links: [guide('service-connect'), api('ServiceConnectService')],
  },
  check({ service }, report) {
    for (const entry of connectServices(service)) {
      if (!entry.known || !entry.get('clientAliases').absent) continue;
      const portName = entry.get('portName');
      const span = portName.given ? portName.span : entry.span;
      if (span) report({ at: { fact: entry as Fact, span }, data: { entry, portName: portName.value } });
    }
  },
  message: ({ portName }) =>
    `${portName === undefined ? 'This entry' : `The entry for port ${portName}`} has no clientAliases, and ECS wants exactly one: it refuses the service. Add the port that clients call.`,
  fix({ data }, ctx) {
    const port = portNamed(data.portName, ctx) ?? 80;
    const changes = set(data.entry as Fact, 'clientAliases', [{ port }]);
    return [{ title: `Add an alias on port ${port}`, safe: false, changes }];
  },
  examples: {
    invalid: [
      {
        text: `${CONNECT}    - portName: ⟦http⟧\n`,
        fixed: `${CONNECT}    - portName: http\n      clientAliases:\n        - port: 80\n`,
      },
    ],
    valid: [{ text: `${CONNECT}    - portName: http\n      clientAliases:\n        - port: 80\n` }],
  },
});

/** The container port behind a named port of the task definition, when its file was found. */
function portNamed(name: string | undefined, { taskDefinition }: RuleContext): number | undefined {
  const mappings = taskDefinition?.get('containerDefinitions').items.flatMap((c) => c.get('portMappings').items) ?? [];
  return name === undefined ? undefined : mappings.find((m) => m.get('name').is(name))?.get('containerPort').value;
}
