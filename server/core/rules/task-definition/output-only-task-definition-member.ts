import type { Fact } from '../../model/fact';
import { removeAll } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { list, quote } from '../words';
import { isOutput } from './output-only';
import { keyOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  name: string;
  /** All such members of the definition: one fix removes them together. */
  all: Fact[];
}

export default defineRule<Data>({
  id: 'output-only-task-definition-member',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['inference'],
  profiles: ['create-service', 'update-service', 'describe-services'],
  docs: {
    what: 'A member of a task definition that only answers of ECS have, such as revision, status or compatibilities.',
    why: 'Such files come from `aws ecs describe-task-definition`. RegisterTaskDefinition does not take these members, and the AWS CLI refuses a file that has one. ecspresso ignores them.',
    instead: 'Remove them.',
    links: [api('TaskDefinition')],
  },
  check(ctx, report) {
    const found = (ctx.shape['unknown-member'] ?? []).filter((p) => p.owner === ctx.root && isOutput(p.name));
    const all = found.map((p) => p.fact);
    const severity = ctx.profile === 'describe-services' ? 'information' : 'error';
    for (const { fact, name } of found)
      report({ at: keyOf(fact), data: { name, all }, severity, tags: ['unnecessary'] });
  },
  message: ({ name }) =>
    `${quote(name)} is part of what ECS answers, not of what it takes. The AWS CLI refuses the file: remove it.`,
  fix({ data: { all } }) {
    const names = list(all.map((fact) => fact.entry?.name ?? ''));
    const title = all.length > 1 ? `Remove all output-only members (${names})` : `Remove ${names}`;
    return [{ title, safe: true, changes: removeAll(all) }];
  },
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask('', '⟦revision⟧: 7\n⟦status⟧: ACTIVE\n'),
        fixed: fargateTask(),
      },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask() }],
  },
});
