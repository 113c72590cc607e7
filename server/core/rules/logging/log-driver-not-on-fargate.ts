import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { either } from '../words';
import { FARGATE_DRIVERS, proxyLog } from './logs';
import { ec2Log, fargateLog, GROUP, PREFIX, REGION } from './samples';

interface Data {
  driver: string;
}

export default defineRule<Data>({
  id: 'log-driver-not-on-fargate',
  severity: 'error',
  group: 'logging',
  on: 'service',
  since: '0.1.0',
  sources: ['R387', 'recorded:pf-ecs-fargate-log-driver-unsupported'],
  docs: {
    what: 'A log driver for the Service Connect proxy that Fargate does not have.',
    why: 'Fargate offers three drivers and refuses containers with another: "json-file is not a valid log driver. Must be one of [awslogs,splunk,awsfirelens]". The proxy is such a container; its own refusal has not been recorded.',
    instead: 'Use awslogs, splunk or awsfirelens.',
    links: [api('LogConfiguration')],
  },
  check({ service, traits }, report) {
    const log = proxyLog(service);
    if (!log?.driver || traits.fargate !== true || FARGATE_DRIVERS.includes(log.driver)) return;
    const fact = log.config.get('logDriver');
    const { shape } = fact;
    // A value that is no log driver at all has a finding of its own.
    if (shape?.type === 'string' && !shape.enum?.includes(log.driver)) return;
    report({ at: fact, data: { driver: log.driver } });
  },
  message: ({ driver }) =>
    `Fargate has no log driver ${driver}: it takes ${either(FARGATE_DRIVERS)} and refuses the rest. Choose one of these.`,
  fix: ({ at }) => [{ title: 'Write awslogs', safe: false, changes: replace(factOf(at), 'awslogs') }],
  examples: {
    invalid: [
      {
        text: `${fargateLog('⟦fluentd⟧')}${GROUP}${REGION}${PREFIX}`,
        fixed: `${fargateLog('awslogs')}${GROUP}${REGION}${PREFIX}`,
        also: ['log-option-of-other-driver'],
      },
    ],
    valid: [
      { text: `${fargateLog('awslogs')}${GROUP}${REGION}${PREFIX}` },
      { text: `${ec2Log('fluentd')}      fluentd-address: localhost:24224\n` },
    ],
  },
});
