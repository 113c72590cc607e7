import { github, REGISTER_TASK_DEFINITION } from '../links';
import { defineRule } from '../rule';
import { containersOf, taskDefinitionOf, topOf } from './parts';
import { fargateTask, ON_FARGATE, SIDE } from './samples';

interface Data {
  name: string | undefined;
}

const task = (image: string) => fargateTask(SIDE).replace('    image: nginx\n', image);

export default defineRule<Data>({
  id: 'container-without-image',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['issue:aws/aws-cli#5924', 'issue:convox/praxis#121'],
  docs: {
    what: 'A container without an image, or with an empty one.',
    why: 'ECS refuses the definition: "Container.image should not be null or empty." Some pipelines put the image in before they register it, so this is only a warning.',
    instead: 'Write the image, or a placeholder such as <IMAGE> for the tool that fills it in.',
    links: [REGISTER_TASK_DEFINITION, github('aws/aws-cli/issues/5924')],
  },
  check(ctx, report) {
    for (const container of containersOf(taskDefinitionOf(ctx))) {
      if (!container.known) continue;
      const image = container.get('image');
      if (image.omitted) report({ at: topOf(container), data: { name: container.get('name').value } });
      else if (image.absent || image.why === 'empty')
        report({ at: image, data: { name: container.get('name').value } });
    }
  },
  message: ({ name }) =>
    `${name === undefined ? 'A container' : `The container ${name}`} has no image, and ECS refuses such a definition, unless a tool fills it in before it is registered. Write the image.`,
  examples: {
    invalid: [
      { text: ON_FARGATE, taskDefinition: task('').replace('- name: app', '- ⟦name⟧: app') },
      { text: ON_FARGATE, taskDefinition: task('    image: ⟦""⟧\n') },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: task('    image: nginx\n') },
      { text: ON_FARGATE, taskDefinition: task('    image: <IMAGE1_NAME>\n') },
    ],
  },
});
