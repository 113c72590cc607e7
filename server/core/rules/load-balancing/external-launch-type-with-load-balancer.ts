import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { TARGET_GROUP, WEB } from '../samples';

const SERVICE = `${WEB}launchType: EXTERNAL\n`;

export default defineRule<null>({
  id: 'external-launch-type-with-load-balancer',
  severity: 'warning',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['R172'],
  docs: {
    what: 'loadBalancers on your own machines (launch type EXTERNAL).',
    why: 'AWS documents that ECS Anywhere has no service load balancing: ECS cannot register a machine outside AWS in a target group.',
    instead: 'Remove loadBalancers and bring the traffic to the machines by other means.',
    links: [guide('ecs-anywhere')],
  },
  check({ service, traits }, report) {
    const entries = service.get('loadBalancers');
    if (traits.launch === 'EXTERNAL' && entries.some) report({ at: { fact: entries as Fact, key: true }, data: null });
  },
  message: () =>
    'AWS documents that services on external instances (launchType EXTERNAL) take no load balancer. Remove loadBalancers, or run the service on EC2 or Fargate.',
  fix: ({ at }) => [{ title: 'Remove loadBalancers', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${SERVICE}⟦loadBalancers⟧:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`,
        fixed: SERVICE,
      },
    ],
    valid: [{ text: SERVICE }],
  },
});
