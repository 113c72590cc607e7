import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { fargateTask, ON_FARGATE } from '../task-definition/samples';
import { logsOf } from './logs';
import { ec2Log, GROUP, PREFIX, REGION, SPLUNK, SPLUNK_TOKEN } from './samples';

interface Data {
  option: string;
  driver: string;
  of: string;
}

/** Drivers whose options begin with their own name. awsfirelens hands every other option on to its router. */
const PREFIXES = ['awslogs', 'splunk', 'gelf', 'fluentd', 'syslog'];

export default defineRule<Data>({
  id: 'log-option-of-other-driver',
  severity: 'warning',
  group: 'logging',
  on: 'shape',
  since: '0.1.0',
  sources: ['R421'],
  docs: {
    what: 'An option of one log driver beside another driver.',
    why: 'The driver does not know it. Docker refuses unknown log options, so that tasks fail when they start; Fargate ignores some.',
    instead: 'Remove the option, or correct logDriver.',
    links: [api('LogConfiguration')],
  },
  check(ctx, report) {
    for (const log of logsOf(ctx)) {
      if (!log.driver) continue;
      for (const [option, fact] of log.options.entriesOf) {
        const of = PREFIXES.find((driver) => option.startsWith(`${driver}-`));
        if (of && of !== log.driver) report({ at: { fact, key: true }, data: { option, driver: log.driver, of } });
      }
    }
  },
  message: ({ option, driver, of }) =>
    `${option} is an option of the driver ${of}, and the driver here is ${driver}, which does not know it. Remove it, or correct logDriver.`,
  fix: ({ at, data }) => [{ title: `Remove ${data.option}`, safe: false, changes: remove(factOf(at) as Fact) }],
  examples: {
    invalid: [
      {
        text: `${ec2Log('splunk')}${SPLUNK}      ⟦awslogs-group⟧: /ecs/proxy\n${SPLUNK_TOKEN}`,
        fixed: `${ec2Log('splunk')}${SPLUNK}${SPLUNK_TOKEN}`,
      },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(
          '    logConfiguration:\n      logDriver: splunk\n      options:\n        splunk-url: https://splunk.example.com:8088\n        ⟦awslogs-group⟧: /ecs/web\n      secretOptions:\n        - name: splunk-token\n          valueFrom: /ecs/web/splunk-token\n',
        ),
        fixed: fargateTask(
          '    logConfiguration:\n      logDriver: splunk\n      options:\n        splunk-url: https://splunk.example.com:8088\n      secretOptions:\n        - name: splunk-token\n          valueFrom: /ecs/web/splunk-token\n',
        ),
      },
    ],
    valid: [
      { text: `${ec2Log('awslogs')}${GROUP}${REGION}${PREFIX}` },
      { text: `${ec2Log('awsfirelens')}      Name: cloudwatch_logs\n      region: eu-west-1\n` },
    ],
  },
});
