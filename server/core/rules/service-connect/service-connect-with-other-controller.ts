import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { FARGATE, TARGET_GROUP, WEB } from '../samples';

const CONNECT = 'serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n';
const CODE_DEPLOY = `${FARGATE}deploymentController:\n  type: CODE_DEPLOY\nloadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`;

export default defineRule<{ controller: string }>({
  id: 'service-connect-with-other-controller',
  severity: 'error',
  group: 'service-connect',
  on: 'service',
  since: '0.1.0',
  sources: ['R383'],
  docs: {
    what: 'Service Connect in a service that CodeDeploy or an external controller deploys.',
    why: 'Service Connect works with the ECS controller alone. ECS refuses CodeDeploy: "DeploymentController#type CODE_DEPLOY is not supported by ECS Service Connect." For an external controller AWS documents the same, and no refusal is on record.',
    instead: 'Let ECS deploy the service (it has BLUE_GREEN too), or reach it by a load balancer or service discovery.',
    links: [guide('service-connect')],
  },
  check({ service, traits }, report) {
    const { controller } = traits;
    if (traits.serviceConnect !== true || (controller !== 'CODE_DEPLOY' && controller !== 'EXTERNAL')) return;
    report({
      at: { fact: service.get('serviceConnectConfiguration') as Fact, key: true },
      data: { controller },
      severity: controller === 'CODE_DEPLOY' ? 'error' : 'warning',
    });
  },
  message: ({ controller }) =>
    `Service Connect works only when ECS itself deploys the service, and the controller is ${controller}: ${controller === 'CODE_DEPLOY' ? 'ECS refuses the two together' : 'AWS documents that the two do not go together'}. Remove one of them; the ECS controller has BLUE_GREEN of its own.`,
  fix: ({ at }) => [{ title: 'Remove serviceConnectConfiguration', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [{ text: `${CODE_DEPLOY}⟦serviceConnectConfiguration⟧${CONNECT.slice(27)}`, fixed: CODE_DEPLOY }],
    valid: [{ text: `${WEB}${CONNECT}` }],
  },
});
