import { replace } from '../fixes';
import { CREATE_SERVICE, guide } from '../links';
import { defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';
import { olderThan } from './platform';

interface Data {
  version: string;
}

export default defineRule<Data>({
  id: 'spot-on-old-platform',
  severity: 'warning',
  group: 'capacity',
  on: 'service',
  since: '0.1.0',
  sources: ['R227'],
  docs: {
    what: 'FARGATE_SPOT with a platform version before 1.3.0.',
    why: 'AWS documents that Fargate Spot runs on platform version 1.3.0 or later (1.4.0 for ARM64).',
    instead: 'Write LATEST or 1.4.0, or leave platformVersion out.',
    links: [CREATE_SERVICE, guide('fargate-capacity-providers')],
  },
  check({ service }, report) {
    const spot = service
      .get('capacityProviderStrategy')
      .items.map((item) => item.get('capacityProvider'))
      .find((provider) => provider.is('FARGATE_SPOT'));
    const version = service.get('platformVersion');
    if (!spot || !olderThan(service, 1, 3)) return;
    report({
      at: version,
      data: { version: version.value as string },
      related: [{ at: spot, message: 'Fargate Spot' }],
    });
  },
  message: ({ version }) =>
    `AWS documents that FARGATE_SPOT needs platform version 1.3.0 or later, and this asks for ${version}. Write LATEST or 1.4.0.`,
  fix: (_, { service }) => [
    { title: 'Write LATEST', safe: false, changes: replace(service.get('platformVersion'), 'LATEST') },
  ],
  examples: {
    invalid: [
      {
        text: `${WEB}platformVersion: ⟦1.2.0⟧\ncapacityProviderStrategy:\n  - capacityProvider: FARGATE_SPOT\n    weight: 1\n${NETWORK}`,
        fixed: `${WEB}platformVersion: LATEST\ncapacityProviderStrategy:\n  - capacityProvider: FARGATE_SPOT\n    weight: 1\n${NETWORK}`,
      },
    ],
    valid: [
      {
        text: `${WEB}platformVersion: 1.4.0\ncapacityProviderStrategy:\n  - capacityProvider: FARGATE_SPOT\n    weight: 1\n${NETWORK}`,
      },
    ],
  },
});
