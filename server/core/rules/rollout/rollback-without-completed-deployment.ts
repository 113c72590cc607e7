import { guide } from '../links';
import { defineRule } from '../rule';

export default defineRule<null>({
  id: 'rollback-without-completed-deployment',
  severity: 'hint',
  group: 'rollout',
  on: 'service',
  since: '0.1.0',
  sources: ['simulator:§2.1', 'simulator:S035'],
  profiles: ['create-service'],
  docs: {
    what: 'A note on the first deployment of a service with rollback: there is nothing to roll back to.',
    why: 'A rollback returns to the newest deployment that has completed. When the very first one fails, there is none: it stays FAILED, no more tasks are started, and the service stands still.',
    instead: 'Nothing to mend. When the first deployment fails, correct the definition and deploy again.',
    links: [guide('deployment-circuit-breaker')],
  },
  check(ctx, report) {
    const breaker = ctx.service.get('deploymentConfiguration').get('deploymentCircuitBreaker');
    if (ctx.traits.controller !== 'ECS' || !breaker.get('enable').is(true) || !breaker.get('rollback').is(true)) return;
    report({ at: breaker.get('rollback'), data: null });
  },
  message: () =>
    'When the service is created there is no completed deployment to roll back to: if the first one fails it stays FAILED and nothing more is started. From the second on the rollback works.',
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\ndeploymentConfiguration:\n  deploymentCircuitBreaker:\n    enable: true\n    rollback: ⟦true⟧\n',
      },
    ],
    valid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\ndeploymentConfiguration:\n  deploymentCircuitBreaker:\n    enable: true\n    rollback: false\n',
      },
    ],
  },
});
