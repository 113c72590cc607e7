import { replace, set } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';

interface Data {
  percent: number;
}

export default defineRule<Data>({
  id: 'zone-rebalancing-without-room',
  severity: 'error',
  group: 'placement',
  on: 'service',
  since: '0.1.0',
  sources: ['today:availabilityZoneRebalancing'],
  docs: {
    what: 'availabilityZoneRebalancing ENABLED with maximumPercent 100.',
    why: 'To move a task, ECS starts the new one before it stops the old one, which needs room above desiredCount. An explicit ENABLED without that room is refused; when the member is left out ECS falls back to DISABLED.',
    instead: 'Raise maximumPercent above 100, or leave availabilityZoneRebalancing out.',
    links: [guide('service-rebalancing')],
  },
  check({ service, traits }, report) {
    const rebalancing = service.get('availabilityZoneRebalancing');
    const maximum = service.get('deploymentConfiguration').get('maximumPercent');
    // Below 100 the percentage itself is what ECS refuses.
    if (!rebalancing.is('ENABLED') || !maximum.is(100) || traits.scheduling === 'DAEMON') return;
    report({ at: rebalancing, data: { percent: 100 }, related: [{ at: maximum, message: 'maximumPercent' }] });
  },
  message: ({ percent }) =>
    `To move a task between zones ECS starts the new one first, and maximumPercent ${percent} leaves no room for it: ECS refuses ENABLED. Raise maximumPercent, or set availabilityZoneRebalancing to DISABLED.`,
  fix: (_, { service }) => [
    {
      title: 'Set availabilityZoneRebalancing to DISABLED',
      safe: false,
      changes: replace(service.get('availabilityZoneRebalancing'), 'DISABLED'),
    },
    {
      title: 'Set maximumPercent to 200',
      safe: false,
      changes: set(service.get('deploymentConfiguration'), 'maximumPercent', 200),
    },
  ],
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: FARGATE\navailabilityZoneRebalancing: ⟦ENABLED⟧\ndeploymentConfiguration:\n  maximumPercent: 100\n  minimumHealthyPercent: 50\n${NETWORK}`,
        fixed: `${WEB}launchType: FARGATE\navailabilityZoneRebalancing: DISABLED\ndeploymentConfiguration:\n  maximumPercent: 100\n  minimumHealthyPercent: 50\n${NETWORK}`,
      },
    ],
    valid: [
      {
        text: `${WEB}launchType: FARGATE\ndeploymentConfiguration:\n  maximumPercent: 100\n  minimumHealthyPercent: 50\n${NETWORK}`,
      },
    ],
  },
});
