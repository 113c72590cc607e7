import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { AWSLOGS, fargateTask, ON_FARGATE } from '../task-definition/samples';
import { quote } from '../words';
import { logsOf } from './logs';
import { ec2Log, GROUP, PREFIX, REGION } from './samples';

interface Data {
  option: string;
  value: string;
}

/** Docker reads a whole or decimal number with k, m or g; FireLens a whole number of records. */
const FORMS: Readonly<Record<string, RegExp>> = {
  'max-buffer-size': /^\d+(\.\d+)? ?([kmgtp]i?b?|b)?$/i,
  'log-driver-buffer-limit': /^[1-9]\d*$/,
};

const LOG = `${ec2Log('awslogs')}${GROUP}${REGION}${PREFIX}      mode: non-blocking\n`;

export default defineRule<Data>({
  id: 'log-buffer-size-format',
  severity: 'warning',
  group: 'logging',
  on: 'shape',
  since: '0.1.0',
  sources: ['R411', 'R415'],
  docs: {
    what: 'A buffer size of a log driver that is no size.',
    why: 'The request is accepted, since options are plain strings to it; the driver cannot read the value, and tasks fail when they start.',
    instead:
      'Write max-buffer-size as a number with a unit (1m, 512k), log-driver-buffer-limit as a whole number of records.',
    links: [api('LogConfiguration')],
  },
  check(ctx, report) {
    for (const { options } of logsOf(ctx)) {
      for (const [option, form] of Object.entries(FORMS)) {
        const fact = options.get(option);
        if (fact.value !== undefined && !form.test(fact.value))
          report({ at: fact, data: { option, value: fact.value } });
      }
    }
  },
  message: ({ option, value }) =>
    option === 'max-buffer-size'
      ? `max-buffer-size takes a number with a unit, such as 1m or 512k, and ${quote(value)} is none: tasks fail when they start.`
      : `${option} takes a whole number of records above 0, and ${quote(value)} is none: tasks fail when they start.`,
  fix: ({ at, data }) =>
    data.option === 'max-buffer-size' ? [{ title: 'Write 1m', safe: false, changes: replace(factOf(at), '1m') }] : [],
  examples: {
    invalid: [
      { text: `${LOG}      max-buffer-size: ⟦big⟧\n`, fixed: `${LOG}      max-buffer-size: 1m\n` },
      { text: `${ec2Log('awsfirelens')}      Name: datadog\n      log-driver-buffer-limit: ⟦lots⟧\n` },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`${AWSLOGS}        mode: non-blocking\n        max-buffer-size: ⟦big⟧\n`),
        fixed: fargateTask(`${AWSLOGS}        mode: non-blocking\n        max-buffer-size: 1m\n`),
      },
    ],
    valid: [{ text: `${LOG}      max-buffer-size: 4m\n` }],
  },
});
