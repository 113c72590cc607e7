import { guide } from '../links';
import { defineRule } from '../rule';
import { EC2, FARGATE, TARGET_GROUP } from '../samples';

interface Data {
  fargate: boolean;
}

export default defineRule<Data>({
  id: 'classic-load-balancer-with-awsvpc',
  severity: 'error',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['R159', 'R160', 'recorded:pf-ecs-svc-classic-lb-with-fargate'],
  docs: {
    what: 'A Classic Load Balancer for tasks that have a network interface of their own: on Fargate, or with the network mode awsvpc.',
    why: 'A Classic Load Balancer registers instances, and such tasks are reached by their own address. On Fargate ECS answers "Classic Load Balancers are not supported with Fargate."; for awsvpc elsewhere AWS documents the same.',
    instead: 'Give targetGroupArn, with a target group of target type ip, instead of loadBalancerName.',
    links: [guide('service-load-balancing')],
  },
  check({ service, traits }, report) {
    if (traits.fargate !== true && traits.awsvpc !== true) return;
    for (const entry of service.get('loadBalancers').items) {
      const name = entry.get('loadBalancerName');
      if (!name.known || !entry.get('targetGroupArn').absent) continue;
      const fargate = traits.fargate === true;
      report({ at: { fact: name, key: true }, data: { fargate }, severity: fargate ? 'error' : 'warning' });
    }
  },
  message: ({ fargate }) =>
    fargate
      ? 'loadBalancerName stands for a Classic Load Balancer, which cannot reach Fargate tasks: ECS refuses the service. Give the targetGroupArn of an Application or Network Load Balancer, with target type ip.'
      : 'loadBalancerName stands for a Classic Load Balancer, which registers instances; tasks in awsvpc mode have an address of their own, and AWS documents that the two do not go together. Give a targetGroupArn with target type ip.',
  examples: {
    invalid: [
      {
        text: `${FARGATE}loadBalancers:\n  - ⟦loadBalancerName⟧: web\n    containerName: app\n    containerPort: 80\n`,
      },
      {
        text: `${EC2}networkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\nloadBalancers:\n  - ⟦loadBalancerName⟧: web\n    containerName: app\n    containerPort: 80\n`,
      },
    ],
    valid: [
      { text: `${EC2}loadBalancers:\n  - loadBalancerName: web\n    containerName: app\n    containerPort: 80\n` },
      {
        text: `${FARGATE}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`,
      },
    ],
  },
});
