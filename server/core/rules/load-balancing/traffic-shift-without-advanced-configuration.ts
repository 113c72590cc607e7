import type { Fact } from '../../model/fact';
import { TO_FILL_IN } from '../fill-in';
import { set } from '../fixes';
import { api, BLUE_GREEN_ERRORS, github, guide } from '../links';
import { defineRule } from '../rule';
import { OTHER_TARGET_GROUP, ROLE, RULE, TARGET_GROUP, WEB } from '../samples';
import { SHIFTING, trafficOf } from './parts';

interface Data {
  strategy: string;
  lattice: boolean;
  entry: Fact;
}

const ENTRY = `loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`;
const ADVANCED = `    advancedConfiguration:\n      alternateTargetGroupArn: ${OTHER_TARGET_GROUP}\n      productionListenerRule: ${RULE}\n      roleArn: ${ROLE}\n`;
const BLUE_GREEN = `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\n`;
const LINEAR = `${WEB}deploymentConfiguration:\n  strategy: LINEAR\n  bakeTimeInMinutes: 5\n`;

export default defineRule<Data>({
  id: 'traffic-shift-without-advanced-configuration',
  severity: 'error',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['error:adv-linear', 'today:loadBalancers[].advancedConfiguration'],
  docs: {
    what: 'A load balancer without advancedConfiguration in a BLUE_GREEN, LINEAR or CANARY service.',
    why: 'To move traffic, ECS needs the second target group, the listener rule to change and a role to change it with. ECS refuses the service otherwise: "advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy". For VPC Lattice the same is documented, and no refusal is on record.',
    instead:
      'Add advancedConfiguration with alternateTargetGroupArn, productionListenerRule and roleArn to every entry; or deploy with the strategy ROLLING.',
    links: [
      guide('deployment-type-blue-green'),
      BLUE_GREEN_ERRORS,
      api('AdvancedConfiguration'),
      github('terraform-aws-modules/terraform-aws-ecs/issues/377'),
    ],
  },
  check({ service, traits }, report) {
    const strategy = SHIFTING.find((s) => s === traits.strategy);
    if (!strategy) return;
    for (const entry of trafficOf(service)) {
      const targetGroup = entry.get('targetGroupArn');
      if (!targetGroup.given || !entry.get('advancedConfiguration').absent) continue;
      const lattice = entry.pointer.startsWith('/vpcLattice');
      const severity = lattice ? 'warning' : 'error';
      report({
        at: { fact: targetGroup as Fact, key: true },
        data: { strategy, lattice, entry: entry as Fact },
        severity,
      });
    }
  },
  message: ({ strategy, lattice }) => {
    const needs = lattice
      ? 'alternateTargetGroupArn and productionListenerRule'
      : 'alternateTargetGroupArn, productionListenerRule and roleArn';
    const who = lattice ? 'AWS documents that it is needed' : 'ECS refuses the service without it';
    return `The strategy ${strategy} moves traffic from this target group to a second one, and this entry has no advancedConfiguration to say which: ${who}. Add one with ${needs}.`;
  },
  fix({ data: { entry, lattice } }) {
    const { alternateTargetGroupArn, productionListenerRule, roleArn } = TO_FILL_IN;
    const value = { alternateTargetGroupArn, productionListenerRule, ...(lattice ? {} : { roleArn }) };
    const changes = set(entry, 'advancedConfiguration', value);
    return [{ title: 'Add advancedConfiguration, to be filled in', safe: false, changes }];
  },
  examples: {
    invalid: [
      {
        text: `${LINEAR}${ENTRY.replace('targetGroupArn', '⟦targetGroupArn⟧')}`,
        fixed: `${LINEAR}${ENTRY}    advancedConfiguration:\n      alternateTargetGroupArn: ALTERNATE_TARGET_GROUP_ARN\n      productionListenerRule: LISTENER_RULE_ARN\n      roleArn: INFRASTRUCTURE_ROLE_ARN\n`,
      },
      { text: `${BLUE_GREEN}${ENTRY.replace('targetGroupArn', '⟦targetGroupArn⟧')}` },
    ],
    valid: [{ text: `${BLUE_GREEN}${ENTRY}${ADVANCED}` }, { text: `${WEB}${ENTRY}` }],
  },
});
