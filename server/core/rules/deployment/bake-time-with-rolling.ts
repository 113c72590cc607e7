import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { count } from '../words';

interface Data {
  minutes: number;
}

export default defineRule<Data>({
  id: 'bake-time-with-rolling',
  severity: 'information',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['today:bakeTimeInMinutes'],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'bakeTimeInMinutes in a rolling service.',
    why: 'AWS describes the bake time for BLUE_GREEN, LINEAR and CANARY, where the old tasks stay on for so long. A rolling deployment has removed them by then.',
    instead: 'Remove it, or choose one of these strategies.',
    links: [api('DeploymentConfiguration')],
  },
  check({ service, traits }, report) {
    const bake = service.get('deploymentConfiguration').get('bakeTimeInMinutes');
    if (traits.strategy !== 'ROLLING' || !bake.value) return;
    report({ at: { fact: bake, key: true }, data: { minutes: bake.value } });
  },
  message: ({ minutes }) =>
    `AWS describes bakeTimeInMinutes for BLUE_GREEN, LINEAR and CANARY: a rolling deployment keeps no old tasks for ${count(minutes, 'minute')}. Remove it, or choose one of these strategies.`,
  fix: ({ at }) => [{ title: 'Remove bakeTimeInMinutes', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${WEB}deploymentConfiguration:\n  maximumPercent: 200\n  ⟦bakeTimeInMinutes⟧: 10\n`,
        fixed: `${WEB}deploymentConfiguration:\n  maximumPercent: 200\n`,
      },
    ],
    valid: [{ text: `${WEB}deploymentConfiguration:\n  strategy: ROLLING\n  bakeTimeInMinutes: 0\n` }],
  },
});
