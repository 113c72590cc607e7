import { factOf, remove } from '../fixes';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'constant-client-token',
  severity: 'information',
  group: 'identity',
  on: 'service',
  since: '0.1.0',
  sources: ['R140'],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'A clientToken written into the file.',
    why: 'The token names one request. Written down it is the same for every call, so that ECS takes the next creation for a repetition of the first.',
    instead: 'Leave it out: the AWS CLI and the SDKs make up a new one for each call.',
    links: [CREATE_SERVICE],
  },
  check({ service }, report) {
    const token = service.get('clientToken');
    if (token.known) report({ at: { fact: token, key: true }, data: {} });
  },
  message: () =>
    'clientToken names a single request, and written into the file it is the same for every call: ECS may take the next creation for a repetition of this one. Leave it out, the AWS CLI makes up a new one each time.',
  fix: ({ at }) => [{ title: 'Remove clientToken', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [{ text: `${WEB}⟦clientToken⟧: deploy-1\n`, fixed: WEB }],
    valid: [{ text: `${WEB}clientToken: "{{ must_env \`TOKEN\` }}"\n` }],
  },
});
