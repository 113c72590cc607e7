import { factOf } from '../fixes';
import { INPUT_FILES } from '../links';
import { defineRule } from '../rule';
import { dotted } from '../words';
import { removal } from './removal';

export default defineRule<{ path: string }>({
  id: 'null-value',
  severity: 'error',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: ['R006', 'error:null-member'],
  profiles: ['create-service', 'update-service', 'describe-services'],
  docs: {
    what: 'A member whose value is null, or that has no value at all.',
    why: 'The AWS CLI refuses null for every member ("Invalid type … value: None"). ecspresso drops such members, so there they are ordinary.',
    instead: 'Give it a value, or remove the member: absent means the default.',
    links: [INPUT_FILES],
  },
  check(ctx, report) {
    for (const { fact } of ctx.shape['null-value'] ?? []) {
      if (ctx.kind === 'service') report({ at: fact, data: { path: dotted(fact.pointer) } });
    }
  },
  message: ({ path }) =>
    `${path} has no value (null), and the AWS CLI refuses that. Give it a value, or remove it to get the default.`,
  fix: ({ at, data }) => [removal(factOf(at), data.path)],
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: ⟦null⟧\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n',
      },
      { text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n⟦launchType⟧:\n' },
    ],
    valid: [{ text: 'desiredCount: null\nlaunchType: EC2\nplatformVersion: null\n', profile: 'ecspresso' }],
  },
});
