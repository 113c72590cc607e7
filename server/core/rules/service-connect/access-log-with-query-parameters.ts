import { factOf, replace } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

const CONNECT = `${WEB}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  logConfiguration:\n    logDriver: awslogs\n    options:\n      awslogs-group: /ecs/proxy\n      awslogs-region: eu-west-1\n      awslogs-stream-prefix: web\n  accessLogConfiguration:\n    format: JSON\n`;

export default defineRule<null>({
  id: 'access-log-with-query-parameters',
  severity: 'information',
  group: 'service-connect',
  on: 'service',
  since: '0.1.0',
  sources: ['today:serviceConnectConfiguration.accessLogConfiguration.includeQueryParameters'],
  docs: {
    what: 'Access logs that keep query strings.',
    why: 'Query strings often carry tokens and personal data, which then stay in the log for as long as the log is kept.',
    instead: 'Leave it DISABLED unless the query strings of this service are harmless.',
    links: [guide('service-connect-envoy-access-logs')],
  },
  check({ service }, report) {
    const include = service
      .get('serviceConnectConfiguration')
      .get('accessLogConfiguration')
      .get('includeQueryParameters');
    if (include.is('ENABLED')) report({ at: include, data: null });
  },
  message: () =>
    'Query strings go into the access log, and with them any token or personal data in them. Write DISABLED unless those of this service are harmless.',
  fix: ({ at }) => [{ title: 'Write DISABLED', safe: false, changes: replace(factOf(at), 'DISABLED') }],
  examples: {
    invalid: [
      {
        text: `${CONNECT}    includeQueryParameters: ⟦ENABLED⟧\n`,
        fixed: `${CONNECT}    includeQueryParameters: DISABLED\n`,
      },
    ],
    valid: [{ text: CONNECT }],
  },
});
