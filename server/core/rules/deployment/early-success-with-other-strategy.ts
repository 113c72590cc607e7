import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

interface Data {
  has: string;
}

export default defineRule<Data>({
  id: 'early-success-with-other-strategy',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['today:earlySuccessCriteria'],
  docs: {
    what: 'earlySuccessCriteria switched on in a service that does not roll.',
    why: 'It ends a rolling deployment early. AWS documents it for the strategy ROLLING; the others end when all traffic has moved and the bake time is over.',
    instead: 'Remove earlySuccessCriteria, or use ROLLING.',
    links: [api('DeploymentConfiguration')],
  },
  check({ service, traits }, report) {
    const early = service.get('deploymentConfiguration').get('earlySuccessCriteria');
    if (!early.get('enable').is(true)) return;
    const controller =
      traits.controller && traits.controller !== 'ECS' ? `the ${traits.controller} controller` : undefined;
    const strategy = traits.strategy && traits.strategy !== 'ROLLING' ? `the strategy ${traits.strategy}` : undefined;
    const has = controller ?? strategy;
    if (has) report({ at: { fact: early, key: true }, data: { has } });
  },
  message: ({ has }) =>
    `AWS documents earlySuccessCriteria for rolling deployments of the ECS controller, and this service has ${has}: nothing will end early. Remove it, or use ROLLING.`,
  fix: ({ at }) => [{ title: 'Remove earlySuccessCriteria', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\n  ⟦earlySuccessCriteria⟧:\n    enable: true\n    healthyPercent: 100\n    sourceServiceRevisionCleanup: BLOCKING\n`,
        fixed: `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\n`,
      },
    ],
    valid: [
      {
        text: `${WEB}deploymentConfiguration:\n  earlySuccessCriteria:\n    enable: true\n    healthyPercent: 100\n    sourceServiceRevisionCleanup: BLOCKING\n`,
      },
    ],
  },
});
