import { github, guide } from '../links';
import { defineRule } from '../rule';
import { containersOf, keyOf, taskDefinitionOf } from './parts';
import { AWSLOGS, fargateTask, ON_FARGATE, SIDE } from './samples';

const ROUTER = `${SIDE}    firelensConfiguration:\n      type: fluentbit\n`;
const LOG = '    logConfiguration:\n      logDriver: awsfirelens\n      options:\n        Name: cloudwatch_logs\n';

export default defineRule<Record<string, never>>({
  id: 'router-without-awsfirelens',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['issue:aws/amazon-cloudwatch-logs-for-fluent-bit#20'],
  docs: {
    what: 'A FireLens router in a task in which no container logs with awsfirelens.',
    why: 'The router would get nothing, and ECS refuses the definition: "When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver."',
    instead:
      'Write logDriver: awsfirelens for the containers whose logs the router is to take, or remove firelensConfiguration: Fluent Bit runs as an ordinary side-car without it.',
    links: [
      guide('using_firelens'),
      github('aws/amazon-cloudwatch-logs-for-fluent-bit/issues/20'),
      github('cloudposse/terraform-aws-ecs-container-definition/issues/47'),
    ],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const containers = containersOf(taskDefinition);
    if (taskDefinition.get('containerDefinitions').count === undefined) return;
    const drivers = containers.map((container) => container.get('logConfiguration').get('logDriver'));
    if (drivers.some((driver) => driver.unknown || driver.is('awsfirelens'))) return;
    for (const container of containers) {
      const router = container.get('firelensConfiguration');
      if (router.known) report({ at: keyOf(router), data: {} });
    }
  },
  message: () =>
    'This makes the container a FireLens router, and no container of the task logs with awsfirelens: ECS refuses the definition. Write logDriver: awsfirelens for the containers whose logs it is to take, or remove firelensConfiguration.',
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`${AWSLOGS}${ROUTER.replace('firelensConfiguration', '⟦firelensConfiguration⟧')}`),
      },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(LOG + ROUTER) },
      { text: ON_FARGATE, taskDefinition: fargateTask(AWSLOGS + SIDE) },
    ],
  },
});
