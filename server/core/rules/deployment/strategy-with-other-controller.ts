import { factOf, remove } from '../fixes';
import { api, guide } from '../links';
import { defineRule } from '../rule';
import { BEHIND_TARGET_GROUP, NETWORK, WEB } from '../samples';

interface Data {
  strategy: string;
  controller: string;
}

export default defineRule<Data>({
  id: 'strategy-with-other-controller',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['today:strategy'],
  docs: {
    what: 'The strategy BLUE_GREEN, LINEAR or CANARY with the deployment controller CODE_DEPLOY or EXTERNAL.',
    why: 'AWS documents these strategies for the ECS controller, which shifts the traffic itself. CodeDeploy and task sets have their own ways.',
    instead: 'Remove deploymentController to let ECS do it, or remove strategy to stay with the other controller.',
    links: [api('DeploymentConfiguration'), guide('service_deployments')],
  },
  check({ service, traits }, report) {
    const { strategy, controller } = traits;
    if (strategy === undefined || strategy === 'ROLLING' || controller === undefined || controller === 'ECS') return;
    report({
      at: service.get('deploymentConfiguration').get('strategy'),
      data: { strategy, controller },
      related: [{ at: service.get('deploymentController').get('type'), message: 'The deployment controller' }],
    });
  },
  message: ({ strategy, controller }) =>
    `AWS documents the strategy ${strategy} for the ECS deployment controller, and this service has ${controller}. Remove deploymentController to let ECS shift the traffic, or remove strategy.`,
  fix: ({ at }, { service }) => [
    { title: 'Remove deploymentController', safe: false, changes: remove(service.get('deploymentController')) },
    { title: 'Remove strategy', safe: false, changes: remove(factOf(at)) },
  ],
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: FARGATE\ndeploymentController:\n  type: CODE_DEPLOY\ndeploymentConfiguration:\n  strategy: ⟦BLUE_GREEN⟧\n  bakeTimeInMinutes: 5\n${NETWORK}${BEHIND_TARGET_GROUP}`,
        also: ['traffic-shift-without-advanced-configuration'],
      },
    ],
    valid: [
      {
        text: `${WEB}launchType: FARGATE\ndeploymentController:\n  type: CODE_DEPLOY\ndeploymentConfiguration:\n  strategy: ROLLING\n${NETWORK}${BEHIND_TARGET_GROUP}`,
      },
    ],
  },
});
