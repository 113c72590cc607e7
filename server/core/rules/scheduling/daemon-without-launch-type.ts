import { set } from '../fixes';
import { CREATE_SERVICE, github } from '../links';
import { defineRule } from '../rule';
import { AGENT } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'daemon-without-launch-type',
  severity: 'hint',
  group: 'scheduling',
  on: 'service',
  since: '0.1.0',
  sources: ['R199', 'error:daemon-cps'],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'A DAEMON service that names no launch type.',
    why: 'When the cluster has a default capacity provider strategy, ECS would use it for a service without launch type, and refuses that for daemons. Whether the cluster has one no file shows.',
    instead: 'Write launchType: EC2 (or EXTERNAL), which works on any cluster.',
    links: [CREATE_SERVICE, github('aws/containers-roadmap/issues/692')],
  },
  check({ service, traits }, report) {
    if (traits.scheduling !== 'DAEMON' || !service.get('launchType').omitted) return;
    if (service.get('capacityProviderStrategy').none) report({ at: service.get('schedulingStrategy'), data: {} });
  },
  message: () =>
    'On a cluster with a default capacity provider strategy ECS refuses a DAEMON service that names no launch type. Write launchType: EC2 to be safe.',
  fix: (_, { service }) => [{ title: 'Add launchType: EC2', safe: false, changes: set(service, 'launchType', 'EC2') }],
  examples: {
    invalid: [{ text: 'serviceName: agent\ntaskDefinition: agent:1\nschedulingStrategy: ⟦DAEMON⟧\n', fixed: AGENT }],
    valid: [{ text: AGENT }],
  },
});
