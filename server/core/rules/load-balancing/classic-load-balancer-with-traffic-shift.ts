import { guide } from '../links';
import { defineRule } from '../rule';
import { EC2 } from '../samples';
import { SHIFTING } from './parts';

interface Data {
  strategy: string;
}

const ENTRY = '  - loadBalancerName: web\n    containerName: app\n    containerPort: 80\n';

export default defineRule<Data>({
  id: 'classic-load-balancer-with-traffic-shift',
  severity: 'warning',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['today:loadBalancers[].advancedConfiguration'],
  docs: {
    what: 'A Classic Load Balancer in a BLUE_GREEN, LINEAR or CANARY service.',
    why: 'These strategies move traffic between two target groups, and a Classic Load Balancer has none. AWS documents Application and Network Load Balancers, VPC Lattice and Service Connect for them.',
    instead: 'Use target groups with advancedConfiguration, or deploy with the strategy ROLLING.',
    links: [guide('deployment-type-blue-green')],
  },
  check({ service, traits }, report) {
    const strategy = SHIFTING.find((s) => s === traits.strategy);
    if (!strategy) return;
    for (const entry of service.get('loadBalancers').items) {
      const name = entry.get('loadBalancerName');
      if (name.known && entry.get('targetGroupArn').absent)
        report({ at: { fact: name, key: true }, data: { strategy } });
    }
  },
  message: ({ strategy }) =>
    `${strategy} moves traffic between two target groups, and loadBalancerName stands for a Classic Load Balancer, which has none. Use target groups, or the strategy ROLLING.`,
  examples: {
    invalid: [
      {
        text: `${EC2}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\nloadBalancers:\n${ENTRY.replace('loadBalancerName', '⟦loadBalancerName⟧')}`,
      },
    ],
    valid: [{ text: `${EC2}loadBalancers:\n${ENTRY}` }],
  },
});
