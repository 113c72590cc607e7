import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { AGENT, NETWORK, WEB } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'zone-rebalancing-with-daemon',
  severity: 'error',
  group: 'placement',
  on: 'service',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-svc-az-rebalancing-with-daemon'],
  docs: {
    what: 'availabilityZoneRebalancing ENABLED in a DAEMON service.',
    why: 'A daemon has one task on every instance, so there is nothing to move: "Availability Zone Rebalancing does not support DAEMON as scheduling strategy."',
    instead: 'Remove availabilityZoneRebalancing.',
    links: [guide('service-rebalancing')],
  },
  check({ service, traits }, report) {
    const rebalancing = service.get('availabilityZoneRebalancing');
    if (traits.scheduling !== 'DAEMON' || !rebalancing.is('ENABLED')) return;
    report({
      at: rebalancing,
      data: {},
      related: [{ at: service.get('schedulingStrategy'), message: 'The daemon scheduling strategy' }],
    });
  },
  message: () =>
    'A DAEMON service has one task on every instance, so there is nothing to rebalance between zones: ECS refuses ENABLED. Remove availabilityZoneRebalancing.',
  fix: ({ at }) => [{ title: 'Remove availabilityZoneRebalancing', safe: true, changes: remove(factOf(at)) }],
  examples: {
    invalid: [{ text: `${AGENT}availabilityZoneRebalancing: ⟦ENABLED⟧\n`, fixed: AGENT }],
    valid: [
      { text: `${AGENT}availabilityZoneRebalancing: DISABLED\n` },
      { text: `${WEB}launchType: FARGATE\navailabilityZoneRebalancing: ENABLED\n${NETWORK}` },
    ],
  },
});
