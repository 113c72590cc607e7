import { github, REGISTER_TASK_DEFINITION } from '../links';
import { defineRule } from '../rule';
import { containersOf, taskDefinitionOf, topOf } from './parts';
import { fargateTask, ON_FARGATE, SIDE } from './samples';

export default defineRule<{ index: number }>({
  id: 'container-without-name',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['issue:hashicorp/terraform#2888'],
  docs: {
    what: 'A container without a name, or with an empty one.',
    why: 'ECS refuses the definition: "Container.name should not be null or empty."',
    instead: 'Name it, with letters, digits, hyphens and underscores.',
    links: [REGISTER_TASK_DEFINITION, github('hashicorp/terraform/issues/2888')],
  },
  check(ctx, report) {
    containersOf(taskDefinitionOf(ctx)).forEach((container, index) => {
      const name = container.get('name');
      if (!container.known) return;
      if (name.omitted) report({ at: topOf(container), data: { index } });
      else if (name.absent || name.why === 'empty') report({ at: name, data: { index } });
    });
  },
  message: ({ index }) =>
    `containerDefinitions[${index}] has no name, and ECS refuses the definition. Name it, with letters, digits, hyphens and underscores.`,
  examples: {
    invalid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(SIDE).replace('- name: side\n    image', '- ⟦image⟧') },
      { text: ON_FARGATE, taskDefinition: fargateTask(SIDE).replace('name: side', 'name: ⟦""⟧') },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask(SIDE) }],
  },
});
