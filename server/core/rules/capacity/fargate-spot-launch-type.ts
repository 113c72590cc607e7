import { factOf, remove, set } from '../fixes';
import { CREATE_SERVICE, guide } from '../links';
import { defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'fargate-spot-launch-type',
  severity: 'error',
  group: 'capacity',
  on: 'service',
  since: '0.1.0',
  sources: ['R205'],
  docs: {
    what: 'FARGATE_SPOT as a launch type.',
    why: 'Fargate Spot is a capacity provider. As a launch type ECS does not know it and refuses the service.',
    instead: 'Write a capacityProviderStrategy with the provider FARGATE_SPOT, and leave launchType out.',
    links: [CREATE_SERVICE, guide('fargate-capacity-providers')],
  },
  check({ service }, report) {
    const launchType = service.get('launchType');
    if ((launchType.value as string | undefined) === 'FARGATE_SPOT') report({ at: launchType, data: {} });
  },
  message: () =>
    'FARGATE_SPOT is no launch type, and ECS refuses the service: Fargate Spot is reached through capacityProviderStrategy. ' +
    'Write the provider FARGATE_SPOT there, and leave launchType out.',
  fix({ at }, { service }) {
    if (service.get('capacityProviderStrategy').given)
      return [{ title: 'Remove launchType', safe: false, changes: remove(factOf(at)) }];
    const strategy = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }];
    const changes = [...set(service, 'capacityProviderStrategy', strategy), ...remove(factOf(at))];
    return [{ title: 'Use a capacity provider strategy with FARGATE_SPOT', safe: false, changes }];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: ⟦FARGATE_SPOT⟧\n${NETWORK}`,
        fixed: `${WEB}${NETWORK}capacityProviderStrategy:\n  - capacityProvider: FARGATE_SPOT\n    weight: 1\n`,
      },
    ],
    valid: [{ text: `${WEB}${NETWORK}capacityProviderStrategy:\n  - capacityProvider: FARGATE_SPOT\n    weight: 1\n` }],
  },
});
