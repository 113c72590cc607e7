import { factOf, remove } from '../fixes';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';

interface Data {
  first: string;
}

export default defineRule<Data>({
  id: 'several-bases',
  severity: 'error',
  group: 'capacity',
  on: 'service',
  since: '0.1.0',
  sources: ['R218', 'recorded:pf-ecs-svc-capacity-provider-multiple-base'],
  docs: {
    what: 'More than one capacity provider with a base above 0.',
    why: 'The base is the number of tasks that come before all weights, and only one provider can have it: "Only one capacity provider can have a base value greater than zero."',
    instead: 'Keep the base of one provider, and share out the rest by weight.',
    links: [CREATE_SERVICE],
  },
  check({ service }, report) {
    const based = service.get('capacityProviderStrategy').items.filter((item) => (item.get('base').value ?? 0) > 0);
    const [first, ...others] = based;
    if (!first) return;
    const name = first.get('capacityProvider').value ?? 'another provider';
    for (const item of others) {
      report({
        at: item.get('base'),
        data: { first: name },
        related: [{ at: first.get('base'), message: 'The first base' }],
      });
    }
  },
  message: ({ first }) =>
    `Only one provider of a strategy can have a base above 0, and ${first} has one already: ECS refuses the service. Remove this base and share out the rest by weight.`,
  fix: ({ at }) => [{ title: 'Remove this base', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: FARGATE\n    base: 1\n    weight: 1\n  - capacityProvider: FARGATE_SPOT\n    base: ⟦1⟧\n    weight: 3\n${NETWORK}`,
        fixed: `${WEB}capacityProviderStrategy:\n  - capacityProvider: FARGATE\n    base: 1\n    weight: 1\n  - capacityProvider: FARGATE_SPOT\n    weight: 3\n${NETWORK}`,
      },
    ],
    valid: [
      {
        text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: FARGATE\n    base: 1\n    weight: 1\n  - capacityProvider: FARGATE_SPOT\n    base: 0\n    weight: 3\n${NETWORK}`,
      },
    ],
  },
});
