import { set } from '../fixes';
import { api, guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'missing-bake-time',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['today:bakeTimeInMinutes'],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'The strategy BLUE_GREEN without bakeTimeInMinutes.',
    why: 'AWS documents the member as required there, although requests without it have been accepted. How long the old tasks stay for a quick way back should not be left to a default.',
    instead: 'Write bakeTimeInMinutes: long enough for your alarms to notice trouble; 0 removes the old tasks at once.',
    links: [api('DeploymentConfiguration'), guide('deployment-type-blue-green')],
  },
  check({ service, traits }, report) {
    const configuration = service.get('deploymentConfiguration');
    if (traits.strategy !== 'BLUE_GREEN' || traits.controller !== 'ECS') return;
    if (configuration.get('bakeTimeInMinutes').omitted) report({ at: configuration.get('strategy'), data: {} });
  },
  message: () =>
    'AWS documents bakeTimeInMinutes as required with BLUE_GREEN: it says how long the old tasks stay for a quick rollback once all traffic has moved. Add it; 0 removes them at once.',
  fix: (_, { service }) => [
    {
      title: 'Add bakeTimeInMinutes: 5',
      safe: false,
      changes: set(service.get('deploymentConfiguration'), 'bakeTimeInMinutes', 5),
    },
  ],
  examples: {
    invalid: [
      {
        text: `${WEB}deploymentConfiguration:\n  strategy: ⟦BLUE_GREEN⟧\n`,
        fixed: `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\n`,
      },
    ],
    valid: [{ text: `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 0\n` }],
  },
});
