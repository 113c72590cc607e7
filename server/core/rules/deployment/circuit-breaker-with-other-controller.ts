import { remove } from '../fixes';
import { github, guide } from '../links';
import { defineRule } from '../rule';
import { BEHIND_TARGET_GROUP, NETWORK, WEB } from '../samples';

interface Data {
  controller: string;
}

export default defineRule<Data>({
  id: 'circuit-breaker-with-other-controller',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['R255', 'recorded:pf-ecs-svc-circuit-breaker-with-code-deploy'],
  docs: {
    what: 'A deployment circuit breaker that is switched on with the controller CODE_DEPLOY or EXTERNAL.',
    why: 'AWS documents the circuit breaker for the ECS controller alone. Whether ECS refuses it elsewhere or drops it is not known: either way nothing rolls back.',
    instead: 'Remove deploymentCircuitBreaker. CodeDeploy has rollback settings of its own.',
    links: [guide('deployment-circuit-breaker'), github('cloudposse/terraform-aws-ecs-alb-service-task/pull/165')],
  },
  check({ service, traits }, report) {
    const breaker = service.get('deploymentConfiguration').get('deploymentCircuitBreaker');
    const { controller } = traits;
    if (!breaker.get('enable').is(true) || controller === undefined || controller === 'ECS') return;
    const related = [{ at: service.get('deploymentController').get('type'), message: 'The deployment controller' }];
    report({ at: { fact: breaker, key: true }, data: { controller }, related });
  },
  message: ({ controller }) =>
    `AWS documents the deployment circuit breaker for the ECS deployment controller only: under ${controller} it will not roll anything back. Remove it, and use the rollback of ${controller === 'CODE_DEPLOY' ? 'CodeDeploy' : 'your own tool'}.`,
  fix: (_, { service }) => {
    const breaker = service.get('deploymentConfiguration').get('deploymentCircuitBreaker');
    return [{ title: 'Remove deploymentCircuitBreaker', safe: false, changes: remove(breaker) }];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: FARGATE\ndeploymentController:\n  type: CODE_DEPLOY\ndeploymentConfiguration:\n  maximumPercent: 200\n  ⟦deploymentCircuitBreaker⟧:\n    enable: true\n    rollback: true\n${NETWORK}${BEHIND_TARGET_GROUP}`,
        fixed: `${WEB}launchType: FARGATE\ndeploymentController:\n  type: CODE_DEPLOY\ndeploymentConfiguration:\n  maximumPercent: 200\n${NETWORK}${BEHIND_TARGET_GROUP}`,
      },
    ],
    valid: [
      { text: `${WEB}deploymentConfiguration:\n  deploymentCircuitBreaker:\n    enable: true\n    rollback: true\n` },
      {
        text: `${WEB}launchType: FARGATE\ndeploymentController:\n  type: CODE_DEPLOY\ndeploymentConfiguration:\n  deploymentCircuitBreaker:\n    enable: false\n    rollback: false\n${NETWORK}${BEHIND_TARGET_GROUP}`,
      },
    ],
  },
});
