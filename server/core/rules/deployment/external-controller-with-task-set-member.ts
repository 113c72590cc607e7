import { factOf, remove } from '../fixes';
import { api, CREATE_SERVICE, github, guide } from '../links';
import { defineRule } from '../rule';
import { NETWORK } from '../samples';

/** What a task set brings with it, and whether ECS is known to refuse it in the service. Source: BOTO3-2024 L1235-L1302. */
const TASK_SET_MEMBERS = {
  taskDefinition: 'recorded',
  loadBalancers: 'recorded',
  launchType: 'documented',
  capacityProviderStrategy: 'documented',
  platformVersion: 'documented',
  networkConfiguration: 'documented',
  serviceRegistries: 'documented',
} as const;

interface Data {
  name: string;
  refused: boolean;
}

export default defineRule<Data>({
  id: 'external-controller-with-task-set-member',
  severity: 'error',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: [
    'R143',
    'R158',
    'R184',
    'R207',
    'R231',
    'R237',
    'R252',
    'R312',
    'error:external-td',
    'error:external-lb',
    'recorded:pf-ecs-svc-external-with-load-balancers',
    'recorded:pf-ecs-svc-external-with-taskdef',
  ],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'A member that belongs to the task sets, in a service with the EXTERNAL deployment controller.',
    why: 'With this controller the service is only a name and a count; what runs, where, and behind which load balancer comes with each CreateTaskSet call. "TaskDefinition must be blank." and "LoadBalancers must be empty or null." are recorded; for the other members AWS documents the same.',
    instead: 'Move the member to the input of CreateTaskSet.',
    links: [CREATE_SERVICE, api('CreateTaskSet'), guide('deployment-type-external'), github('aws/aws-cdk/issues/6245')],
  },
  check({ service, traits }, report) {
    if (traits.controller !== 'EXTERNAL') return;
    const related = [{ at: service.get('deploymentController').get('type'), message: 'The deployment controller' }];
    for (const [name, source] of Object.entries(TASK_SET_MEMBERS) as [keyof typeof TASK_SET_MEMBERS, string][]) {
      const fact = service.get(name);
      if (!fact.known || fact.none) continue;
      const refused = source === 'recorded';
      report({ at: { fact, key: true }, data: { name, refused }, related, severity: refused ? 'error' : 'warning' });
    }
  },
  message: ({ name, refused }) =>
    refused
      ? `With the EXTERNAL deployment controller ${name} belongs to each task set, and ECS refuses it in the service. Move it to the input of CreateTaskSet.`
      : `AWS documents that with the EXTERNAL deployment controller ${name} is given for each task set, not for the service. Move it to the input of CreateTaskSet (PipeCD does that by itself).`,
  fix: ({ at, data }) => [{ title: `Remove ${data.name}`, safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: 'serviceName: web\n⟦taskDefinition⟧: web:1\ndesiredCount: 2\ndeploymentController:\n  type: EXTERNAL\n',
        fixed: 'serviceName: web\ndesiredCount: 2\ndeploymentController:\n  type: EXTERNAL\n',
      },
      {
        text: `serviceName: web\n⟦launchType⟧: FARGATE\n⟦platformVersion⟧: 1.4.0\ndeploymentController:\n  type: EXTERNAL\n⟦networkConfiguration⟧${NETWORK.slice('networkConfiguration'.length)}`,
      },
    ],
    valid: [
      { text: 'serviceName: web\ndesiredCount: 2\nloadBalancers: []\ndeploymentController:\n  type: EXTERNAL\n' },
    ],
  },
});
