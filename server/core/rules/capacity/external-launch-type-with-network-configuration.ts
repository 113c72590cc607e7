import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'external-launch-type-with-network-configuration',
  severity: 'warning',
  group: 'capacity',
  on: 'service',
  since: '0.1.0',
  sources: ['R210'],
  docs: {
    what: 'networkConfiguration with launch type EXTERNAL.',
    why: 'networkConfiguration is for tasks with an interface of their own (awsvpc). AWS documents that ECS Anywhere has no awsvpc: your own servers are not in a VPC.',
    instead: 'Remove networkConfiguration, and use bridge, host or none in the task definition.',
    links: [guide('ecs-anywhere')],
  },
  check({ service }, report) {
    const network = service.get('networkConfiguration');
    if (!service.get('launchType').is('EXTERNAL') || !network.some) return;
    report({ at: { fact: network, key: true }, data: {} });
  },
  message: () =>
    'AWS documents that tasks on your own servers (launchType EXTERNAL) cannot use awsvpc, which networkConfiguration is for. Remove networkConfiguration.',
  fix: ({ at }) => [{ title: 'Remove networkConfiguration', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: EXTERNAL\n⟦networkConfiguration⟧${NETWORK.slice('networkConfiguration'.length)}`,
        fixed: `${WEB}launchType: EXTERNAL\n`,
      },
    ],
    valid: [{ text: `${WEB}launchType: EXTERNAL\n` }],
  },
});
