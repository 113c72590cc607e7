import { remove, replace } from '../fixes';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { AGENT } from '../samples';

interface Data {
  controller: string;
}

export default defineRule<Data>({
  id: 'daemon-with-other-controller',
  severity: 'warning',
  group: 'scheduling',
  on: 'service',
  since: '0.1.0',
  sources: ['R194', 'R195', 'R251'],
  docs: {
    what: 'The DAEMON scheduling strategy with the deployment controller CODE_DEPLOY or EXTERNAL.',
    why: 'Both controllers shift task sets of a known size, which a daemon does not have. AWS documents that they work with REPLICA only.',
    instead: 'Leave deploymentController out, so that ECS itself rolls the daemon, or make it a REPLICA service.',
    links: [CREATE_SERVICE],
  },
  check({ service, traits }, report) {
    const { controller, scheduling } = traits;
    if (scheduling !== 'DAEMON' || controller === undefined || controller === 'ECS') return;
    report({
      at: service.get('schedulingStrategy'),
      data: { controller },
      related: [{ at: service.get('deploymentController').get('type'), message: 'The deployment controller' }],
    });
  },
  message: ({ controller }) =>
    `AWS documents that the ${controller} deployment controller works with REPLICA only, and this is a DAEMON service. Leave deploymentController out, or use REPLICA.`,
  fix: (_, { service }) => [
    { title: 'Remove deploymentController', safe: false, changes: remove(service.get('deploymentController')) },
    { title: 'Use REPLICA', safe: false, changes: replace(service.get('schedulingStrategy'), 'REPLICA') },
  ],
  examples: {
    invalid: [
      {
        text: 'serviceName: agent\nschedulingStrategy: ⟦DAEMON⟧\ndeploymentController:\n  type: EXTERNAL\n',
        fixed: 'serviceName: agent\nschedulingStrategy: DAEMON\n',
      },
    ],
    valid: [{ text: `${AGENT}deploymentController:\n  type: ECS\n` }],
  },
});
