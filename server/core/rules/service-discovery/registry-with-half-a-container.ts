import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { FARGATE, REGISTRY } from '../samples';

interface Data {
  given: string;
  missing: string;
}

const ENTRY = `${FARGATE}serviceRegistries:\n  - registryArn: ${REGISTRY}\n`;

export default defineRule<Data>({
  id: 'registry-with-half-a-container',
  severity: 'warning',
  group: 'service-discovery',
  on: 'service',
  since: '0.1.0',
  sources: ['R176'],
  docs: {
    what: 'containerName without containerPort in an entry of serviceRegistries, or the other way round.',
    why: 'AWS documents the two as one combination: a container without a port, or a port of no container, cannot be registered.',
    instead: 'Give both, as they stand in the task definition; or neither, when the registry keeps only A records.',
    links: [api('ServiceRegistry')],
  },
  check({ service }, report) {
    for (const entry of service.get('serviceRegistries').items) {
      const [name, port] = [entry.get('containerName'), entry.get('containerPort')];
      if (name.known && port.absent)
        report({ at: { fact: name as Fact, key: true }, data: { given: 'containerName', missing: 'containerPort' } });
      if (port.known && name.absent)
        report({ at: { fact: port as Fact, key: true }, data: { given: 'containerPort', missing: 'containerName' } });
    }
  },
  message: ({ given, missing }) =>
    `${given} stands without ${missing}, and AWS documents the two as one combination. Add ${missing} as in the task definition, or remove ${given} when the registry keeps only A records.`,
  fix: ({ at, data: { given } }) => [{ title: `Remove ${given}`, safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      { text: `${ENTRY}    ⟦containerName⟧: app\n`, fixed: ENTRY },
      { text: `${ENTRY}    ⟦containerPort⟧: 80\n` },
    ],
    valid: [{ text: ENTRY }, { text: `${ENTRY}    containerName: app\n    containerPort: 80\n` }],
  },
});
