import { factOf, remove, set } from '../fixes';
import { CREATE_SERVICE, github } from '../links';
import { defineRule } from '../rule';
import { AGENT } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'daemon-with-capacity-provider-strategy',
  severity: 'error',
  group: 'scheduling',
  on: 'service',
  since: '0.1.0',
  sources: ['R198', 'error:daemon-cps'],
  docs: {
    what: 'capacityProviderStrategy in a DAEMON service.',
    why: 'A daemon follows the instances, whoever brought them up: "Specifying a capacity provider strategy is not supported when you create a service using the DAEMON scheduling strategy."',
    instead: 'Write launchType: EC2 instead. It also keeps the default strategy of the cluster away from the service.',
    links: [CREATE_SERVICE, github('aws/containers-roadmap/issues/692')],
  },
  check({ service, traits }, report) {
    const strategy = service.get('capacityProviderStrategy');
    if (traits.scheduling !== 'DAEMON' || !strategy.some) return;
    report({
      at: { fact: strategy, key: true },
      data: {},
      related: [{ at: service.get('schedulingStrategy'), message: 'The daemon scheduling strategy' }],
    });
  },
  message: () =>
    'A DAEMON service takes no capacityProviderStrategy, and ECS refuses it: write launchType: EC2 instead. The daemon runs on the instances of capacity providers all the same.',
  fix({ at }, { service }) {
    const changes = [
      ...remove(factOf(at)),
      ...(service.get('launchType').absent ? set(service, 'launchType', 'EC2') : []),
    ];
    return [{ title: 'Use launchType EC2 instead', safe: false, changes }];
  },
  examples: {
    invalid: [
      {
        text: 'serviceName: agent\ntaskDefinition: agent:1\nschedulingStrategy: DAEMON\n⟦capacityProviderStrategy⟧:\n  - capacityProvider: web-asg\n    weight: 1\n',
        fixed: AGENT,
      },
    ],
    valid: [{ text: AGENT }],
  },
});
