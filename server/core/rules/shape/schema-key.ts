import { factOf, remove } from '../fixes';
import { INPUT_FILES } from '../links';
import { defineRule } from '../rule';

export default defineRule<null>({
  id: 'schema-key',
  severity: 'error',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: ['R002'],
  docs: {
    what: 'A `$schema` key in a definition.',
    why: 'Editors read it, but so does the AWS CLI, which refuses it as an unknown member. ecspresso logs it and goes on.',
    instead:
      'Remove it. Name the schema in the editor settings, or in YAML in a comment: `# yaml-language-server: $schema=…`.',
    links: [INPUT_FILES],
  },
  check(ctx, report) {
    for (const { fact, name, owner } of ctx.shape['unknown-member'] ?? []) {
      if (owner !== ctx.root || name !== '$schema') continue;
      report({ at: { fact, key: true }, data: null, severity: ctx.profile === 'ecspresso' ? 'information' : 'error' });
    }
  },
  message: () =>
    'The AWS CLI takes "$schema" for a member of the request and refuses the file. Remove it and name the schema in the editor settings (in YAML: in a comment).',
  fix: ({ at }) => [{ title: 'Remove $schema', safe: true, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: '⟦$schema⟧: https://example.com/ecs-service.json\nserviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n',
      },
    ],
    valid: [
      {
        text: '# yaml-language-server: $schema=https://example.com/ecs-service.json\nserviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n',
      },
    ],
  },
});
