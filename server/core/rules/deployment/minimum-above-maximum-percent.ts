import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { AGENT } from '../samples';

interface Data {
  minimum: number;
  maximum: number;
}

export default defineRule<Data>({
  id: 'minimum-above-maximum-percent',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['R271'],
  docs: {
    what: 'A minimumHealthyPercent above maximumPercent in a DAEMON service.',
    why: 'More tasks would have to stay healthy than may run at all, so that a deployment can never keep both. In REPLICA services each of the two is refused first by its own limit (at most 100, at least 100).',
    instead: 'Lower minimumHealthyPercent below maximumPercent.',
    links: [api('DeploymentConfiguration')],
  },
  check({ service, traits }, report) {
    const configuration = service.get('deploymentConfiguration');
    const minimum = configuration.get('minimumHealthyPercent');
    const maximum = configuration.get('maximumPercent');
    if (traits.scheduling !== 'DAEMON' || minimum.value === undefined || maximum.value === undefined) return;
    if (minimum.value > 100 || minimum.value <= maximum.value) return;
    report({
      at: minimum,
      data: { minimum: minimum.value, maximum: maximum.value },
      related: [{ at: maximum, message: 'maximumPercent' }],
    });
  },
  message: ({ minimum, maximum }) =>
    `minimumHealthyPercent ${minimum} is above maximumPercent ${maximum}: more tasks would have to stay healthy than may run at all. Lower it to at most ${maximum}.`,
  fix: ({ at, data }) => [{ title: `Write ${data.maximum}`, safe: false, changes: replace(factOf(at), data.maximum) }],
  examples: {
    invalid: [
      {
        text: `${AGENT}deploymentConfiguration:\n  minimumHealthyPercent: ⟦80⟧\n  maximumPercent: 50\n`,
        fixed: `${AGENT}deploymentConfiguration:\n  minimumHealthyPercent: 50\n  maximumPercent: 50\n`,
      },
    ],
    valid: [{ text: `${AGENT}deploymentConfiguration:\n  minimumHealthyPercent: 0\n  maximumPercent: 100\n` }],
  },
});
