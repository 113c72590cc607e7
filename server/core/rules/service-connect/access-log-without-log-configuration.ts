import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

const CONNECT = `${WEB}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n`;
const ACCESS_LOG = 'accessLogConfiguration:\n    format: JSON\n';

export default defineRule<null>({
  id: 'access-log-without-log-configuration',
  severity: 'warning',
  group: 'service-connect',
  on: 'service',
  since: '0.1.0',
  sources: ['today:serviceConnectConfiguration.accessLogConfiguration'],
  docs: {
    what: 'Access logs of the Service Connect proxy without a logConfiguration.',
    why: 'The proxy writes the access log to its own output, and logConfiguration is what carries that away. AWS documents that the one needs the other.',
    instead: 'Add logConfiguration beside it.',
    links: [guide('service-connect-envoy-access-logs')],
  },
  check({ service }, report) {
    const connect = service.get('serviceConnectConfiguration');
    const accessLog = connect.get('accessLogConfiguration');
    if (accessLog.known && connect.get('logConfiguration').absent && !connect.get('enabled').is(false)) {
      report({ at: { fact: accessLog as Fact, key: true }, data: null });
    }
  },
  message: () =>
    'The access log goes where logConfiguration sends the output of the proxy, and there is none: AWS documents that it is needed. Add logConfiguration to serviceConnectConfiguration.',
  fix: ({ at }) => [{ title: 'Remove accessLogConfiguration', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [{ text: `${CONNECT}  ⟦accessLogConfiguration⟧${ACCESS_LOG.slice(22)}`, fixed: CONNECT }],
    valid: [
      {
        text: `${CONNECT}  logConfiguration:\n    logDriver: awslogs\n    options:\n      awslogs-group: /ecs/proxy\n      awslogs-region: eu-west-1\n      awslogs-stream-prefix: web\n  ${ACCESS_LOG}`,
      },
    ],
  },
});
