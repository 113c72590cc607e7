import { factOf, remove, set } from '../fixes';
import { CREATE_SERVICE, guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'managed-instances-launch-type',
  severity: 'warning',
  group: 'capacity',
  on: 'service',
  since: '0.1.0',
  sources: ['R203', 'today:launchType'],
  docs: {
    what: 'MANAGED_INSTANCES as a launch type.',
    why: 'The API knows the value, but AWS documents that a service reaches Managed Instances only through a capacity provider that describes them.',
    instead: 'Name your Managed Instances capacity provider in capacityProviderStrategy, and leave launchType out.',
    links: [CREATE_SERVICE, guide('ManagedInstances')],
  },
  check({ service }, report) {
    const launchType = service.get('launchType');
    if (launchType.is('MANAGED_INSTANCES')) report({ at: launchType, data: {} });
  },
  message: () =>
    'AWS documents that Managed Instances are reached through a capacity provider, not through launchType MANAGED_INSTANCES: ' +
    'name your capacity provider in capacityProviderStrategy, and leave launchType out.',
  fix({ at }, { service }) {
    if (service.get('capacityProviderStrategy').given)
      return [{ title: 'Remove launchType', safe: false, changes: remove(factOf(at)) }];
    const strategy = [{ capacityProvider: 'my-managed-instances', weight: 1 }];
    const changes = [...set(service, 'capacityProviderStrategy', strategy), ...remove(factOf(at))];
    return [{ title: 'Use a capacity provider strategy', safe: false, changes }];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: ⟦MANAGED_INSTANCES⟧\n`,
        fixed: `${WEB}capacityProviderStrategy:\n  - capacityProvider: my-managed-instances\n    weight: 1\n`,
      },
    ],
    valid: [{ text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: my-managed-instances\n    weight: 1\n` }],
  },
});
