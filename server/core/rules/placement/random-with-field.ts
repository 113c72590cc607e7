import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'random-with-field',
  severity: 'error',
  group: 'placement',
  on: 'service',
  since: '0.1.0',
  sources: ['R292', 'recorded:pf-ecs-svc-random-with-field'],
  docs: {
    what: 'A field in a random placement strategy.',
    why: 'random looks at nothing: "random field should not be specified."',
    instead: 'Remove field.',
    links: [api('PlacementStrategy')],
  },
  check({ service }, report) {
    for (const strategy of service.get('placementStrategy').items) {
      const field = strategy.get('field');
      if (strategy.get('type').is('random') && field.known) report({ at: { fact: field, key: true }, data: {} });
    }
  },
  message: () => 'A random placement strategy takes no field, and ECS refuses the service. Remove it.',
  fix: ({ at }) => [{ title: 'Remove field', safe: true, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${WEB}placementStrategy:\n  - type: random\n    ⟦field⟧: cpu\n`,
        fixed: `${WEB}placementStrategy:\n  - type: random\n`,
      },
    ],
    valid: [{ text: `${WEB}placementStrategy:\n  - type: random\n` }],
  },
});
