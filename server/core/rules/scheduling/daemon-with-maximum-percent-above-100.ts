import { factOf, replace } from '../fixes';
import { CREATE_SERVICE, github } from '../links';
import { defineRule } from '../rule';
import { AGENT } from '../samples';

interface Data {
  percent: number;
}

export default defineRule<Data>({
  id: 'daemon-with-maximum-percent-above-100',
  severity: 'error',
  group: 'scheduling',
  on: 'service',
  since: '0.1.0',
  sources: ['R200', 'error:daemon-max-percent', 'recorded:pf-ecs-svc-daemon-max-percent'],
  docs: {
    what: 'A maximumPercent above 100 in a DAEMON service.',
    why: 'A daemon has one task on an instance, never two: the old one goes before the new one comes. "The daemon scheduling strategy does not support values above 100 for maximumPercent on a deployment configuration."',
    instead: 'Write 100, or leave maximumPercent out: 100 is the default of daemons.',
    links: [CREATE_SERVICE, github('aws/aws-cdk/issues/2209')],
  },
  check({ service, traits }, report) {
    const maximum = service.get('deploymentConfiguration').get('maximumPercent');
    if (traits.scheduling !== 'DAEMON' || maximum.value === undefined || maximum.value <= 100) return;
    report({
      at: maximum,
      data: { percent: maximum.value },
      related: [{ at: service.get('schedulingStrategy'), message: 'The daemon scheduling strategy' }],
    });
  },
  message: ({ percent }) =>
    `A DAEMON service never runs two tasks on one instance, and ECS refuses a maximumPercent above 100; this is ${percent}. Write 100, or leave it out.`,
  fix: ({ at }) => [{ title: 'Write 100', safe: true, changes: replace(factOf(at), 100) }],
  examples: {
    invalid: [
      {
        text: `${AGENT}deploymentConfiguration:\n  maximumPercent: ⟦200⟧\n  minimumHealthyPercent: 50\n`,
        fixed: `${AGENT}deploymentConfiguration:\n  maximumPercent: 100\n  minimumHealthyPercent: 50\n`,
      },
    ],
    valid: [{ text: `${AGENT}deploymentConfiguration:\n  maximumPercent: 100\n  minimumHealthyPercent: 0\n` }],
  },
});
