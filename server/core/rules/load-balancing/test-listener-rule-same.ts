import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { OTHER_TARGET_GROUP, ROLE, RULE, TARGET_GROUP, TEST_RULE, WEB } from '../samples';
import { trafficOf } from './parts';

const BLUE_GREEN = `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\nloadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n    advancedConfiguration:\n      alternateTargetGroupArn: ${OTHER_TARGET_GROUP}\n      productionListenerRule: ${RULE}\n`;

export default defineRule<null>({
  id: 'test-listener-rule-same',
  severity: 'warning',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['today:loadBalancers[].advancedConfiguration.testListenerRule'],
  docs: {
    what: 'The test rule is the production rule.',
    why: 'The test rule is switched to the new tasks before production traffic is. When both are one rule, the first switch already sends production traffic to untested tasks.',
    instead:
      'Create a rule of its own for test traffic, for example on another port or with a header, or leave testListenerRule out.',
    links: [guide('deployment-type-blue-green')],
  },
  check({ service }, report) {
    for (const entry of trafficOf(service)) {
      const advanced = entry.get('advancedConfiguration') as Fact<{
        productionListenerRule?: string;
        testListenerRule?: string;
      }>;
      const production = advanced.get('productionListenerRule');
      const test = advanced.get('testListenerRule');
      if (!test.known || test.value !== production.value) continue;
      report({ at: test, data: null, related: [{ at: production, message: 'The production rule' }] });
    }
  },
  message: () =>
    'testListenerRule is the production rule: switching it for the test would already move production traffic. Use a rule of its own for test traffic, or remove this member.',
  fix: ({ at }) => [{ title: 'Remove testListenerRule', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${BLUE_GREEN}      testListenerRule: ⟦${RULE}⟧\n      roleArn: ${ROLE}\n`,
        fixed: `${BLUE_GREEN}      roleArn: ${ROLE}\n`,
      },
    ],
    valid: [{ text: `${BLUE_GREEN}      testListenerRule: ${TEST_RULE}\n      roleArn: ${ROLE}\n` }],
  },
});
