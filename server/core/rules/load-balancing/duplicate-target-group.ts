import type { Fact } from '../../model/fact';
import { BLUE_GREEN_ERRORS } from '../links';
import { defineRule } from '../rule';
import { OTHER_TARGET_GROUP, ROLE, RULE, TARGET_GROUP, TEST_RULE, WEB } from '../samples';
import { SHIFTING } from './parts';

const SHIFT = `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\nloadBalancers:\n`;
const entry = (group: string, port: number, rule: string) =>
  `  - targetGroupArn: ${group}\n    containerName: app\n    containerPort: ${port}\n    advancedConfiguration:\n      alternateTargetGroupArn: ${OTHER_TARGET_GROUP}${port}\n      productionListenerRule: ${rule}\n      roleArn: ${ROLE}\n`;

export default defineRule<{ strategy: string }>({
  id: 'duplicate-target-group',
  severity: 'error',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['issue:Developer Guide, troubleshooting-blue-green: "Duplicate targetGroupArn found"'],
  docs: {
    what: 'One target group in two entries of loadBalancers, in a BLUE_GREEN, LINEAR or CANARY service.',
    why: 'ECS moves the traffic of each entry from its target group to its alternate one, which two entries cannot share. It refuses the service: "Duplicate targetGroupArn found". A ROLLING service may register two ports in one target group.',
    instead: 'Create a target group for each container port, or remove one of the entries.',
    links: [BLUE_GREEN_ERRORS],
  },
  check({ service, traits }, report) {
    const strategy = SHIFTING.find((s) => s === traits.strategy);
    if (!strategy) return;
    const seen = new Map<string, { group: Fact; port: unknown; container: unknown }[]>();
    for (const item of service.get('loadBalancers').items) {
      const group = item.get('targetGroupArn');
      if (!group.known) continue;
      const one = {
        group: group as Fact,
        port: item.get('containerPort').value,
        container: item.get('containerName').value,
      };
      const before = seen.get(group.value as string) ?? [];
      seen.set(group.value as string, [...before, one]);
      const [first] = before;
      // The same container port too: duplicate-item says so.
      if (!first || before.some((b) => b.port === one.port && b.container === one.container)) continue;
      report({
        at: group,
        data: { strategy },
        related: [{ at: first.group, message: 'The first entry with this target group' }],
      });
    }
  },
  message: ({ strategy }) =>
    `Another entry has the same target group. ${strategy} moves the traffic of each entry by itself, and ECS refuses a target group that two of them have: give each its own.`,
  examples: {
    invalid: [
      {
        text: `${SHIFT}${entry(TARGET_GROUP, 80, RULE)}${entry(TARGET_GROUP, 81, TEST_RULE).replace(TARGET_GROUP, `⟦${TARGET_GROUP}⟧`)}`,
      },
    ],
    valid: [
      {
        text: `${SHIFT}${entry(TARGET_GROUP, 80, RULE)}${entry(TARGET_GROUP.replace('/web/', '/admin/'), 81, TEST_RULE)}`,
      },
      {
        text: `${WEB}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 81\n`,
      },
    ],
  },
});
