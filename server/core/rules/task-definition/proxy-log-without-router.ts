import { guide } from '../links';
import { proxyLog } from '../logging/logs';
import { defineRule } from '../rule';
import { containersOf, keyOf } from './parts';
import { fargateTask, ON_FARGATE, SIDE } from './samples';

const LOG = (driver: string) =>
  `${ON_FARGATE}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  logConfiguration:\n    logDriver: ${driver}\n    options:\n      Name: cloudwatch_logs\n`;

export default defineRule<Record<string, never>>({
  id: 'proxy-log-without-router',
  severity: 'warning',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R423'],
  docs: {
    what: 'The Service Connect proxy logs with awsfirelens, and no container of the task definition is a FireLens router.',
    why: 'The driver awsfirelens hands the logs to a router container in the same task. For the containers of a task definition ECS refuses it without one; for the proxy nobody has recorded the answer.',
    instead: 'Add a container with firelensConfiguration, or use awslogs.',
    links: [guide('using_firelens')],
  },
  check({ service, taskDefinition }, report) {
    const log = proxyLog(service);
    if (log?.driver !== 'awsfirelens' || !taskDefinition?.get('containerDefinitions').count) return;
    if (!containersOf(taskDefinition).every((container) => container.get('firelensConfiguration').absent)) return;
    const related = [{ at: keyOf(taskDefinition.get('containerDefinitions')), message: 'No router among these' }];
    report({ at: log.config.get('logDriver'), data: {}, related });
  },
  message: () =>
    'awsfirelens hands the logs of the proxy to a router container, and the task definition has none. Add a container with firelensConfiguration, or use awslogs.',
  examples: {
    invalid: [{ text: LOG('⟦awsfirelens⟧'), taskDefinition: fargateTask() }],
    valid: [
      {
        text: LOG('awsfirelens'),
        taskDefinition: fargateTask(
          `    logConfiguration:\n      logDriver: awsfirelens\n${SIDE}    firelensConfiguration:\n      type: fluentbit\n`,
        ),
      },
    ],
  },
});
