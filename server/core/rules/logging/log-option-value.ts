import type { Fact } from '../../model/fact';
import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { AWSLOGS, fargateTask, ON_FARGATE } from '../task-definition/samples';
import { either, nearest, quote } from '../words';
import { knownOption, logsOf } from './logs';
import { ec2Log, GROUP, PREFIX, REGION } from './samples';

interface Data {
  option: string;
  value: string;
  values: readonly string[];
}

const LOG = `${ec2Log('awslogs')}${GROUP}${REGION}${PREFIX}`;

export default defineRule<Data>({
  id: 'log-option-value',
  severity: 'warning',
  group: 'logging',
  on: 'shape',
  since: '0.1.0',
  sources: ['R400', 'R407'],
  docs: {
    what: 'A log option with a value that the driver does not know, such as mode: nonblocking.',
    why: 'The request is accepted, since options are plain strings to it; the driver refuses the value, or takes its default, when a task starts.',
    instead: 'Use one of the values in the message, spelt as there.',
    links: [api('LogConfiguration')],
  },
  check(ctx, report) {
    for (const log of logsOf(ctx)) {
      if (!log.driver) continue;
      for (const [option, fact] of log.options.entriesOf) {
        const { value } = fact as Fact<string>;
        const values = knownOption(log, option)?.values;
        if (!values || value === undefined) continue;
        // Switches are read without regard to case (Go's strconv.ParseBool), "1" and "t" included.
        if (values.includes(value) || (isSwitch(values) && /^([tf01]|true|false|on|off)$/i.test(value))) continue;
        report({ at: fact, data: { option, value, values } });
      }
    }
  },
  message: ({ option, value, values }) =>
    `The log option ${option} takes ${either(values)}, and this is ${quote(value)}: tasks may fail to start. Write one of these.`,
  fix: ({ at, data }) => {
    const meant =
      isSwitch(data.values) && /^(y|yes)$/i.test(data.value) ? data.values[0] : nearest(data.value, data.values);
    return (meant ? [meant] : data.values).map((value) => ({
      title: `Write ${value}`,
      safe: false,
      changes: replace(factOf(at), value),
    }));
  },
  examples: {
    invalid: [
      { text: `${LOG}      mode: ⟦nonblocking⟧\n`, fixed: `${LOG}      mode: non-blocking\n` },
      { text: `${LOG}      awslogs-create-group: ⟦"yes"⟧\n`, fixed: `${LOG}      awslogs-create-group: "true"\n` },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`${AWSLOGS}        mode: ⟦nonblocking⟧\n`),
        fixed: fargateTask(`${AWSLOGS}        mode: non-blocking\n`),
      },
    ],
    valid: [{ text: `${LOG}      mode: non-blocking\n      awslogs-create-group: "true"\n` }],
  },
});

const isSwitch = (values: readonly string[]) => /^(true|on)$/i.test(values[0] ?? '');
