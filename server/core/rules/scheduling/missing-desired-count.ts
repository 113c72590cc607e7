import { set } from '../fixes';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { NETWORK } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'missing-desired-count',
  severity: 'warning',
  group: 'scheduling',
  on: 'service',
  since: '0.1.0',
  sources: ['R187', 'R253'],
  profiles: ['create-service'],
  docs: {
    what: 'A REPLICA service without desiredCount.',
    why: 'A new REPLICA service has to say how many tasks it keeps; the model leaves the member optional because DAEMON services and those with the EXTERNAL controller have none. ECS answers that DesiredCount is missing. A warning, because it may come beside the file, with --desired-count.',
    instead:
      'Write desiredCount. 0 is allowed. In files that only ecspresso reads the profile ecspresso does not ask for it.',
    links: [CREATE_SERVICE],
  },
  check({ service, traits }, report) {
    if (!service.get('desiredCount').omitted || traits.scheduling !== 'REPLICA') return;
    if (traits.controller === undefined || traits.controller === 'EXTERNAL') return;
    const name = service.get('serviceName');
    report({ at: { fact: name.entry ? name : service, key: true }, data: {} });
  },
  message: () =>
    'A REPLICA service needs desiredCount, the number of tasks that ECS keeps running: without it the service cannot be created. Add it (0 is allowed), or give --desired-count beside the file.',
  fix: (_, { service }) => [{ title: 'Add desiredCount: 1', safe: false, changes: set(service, 'desiredCount', 1) }],
  examples: {
    invalid: [
      {
        text: `⟦serviceName⟧: web\ntaskDefinition: web:1\nlaunchType: FARGATE\n${NETWORK}`,
        fixed: `serviceName: web\ntaskDefinition: web:1\nlaunchType: FARGATE\n${NETWORK}desiredCount: 1\n`,
      },
    ],
    valid: [
      { text: 'serviceName: web\ndeploymentController:\n  type: EXTERNAL\n' },
      { text: 'serviceName: agent\ntaskDefinition: agent:1\nschedulingStrategy: DAEMON\nlaunchType: EC2\n' },
      { text: 'launchType: EC2\nschedulingStrategy: REPLICA\n', profile: 'ecspresso' },
    ],
  },
});
