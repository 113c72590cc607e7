import { factOf, replace } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

interface Data {
  strategy: string;
}

export default defineRule<Data>({
  id: 'shift-without-traffic',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['today:strategy'],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'The strategy LINEAR or CANARY in a service without load balancer, VPC Lattice or Service Connect.',
    why: 'Both move traffic in steps, and ECS can only move traffic that goes through one of these. AWS documents that they are needed; BLUE_GREEN works without.',
    instead: 'Add loadBalancers with advancedConfiguration, or use BLUE_GREEN or ROLLING.',
    links: [guide('deployment-type-linear'), guide('canary-deployment')],
  },
  check({ service, traits }, report) {
    const { strategy, loadBalanced, serviceConnect } = traits;
    if ((strategy !== 'LINEAR' && strategy !== 'CANARY') || loadBalanced !== false || serviceConnect !== false) return;
    if (!service.get('vpcLatticeConfigurations').none || traits.controller !== 'ECS') return;
    report({ at: service.get('deploymentConfiguration').get('strategy'), data: { strategy } });
  },
  message: ({ strategy }) =>
    `${strategy} moves traffic in steps, and this service has no load balancer, VPC Lattice or Service Connect through which ECS could move it; AWS documents that one is needed. Add one, or use BLUE_GREEN or ROLLING.`,
  fix: ({ at }) =>
    ['BLUE_GREEN', 'ROLLING'].map((strategy) => ({
      title: `Use ${strategy}`,
      safe: false,
      changes: replace(factOf(at), strategy),
    })),
  examples: {
    invalid: [
      {
        text: `${WEB}deploymentConfiguration:\n  strategy: ⟦LINEAR⟧\n  bakeTimeInMinutes: 5\n`,
        fixed: `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\n`,
      },
    ],
    valid: [{ text: `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\n` }],
  },
});
