import { factOf, remove, set } from '../fixes';
import { api, github } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'distinct-instance-with-expression',
  severity: 'error',
  group: 'placement',
  on: 'service',
  since: '0.1.0',
  sources: [
    'R283',
    'error:distinct-expression',
    'recorded:pf-ecs-svc-placement-constraint-distinct-instance-expression',
  ],
  docs: {
    what: 'An expression in a distinctInstance constraint.',
    why: 'distinctInstance only puts each task on an instance of its own and has nothing to select: "distinctInstance expression should not be specified."',
    instead: 'Remove the expression. To select instances as well, add a second constraint of type memberOf.',
    links: [api('PlacementConstraint'), github('hashicorp/terraform/pull/11446')],
  },
  check({ service }, report) {
    for (const constraint of service.get('placementConstraints').items) {
      const expression = constraint.get('expression');
      if (constraint.get('type').is('distinctInstance') && expression.known)
        report({ at: { fact: expression, key: true }, data: {} });
    }
  },
  message: () =>
    'distinctInstance takes no expression, and ECS refuses the service. Remove it, or select instances with a constraint of type memberOf.',
  fix({ at }) {
    const expression = factOf(at);
    const toMemberOf = expression.parent ? set(expression.parent, 'type', 'memberOf') : [];
    return [
      { title: 'Remove expression', safe: false, changes: remove(expression) },
      { title: 'Use type memberOf', safe: false, changes: toMemberOf },
    ];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}placementConstraints:\n  - type: distinctInstance\n    ⟦expression⟧: attribute:ecs.os-type == linux\n`,
        fixed: `${WEB}placementConstraints:\n  - type: distinctInstance\n`,
      },
    ],
    valid: [
      {
        text: `${WEB}placementConstraints:\n  - type: distinctInstance\n  - type: memberOf\n    expression: attribute:ecs.os-type == linux\n`,
      },
    ],
  },
});
