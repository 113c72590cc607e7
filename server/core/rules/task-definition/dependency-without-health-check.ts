import type { Fact } from '../../model/fact';
import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { containersNamed, containersOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE, SIDE } from './samples';

interface Data {
  name: string;
}

const depends = (condition: string) =>
  `    dependsOn:\n      - containerName: side\n        condition: ${condition}\n${SIDE}`;

export default defineRule<Data>({
  id: 'dependency-without-health-check',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-dependson-healthy-without-healthcheck'],
  docs: {
    what: 'A container waits until another is HEALTHY, and that one has no health check.',
    why: '"A dependency container with HEALTHY condition must have health check configured". A HEALTHCHECK in the image does not count: ECS does not look at it.',
    instead: 'Give that container a healthCheck in the task definition, or wait for START.',
    links: [api('ContainerDependency'), api('HealthCheck')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    for (const container of containersOf(taskDefinition)) {
      for (const dependency of container.get('dependsOn').items) {
        const condition = dependency.get('condition') as Fact<string>;
        const name = dependency.get('containerName').value;
        const target = name === undefined ? undefined : containersNamed(taskDefinition, name)?.[0];
        if (!condition.is('HEALTHY') || !target?.get('healthCheck').absent) continue;
        const related = [{ at: target.get('name'), message: 'It has no healthCheck' }];
        report({ at: condition, data: { name: name as string }, related });
      }
    }
  },
  message: ({ name }) =>
    `HEALTHY waits for the health check of ${name}, which has none in the task definition: ECS refuses it. Add healthCheck there, or wait for START.`,
  fix: ({ at }) => [{ title: 'Write START', safe: false, changes: replace(factOf(at), 'START') }],
  examples: {
    invalid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(depends('⟦HEALTHY⟧')), fixed: fargateTask(depends('START')) },
    ],
    valid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(
          `${depends('HEALTHY')}    healthCheck:\n      command: [CMD-SHELL, curl -f localhost]\n`,
        ),
      },
    ],
  },
});
