import type { Fact } from '../../model/fact';
import { factOf, replace } from '../fixes';
import { guide } from '../links';
import { FARGATE_DRIVERS } from '../logging/logs';
import { defineRule } from '../rule';
import { either } from '../words';
import { containersOf, fargateReason, taskDefinitionOf } from './parts';
import { AWSLOGS, ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

interface Data {
  driver: string;
}

export default defineRule<Data>({
  id: 'container-log-driver-not-on-fargate',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-fargate-log-driver-unsupported'],
  docs: {
    what: 'A container on Fargate with a log driver that Fargate does not have.',
    why: '"json-file is not a valid log driver. Must be one of [awslogs,splunk,awsfirelens]": there is no instance that could keep the logs.',
    instead: 'Use awslogs, splunk or awsfirelens.',
    links: [guide('using_awslogs')],
  },
  check(ctx, report) {
    const reason = fargateReason(ctx);
    if (!reason) return;
    for (const container of containersOf(taskDefinitionOf(ctx))) {
      const fact = container.get('logConfiguration').get('logDriver') as Fact<string>;
      const driver = fact.value;
      const known = fact.shape?.type === 'string' ? fact.shape.enum : undefined;
      // A name that no driver has is the matter of the schema.
      if (driver === undefined || FARGATE_DRIVERS.includes(driver) || known?.includes(driver) === false) continue;
      report({ at: fact, data: { driver }, related: [reason] });
    }
  },
  message: ({ driver }) =>
    `Fargate has no log driver ${driver}, and ECS refuses the definition. Write ${either(FARGATE_DRIVERS)}.`,
  fix: ({ at }) => [{ title: 'Write awslogs', safe: false, changes: replace(factOf(at), 'awslogs') }],
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask('    logConfiguration:\n      logDriver: ⟦json-file⟧\n'),
        fixed: fargateTask('    logConfiguration:\n      logDriver: awslogs\n'),
      },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(AWSLOGS) },
      { text: ON_EC2, taskDefinition: ec2Task('    logConfiguration:\n      logDriver: json-file\n') },
    ],
  },
});
