import { guide } from '../links';
import { defineRule } from '../rule';
import { EC2, TARGET_GROUP } from '../samples';

export default defineRule<null>({
  id: 'classic-load-balancer-with-code-deploy',
  severity: 'error',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['R156', 'recorded:pf-ecs-service-codedeploy-lb'],
  docs: {
    what: 'A Classic Load Balancer while CodeDeploy deploys the service.',
    why: 'CodeDeploy moves traffic between two target groups, and a Classic Load Balancer has none. ECS asks for "an Application Load Balancer or Network Load Balancer".',
    instead: 'Give targetGroupArn instead of loadBalancerName.',
    links: [guide('deployment-type-bluegreen')],
  },
  check({ service, traits }, report) {
    if (traits.controller !== 'CODE_DEPLOY') return;
    for (const entry of service.get('loadBalancers').items) {
      const name = entry.get('loadBalancerName');
      if (name.known && entry.get('targetGroupArn').absent) report({ at: { fact: name, key: true }, data: null });
    }
  },
  message: () =>
    'CODE_DEPLOY moves traffic between target groups, and loadBalancerName stands for a Classic Load Balancer, which has none: ECS refuses the service. Give the targetGroupArn of an Application or Network Load Balancer.',
  examples: {
    invalid: [
      {
        text: `${EC2}deploymentController:\n  type: CODE_DEPLOY\nloadBalancers:\n  - ⟦loadBalancerName⟧: web\n    containerName: app\n    containerPort: 80\n`,
      },
    ],
    valid: [
      {
        text: `${EC2}deploymentController:\n  type: CODE_DEPLOY\nloadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`,
      },
    ],
  },
});
