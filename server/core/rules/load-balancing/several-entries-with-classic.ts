import type { Fact } from '../../model/fact';
import { guide } from '../links';
import { defineRule } from '../rule';
import { EC2, TARGET_GROUP } from '../samples';

export default defineRule<null>({
  id: 'several-entries-with-classic',
  severity: 'warning',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['R169', 'R152'],
  docs: {
    what: 'A Classic Load Balancer beside other entries of loadBalancers.',
    why: 'Several entries are a feature of target groups. AWS documents one load balancer for services with a Classic one; nobody has recorded what ECS answers to a mixture.',
    instead: 'Use target groups in all entries, or keep the Classic Load Balancer alone.',
    links: [guide('register-multiple-targetgroups')],
  },
  check({ service }, report) {
    const entries = service.get('loadBalancers').items;
    if (entries.length < 2) return;
    const classic = entries.find((e) => e.get('loadBalancerName').known && e.get('targetGroupArn').absent);
    if (classic) report({ at: { fact: classic.get('loadBalancerName') as Fact, key: true }, data: null });
  },
  message: () =>
    'A service takes several load balancers only when all of them are target groups. Move this Classic Load Balancer to a target group, or keep it as the only entry.',
  examples: {
    invalid: [
      {
        text: `${EC2}loadBalancers:\n  - ⟦loadBalancerName⟧: web\n    containerName: app\n    containerPort: 80\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`,
      },
    ],
    valid: [
      { text: `${EC2}loadBalancers:\n  - loadBalancerName: web\n    containerName: app\n    containerPort: 80\n` },
    ],
  },
});
