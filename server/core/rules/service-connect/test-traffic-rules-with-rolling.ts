import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { connectServices } from './parts';

const ALIAS =
  'serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  services:\n    - portName: http\n      clientAliases:\n        - port: 80\n';
const HEADER = 'testTrafficRules:\n            header:\n              name: x-test\n';

export default defineRule<null>({
  id: 'test-traffic-rules-with-rolling',
  severity: 'information',
  group: 'service-connect',
  on: 'service',
  since: '0.1.0',
  sources: ['today:serviceConnectConfiguration.services[].clientAliases[].testTrafficRules'],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'Rules for test traffic in a service that deploys with the strategy ROLLING.',
    why: 'A rolling deployment has no test stage: new tasks take production traffic as soon as they are healthy.',
    instead: 'Set deploymentConfiguration.strategy to BLUE_GREEN, LINEAR or CANARY, or remove the rules.',
    links: [guide('deployment-type-blue-green')],
  },
  check({ service, traits }, report) {
    if (traits.strategy !== 'ROLLING') return;
    for (const entry of connectServices(service)) {
      for (const alias of entry.get('clientAliases').items) {
        const rules = alias.get('testTrafficRules');
        if (rules.known) report({ at: { fact: rules as Fact, key: true }, data: null, tags: ['unnecessary'] });
      }
    }
  },
  message: () =>
    'The strategy is ROLLING, which has no test stage: testTrafficRules have no effect until it is BLUE_GREEN, LINEAR or CANARY.',
  fix: ({ at }) => [{ title: 'Remove testTrafficRules', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [{ text: `${WEB}${ALIAS}          ⟦testTrafficRules⟧${HEADER.slice(16)}`, fixed: `${WEB}${ALIAS}` }],
    valid: [
      {
        text: `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\n${ALIAS}          ${HEADER}`,
      },
    ],
  },
});
