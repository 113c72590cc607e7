import { replace } from '../fixes';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { AGENT, NETWORK } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'daemon-on-fargate',
  severity: 'warning',
  group: 'scheduling',
  on: 'service',
  since: '0.1.0',
  sources: ['R193'],
  docs: {
    what: 'The DAEMON scheduling strategy on Fargate.',
    why: 'A daemon runs one task on each container instance, and Fargate has none. AWS documents that the two do not go together.',
    instead:
      'Write launchType: EC2, or make it a REPLICA service with a desiredCount. On Fargate run an agent as a sidecar in the task definition.',
    links: [CREATE_SERVICE],
  },
  check({ service, traits }, report) {
    // With a capacity provider strategy the strategy itself is what ECS refuses.
    if (traits.scheduling !== 'DAEMON' || !service.get('launchType').is('FARGATE')) return;
    report({
      at: service.get('schedulingStrategy'),
      data: {},
      related: [{ at: service.get('launchType'), message: 'The launch type' }],
    });
  },
  message: () =>
    'DAEMON runs one task on each container instance, and Fargate has no instances: AWS documents that the two do not go together. Write launchType: EC2, or REPLICA with a desiredCount.',
  fix: (_, { service }) => [
    { title: 'Use launchType EC2', safe: false, changes: replace(service.get('launchType'), 'EC2') },
    { title: 'Use REPLICA', safe: false, changes: replace(service.get('schedulingStrategy'), 'REPLICA') },
  ],
  examples: {
    invalid: [
      {
        text: `serviceName: agent\ntaskDefinition: agent:1\nschedulingStrategy: ⟦DAEMON⟧\nlaunchType: FARGATE\n${NETWORK}`,
        fixed: `${AGENT}${NETWORK}`,
      },
    ],
    valid: [{ text: AGENT }],
  },
});
