import { factOf, set } from '../fixes';
import { api, guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

/** A field to begin with. */
const USUAL = { spread: 'attribute:ecs.availability-zone', binpack: 'memory' } as const;

interface Data {
  type: keyof typeof USUAL;
}

export default defineRule<Data>({
  id: 'strategy-without-field',
  severity: 'warning',
  group: 'placement',
  on: 'service',
  since: '0.1.0',
  sources: ['R293'],
  docs: {
    what: 'A spread or binpack strategy without a field.',
    why: 'The field says what tasks are spread over, or which resource is packed. AWS describes both types by their field; without it they say nothing.',
    instead: 'Write field: attribute:ecs.availability-zone or instanceId for spread, memory or cpu for binpack.',
    links: [api('PlacementStrategy'), guide('task-placement-strategies')],
  },
  check({ service }, report) {
    for (const strategy of service.get('placementStrategy').items) {
      const type = strategy.get('type');
      const field = strategy.get('field');
      if ((type.is('spread') || type.is('binpack')) && field.omitted) {
        report({ at: type, data: { type: type.value as keyof typeof USUAL } });
      }
    }
  },
  message: ({ type }) =>
    type === 'spread'
      ? 'spread needs a field that says over what: attribute:ecs.availability-zone for zones, instanceId for instances. Add it.'
      : 'binpack needs a field that says which resource to pack by: memory or cpu. Add it.',
  fix({ at, data }) {
    const strategy = factOf(at).parent;
    const field = USUAL[data.type];
    return strategy ? [{ title: `Add field: ${field}`, safe: false, changes: set(strategy, 'field', field) }] : [];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}placementStrategy:\n  - type: ⟦spread⟧\n`,
        fixed: `${WEB}placementStrategy:\n  - type: spread\n    field: attribute:ecs.availability-zone\n`,
      },
      {
        text: `${WEB}placementStrategy:\n  - type: ⟦binpack⟧\n`,
        fixed: `${WEB}placementStrategy:\n  - type: binpack\n    field: memory\n`,
      },
    ],
    valid: [{ text: `${WEB}placementStrategy:\n  - type: random\n` }],
  },
});
