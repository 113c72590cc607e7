import type { Fact } from '../../model/fact';
import { set } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { lacks, proxyLog } from './logs';
import { ec2Log, fargateLog, GROUP, PREFIX, REGION } from './samples';

interface Data {
  fargate: boolean;
  config: Fact;
}

export default defineRule<Data>({
  id: 'log-without-stream-prefix',
  severity: 'error',
  group: 'logging',
  on: 'service',
  since: '0.1.0',
  sources: ['R397', 'R398', 'recorded:pf-ecs-awslogs-fargate-missing-stream-prefix'],
  docs: {
    what: 'The awslogs driver of the Service Connect proxy without awslogs-stream-prefix.',
    why: 'Fargate requires it: "Fargate requires log configuration options to include awslogs-stream-prefix". On EC2 it may be left out; streams are then named by container id alone, and the console shows no logs.',
    instead: 'Add awslogs-stream-prefix, for example the name of the service.',
    links: [guide('using_awslogs')],
  },
  check({ service, traits }, report) {
    const log = proxyLog(service);
    if (log?.driver !== 'awslogs' || traits.fargate === undefined || !lacks(log, 'awslogs-stream-prefix')) return;
    const { fargate } = traits;
    const data = { fargate, config: log.config as Fact };
    report({ at: log.config.get('logDriver'), data, severity: fargate ? 'error' : 'information' });
  },
  message: ({ fargate }) =>
    fargate
      ? 'On Fargate the driver awslogs needs awslogs-stream-prefix, and the service is refused without. Add it, for example with the name of the service.'
      : 'Without awslogs-stream-prefix the log streams are named by container id alone, and the ECS console shows no logs. Add it, for example with the name of the service.',
  fix({ data }, { service }) {
    const prefix = service.get('serviceName').value ?? 'service-connect';
    const changes = set(data.config, ['options', 'awslogs-stream-prefix'], prefix);
    return [{ title: `Add awslogs-stream-prefix: ${prefix}`, safe: false, changes }];
  },
  examples: {
    invalid: [
      {
        text: `${fargateLog('⟦awslogs⟧')}${GROUP}${REGION}`,
        fixed: `${fargateLog('awslogs')}${GROUP}${REGION}${PREFIX}`,
      },
      {
        text: `${ec2Log('⟦awslogs⟧')}${GROUP}${REGION}`,
        fixed: `${ec2Log('awslogs')}${GROUP}${REGION}${PREFIX}`,
      },
    ],
    valid: [{ text: `${fargateLog('awslogs')}${GROUP}${REGION}${PREFIX}` }],
  },
});
