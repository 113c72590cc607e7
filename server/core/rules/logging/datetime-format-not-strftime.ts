import { factOf, replace } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { AWSLOGS, fargateTask, ON_FARGATE } from '../task-definition/samples';
import { quote } from '../words';
import { logsOf } from './logs';
import { ec2Log, GROUP, PREFIX, REGION } from './samples';

interface Data {
  value: string;
}

const LOG = `${ec2Log('awslogs')}${GROUP}${REGION}${PREFIX}      awslogs-datetime-format: `;

/** The signs of Java and of most libraries for the same parts. Case decides between month and minute. */
const STRFTIME: readonly [RegExp, string][] = [
  [/y{4}|Y{4}/g, '%Y'],
  [/MM/g, '%m'],
  [/d{2}|D{2}/g, '%d'],
  [/HH/g, '%H'],
  [/mm/g, '%M'],
  [/ss/g, '%S'],
];

export default defineRule<Data>({
  id: 'datetime-format-not-strftime',
  severity: 'warning',
  group: 'logging',
  on: 'shape',
  since: '0.1.0',
  sources: ['R404'],
  docs: {
    what: 'An awslogs-datetime-format without any % sign.',
    why: 'The option takes a strftime pattern, in which % begins each part. Without any the text stands for itself and no line of the log matches it.',
    instead: 'Write, for example, %Y-%m-%d %H:%M:%S.',
    links: [guide('using_awslogs')],
  },
  check(ctx, report) {
    for (const log of logsOf(ctx)) {
      if (log.driver !== 'awslogs') continue;
      const fact = log.options.get('awslogs-datetime-format');
      if (fact.value !== undefined && !fact.value.includes('%')) report({ at: fact, data: { value: fact.value } });
    }
  },
  message: ({ value }) =>
    `${quote(value)} is no strftime pattern: each part begins with %, as in %Y-%m-%d. As it stands, no log line matches it.`,
  fix: ({ at, data }) => {
    const format = STRFTIME.reduce((text, [from, to]) => text.replace(from, to), data.value);
    return format === data.value
      ? []
      : [{ title: `Write ${format}`, safe: false, changes: replace(factOf(at), format) }];
  },
  examples: {
    invalid: [
      { text: `${LOG}⟦YYYY-MM-DD⟧\n`, fixed: `${LOG}"%Y-%m-%d"\n` },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`${AWSLOGS}        awslogs-datetime-format: ⟦YYYY-MM-DD⟧\n`),
        fixed: fargateTask(`${AWSLOGS}        awslogs-datetime-format: "%Y-%m-%d"\n`),
      },
    ],
    valid: [{ text: `${LOG}"%Y-%m-%d %H"\n` }],
  },
});
