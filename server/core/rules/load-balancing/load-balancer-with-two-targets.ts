import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { EC2, TARGET_GROUP } from '../samples';

export default defineRule<null>({
  id: 'load-balancer-with-two-targets',
  severity: 'error',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['R147', 'recorded:pf-ecs-service-lb-target-exclusive'],
  docs: {
    what: 'An entry of loadBalancers with both targetGroupArn and loadBalancerName.',
    why: 'A target group belongs to an Application or Network Load Balancer, a name to a Classic one; an entry is for one of them: "loadBalancerName and targetGroupArn cannot both be specified."',
    instead:
      'Keep targetGroupArn and remove loadBalancerName. The name of an Application or Network Load Balancer is not needed anywhere.',
    links: [api('LoadBalancer')],
  },
  check({ service }, report) {
    for (const entry of service.get('loadBalancers').items) {
      const name = entry.get('loadBalancerName');
      const targetGroup = entry.get('targetGroupArn');
      if (!name.known || !targetGroup.known) continue;
      report({
        at: { fact: name, key: true },
        data: null,
        related: [{ at: targetGroup, message: 'The target group' }],
      });
    }
  },
  message: () =>
    'loadBalancerName and targetGroupArn cannot stand in one entry: ECS refuses the service. Remove loadBalancerName, which is for Classic Load Balancers alone.',
  fix: ({ at }) => [{ title: 'Remove loadBalancerName', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${EC2}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    ⟦loadBalancerName⟧: web\n    containerName: app\n    containerPort: 80\n`,
        fixed: `${EC2}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`,
      },
    ],
    valid: [
      {
        text: `${EC2}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`,
      },
      { text: `${EC2}loadBalancers:\n  - loadBalancerName: web\n    containerName: app\n    containerPort: 80\n` },
    ],
  },
});
