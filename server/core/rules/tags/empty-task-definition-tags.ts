import { factOf, remove } from '../fixes';
import { github, REGISTER_TASK_DEFINITION } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { taskDefinitionOf } from '../task-definition/parts';

const TASK = 'family: web\ncontainerDefinitions:\n  - name: web\n    image: nginx\n    memory: 128\n';

export default defineRule<Record<string, never>>({
  id: 'empty-task-definition-tags',
  severity: 'warning',
  group: 'tags',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['issue:fabfuel/ecs-deploy#146', 'issue:springload/ecs-tool#44'],
  profiles: ['create-service', 'update-service', 'describe-services'],
  docs: {
    what: 'An empty list of tags in a task definition, as describe-task-definition gives it.',
    why: 'RegisterTaskDefinition refuses it: "Tags can not be empty." Some tools leave empty lists out before they register (ecspresso, the GitHub action of AWS), so this is only a warning; the AWS CLI sends them.',
    instead: 'Remove tags.',
    links: [REGISTER_TASK_DEFINITION, github('fabfuel/ecs-deploy/issues/146'), github('springload/ecs-tool/pull/44')],
  },
  check(ctx, report) {
    const tags = taskDefinitionOf(ctx).get('tags');
    if (tags.known && tags.count === 0) report({ at: { fact: tags, key: true }, data: {} });
  },
  message: () =>
    'An empty list of tags is refused when the definition is registered ("Tags can not be empty."), unless a tool leaves it out. Remove it.',
  fix: ({ at }) => [{ title: 'Remove tags', safe: true, changes: remove(factOf(at)) }],
  examples: {
    invalid: [{ text: WEB, taskDefinition: `${TASK}⟦tags⟧: []\n`, fixed: TASK }],
    valid: [{ text: WEB, taskDefinition: `${TASK}tags:\n  - key: team\n    value: web\n` }],
  },
});
