import { fillIn } from '../fill-in';
import { factOf } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { FARGATE, REGISTRY } from '../samples';

export default defineRule<null>({
  id: 'registry-without-arn',
  severity: 'warning',
  group: 'service-discovery',
  on: 'service',
  since: '0.1.0',
  sources: ['R126'],
  docs: {
    what: 'An entry of serviceRegistries without registryArn.',
    why: 'The entry says how to register the tasks, but not where. The API model does not mark the member as required, so the AWS CLI says nothing; what ECS answers is not on record.',
    instead: 'Add registryArn, the ARN of the Cloud Map service (…:service/srv-…).',
    links: [api('ServiceRegistry')],
  },
  check({ service }, report) {
    for (const entry of service.get('serviceRegistries').items) {
      if (entry.known && entry.get('registryArn').absent) report({ at: entry, data: null });
    }
  },
  message: () =>
    'This entry names no registry, so there is nothing to register the tasks in. Add registryArn, the ARN of a Cloud Map service, or remove the entry.',
  fix: ({ at }) => [
    { title: 'Add registryArn, to be filled in', safe: false, changes: fillIn(factOf(at), ['registryArn']) },
  ],
  examples: {
    invalid: [
      {
        text: `${FARGATE}serviceRegistries:\n  - ⟦port: 80⟧\n`,
        fixed: `${FARGATE}serviceRegistries:\n  - port: 80\n    registryArn: REGISTRY_ARN\n`,
      },
    ],
    valid: [{ text: `${FARGATE}serviceRegistries:\n  - registryArn: ${REGISTRY}\n` }],
  },
});
