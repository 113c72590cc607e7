import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { AWSLOGS, fargateTask, ON_FARGATE } from '../task-definition/samples';
import { logsOf } from './logs';
import { ec2Log, GROUP, PREFIX, REGION } from './samples';

const LOG = `${ec2Log('awslogs')}${GROUP}${REGION}${PREFIX}`;
const DATETIME = '      awslogs-datetime-format: "%Y-%m-%d"\n';

export default defineRule<null>({
  id: 'two-multiline-options',
  severity: 'error',
  group: 'logging',
  on: 'shape',
  since: '0.1.0',
  sources: ['R403'],
  docs: {
    what: 'awslogs-datetime-format and awslogs-multiline-pattern together.',
    why: 'Both say where a new event begins. AWS documents that both cannot be configured, and Docker refuses to start the container with both.',
    instead: 'Keep one of them.',
    links: [guide('using_awslogs')],
  },
  check(ctx, report) {
    for (const log of logsOf(ctx)) {
      if (log.driver !== 'awslogs') continue;
      const datetime = log.options.get('awslogs-datetime-format');
      const pattern = log.options.get('awslogs-multiline-pattern');
      if (!datetime.known || !pattern.known) continue;
      report({
        at: { fact: pattern as Fact, key: true },
        data: null,
        related: [{ at: datetime, message: 'The other one' }],
      });
    }
  },
  message: () =>
    'awslogs-multiline-pattern and awslogs-datetime-format cannot stand together: the log driver refuses to start with both. Keep one of them.',
  fix: ({ at }) => [{ title: 'Remove awslogs-multiline-pattern', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      { text: `${LOG}${DATETIME}      ⟦awslogs-multiline-pattern⟧: ^INFO\n`, fixed: `${LOG}${DATETIME}` },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(
          `${AWSLOGS}        awslogs-datetime-format: "%Y"\n        ⟦awslogs-multiline-pattern⟧: ^INFO\n`,
        ),
        fixed: fargateTask(`${AWSLOGS}        awslogs-datetime-format: "%Y"\n`),
      },
    ],
    valid: [{ text: `${LOG}${DATETIME}` }, { text: `${LOG}      awslogs-multiline-pattern: ^INFO\n` }],
  },
});
