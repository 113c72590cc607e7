import { factOf, remove } from '../fixes';
import { CREATE_SERVICE, github } from '../links';
import { defineRule } from '../rule';
import { AGENT } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'daemon-with-placement-strategy',
  severity: 'error',
  group: 'scheduling',
  on: 'service',
  since: '0.1.0',
  sources: ['R196', 'error:daemon-placement-strategy', 'recorded:pf-ecs-svc-daemon-with-placement-strategies'],
  docs: {
    what: 'placementStrategy in a DAEMON service.',
    why: 'A daemon runs on every instance that fits, so there is nothing to choose: "The daemon scheduling strategy does not support placement strategies." Placement constraints are fine.',
    instead: 'Remove placementStrategy. To leave instances out, use placementConstraints.',
    links: [CREATE_SERVICE, github('kayac/ecspresso/pull/402')],
  },
  check({ service, traits }, report) {
    const strategy = service.get('placementStrategy');
    if (traits.scheduling !== 'DAEMON' || !strategy.some) return;
    report({
      at: { fact: strategy, key: true },
      data: {},
      related: [{ at: service.get('schedulingStrategy'), message: 'The daemon scheduling strategy' }],
    });
  },
  message: () =>
    'A DAEMON service takes no placementStrategy: it runs on every instance that fits, and ECS refuses the service. Remove it; to leave instances out, use placementConstraints.',
  fix: ({ at }) => [{ title: 'Remove placementStrategy', safe: true, changes: remove(factOf(at)) }],
  examples: {
    invalid: [{ text: `${AGENT}⟦placementStrategy⟧:\n  - type: spread\n    field: instanceId\n`, fixed: AGENT }],
    valid: [
      { text: `${AGENT}placementConstraints:\n  - type: memberOf\n    expression: attribute:ecs.os-type == linux\n` },
      { text: `${AGENT}placementStrategy: []\n` },
    ],
  },
});
