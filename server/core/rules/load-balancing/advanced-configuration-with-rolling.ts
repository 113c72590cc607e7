import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { OTHER_TARGET_GROUP, ROLE, RULE, TARGET_GROUP, WEB } from '../samples';
import { trafficOf } from './parts';

const ENTRY = `loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`;
const ADVANCED = `advancedConfiguration:\n      alternateTargetGroupArn: ${OTHER_TARGET_GROUP}\n      productionListenerRule: ${RULE}\n      roleArn: ${ROLE}\n`;

export default defineRule<null>({
  id: 'advanced-configuration-with-rolling',
  severity: 'information',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['today:loadBalancers[].advancedConfiguration'],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'An advancedConfiguration in a service that deploys with the strategy ROLLING.',
    why: 'A rolling deployment replaces tasks in one target group; the second target group and the rules are not used. It may be there on purpose, to be ready for another strategy.',
    instead: 'Set deploymentConfiguration.strategy to BLUE_GREEN, LINEAR or CANARY, or remove the member.',
    links: [guide('deployment-type-blue-green')],
  },
  check({ service, traits }, report) {
    if (traits.strategy !== 'ROLLING' || traits.controller !== 'ECS') return;
    for (const entry of trafficOf(service)) {
      const advanced = entry.get('advancedConfiguration');
      if (advanced.known) report({ at: { fact: advanced as Fact, key: true }, data: null, tags: ['unnecessary'] });
    }
  },
  message: () =>
    'The strategy is ROLLING, which uses one target group: this advancedConfiguration has no effect until the strategy is BLUE_GREEN, LINEAR or CANARY.',
  fix: ({ at }) => [{ title: 'Remove advancedConfiguration', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [{ text: `${WEB}${ENTRY}    ⟦advancedConfiguration⟧${ADVANCED.slice(21)}`, fixed: `${WEB}${ENTRY}` }],
    valid: [
      {
        text: `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\n${ENTRY}    ${ADVANCED}`,
      },
    ],
  },
});
