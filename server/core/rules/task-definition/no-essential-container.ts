import { remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { containersOf, keyOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE, SIDE } from './samples';

export default defineRule<Record<string, never>>({
  id: 'no-essential-container',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-essential-container'],
  docs: {
    what: 'A task definition in which no container is essential.',
    why: 'A task lives as long as its essential containers: "Task definition doesn\'t have any essential container".',
    instead: 'Remove essential: false from the container that does the work.',
    links: [api('ContainerDefinition')],
  },
  check(ctx, report) {
    const list = taskDefinitionOf(ctx).get('containerDefinitions');
    const flags = containersOf(taskDefinitionOf(ctx)).map((container) => container.get('essential'));
    if (!list.count || !flags.every((flag) => flag.is(false))) return;
    const related = flags.map((at) => ({ at, message: 'Not essential' }));
    report({ at: keyOf(list), data: {}, related });
  },
  message: () =>
    'No container is essential, so nothing tells how long the task lives: ECS refuses the definition. Remove essential: false from the container that does the work.',
  fix(_, ctx) {
    const [first] = containersOf(taskDefinitionOf(ctx));
    const name = first?.get('name').value;
    if (!first || name === undefined) return [];
    return [{ title: `Make ${name} essential`, safe: false, changes: remove(first.get('essential')) }];
  },
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask('    essential: false\n').replace('containerDefinitions', '⟦containerDefinitions⟧'),
        fixed: fargateTask(),
      },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask(`${SIDE}    essential: false\n`) }],
  },
});
