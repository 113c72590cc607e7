import { changedMembers } from '../../model/compare';
import type { Fact } from '../../model/fact';
import { guide, UPDATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { list } from '../words';
import { controllerOf } from './parts';

interface Data {
  name: string;
  controller: 'CODE_DEPLOY' | 'EXTERNAL';
}

/** What UpdateService takes under the other controllers. Source: UpdateService, API model of today (today.md, "Update"). */
const TAKES: Readonly<Record<Data['controller'], readonly string[]>> = {
  CODE_DEPLOY: [
    'desiredCount',
    'deploymentConfiguration',
    'healthCheckGracePeriodSeconds',
    'placementConstraints',
    'placementStrategy',
    'enableECSManagedTags',
    'propagateTags',
    'enableExecuteCommand',
  ],
  EXTERNAL: [
    'desiredCount',
    'healthCheckGracePeriodSeconds',
    'placementConstraints',
    'placementStrategy',
    'enableECSManagedTags',
    'propagateTags',
    'enableExecuteCommand',
  ],
};
/** Members that have rules of their own, or that an update never takes. */
const ELSEWHERE = new Set([
  'serviceName',
  'cluster',
  'clientToken',
  'launchType',
  'schedulingStrategy',
  'role',
  'tags',
  'service',
  'forceNewDeployment',
]);

export default defineRule<Data>({
  id: 'update-not-for-controller',
  severity: 'error',
  group: 'update',
  on: 'previous',
  since: '0.1.0',
  sources: ['R170', 'error:cd-td', 'error:cd-net', 'error:cd-lb', 'today:UpdateService'],
  docs: {
    what: 'A change that UpdateService refuses under the CODE_DEPLOY or EXTERNAL controller.',
    why: 'There the task definition, the network and the load balancers belong to a CodeDeploy deployment or to a task set. ECS answers "Unable to update task definition on services with a CODE_DEPLOY deployment controller."',
    instead:
      'Start a CodeDeploy deployment, or create a new task set. UpdateService only scales the service and sets its smaller options.',
    links: [UPDATE_SERVICE, guide('deployment-type-bluegreen')],
  },
  check(ctx, report) {
    const controller = controllerOf(ctx);
    if (!ctx.previous || (controller !== 'CODE_DEPLOY' && controller !== 'EXTERNAL')) return;
    // Moving between controllers is a change of its own.
    if (ctx.previous.get('deploymentController').get('type').value !== controller) return;
    // An update that names CODE_DEPLOY itself is looked at without its previous version.
    if (ctx.profile === 'update-service' && ctx.traits.controller === 'CODE_DEPLOY') return;
    const force = (ctx.service as unknown as Fact<{ forceNewDeployment?: boolean }>).get('forceNewDeployment');
    if (controller === 'CODE_DEPLOY' && force.is(true))
      report({ at: { fact: force as Fact, key: true }, data: { name: 'forceNewDeployment', controller } });
    for (const { name, now } of changedMembers(ctx.service, ctx.previous)) {
      if (TAKES[controller].includes(name) || ELSEWHERE.has(name)) continue;
      report({ at: { fact: now, key: true }, data: { name, controller } });
    }
  },
  message: ({ name, controller }) => {
    if (name === 'forceNewDeployment')
      return `An update cannot force a new deployment of a service with the ${controller} controller: that is for CodeDeploy to do. Remove forceNewDeployment, and start a CodeDeploy deployment.`;
    const way =
      controller === 'CODE_DEPLOY' ? 'it changes through a CodeDeploy deployment' : 'it belongs to a task set';
    return `An update cannot change ${name} of a service with the ${controller} controller: ${way}. It takes only ${list(TAKES[controller])}.`;
  },
  examples: {
    invalid: [
      {
        previous:
          'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\ndeploymentController:\n  type: CODE_DEPLOY\nloadBalancers:\n  - targetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/blue/0123456789abcdef\n    containerName: web\n    containerPort: 80\n',
        text: 'serviceName: web\n⟦taskDefinition⟧: web:2\ndesiredCount: 2\nlaunchType: EC2\ndeploymentController:\n  type: CODE_DEPLOY\nloadBalancers:\n  - targetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/blue/0123456789abcdef\n    containerName: web\n    containerPort: 80\n',
      },
      {
        profile: 'update-service',
        previous:
          'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\ndeploymentController:\n  type: CODE_DEPLOY\n',
        text: 'service: web\ndesiredCount: 3\n⟦forceNewDeployment⟧: true\n',
      },
    ],
    valid: [
      {
        profile: 'update-service',
        previous:
          'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\ndeploymentController:\n  type: CODE_DEPLOY\n',
        text: 'service: web\ndesiredCount: 3\nforceNewDeployment: false\n',
      },
      {
        previous: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\n',
        text: 'serviceName: web\ntaskDefinition: web:2\ndesiredCount: 2\nlaunchType: EC2\n',
      },
    ],
  },
});
