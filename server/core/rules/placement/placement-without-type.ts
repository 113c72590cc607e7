import { factOf, set } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

interface Data {
  what: 'constraint' | 'strategy';
  /** The type that the other member suggests. */
  type: string;
}

export default defineRule<Data>({
  id: 'placement-without-type',
  severity: 'warning',
  group: 'placement',
  on: 'service',
  since: '0.1.0',
  sources: ['R127', 'R128'],
  docs: {
    what: 'A placement constraint or strategy without a type.',
    why: 'The type says what is done; the rest only belongs to it. The model leaves it optional, but nothing can be done without it.',
    instead: 'Write type: memberOf or distinctInstance for a constraint, spread, binpack or random for a strategy.',
    links: [api('PlacementConstraint'), api('PlacementStrategy')],
  },
  check({ service }, report) {
    for (const constraint of service.get('placementConstraints').items) {
      const type = constraint.get('type');
      if (!constraint.known || !type.omitted) continue;
      report({
        at: constraint,
        data: { what: 'constraint', type: constraint.get('expression').given ? 'memberOf' : 'distinctInstance' },
      });
    }
    for (const strategy of service.get('placementStrategy').items) {
      const type = strategy.get('type');
      if (!strategy.known || !type.omitted) continue;
      const field = strategy.get('field');
      const packs = /^(?:cpu|memory)$/i.test(field.value ?? '');
      report({ at: strategy, data: { what: 'strategy', type: packs ? 'binpack' : field.known ? 'spread' : 'random' } });
    }
  },
  message: ({ what, type }) =>
    `This placement ${what} has no type, so it says nothing. Add one; ${type} would fit the rest.`,
  fix: ({ at, data }) => [
    { title: `Add type: ${data.type}`, safe: false, changes: set(factOf(at), 'type', data.type) },
  ],
  examples: {
    invalid: [
      {
        text: `${WEB}placementConstraints:\n  - ⟦expression: attribute:ecs.os-type == linux⟧\n`,
        fixed: `${WEB}placementConstraints:\n  - expression: attribute:ecs.os-type == linux\n    type: memberOf\n`,
      },
      {
        text: `${WEB}placementStrategy:\n  - ⟦field: cpu⟧\n`,
        fixed: `${WEB}placementStrategy:\n  - field: cpu\n    type: binpack\n`,
      },
    ],
    valid: [{ text: `${WEB}placementConstraints:\n  - type: distinctInstance\n` }],
  },
});
