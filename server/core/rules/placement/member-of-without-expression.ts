import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'member-of-without-expression',
  severity: 'warning',
  group: 'placement',
  on: 'service',
  since: '0.1.0',
  sources: ['R284'],
  docs: {
    what: 'A memberOf constraint without an expression.',
    why: 'The expression says which instances are members. AWS describes memberOf as a choice by expression; without one it selects nothing.',
    instead:
      'Write an expression of the cluster query language, such as attribute:ecs.instance-type =~ m5.*, or remove the constraint.',
    links: [api('PlacementConstraint')],
  },
  check({ service }, report) {
    for (const constraint of service.get('placementConstraints').items) {
      const expression = constraint.get('expression');
      if (constraint.get('type').is('memberOf') && expression.omitted) report({ at: constraint.get('type'), data: {} });
    }
  },
  message: () =>
    'memberOf selects instances by an expression, and there is none. Write one, such as attribute:ecs.instance-type =~ m5.*, or remove the constraint.',
  examples: {
    invalid: [{ text: `${WEB}placementConstraints:\n  - type: ⟦memberOf⟧\n` }],
    valid: [
      {
        text: `${WEB}placementConstraints:\n  - type: memberOf\n    expression: attribute:ecs.instance-type =~ m5.*\n`,
      },
    ],
  },
});
