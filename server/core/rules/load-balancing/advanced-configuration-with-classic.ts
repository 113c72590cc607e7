import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { BLUE_GREEN_ERRORS } from '../links';
import { defineRule } from '../rule';
import { EC2, OTHER_TARGET_GROUP, ROLE, RULE } from '../samples';

const CLASSIC = 'loadBalancers:\n  - loadBalancerName: web\n    containerName: app\n    containerPort: 80\n';
const ADVANCED = `advancedConfiguration:\n      alternateTargetGroupArn: ${OTHER_TARGET_GROUP}\n      productionListenerRule: ${RULE}\n      roleArn: ${ROLE}\n`;

export default defineRule<null>({
  id: 'advanced-configuration-with-classic',
  severity: 'error',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: [
    'issue:Developer Guide, troubleshooting-blue-green: "advancedConfiguration field is not allowed with ELBv1 loadBalancers"',
  ],
  docs: {
    what: 'An advancedConfiguration in an entry for a Classic Load Balancer.',
    why: 'A Classic Load Balancer has no target groups and no rules to move traffic with. ECS refuses the service: "advancedConfiguration field is not allowed with ELBv1 loadBalancers".',
    instead: 'Name a target group (targetGroupArn), or remove advancedConfiguration.',
    links: [BLUE_GREEN_ERRORS],
  },
  check({ service }, report) {
    for (const entry of service.get('loadBalancers').items) {
      const advanced = entry.get('advancedConfiguration');
      if (!advanced.known || !entry.get('loadBalancerName').known || !entry.get('targetGroupArn').absent) continue;
      report({ at: { fact: advanced as Fact, key: true }, data: null });
    }
  },
  message: () =>
    'advancedConfiguration moves traffic between target groups, and this entry is a Classic Load Balancer (loadBalancerName), which has none: ECS refuses the two together. Use targetGroupArn, or remove advancedConfiguration.',
  fix: ({ at }) => [{ title: 'Remove advancedConfiguration', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${EC2}${CLASSIC}    ⟦advancedConfiguration⟧${ADVANCED.slice(21)}`,
        fixed: `${EC2}${CLASSIC}`,
      },
    ],
    valid: [{ text: `${EC2}${CLASSIC}` }],
  },
});
