import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { FARGATE, REGISTRY } from '../samples';
import { list } from '../words';

interface Data {
  given: string[];
}

const ENTRY = `${FARGATE}serviceRegistries:\n  - registryArn: ${REGISTRY}\n`;

export default defineRule<Data>({
  id: 'registry-with-port-and-container',
  severity: 'error',
  group: 'service-discovery',
  on: 'service',
  since: '0.1.0',
  sources: ['R175', 'error:sd-both'],
  docs: {
    what: 'An entry of serviceRegistries with port and with containerName or containerPort.',
    why: "Both say which port the SRV record carries. ECS answers \"Specify a value for either 'port' or the 'containerName' and 'containerPort' combination, but not both.\"",
    instead:
      'Keep containerName and containerPort, which also work in bridge and host networking; keep port only for awsvpc with SRV records.',
    links: [api('ServiceRegistry')],
  },
  check({ service }, report) {
    for (const entry of service.get('serviceRegistries').items) {
      const port = entry.get('port');
      const given = (['containerName', 'containerPort'] as const).filter((name) => entry.get(name).known);
      // A skeleton has 0 for every number: the shape rule speaks about that.
      if (port.known && !port.is(0) && given.length > 0) report({ at: { fact: port, key: true }, data: { given } });
    }
  },
  message: ({ given }) =>
    `port cannot stand beside ${list(given)}: ECS refuses the service, since both say which port to register. Keep one of the two.`,
  fix: ({ at }) => [{ title: 'Remove port', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${ENTRY}    ⟦port⟧: 80\n    containerName: app\n    containerPort: 80\n`,
        fixed: `${ENTRY}    containerName: app\n    containerPort: 80\n`,
      },
    ],
    valid: [{ text: `${ENTRY}    port: 80\n` }, { text: `${ENTRY}    containerName: app\n    containerPort: 80\n` }],
  },
});
