import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { REGISTRY, WEB } from '../samples';

const SERVICE = `${WEB}launchType: EXTERNAL\n`;

export default defineRule<null>({
  id: 'registries-with-external-launch-type',
  severity: 'warning',
  group: 'service-discovery',
  on: 'service',
  since: '0.1.0',
  sources: ['R185'],
  docs: {
    what: 'serviceRegistries on your own machines (launch type EXTERNAL).',
    why: 'AWS documents that ECS Anywhere has no service discovery: the addresses of machines outside AWS are not registered.',
    instead: 'Remove serviceRegistries and let clients find the machines by other means.',
    links: [guide('ecs-anywhere')],
  },
  check({ service, traits }, report) {
    const registries = service.get('serviceRegistries');
    if (traits.launch === 'EXTERNAL' && registries.some)
      report({ at: { fact: registries as Fact, key: true }, data: null });
  },
  message: () =>
    'AWS documents that services on external instances (launchType EXTERNAL) take no service discovery. Remove serviceRegistries, or run the service on EC2 or Fargate.',
  fix: ({ at }) => [{ title: 'Remove serviceRegistries', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${SERVICE}⟦serviceRegistries⟧:\n  - registryArn: ${REGISTRY}\n    containerName: app\n    containerPort: 80\n`,
        fixed: SERVICE,
      },
    ],
    valid: [{ text: SERVICE }],
  },
});
