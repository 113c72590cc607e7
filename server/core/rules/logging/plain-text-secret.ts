import type { Fact } from '../../model/fact';
import { append, factOf, remove, set } from '../fixes';
import { guide } from '../links';
import { isPlaceholder } from '../placeholder';
import { defineRule } from '../rule';
import { fargateTask, ON_FARGATE } from '../task-definition/samples';
import { logsOf } from './logs';
import { ec2Log, SPLUNK, SPLUNK_TOKEN } from './samples';

interface Data {
  option: string;
  config: Fact;
  secrets: Fact;
}

/** What destinations call their credentials: `splunk-token`, `apikey`, `http_passwd`, `licenseKey`. */
const CREDENTIAL = /(token|passw(or)?d|secret|api[-_]?key|license[-_]?key|access[-_]?key|private[-_]?key)$/i;

/** The parameter is named after the family, not after the service. */
const ofShop = (container: string) => fargateTask(container).replace('family: web', 'family: shop');

export default defineRule<Data>({
  id: 'plain-text-secret',
  severity: 'warning',
  group: 'logging',
  on: 'shape',
  since: '0.1.0',
  sources: ['R414'],
  docs: {
    what: 'A token, key or password of a log destination in plain text.',
    why: 'The file goes into version control, and whoever may describe the service or the task definition reads the value.',
    instead:
      'Keep the value in Secrets Manager or SSM Parameter Store, and name it in secretOptions. If it has been committed, replace it.',
    links: [guide('specifying-sensitive-data')],
  },
  check(ctx, report) {
    for (const log of logsOf(ctx)) {
      for (const [option, fact] of log.options.entriesOf) {
        const value = (fact as Fact<string>).value;
        if (typeof value !== 'string' || isPlaceholder(value)) continue;
        if (log.known[option]?.secret !== true && !CREDENTIAL.test(option)) continue;
        // Given, or perhaps given, as a secret too: another rule has the plain one removed.
        if (log.secrets.some((secret) => secret.get('name').unknown || secret.get('name').is(option))) continue;
        const data = { option, config: log.config as Fact, secrets: log.config.get('secretOptions') as Fact };
        report({ at: fact, data });
      }
    }
  },
  message: ({ option }) =>
    `${option} is a secret in plain text: everybody who sees the file or may describe what it defines can read it. Move it to Secrets Manager or Parameter Store, and name it in secretOptions.`,
  fix({ at, data: { option, config, secrets } }, { kind, root, service }) {
    const family = kind === 'task-definition' ? (root as Fact<{ family?: string }>).get('family').value : undefined;
    const valueFrom = `/ecs/${family ?? service.get('serviceName').value ?? 'service-connect'}/${option}`;
    const secret = { name: option, valueFrom };
    const added = secrets.known ? append(secrets, secret) : set(config, 'secretOptions', [secret]);
    const changes = [...remove(factOf(at)), ...added];
    return [{ title: `Take it from the SSM parameter ${valueFrom}`, safe: false, changes }];
  },
  examples: {
    invalid: [
      {
        text: `${ec2Log('splunk')}${SPLUNK}      splunk-token: ⟦0a1b2c3d-4e5f⟧\n`,
        fixed: `${ec2Log('splunk')}${SPLUNK}${SPLUNK_TOKEN}`,
      },
      { text: `${ec2Log('awsfirelens')}      Name: datadog\n      apikey: ⟦0a1b2c3d4e5f⟧\n` },
      {
        text: ON_FARGATE.replace('taskDefinition: web', 'taskDefinition: shop'),
        taskDefinition: ofShop(
          '    logConfiguration:\n      logDriver: splunk\n      options:\n        splunk-url: https://splunk.example.com:8088\n        splunk-token: ⟦0a1b2c3d-4e5f⟧\n',
        ),
        fixed: ofShop(
          '    logConfiguration:\n      logDriver: splunk\n      options:\n        splunk-url: https://splunk.example.com:8088\n      secretOptions:\n        - name: splunk-token\n          valueFrom: /ecs/shop/splunk-token\n',
        ),
      },
    ],
    valid: [
      { text: `${ec2Log('splunk')}${SPLUNK}${SPLUNK_TOKEN}` },
      { text: `${ec2Log('splunk')}${SPLUNK}      splunk-token: YOUR_TOKEN\n` },
    ],
  },
});
