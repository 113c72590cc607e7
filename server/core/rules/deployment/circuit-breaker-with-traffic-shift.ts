import { guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

interface Data {
  strategy: string;
}

export default defineRule<Data>({
  id: 'circuit-breaker-with-traffic-shift',
  severity: 'information',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['today:deploymentCircuitBreaker'],
  docs: {
    what: 'A deployment circuit breaker with the strategy BLUE_GREEN, LINEAR or CANARY.',
    why: 'AWS documents the circuit breaker for rolling deployments. ECS accepts it with the other strategies; what it does there is not documented.',
    instead: 'Do not count on it alone: alarms and lifecycle hooks are what these strategies roll back by.',
    links: [guide('deployment-circuit-breaker')],
  },
  check({ service, traits }, report) {
    const breaker = service.get('deploymentConfiguration').get('deploymentCircuitBreaker');
    const { strategy, controller } = traits;
    if (strategy === undefined || strategy === 'ROLLING' || controller !== 'ECS' || !breaker.get('enable').is(true))
      return;
    report({ at: { fact: breaker, key: true }, data: { strategy } });
  },
  message: ({ strategy }) =>
    `AWS documents the circuit breaker for rolling deployments; with ${strategy} ECS accepts it, but what it does there is not documented. Use alarms or lifecycle hooks to roll back.`,
  examples: {
    invalid: [
      {
        text: `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\n  ⟦deploymentCircuitBreaker⟧:\n    enable: true\n    rollback: true\n`,
      },
    ],
    valid: [
      {
        text: `${WEB}deploymentConfiguration:\n  strategy: ROLLING\n  deploymentCircuitBreaker:\n    enable: true\n    rollback: true\n`,
      },
    ],
  },
});
