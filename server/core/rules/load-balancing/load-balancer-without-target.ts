import type { Fact } from '../../model/fact';
import { fillIn } from '../fill-in';
import { factOf } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { EC2, TARGET_GROUP } from '../samples';

export default defineRule<null>({
  id: 'load-balancer-without-target',
  severity: 'error',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['R148', 'recorded:pf-ecs-service-lb-target-exclusive'],
  docs: {
    what: 'An entry of loadBalancers with neither targetGroupArn nor loadBalancerName.',
    why: 'The entry says which container takes the traffic, but not where it comes from: "You must specify either a loadBalancerName or a targetGroupArn in all loadBalancer entries."',
    instead:
      'Add targetGroupArn, the ARN of a target group of an Application or Network Load Balancer; or remove the entry.',
    links: [api('LoadBalancer')],
  },
  check({ service }, report) {
    for (const entry of service.get('loadBalancers').items) {
      if (!entry.known || !entry.get('targetGroupArn').absent || !entry.get('loadBalancerName').absent) continue;
      report({ at: entry, data: null });
    }
  },
  message: () =>
    'This entry names no load balancer, and ECS refuses it: add targetGroupArn (Application or Network Load Balancer) or loadBalancerName (Classic).',
  fix: ({ at }) => [
    {
      title: 'Add targetGroupArn, to be filled in',
      safe: false,
      changes: fillIn(factOf(at) as Fact, ['targetGroupArn']),
    },
  ],
  examples: {
    invalid: [
      {
        text: `${EC2}loadBalancers:\n  - ⟦containerName: app\n    containerPort: 80⟧\n`,
        fixed: `${EC2}loadBalancers:\n  - containerName: app\n    containerPort: 80\n    targetGroupArn: TARGET_GROUP_ARN\n`,
      },
    ],
    valid: [
      {
        text: `${EC2}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`,
      },
      { text: `${EC2}loadBalancers: []\n` },
    ],
  },
});
