import type { Fact } from '../../model/fact';
import { factOf, replace, set } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { type Container, containersNamed, containersOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE, SIDE } from './samples';

interface Data {
  name: string;
  condition: string;
  target: Fact<Container>;
}

const depends = (condition: string) =>
  `    dependsOn:\n      - containerName: side\n        condition: ${condition}\n${SIDE}`;

export default defineRule<Data>({
  id: 'dependency-on-essential-container',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-dependson-complete-on-essential'],
  docs: {
    what: 'A container waits until another has ended (COMPLETE or SUCCESS), and that one is essential.',
    why: 'When an essential container ends, the whole task does: "A dependency container with SUCCESS or COMPLETE condition cannot be an essential container". Containers are essential unless they say otherwise.',
    instead: 'Set essential: false on the container that is waited for.',
    links: [api('ContainerDependency')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    for (const container of containersOf(taskDefinition)) {
      for (const dependency of container.get('dependsOn').items) {
        const condition = dependency.get('condition') as Fact<string>;
        const name = dependency.get('containerName').value;
        if (name === undefined || !(condition.is('COMPLETE') || condition.is('SUCCESS'))) continue;
        const target = containersNamed(taskDefinition, name)?.[0];
        const essential = target?.get('essential');
        if (!target || !essential || !(essential.absent || essential.is(true))) continue;
        const at = essential.known ? essential : target.get('name');
        report({
          at: condition,
          data: { name, condition: condition.value as string, target },
          related: [{ at, message: essential.known ? 'Essential' : 'Essential, since it does not say otherwise' }],
        });
      }
    }
  },
  message: ({ name, condition }) =>
    `${condition} waits until ${name} has ended, but ${name} is essential and would end the task with it: ECS refuses the definition. Set essential: false on ${name}.`,
  fix: ({ at, data }) => [
    {
      title: `Set essential: false on ${data.name}`,
      safe: false,
      changes: set(data.target as Fact, 'essential', false),
    },
    { title: 'Write START', safe: false, changes: replace(factOf(at), 'START') },
  ],
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(depends('⟦SUCCESS⟧')),
        fixed: fargateTask(`${depends('SUCCESS')}    essential: false\n`),
      },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(`${depends('COMPLETE')}    essential: false\n`) },
      { text: ON_FARGATE, taskDefinition: fargateTask(depends('START')) },
    ],
  },
});
