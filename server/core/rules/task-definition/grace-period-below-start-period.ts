import { set } from '../fixes';
import { CREATE_SERVICE, guide } from '../links';
import { defineRule } from '../rule';
import { TARGET_GROUP } from '../samples';
import { count } from '../words';
import { containersOf, keyOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  grace: number;
  start: number;
  container: string;
}

const SERVICE = `${ON_FARGATE}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`;
const TASK = fargateTask(
  '    portMappings:\n      - containerPort: 80\n    healthCheck:\n      command: [CMD-SHELL, curl -f http://localhost/]\n      startPeriod: 120\n',
);

export default defineRule<Data>({
  id: 'grace-period-below-start-period',
  severity: 'information',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R317', 'simulator'],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'A container behind a load balancer is given longer to start (startPeriod) than the service waits before it heeds the load balancer.',
    why: 'startPeriod holds back only the health check of the container. The health check of the load balancer counts as soon as healthCheckGracePeriodSeconds is over, 0 unless given: a task that starts as slowly as allowed is stopped before it is up, again and again.',
    instead: 'Set healthCheckGracePeriodSeconds to the startPeriod at least.',
    links: [CREATE_SERVICE, guide('load-balancer-healthcheck')],
  },
  check({ service, taskDefinition }, report) {
    const grace = service.get('healthCheckGracePeriodSeconds');
    const list = service.get('loadBalancers');
    if (!taskDefinition || grace.unknown) return;
    const targets = list.items.map((entry) => entry.get('containerName'));
    const seconds = grace.value ?? 0;
    for (const container of containersOf(taskDefinition)) {
      const name = container.get('name').value;
      const start = container.get('healthCheck').get('startPeriod');
      if (name === undefined || start.value === undefined || start.value <= seconds) continue;
      if (!targets.some((target) => target.is(name))) continue;
      report({
        at: grace.known ? grace : keyOf(list),
        data: { grace: seconds, start: start.value, container: name },
        related: [{ at: start, message: 'The time the container is given to start' }],
      });
    }
  },
  message: ({ grace, start, container }) =>
    `The container ${container} may take ${count(start, 'second')} to start, but the load balancer's verdict counts after ${grace === 0 ? 'no grace period at all' : count(grace, 'second')}: a slow start is stopped. Set healthCheckGracePeriodSeconds to ${start} or more.`,
  fix({ data: { start } }, { service }) {
    const changes = set(service, 'healthCheckGracePeriodSeconds', start);
    return [{ title: `Set healthCheckGracePeriodSeconds: ${start}`, safe: false, changes }];
  },
  examples: {
    invalid: [
      {
        text: `${SERVICE}healthCheckGracePeriodSeconds: ⟦30⟧\n`,
        fixed: `${SERVICE}healthCheckGracePeriodSeconds: 120\n`,
        taskDefinition: TASK,
      },
      { text: SERVICE.replace('loadBalancers', '⟦loadBalancers⟧'), taskDefinition: TASK },
    ],
    valid: [{ text: `${SERVICE}healthCheckGracePeriodSeconds: 120\n`, taskDefinition: TASK }],
  },
});
