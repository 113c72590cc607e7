import { factOf, replace } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { fargateTask, ON_FARGATE } from '../task-definition/samples';
import { quote } from '../words';
import { logsOf } from './logs';
import { ec2Log } from './samples';

interface Data {
  value: string;
  host: string;
}

const LOG = `${ec2Log('awsfirelens')}      Name: opensearch\n      Host: `;

export default defineRule<Data>({
  id: 'log-host-with-protocol',
  severity: 'warning',
  group: 'logging',
  on: 'shape',
  since: '0.1.0',
  sources: ['R419'],
  docs: {
    what: 'The Host option of FireLens with https:// in front.',
    why: 'Fluent Bit takes the value for a host name and looks it up as it stands; no record arrives.',
    instead: 'Write the host name alone, and turn TLS on with the option tls: "On".',
    links: [guide('using_firelens')],
  },
  check(ctx, report) {
    for (const log of logsOf(ctx)) {
      if (log.driver !== 'awsfirelens') continue;
      const fact = log.options.get('Host');
      const host = /^https?:\/\/([^/]+)/i.exec(fact.value ?? '')?.[1];
      if (host) report({ at: fact, data: { value: fact.value as string, host } });
    }
  },
  message: ({ value, host }) =>
    `Host takes a host name without protocol, and ${quote(value)} has one: no log would arrive. Write ${host}.`,
  fix: ({ at, data }) => [{ title: `Write ${data.host}`, safe: true, changes: replace(factOf(at), data.host) }],
  examples: {
    invalid: [
      { text: `${LOG}⟦https://logs.example.com⟧\n`, fixed: `${LOG}logs.example.com\n` },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(
          '    logConfiguration:\n      logDriver: awsfirelens\n      options:\n        Name: opensearch\n        Host: ⟦https://logs.example.com⟧\n  - name: router\n    image: amazon/aws-for-fluent-bit\n    firelensConfiguration:\n      type: fluentbit\n',
        ),
        fixed: fargateTask(
          '    logConfiguration:\n      logDriver: awsfirelens\n      options:\n        Name: opensearch\n        Host: logs.example.com\n  - name: router\n    image: amazon/aws-for-fluent-bit\n    firelensConfiguration:\n      type: fluentbit\n',
        ),
      },
    ],
    valid: [{ text: `${LOG}logs.example.com\n` }],
  },
});
