import type { Fact } from '../../model/fact';
import { guide } from '../links';
import { defineRule } from '../rule';
import { containersOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE, SIDE } from './samples';

const LOG = '    logConfiguration:\n      logDriver: awsfirelens\n      options:\n        Name: cloudwatch_logs\n';

export default defineRule<Record<string, never>>({
  id: 'awsfirelens-without-router',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-awsfirelens-without-router'],
  docs: {
    what: 'A container logs with awsfirelens, and no container of the task is a FireLens router.',
    why: '"When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers."',
    instead: 'Add a container with firelensConfiguration and a Fluent Bit image, or use awslogs.',
    links: [guide('using_firelens')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const containers = containersOf(taskDefinition);
    if (!taskDefinition.get('containerDefinitions').count) return;
    if (!containers.every((container) => container.get('firelensConfiguration').absent)) return;
    for (const container of containers) {
      const driver = container.get('logConfiguration').get('logDriver') as Fact<string>;
      if (driver.is('awsfirelens')) report({ at: driver, data: {} });
    }
  },
  message: () =>
    'awsfirelens hands the logs to a router container, and the task has none: ECS refuses the definition. Add a container with firelensConfiguration, or use awslogs.',
  examples: {
    invalid: [{ text: ON_FARGATE, taskDefinition: fargateTask(LOG.replace('awsfirelens', '⟦awsfirelens⟧')) }],
    valid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`${LOG}${SIDE}    firelensConfiguration:\n      type: fluentbit\n`),
      },
    ],
  },
});
