import { keysFor } from '../../../../schemas/runtime';
import type { Fact } from '../../model/fact';
import { factOf, rename } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { AWSLOGS, fargateTask, ON_FARGATE } from '../task-definition/samples';
import { nearest, quote } from '../words';
import { knownOption, logsOf } from './logs';
import { ec2Log, GROUP, PREFIX, REGION } from './samples';

interface Data {
  option: string;
  meant: string;
}

const LOG = `${ec2Log('awslogs')}${GROUP}${REGION}${PREFIX}`;

export default defineRule<Data>({
  id: 'unknown-log-option',
  severity: 'information',
  group: 'logging',
  on: 'shape',
  since: '0.1.0',
  sources: ['R422'],
  docs: {
    what: 'A log option whose name is nearly, but not quite, one that the driver has.',
    why: 'The request is accepted, since drivers have more options than AWS lists; a misspelt one makes the driver refuse to start.',
    instead: 'Correct the name if the other one was meant.',
    links: [guide('using_awslogs')],
  },
  check(ctx, report) {
    for (const log of logsOf(ctx)) {
      const { shape } = log.options;
      if (!log.driver || log.driver === 'awsfirelens' || shape?.type !== 'map') continue;
      for (const [option, fact] of log.options.entriesOf) {
        if (knownOption(log, option)) continue;
        const free = keysFor(shape, log.driver).filter((name) => log.options.get(name).absent);
        const meant = nearest(option, free);
        if (meant) report({ at: { fact, key: true }, data: { option, meant } });
      }
    }
  },
  message: ({ option, meant }) =>
    `${quote(option)} is no option that AWS lists for this driver. Was ${meant} meant? A driver refuses to start with an option that it does not know.`,
  fix: ({ at, data }) => [
    { title: `Rename to ${data.meant}`, safe: false, changes: rename(factOf(at) as Fact, data.meant) },
  ],
  examples: {
    invalid: [
      {
        text: `${LOG}      ⟦awslogs-multiline-patern⟧: ^INFO\n`,
        fixed: `${LOG}      awslogs-multiline-pattern: ^INFO\n`,
      },
      {
        text: `${ec2Log('awslogs')}${GROUP}      ⟦awslogs-regoin⟧: eu-west-1\n${PREFIX}`,
        also: ['missing-log-option'],
      },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`${AWSLOGS}        ⟦awslogs-create-grup⟧: "true"\n`),
        fixed: fargateTask(`${AWSLOGS}        awslogs-create-group: "true"\n`),
      },
    ],
    valid: [{ text: LOG }],
  },
});
