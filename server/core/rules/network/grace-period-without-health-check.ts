import { factOf, remove } from '../fixes';
import { CREATE_SERVICE, github } from '../links';
import { defineRule } from '../rule';
import { BEHIND_TARGET_GROUP, WEB } from '../samples';
import { count } from '../words';

interface Data {
  seconds: number;
}

const TASK_DEFINITION =
  'family: web\ncontainerDefinitions:\n  - name: web\n    image: nginx\n    memory: 128\n    portMappings:\n      - containerPort: 80\n';

export default defineRule<Data>({
  id: 'grace-period-without-health-check',
  severity: 'warning',
  group: 'network',
  on: 'service',
  since: '0.1.0',
  sources: ['R315', 'R317', 'error:grace-no-lb'],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'healthCheckGracePeriodSeconds in a service without load balancer, VPC Lattice or container health check.',
    why: 'The period keeps ECS from heeding these health checks while a task starts. Where there are none it has no effect; until 2024 it was even refused: "Health check grace period is only valid for services configured to use load balancers". Reported only when the task definition is in view, since a container health check may stand there.',
    instead: 'Remove it. A container health check has a startPeriod of its own in the task definition.',
    links: [CREATE_SERVICE, github('hashicorp/terraform-provider-aws/issues/31104')],
  },
  check({ service, traits, taskDefinition }, report) {
    const grace = service.get('healthCheckGracePeriodSeconds');
    const seconds = grace.value ?? 0;
    if (seconds <= 0 || traits.loadBalanced !== false || traits.controller !== 'ECS') return;
    if (!service.get('vpcLatticeConfigurations').none || !service.get('gatewayConnectors').none) return;
    const containers = taskDefinition?.get('containerDefinitions');
    if (!containers?.count || !containers.items.every((container) => container.get('healthCheck').absent)) return;
    report({ at: { fact: grace, key: true }, data: { seconds } });
  },
  message: ({ seconds }) =>
    `The grace period of ${count(seconds, 'second')} has no effect: the service has no load balancer, no VPC Lattice target and no container health check whose failures it could hold back. Remove it, or add a health check (with its own startPeriod) to the task definition.`,
  fix: ({ at }) => [{ title: 'Remove healthCheckGracePeriodSeconds', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: EC2\n⟦healthCheckGracePeriodSeconds⟧: 60\n`,
        taskDefinition: TASK_DEFINITION,
        fixed: `${WEB}launchType: EC2\n`,
      },
    ],
    valid: [
      { text: `${WEB}launchType: EC2\nhealthCheckGracePeriodSeconds: 60\n` },
      {
        text: `${WEB}launchType: EC2\nhealthCheckGracePeriodSeconds: 60\n${BEHIND_TARGET_GROUP}`,
        taskDefinition: TASK_DEFINITION,
      },
      {
        text: `${WEB}launchType: EC2\nhealthCheckGracePeriodSeconds: 60\n`,
        taskDefinition: `${TASK_DEFINITION}    healthCheck:\n      command: [CMD-SHELL, curl -f http://localhost/]\n`,
      },
    ],
  },
});
