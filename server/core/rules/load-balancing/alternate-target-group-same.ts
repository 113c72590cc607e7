import type { Fact } from '../../model/fact';
import { guide } from '../links';
import { defineRule } from '../rule';
import { OTHER_TARGET_GROUP, ROLE, RULE, TARGET_GROUP, WEB } from '../samples';
import { trafficOf } from './parts';

const BLUE_GREEN = `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\nloadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n    advancedConfiguration:\n`;

export default defineRule<null>({
  id: 'alternate-target-group-same',
  severity: 'warning',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['today:loadBalancers[].advancedConfiguration.alternateTargetGroupArn', 'error:tg-pair-listener'],
  docs: {
    what: 'The second target group is the first one.',
    why: 'ECS puts the new tasks into the idle target group and then moves the traffic there. With one group for both there is no idle one.',
    instead: 'Create a second target group, attach it to the same listener or rule with weight 0, and name it here.',
    links: [guide('deployment-type-blue-green')],
  },
  check({ service }, report) {
    for (const entry of trafficOf(service)) {
      const first = entry.get('targetGroupArn');
      const second = (entry.get('advancedConfiguration') as Fact<{ alternateTargetGroupArn?: string }>).get(
        'alternateTargetGroupArn',
      );
      if (!first.known || first.value !== second.value) continue;
      report({ at: second, data: null, related: [{ at: first, message: 'The first target group' }] });
    }
  },
  message: () =>
    'alternateTargetGroupArn names the same target group as targetGroupArn. ECS moves traffic from one to the other, so they have to be two.',
  examples: {
    invalid: [
      {
        text: `${BLUE_GREEN}      alternateTargetGroupArn: ⟦${TARGET_GROUP}⟧\n      productionListenerRule: ${RULE}\n      roleArn: ${ROLE}\n`,
      },
    ],
    valid: [
      {
        text: `${BLUE_GREEN}      alternateTargetGroupArn: ${OTHER_TARGET_GROUP}\n      productionListenerRule: ${RULE}\n      roleArn: ${ROLE}\n`,
      },
    ],
  },
});
