import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { fargateTask, ON_FARGATE } from '../task-definition/samples';
import { logsOf } from './logs';
import { ec2Log, SPLUNK, SPLUNK_TOKEN } from './samples';

export default defineRule<{ name: string }>({
  id: 'log-option-also-secret',
  severity: 'warning',
  group: 'logging',
  on: 'shape',
  since: '0.1.0',
  sources: ['R426'],
  docs: {
    what: 'A log option that is given in options and in secretOptions.',
    why: 'One option can have one value, and which of the two the driver gets is not documented. For a secret the plain text would be there for nothing.',
    instead: 'Keep it in secretOptions alone.',
    links: [guide('specifying-sensitive-data')],
  },
  check(ctx, report) {
    for (const log of logsOf(ctx)) {
      for (const secret of log.secrets) {
        const name = secret.get('name').value;
        const option = name === undefined ? undefined : log.options.get(name);
        if (name === undefined || !option?.known) continue;
        const related = [{ at: secret as Fact, message: 'The secret' }];
        report({ at: { fact: option as Fact, key: true }, data: { name }, related });
      }
    }
  },
  message: ({ name }) =>
    `${name} is given here and in secretOptions, and an option can have one value. Remove it here, so that the secret is used.`,
  fix: ({ at, data }) => [{ title: `Remove ${data.name} from options`, safe: true, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${ec2Log('splunk')}${SPLUNK}      ⟦splunk-token⟧: 0a1b2c3d\n${SPLUNK_TOKEN}`,
        fixed: `${ec2Log('splunk')}${SPLUNK}${SPLUNK_TOKEN}`,
      },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(
          '    logConfiguration:\n      logDriver: splunk\n      options:\n        splunk-url: https://splunk.example.com:8088\n        ⟦splunk-token⟧: 0a1b2c3d\n      secretOptions:\n        - name: splunk-token\n          valueFrom: /ecs/web/splunk-token\n',
        ),
        fixed: fargateTask(
          '    logConfiguration:\n      logDriver: splunk\n      options:\n        splunk-url: https://splunk.example.com:8088\n      secretOptions:\n        - name: splunk-token\n          valueFrom: /ecs/web/splunk-token\n',
        ),
      },
    ],
    valid: [{ text: `${ec2Log('splunk')}${SPLUNK}${SPLUNK_TOKEN}` }],
  },
});
