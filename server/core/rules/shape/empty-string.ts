import { factOf } from '../fixes';
import { INPUT_FILES } from '../links';
import { defineRule } from '../rule';
import { dotted } from '../words';
import { removal } from './removal';

export default defineRule<{ path: string }>({
  id: 'empty-string',
  severity: 'error',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: ['R008', 'R131', 'error:td-empty'],
  profiles: ['create-service', 'update-service', 'describe-services'],
  docs: {
    what: 'An empty string, as `aws ecs create-service --generate-cli-skeleton` leaves them.',
    why: 'The CLI sends it as it is, and ECS refuses nearly every member with an empty value ("Family should not be null or empty."). ecspresso drops empty strings.',
    instead: 'Fill it in, or remove the member.',
    links: [INPUT_FILES],
  },
  check(ctx, report) {
    if (ctx.kind !== 'service') return;
    for (const { fact } of ctx.shape['empty-string'] ?? []) {
      // The value of a tag and of a log option may be empty.
      if (/^\/tags\/\d+\/value$|\/tags\/\d+\/value$|\/options\//.test(fact.pointer)) continue;
      report({ at: fact, data: { path: dotted(fact.pointer) } });
    }
  },
  message: ({ path }) => `${path} is empty. It is sent as it is, and ECS refuses it: fill it in, or remove the member.`,
  fix: ({ at, data }) => [removal(factOf(at), data.path)],
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nplatformVersion: ⟦""⟧\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n',
      },
      { text: 'serviceName: web\ntaskDefinition: ⟦""⟧\ndesiredCount: 2\n' },
    ],
    valid: [
      { text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ntags:\n  - key: owner\n    value: ""\n' },
      { text: 'desiredCount: 2\nlaunchType: ""\nplatformVersion: ""\n', profile: 'ecspresso' },
    ],
  },
});
