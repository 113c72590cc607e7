import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { BLUE_GREEN_ERRORS, guide } from '../links';
import { defineRule } from '../rule';
import { OTHER_TARGET_GROUP, ROLE, RULE, TARGET_GROUP, TEST_RULE, WEB } from '../samples';
import type { Traffic } from './parts';

interface Rules {
  productionListenerRule?: string;
  testListenerRule?: string;
}

interface Data {
  /** Of the same entry. */
  own: boolean;
  lattice: boolean;
}

const BLUE_GREEN = `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\nloadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n    advancedConfiguration:\n      alternateTargetGroupArn: ${OTHER_TARGET_GROUP}\n      productionListenerRule: ${RULE}\n`;

export default defineRule<Data>({
  id: 'test-listener-rule-same',
  severity: 'error',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['today:loadBalancers[].advancedConfiguration.testListenerRule'],
  docs: {
    what: 'The test rule is a production rule.',
    why: 'The test rule is switched to the new tasks before production traffic is. When both are one rule, the first switch already sends production traffic to untested tasks. ECS refuses that for load balancers ("The following rules cannot be used as both production and test listener rules"), also between two entries.',
    instead:
      'Create a rule of its own for test traffic, for example on another port or with a header, or leave testListenerRule out.',
    links: [BLUE_GREEN_ERRORS, guide('deployment-type-blue-green')],
  },
  check({ service }, report) {
    for (const entries of [service.get('loadBalancers').items, service.get('vpcLatticeConfigurations').items]) {
      const rules = (entries as unknown as Fact<Traffic>[]).map(
        (entry) => entry.get('advancedConfiguration') as Fact<Rules>,
      );
      for (const entry of rules) {
        const test = entry.get('testListenerRule');
        if (!test.known) continue;
        const other = rules.find((one) => one.get('productionListenerRule').value === test.value);
        if (!other) continue;
        const lattice = test.pointer.startsWith('/vpcLattice');
        report({
          at: test,
          data: { own: other === entry, lattice },
          severity: lattice ? 'warning' : 'error',
          related: [{ at: other.get('productionListenerRule'), message: 'The production rule' }],
        });
      }
    }
  },
  message: ({ own, lattice }) =>
    `testListenerRule is the production rule${own ? '' : ' of another entry'}: switching it for the test would already move production traffic${lattice ? '' : ', and ECS refuses it'}. Use a rule of its own for test traffic, or remove this member.`,
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
