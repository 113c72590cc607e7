import type { Fact } from '../../model/fact';
import { BLUE_GREEN_ERRORS, guide } from '../links';
import { defineRule } from '../rule';
import { EC2, TARGET_GROUP } from '../samples';

interface Data {
  /** Beside target groups, which ECS is known to refuse. */
  mixed: boolean;
}

export default defineRule<Data>({
  id: 'several-entries-with-classic',
  severity: 'error',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['R169', 'R152'],
  docs: {
    what: 'A Classic Load Balancer beside other entries of loadBalancers.',
    why: 'Several entries are a feature of target groups. ECS refuses a mixture ("All loadBalancers must be strictly either ELBv1 (defining loadBalancerName) or ELBv2 (defining targetGroupArn)"); for several Classic Load Balancers AWS documents that one is the limit.',
    instead: 'Use target groups in all entries, or keep the Classic Load Balancer alone.',
    links: [guide('register-multiple-targetgroups'), BLUE_GREEN_ERRORS],
  },
  check({ service }, report) {
    const entries = service.get('loadBalancers').items;
    if (entries.length < 2) return;
    const classic = entries.find((e) => e.get('loadBalancerName').known && e.get('targetGroupArn').absent);
    if (!classic) return;
    const mixed = entries.some((e) => e.get('targetGroupArn').known && e.get('loadBalancerName').absent);
    report({
      at: { fact: classic.get('loadBalancerName') as Fact, key: true },
      data: { mixed },
      severity: mixed ? 'error' : 'warning',
    });
  },
  message: ({ mixed }) =>
    mixed
      ? 'A Classic Load Balancer (loadBalancerName) beside target groups (targetGroupArn): ECS refuses a service with both. Move this one to a target group too, or keep it as the only entry.'
      : 'A service takes several load balancers only when all of them are target groups, as AWS documents. Move this Classic Load Balancer to a target group, or keep it as the only entry.',
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
