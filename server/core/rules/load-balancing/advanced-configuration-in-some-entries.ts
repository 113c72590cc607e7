import type { Fact } from '../../model/fact';
import { BLUE_GREEN_ERRORS } from '../links';
import { defineRule } from '../rule';
import { OTHER_TARGET_GROUP, ROLE, RULE, TARGET_GROUP, WEB } from '../samples';
import { SHIFTING } from './parts';

const ENTRIES = `${WEB}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n    advancedConfiguration:\n      alternateTargetGroupArn: ${OTHER_TARGET_GROUP}\n      productionListenerRule: ${RULE}\n      roleArn: ${ROLE}\n`;
const ADMIN = `  - targetGroupArn: ${TARGET_GROUP.replace('/web/', '/admin/')}\n    containerName: app\n    containerPort: 81\n`;

export default defineRule<null>({
  id: 'advanced-configuration-in-some-entries',
  severity: 'error',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: [
    'issue:Developer Guide, troubleshooting-blue-green: "Either all or none of the provided loadBalancers must have advancedConfiguration defined"',
  ],
  docs: {
    what: 'Some entries of loadBalancers have an advancedConfiguration, others have none.',
    why: 'Traffic moves for all load balancers of a service together. ECS refuses the service: "Either all or none of the provided loadBalancers must have advancedConfiguration defined".',
    instead: 'Add advancedConfiguration to the other entries as well, or remove it everywhere.',
    links: [BLUE_GREEN_ERRORS],
  },
  check({ service, traits }, report) {
    // With a strategy that moves traffic, traffic-shift-without-advanced-configuration says that every entry needs one.
    if (SHIFTING.some((s) => s === traits.strategy)) return;
    const entries = service.get('loadBalancers').items;
    const having = entries.find((entry) => entry.get('advancedConfiguration').known);
    const group = entries
      .filter((entry) => entry.get('advancedConfiguration').absent)
      .map((entry) => entry.get('targetGroupArn'))
      .find((fact) => fact.given);
    if (!having || !group) return;
    report({
      at: { fact: group as Fact, key: true },
      data: null,
      related: [
        { at: { fact: having.get('advancedConfiguration') as Fact, key: true }, message: 'The entry with one' },
      ],
    });
  },
  message: () =>
    'This entry has no advancedConfiguration and another one has: ECS refuses a service in which only some entries have it. Add it here as well, or remove it there.',
  examples: {
    invalid: [
      {
        text: `${ENTRIES}${ADMIN.replace('targetGroupArn', '⟦targetGroupArn⟧')}`,
        also: ['advanced-configuration-with-rolling'],
      },
    ],
    valid: [{ text: `${WEB}loadBalancers:\n${ADMIN}` }],
  },
});
