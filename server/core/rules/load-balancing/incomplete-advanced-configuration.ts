import type { Fact } from '../../model/fact';
import { fillIn } from '../fill-in';
import { factOf } from '../fixes';
import { api, guide } from '../links';
import { defineRule } from '../rule';
import { OTHER_TARGET_GROUP, ROLE, RULE, TARGET_GROUP, WEB } from '../samples';
import { list } from '../words';
import { SHIFTING, trafficOf } from './parts';

interface Data {
  strategy: string;
  missing: ('alternateTargetGroupArn' | 'productionListenerRule' | 'roleArn')[];
}

const BLUE_GREEN = `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\nloadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`;

export default defineRule<Data>({
  id: 'incomplete-advanced-configuration',
  severity: 'warning',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['today:loadBalancers[].advancedConfiguration', 'today:vpcLatticeConfigurations[].advancedConfiguration'],
  docs: {
    what: 'An advancedConfiguration that lacks the second target group, the production rule or the role.',
    why: 'The API model marks none of them as required, and AWS documents that ECS cannot move traffic without them: the deployment would fail when the traffic is to be shifted. testListenerRule is the only one that may be left out.',
    instead: 'Give alternateTargetGroupArn, productionListenerRule and, for load balancers, roleArn.',
    links: [api('AdvancedConfiguration'), guide('deployment-type-blue-green')],
  },
  check({ service, traits }, report) {
    const strategy = SHIFTING.find((s) => s === traits.strategy);
    if (!strategy) return;
    for (const entry of trafficOf(service)) {
      const advanced = entry.get('advancedConfiguration');
      if (!advanced.known) continue;
      const lattice = entry.pointer.startsWith('/vpcLattice');
      const needed: Data['missing'] = ['alternateTargetGroupArn', 'productionListenerRule'];
      if (!lattice) needed.push('roleArn');
      const missing = needed.filter((name) => (advanced as Fact<Record<string, unknown>>).get(name).absent);
      if (missing.length > 0) report({ at: { fact: advanced as Fact, key: true }, data: { strategy, missing } });
    }
  },
  message: ({ strategy, missing }) =>
    `This advancedConfiguration has no ${list(missing)}. AWS documents that ${strategy} deployments need ${missing.length > 1 ? 'them' : 'it'} to move traffic to the new tasks.`,
  fix: ({ at, data: { missing } }) => [
    { title: `Add ${list(missing)}, to be filled in`, safe: false, changes: fillIn(factOf(at), missing) },
  ],
  examples: {
    invalid: [
      {
        text: `${BLUE_GREEN}    ⟦advancedConfiguration⟧:\n      alternateTargetGroupArn: ${OTHER_TARGET_GROUP}\n      productionListenerRule: ${RULE}\n`,
        fixed: `${BLUE_GREEN}    advancedConfiguration:\n      alternateTargetGroupArn: ${OTHER_TARGET_GROUP}\n      productionListenerRule: ${RULE}\n      roleArn: INFRASTRUCTURE_ROLE_ARN\n`,
      },
    ],
    valid: [
      {
        text: `${BLUE_GREEN}    advancedConfiguration:\n      alternateTargetGroupArn: ${OTHER_TARGET_GROUP}\n      productionListenerRule: ${RULE}\n      roleArn: ${ROLE}\n`,
      },
    ],
  },
});
