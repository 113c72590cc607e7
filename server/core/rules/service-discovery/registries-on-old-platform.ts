import { factOf, replace } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { FARGATE, REGISTRY } from '../samples';

export default defineRule<null>({
  id: 'registries-on-old-platform',
  severity: 'warning',
  group: 'service-discovery',
  on: 'service',
  since: '0.1.0',
  sources: ['R183'],
  docs: {
    what: 'Service discovery on Fargate platform version 1.0.0.',
    why: 'AWS documented that service discovery begins with platform version 1.1.0; 1.0.0 has long been withdrawn.',
    instead: 'Use LATEST, or 1.4.0.',
    links: [guide('service-discovery')],
  },
  check({ service, traits }, report) {
    const version = service.get('platformVersion');
    if (traits.fargate === true && version.is('1.0.0') && service.get('serviceRegistries').some) {
      report({ at: version, data: null });
    }
  },
  message: () =>
    'Service discovery on Fargate needs platform version 1.1.0 or later, and this is 1.0.0. Write LATEST, or remove platformVersion.',
  fix: ({ at }) => [{ title: 'Write LATEST', safe: true, changes: replace(factOf(at), 'LATEST') }],
  examples: {
    invalid: [
      {
        text: `${FARGATE}platformVersion: ⟦1.0.0⟧\nserviceRegistries:\n  - registryArn: ${REGISTRY}\n`,
        fixed: `${FARGATE}platformVersion: LATEST\nserviceRegistries:\n  - registryArn: ${REGISTRY}\n`,
      },
    ],
    valid: [{ text: `${FARGATE}platformVersion: LATEST\nserviceRegistries:\n  - registryArn: ${REGISTRY}\n` }],
  },
});
