import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { proxyLog } from './logs';
import { ec2Log, GROUP, PREFIX, REGION } from './samples';

const LOG = `${ec2Log('awslogs')}${GROUP}${REGION}${PREFIX}`;

export default defineRule<null>({
  id: 'blocking-log-mode',
  severity: 'information',
  group: 'logging',
  on: 'service',
  since: '0.1.0',
  sources: ['R408'],
  docs: {
    what: 'Log delivery in blocking mode.',
    why: 'When logs cannot be delivered, a blocking driver makes the container wait with every line that it writes: an outage of the log service becomes one of the proxy, and so of all calls through it.',
    instead:
      'Use non-blocking, the default since June 2025, with a max-buffer-size that bridges a short outage; keep blocking where no log line may be lost.',
    links: [api('LogConfiguration')],
  },
  check({ service }, report) {
    const mode = proxyLog(service)?.options.get('mode');
    if (mode?.is('blocking')) report({ at: mode, data: null });
  },
  message: () =>
    'In blocking mode the proxy stands still while its logs cannot be delivered, and calls through it with it. Use non-blocking unless no log line may be lost.',
  fix: ({ at }) => [{ title: 'Write non-blocking', safe: false, changes: replace(factOf(at), 'non-blocking') }],
  examples: {
    invalid: [{ text: `${LOG}      mode: ⟦blocking⟧\n`, fixed: `${LOG}      mode: non-blocking\n` }],
    valid: [{ text: `${LOG}      mode: non-blocking\n` }],
  },
});
