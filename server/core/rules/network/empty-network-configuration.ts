import { factOf, remove } from '../fixes';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'empty-network-configuration',
  severity: 'warning',
  group: 'network',
  on: 'service',
  since: '0.1.0',
  sources: ['R125'],
  docs: {
    what: 'networkConfiguration without awsvpcConfiguration.',
    why: 'awsvpcConfiguration is all that networkConfiguration can hold: without it no subnets are given.',
    instead: 'Add awsvpcConfiguration with the subnets, or remove networkConfiguration.',
    links: [CREATE_SERVICE],
  },
  check({ service }, report) {
    const network = service.get('networkConfiguration');
    // A member with a mistyped name is reported as such.
    if (network.known && network.none) report({ at: { fact: network, key: true }, data: {} });
  },
  message: () =>
    'networkConfiguration holds nothing but awsvpcConfiguration, and that is missing: no subnets are given. Add it with the subnets, or remove networkConfiguration.',
  fix: ({ at }) => [{ title: 'Remove networkConfiguration', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [{ text: `${WEB}launchType: EC2\n⟦networkConfiguration⟧: {}\n`, fixed: `${WEB}launchType: EC2\n` }],
    valid: [{ text: `${WEB}launchType: FARGATE\n${NETWORK}` }],
  },
});
