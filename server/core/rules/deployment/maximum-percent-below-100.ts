import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

interface Data {
  percent: number;
}

export default defineRule<Data>({
  id: 'maximum-percent-below-100',
  severity: 'error',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['R273', 'recorded:pf-ecs-service-deployment-percent'],
  docs: {
    what: 'A maximumPercent below 100 in a REPLICA service.',
    why: 'It would allow fewer tasks than desiredCount asks for: "maximumPercent must be at least 100".',
    instead: 'Write 100 or more; 200 is the default. To let ECS stop tasks first, lower minimumHealthyPercent.',
    links: [api('DeploymentConfiguration')],
  },
  check({ service, traits }, report) {
    const maximum = service.get('deploymentConfiguration').get('maximumPercent');
    const percent = maximum.value;
    // Below 0 the range has been reported; a daemon below 100 nobody has tried.
    if (percent === undefined || percent < 0 || percent >= 100) return;
    if (traits.scheduling === 'REPLICA' && traits.controller === 'ECS') report({ at: maximum, data: { percent } });
  },
  message: ({ percent }) =>
    `maximumPercent ${percent} would allow fewer tasks than desiredCount, and ECS refuses less than 100. Write 200; to let ECS stop tasks first, lower minimumHealthyPercent instead.`,
  fix: ({ at }) => [
    { title: 'Write 200', safe: false, changes: replace(factOf(at), 200) },
    { title: 'Write 100', safe: false, changes: replace(factOf(at), 100) },
  ],
  examples: {
    invalid: [
      {
        text: `${WEB}deploymentConfiguration:\n  maximumPercent: ⟦99⟧\n  minimumHealthyPercent: 50\n`,
        fixed: `${WEB}deploymentConfiguration:\n  maximumPercent: 200\n  minimumHealthyPercent: 50\n`,
      },
    ],
    valid: [{ text: `${WEB}deploymentConfiguration:\n  maximumPercent: 150\n  minimumHealthyPercent: 50\n` }],
  },
});
