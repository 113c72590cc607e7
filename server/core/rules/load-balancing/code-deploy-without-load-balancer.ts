import type { Fact } from '../../model/fact';
import { remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { EC2, TARGET_GROUP } from '../samples';

interface Data {
  controller: Fact;
}

export default defineRule<Data>({
  id: 'code-deploy-without-load-balancer',
  severity: 'error',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['R155', 'recorded:pf-ecs-service-codedeploy-lb'],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'The CODE_DEPLOY controller without a load balancer.',
    why: 'CodeDeploy moves traffic from one target group to another; without any there is nothing to move: "When specifying the CODE_DEPLOY deployment controller type, the service requires an Application Load Balancer or Network Load Balancer."',
    instead:
      'Add the target group that takes production traffic first to loadBalancers, or let ECS deploy the service.',
    links: [guide('deployment-type-bluegreen')],
  },
  check({ service, traits }, report) {
    if (traits.controller !== 'CODE_DEPLOY' || traits.loadBalanced !== false) return;
    const controller = service.get('deploymentController');
    report({ at: controller.get('type'), data: { controller: controller as Fact } });
  },
  message: () =>
    'CODE_DEPLOY needs an Application or Network Load Balancer, and this service has none: ECS refuses it. Add loadBalancers with one target group, or remove deploymentController so that ECS deploys by itself.',
  fix: ({ data }) => [
    { title: 'Remove deploymentController, so that ECS deploys', safe: false, changes: remove(data.controller) },
  ],
  examples: {
    invalid: [{ text: `${EC2}deploymentController:\n  type: ⟦CODE_DEPLOY⟧\n`, fixed: EC2 }],
    valid: [
      {
        text: `${EC2}deploymentController:\n  type: CODE_DEPLOY\nloadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`,
      },
      {
        text: `service: web\ndesiredCount: 3\ndeploymentController:\n  type: CODE_DEPLOY\n`,
        profile: 'update-service',
      },
    ],
  },
});
