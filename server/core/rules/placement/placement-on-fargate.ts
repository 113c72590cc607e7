import { factOf, remove } from '../fixes';
import { CREATE_SERVICE, github } from '../links';
import { defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';

interface Data {
  name: 'placementConstraints' | 'placementStrategy';
}

export default defineRule<Data>({
  id: 'placement-on-fargate',
  severity: 'error',
  group: 'placement',
  on: 'service',
  since: '0.1.0',
  sources: ['R287', 'R296', 'error:fargate-constraints', 'recorded:pf-ecs-service-fargate-placement'],
  docs: {
    what: 'placementConstraints or placementStrategy in a service that runs on Fargate.',
    why: 'Both choose among container instances, and Fargate has none to choose from: "Placement constraints are not supported with FARGATE launch type.", and the same for strategies.',
    instead: 'Remove the member. Fargate spreads tasks over the zones of the subnets by itself.',
    links: [CREATE_SERVICE, github('GetSimpl/cloudlift/pull/138')],
  },
  check({ service, traits }, report) {
    if (traits.fargate !== true) return;
    const launchType = service.get('launchType');
    const at = launchType.known ? launchType : service.get('capacityProviderStrategy');
    for (const name of ['placementConstraints', 'placementStrategy'] as const) {
      const list = service.get(name);
      if (list.some) report({ at: { fact: list, key: true }, data: { name }, related: [{ at, message: 'Fargate' }] });
    }
  },
  message: ({ name }) =>
    `${name} chooses among container instances; Fargate has none, and ECS refuses the service. Remove it: Fargate spreads tasks over the zones of the subnets by itself.`,
  fix: ({ at, data }) => [{ title: `Remove ${data.name}`, safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: FARGATE\n⟦placementConstraints⟧:\n  - type: distinctInstance\n${NETWORK}`,
        fixed: `${WEB}launchType: FARGATE\n${NETWORK}`,
      },
      {
        text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: FARGATE_SPOT\n    weight: 1\n⟦placementStrategy⟧:\n  - type: spread\n    field: attribute:ecs.availability-zone\n${NETWORK}`,
        fixed: `${WEB}capacityProviderStrategy:\n  - capacityProvider: FARGATE_SPOT\n    weight: 1\n${NETWORK}`,
      },
    ],
    valid: [
      { text: `${WEB}launchType: EC2\nplacementConstraints:\n  - type: distinctInstance\n` },
      { text: `${WEB}launchType: FARGATE\nplacementConstraints: []\nplacementStrategy: []\n${NETWORK}` },
    ],
  },
});
