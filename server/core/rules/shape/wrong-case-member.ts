import { factOf, rename } from '../fixes';
import { INPUT_FILES } from '../links';
import { defineRule } from '../rule';
import { quote } from '../words';

export default defineRule<{ name: string; right: string }>({
  id: 'wrong-case-member',
  severity: 'error',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: ['R003'],
  profiles: ['create-service', 'update-service', 'describe-services'],
  docs: {
    what: 'A member name that begins with a capital letter.',
    why: 'Member names are compared letter by letter. The AWS CLI knows only the lowerCamelCase names of the API and refuses the file; ecspresso accepts both.',
    instead: 'Write the name with a small first letter.',
    links: [INPUT_FILES],
  },
  check(ctx, report) {
    for (const { fact, name, right } of ctx.shape['wrong-case-member'] ?? []) {
      report({ at: { fact, key: true }, data: { name, right } });
    }
  },
  message: ({ name, right }) =>
    `Member names are case-sensitive: write ${quote(right)} instead of ${quote(name)}, or the AWS CLI refuses the file.`,
  fix: ({ at, data }) => [{ title: `Rename to ${data.right}`, safe: true, changes: rename(factOf(at), data.right) }],
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\n⟦DesiredCount⟧: 2\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n',
      },
    ],
    valid: [{ text: 'DesiredCount: 2\nLaunchType: EC2\n', profile: 'ecspresso' }],
  },
});
