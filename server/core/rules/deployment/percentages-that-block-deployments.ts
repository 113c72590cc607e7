import { set } from '../fixes';
import { api, github } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

interface Data {
  minimumIsDefault: boolean;
}

export default defineRule<Data>({
  id: 'percentages-that-block-deployments',
  severity: 'error',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['R269', 'recorded:pf-ecs-svc-min-healthy-over-max-percent'],
  docs: {
    what: 'minimumHealthyPercent 100 and maximumPercent 100 in a REPLICA service, said or by default.',
    why: 'Then ECS may neither start a task beyond desiredCount nor stop one, so that no deployment could begin: "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments."',
    instead:
      'Raise maximumPercent (200 starts a new set beside the old one), or lower minimumHealthyPercent if there is no room for more tasks.',
    links: [api('DeploymentConfiguration'), github('hashicorp/terraform-provider-aws/pull/6316')],
  },
  check({ service, traits, profile }, report) {
    if (traits.scheduling !== 'REPLICA' || traits.controller !== 'ECS') return;
    const configuration = service.get('deploymentConfiguration');
    const maximum = configuration.get('maximumPercent');
    const minimum = configuration.get('minimumHealthyPercent');
    const minimumIsDefault = minimum.absent && profile !== 'update-service';
    if (!maximum.is(100) || !(minimum.is(100) || minimumIsDefault)) return;
    const related = minimum.known ? [{ at: minimum, message: 'minimumHealthyPercent' }] : [];
    report({ at: maximum, data: { minimumIsDefault }, related });
  },
  message: ({ minimumIsDefault }) =>
    `maximumPercent 100 allows no task beyond desiredCount, and minimumHealthyPercent 100${minimumIsDefault ? ', its default,' : ''} lets none go: no deployment could ever begin, and ECS refuses the two together. Raise maximumPercent to 200, or lower minimumHealthyPercent.`,
  fix: (_, { service }) => {
    const configuration = service.get('deploymentConfiguration');
    return [
      { title: 'Set maximumPercent to 200', safe: false, changes: set(configuration, 'maximumPercent', 200) },
      {
        title: 'Set minimumHealthyPercent to 50',
        safe: false,
        changes: set(configuration, 'minimumHealthyPercent', 50),
      },
    ];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}deploymentConfiguration:\n  minimumHealthyPercent: 100\n  maximumPercent: ⟦100⟧\n`,
        fixed: `${WEB}deploymentConfiguration:\n  minimumHealthyPercent: 100\n  maximumPercent: 200\n`,
      },
      {
        text: `${WEB}deploymentConfiguration:\n  maximumPercent: ⟦100⟧\n`,
        fixed: `${WEB}deploymentConfiguration:\n  maximumPercent: 200\n`,
      },
    ],
    valid: [
      { text: `${WEB}deploymentConfiguration:\n  minimumHealthyPercent: 50\n  maximumPercent: 100\n` },
      { text: `${WEB}deploymentConfiguration:\n  minimumHealthyPercent: 100\n` },
    ],
  },
});
