import { api } from '../links';
import { defineRule } from '../rule';
import { REGISTRY } from '../samples';
import { type Shared, sharedBy } from '../sharing';

const named = (name: string, arn: string) =>
  `serviceName: ${name}\ntaskDefinition: ${name}:1\ndesiredCount: 2\nserviceRegistries:\n  - registryArn: ${arn}\n`;

export default defineRule<Shared>({
  id: 'registry-in-two-services',
  severity: 'information',
  group: 'workspace',
  on: 'workspace',
  since: '0.1.0',
  sources: ['assumption'],
  docs: {
    what: 'Two services of the workspace with the same service registry.',
    why: 'The tasks of both stand under one name of Cloud Map, and whoever looks it up is sent to either.',
    instead: 'Make a Cloud Map service for each ECS service, unless callers are to reach both under one name.',
    links: [api('ServiceRegistry')],
  },
  ...sharedBy('registry', (service) =>
    service.get('serviceRegistries').items.map((registry) => registry.get('registryArn')),
  ),
  message: ({ other }) =>
    `The service ${other} registers its tasks in this registry too, so that one name leads to the tasks of both. If callers are not meant to reach either, give each a registry of its own.`,
  examples: {
    invalid: [
      {
        text: named('web', `⟦${REGISTRY}⟧`),
        beside: { 'api-service-def.yaml': named('api', REGISTRY) },
      },
    ],
    valid: [
      {
        text: named('web', REGISTRY),
        beside: { 'api-service-def.yaml': named('api', REGISTRY.replace('srv-a', 'srv-b')) },
      },
      // The same service in another file.
      {
        text: named('web', REGISTRY),
        beside: { 'web-service-def.yaml': named('web', REGISTRY) },
      },
    ],
  },
});
