import { factOf, remove } from '../fixes';
import { github, guide } from '../links';
import { defineRule } from '../rule';
import { BEHIND_TARGET_GROUP, NETWORK, WEB } from '../samples';

interface Data {
  controller: string;
}

export default defineRule<Data>({
  id: 'alarms-with-other-controller',
  severity: 'error',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['R259', 'error:alarm-controller'],
  profiles: ['create-service', 'ecspresso', 'update-service'],
  docs: {
    what: 'deploymentConfiguration.alarms with the deployment controller CODE_DEPLOY or EXTERNAL.',
    why: 'Only the ECS controller watches these alarms, and their mere presence is refused, switched off or not: "Alarm based rollback feature is only supported with ECS deployment controller."',
    instead: 'Remove alarms. CodeDeploy deployment groups have alarms of their own.',
    links: [guide('deployment-alarm-failure'), github('aws/aws-cdk/issues/26307')],
  },
  check({ service, traits }, report) {
    const alarms = service.get('deploymentConfiguration').get('alarms');
    const { controller } = traits;
    if (!alarms.known || controller === undefined || controller === 'ECS') return;
    const related = [{ at: service.get('deploymentController').get('type'), message: 'The deployment controller' }];
    report({ at: { fact: alarms, key: true }, data: { controller }, related });
  },
  message: ({ controller }) =>
    `Deployment alarms work with the ECS deployment controller only: under ${controller} ECS refuses the member, even with enable: false. Remove alarms.`,
  fix: ({ at }) => [{ title: 'Remove alarms', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: FARGATE\ndeploymentController:\n  type: CODE_DEPLOY\ndeploymentConfiguration:\n  maximumPercent: 200\n  ⟦alarms⟧:\n    alarmNames: [web-5xx]\n    enable: true\n    rollback: true\n${NETWORK}${BEHIND_TARGET_GROUP}`,
        fixed: `${WEB}launchType: FARGATE\ndeploymentController:\n  type: CODE_DEPLOY\ndeploymentConfiguration:\n  maximumPercent: 200\n${NETWORK}${BEHIND_TARGET_GROUP}`,
      },
    ],
    valid: [
      {
        text: `${WEB}deploymentConfiguration:\n  alarms:\n    alarmNames: [web-5xx]\n    enable: true\n    rollback: true\n`,
      },
    ],
  },
});
