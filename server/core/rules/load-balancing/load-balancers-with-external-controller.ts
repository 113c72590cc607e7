import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { api, CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { TARGET_GROUP } from '../samples';

const SERVICE = 'serviceName: web\ndeploymentController:\n  type: EXTERNAL\n';

export default defineRule<null>({
  id: 'load-balancers-with-external-controller',
  severity: 'error',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['R158', 'error:external-lb', 'recorded:pf-ecs-svc-external-with-load-balancers'],
  docs: {
    what: 'loadBalancers in a service with the EXTERNAL controller.',
    why: 'Such a service is an empty frame: task definition, network and load balancers belong to the task sets that your controller creates. ECS answers "LoadBalancers must be empty or null."',
    instead: 'Remove loadBalancers here, and give it to CreateTaskSet.',
    links: [CREATE_SERVICE, api('CreateTaskSet')],
  },
  check({ service, traits }, report) {
    const entries = service.get('loadBalancers');
    if (traits.controller === 'EXTERNAL' && entries.some)
      report({ at: { fact: entries as Fact, key: true }, data: null });
  },
  message: () =>
    'With the EXTERNAL controller each task set brings its own load balancers, and ECS refuses them on the service. Remove loadBalancers here and pass it to CreateTaskSet.',
  fix: ({ at }) => [{ title: 'Remove loadBalancers', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${SERVICE}⟦loadBalancers⟧:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`,
        fixed: SERVICE,
      },
    ],
    valid: [{ text: `${SERVICE}loadBalancers: []\n` }],
  },
});
