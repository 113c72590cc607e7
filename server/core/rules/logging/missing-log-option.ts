import type { KnownKey } from '../../../../schemas/shape';
import type { Fact } from '../../model/fact';
import { arnUses, REGION_FORM } from '../arn';
import { set } from '../fixes';
import { guide } from '../links';
import { defineRule, type RuleContext } from '../rule';
import { lacks, proxyLog } from './logs';
import { ec2Log, GROUP, PREFIX, REGION, SPLUNK, SPLUNK_TOKEN } from './samples';

interface Data {
  option: string;
  driver: string;
  secret: boolean;
  config: Fact;
}

export default defineRule<Data>({
  id: 'missing-log-option',
  severity: 'error',
  group: 'logging',
  on: 'service',
  since: '0.1.0',
  sources: ['R395', 'R396', 'R412', 'R413', 'recorded:pf-ecs-awslogs-missing-group'],
  docs: {
    what: 'A log driver without an option that it cannot do without: group and Region for awslogs, address and token for splunk.',
    why: 'For containers ECS answers "Log driver awslogs requires options: awslogs-group"; the other three AWS documents as required. The proxy would start without a place for its logs, or not at all.',
    instead: 'Add the option. A token belongs into secretOptions.',
    links: [guide('using_awslogs')],
  },
  check({ service }, report) {
    const log = proxyLog(service);
    if (!log?.driver) return;
    for (const option of Object.keys(log.known)) {
      const key = log.known[option] as KnownKey;
      if (!key.required || !key.when?.includes(log.driver) || !lacks(log, option)) continue;
      const data = { option, driver: log.driver, secret: key.secret === true, config: log.config as Fact };
      report({ at: log.config.get('logDriver'), data, severity: option === 'awslogs-group' ? 'error' : 'warning' });
    }
  },
  message: ({ option, driver, secret }) =>
    option === 'awslogs-group'
      ? 'The log driver awslogs needs the option awslogs-group, and ECS refuses it without. Name the log group that receives the output.'
      : `AWS documents that the log driver ${driver} needs ${option}. Add it to ${secret ? 'secretOptions, since it is a secret' : 'options'}.`,
  fix({ data: { option, config } }, ctx) {
    const value = startFor(option, ctx);
    if (value === undefined) return [];
    return [{ title: `Add ${option}: ${value}`, safe: false, changes: set(config, ['options', option], value) }];
  },
  examples: {
    invalid: [
      {
        text: `${ec2Log('⟦awslogs⟧')}${REGION}${PREFIX}`,
        fixed: `${ec2Log('awslogs')}${REGION}${PREFIX}      awslogs-group: /ecs/web\n`,
      },
      { text: `${ec2Log('⟦awslogs⟧')}${GROUP}${PREFIX}` },
      { text: `${ec2Log('⟦splunk⟧')}${SPLUNK}` },
    ],
    valid: [
      { text: `${ec2Log('awslogs')}${GROUP}${REGION}${PREFIX}` },
      { text: `${ec2Log('splunk')}${SPLUNK}${SPLUNK_TOKEN}` },
    ],
  },
});

/** A value to begin with: a group named after the service, the Region of the ARNs in the file. */
function startFor(option: string, { service, root }: RuleContext): string | undefined {
  if (option === 'awslogs-group') return `/ecs/${service.get('serviceName').value ?? 'service-connect'}`;
  if (option !== 'awslogs-region') return undefined;
  const regions = arnUses(root).flatMap(({ arn }) => arn?.region ?? []);
  return regions.find((region) => REGION_FORM.test(region));
}
