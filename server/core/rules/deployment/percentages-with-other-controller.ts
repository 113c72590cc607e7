import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { BEHIND_TARGET_GROUP, NETWORK, WEB } from '../samples';

interface Data {
  name: string;
  value: number;
  controller: string;
  fargate: boolean | undefined;
}

/** What a REPLICA service has when it says nothing. Source: BOTO3-2024 L452, L480. */
const DEFAULTS = { maximumPercent: 200, minimumHealthyPercent: 100 } as const;

export default defineRule<Data>({
  id: 'percentages-with-other-controller',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['R275', 'R276', 'R277', 'R278'],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'maximumPercent or minimumHealthyPercent with the deployment controller CODE_DEPLOY or EXTERNAL.',
    why: 'These percentages steer the rolling update of the ECS controller. AWS documents that with the other controllers they are not used for Fargate tasks, and that no value of your own can be given for tasks on instances.',
    instead: 'Remove the percentage. CodeDeploy has its own configuration, and task sets have a scale.',
    links: [api('DeploymentConfiguration')],
  },
  check({ service, traits }, report) {
    const { controller, fargate } = traits;
    if (controller === undefined || controller === 'ECS') return;
    for (const name of Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]) {
      const percent = service.get('deploymentConfiguration').get(name);
      if (percent.value === undefined || percent.value === DEFAULTS[name]) continue;
      // AWS's own example for EXTERNAL gives both.
      const severity = controller === 'EXTERNAL' ? 'information' : 'warning';
      report({ at: { fact: percent, key: true }, data: { name, value: percent.value, controller, fargate }, severity });
    }
  },
  message: ({ name, value, controller, fargate }) =>
    fargate
      ? `${name} ${value} has no effect: AWS documents that Fargate tasks under the ${controller} deployment controller do not use it. Remove it.`
      : `${name} ${value} steers the rolling update of the ECS controller. AWS documents that under ${controller} no value of your own is used. Remove it.`,
  fix: ({ at, data }) => [{ title: `Remove ${data.name}`, safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: FARGATE\ndeploymentController:\n  type: CODE_DEPLOY\ndeploymentConfiguration:\n  ⟦maximumPercent⟧: 150\n  minimumHealthyPercent: 100\n${NETWORK}${BEHIND_TARGET_GROUP}`,
        fixed: `${WEB}launchType: FARGATE\ndeploymentController:\n  type: CODE_DEPLOY\ndeploymentConfiguration:\n  minimumHealthyPercent: 100\n${NETWORK}${BEHIND_TARGET_GROUP}`,
      },
      {
        text: 'serviceName: web\ndeploymentController:\n  type: EXTERNAL\ndeploymentConfiguration:\n  maximumPercent: 200\n  ⟦minimumHealthyPercent⟧: 50\n',
        fixed:
          'serviceName: web\ndeploymentController:\n  type: EXTERNAL\ndeploymentConfiguration:\n  maximumPercent: 200\n',
      },
    ],
    valid: [
      {
        text: `${WEB}launchType: FARGATE\ndeploymentController:\n  type: CODE_DEPLOY\ndeploymentConfiguration:\n  maximumPercent: 200\n  minimumHealthyPercent: 100\n${NETWORK}${BEHIND_TARGET_GROUP}`,
      },
    ],
  },
});
