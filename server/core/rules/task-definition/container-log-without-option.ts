import type { Severity } from '../../finding';
import type { Fact } from '../../model/fact';
import { set } from '../fixes';
import { guide } from '../links';
import { lacks, logsOf } from '../logging/logs';
import { defineRule } from '../rule';
import { fargateReason, taskDefinitionOf } from './parts';
import { AWSLOGS, ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

interface Data {
  option: string;
  driver: string;
  refused: boolean;
  fargate: boolean;
  log: Fact;
  value: string | undefined;
}

const without = (option: string) =>
  AWSLOGS.replace('awslogs\n', '⟦awslogs⟧\n').replace(new RegExp(` *awslogs-${option}: .*\n`), '');

export default defineRule<Data>({
  id: 'container-log-without-option',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-awslogs-fargate-missing-stream-prefix', 'recorded:pf-ecs-awslogs-missing-group'],
  docs: {
    what: 'The log driver of a container lacks an option that it cannot do without.',
    why: '"Log driver awslogs requires options: awslogs-group", and "Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs." The Region, and address and token of splunk, AWS documents as required.',
    instead: 'Add the option. Tokens belong into secretOptions.',
    links: [guide('using_awslogs')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const reason = fargateReason(ctx);
    const family = taskDefinition.get('family').value;
    for (const log of logsOf(ctx)) {
      const { driver } = log;
      if (driver === undefined) continue;
      const tell = (option: string, refused: boolean, severity: Severity, value?: string) =>
        report({
          at: log.config.get('logDriver'),
          data: { option, driver, refused, fargate: value === 'ecs', log: log.config as Fact, value },
          severity,
          related: option === 'awslogs-stream-prefix' && reason ? [reason] : [],
        });
      for (const [option, key] of Object.entries(log.known)) {
        if (!key.required || !key.when?.includes(driver) || !lacks(log, option)) continue;
        const group = option === 'awslogs-group';
        tell(option, group, group ? 'error' : 'warning', group ? `/ecs/${family ?? 'app'}` : undefined);
      }
      const prefix = 'awslogs-stream-prefix';
      if (reason && driver === 'awslogs' && lacks(log, prefix)) tell(prefix, true, 'error', 'ecs');
    }
  },
  message: ({ option, driver, refused, fargate }) =>
    refused
      ? `${fargate ? 'On Fargate the' : 'The'} log driver ${driver} needs the option ${option}, and ECS refuses the definition without. Add it to options.`
      : `AWS documents that the log driver ${driver} needs ${option}. Add it to options, or to secretOptions if it is a secret.`,
  fix: ({ data: { option, log, value } }) =>
    value === undefined
      ? []
      : [{ title: `Add ${option}: ${value}`, safe: false, changes: set(log, ['options', option], value) }],
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(without('stream-prefix')),
        fixed: fargateTask(
          `${without('stream-prefix').replace('⟦', '').replace('⟧', '')}        awslogs-stream-prefix: ecs\n`,
        ),
      },
      { text: ON_EC2, taskDefinition: ec2Task(without('group')) },
      { text: ON_EC2, taskDefinition: ec2Task(without('region')) },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(AWSLOGS) },
      { text: ON_EC2, taskDefinition: ec2Task(without('stream-prefix').replace('⟦', '').replace('⟧', '')) },
    ],
  },
});
