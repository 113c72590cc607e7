import { factOf, remove, replace } from '../fixes';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { topOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

const SERVICE = `${ON_FARGATE}tags:\n  - key: team\n    value: web\npropagateTags: `;

export default defineRule<Record<string, never>>({
  id: 'propagate-tags-without-tags',
  severity: 'information',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R341'],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'propagateTags TASK_DEFINITION, and the task definition has no tags.',
    why: 'There is nothing to hand on: the tasks get no tags from it, and costs are not allocated by them. Tags that are set on the task definition outside its file still count.',
    instead: 'Write SERVICE to hand on the tags of the service, or give the task definition tags.',
    links: [CREATE_SERVICE],
  },
  check({ service, taskDefinition }, report) {
    const propagate = service.get('propagateTags');
    if (!propagate.is('TASK_DEFINITION') || !taskDefinition?.known || !taskDefinition.get('tags').none) return;
    report({
      at: propagate,
      data: {},
      related: [{ at: topOf(taskDefinition), message: 'The task definition has no tags' }],
    });
  },
  message: () =>
    'The task definition has no tags, so its tasks get none from it. Write SERVICE to hand on those of the service, or give the task definition tags.',
  fix({ at }, { service }) {
    const fact = factOf(at);
    return service.get('tags').some
      ? [{ title: 'Write SERVICE', safe: false, changes: replace(fact, 'SERVICE') }]
      : [{ title: 'Remove propagateTags', safe: false, changes: remove(fact) }];
  },
  examples: {
    invalid: [{ text: `${SERVICE}⟦TASK_DEFINITION⟧\n`, fixed: `${SERVICE}SERVICE\n`, taskDefinition: fargateTask() }],
    valid: [
      {
        text: `${SERVICE}TASK_DEFINITION\n`,
        taskDefinition: fargateTask('', 'tags:\n  - key: team\n    value: web\n'),
      },
      { text: `${SERVICE}SERVICE\n`, taskDefinition: fargateTask() },
    ],
  },
});
