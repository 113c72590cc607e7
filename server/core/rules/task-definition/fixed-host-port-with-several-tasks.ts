import { REGISTER_TASK_DEFINITION } from '../links';
import { defineRule } from '../rule';
import { count } from '../words';
import { instancePortOf } from './parts';
import { ec2Task, ON_EC2 } from './samples';

interface Data {
  tasks: number;
  port: number;
  /** minimumHealthyPercent lets no old task stop first. */
  spare: boolean;
}

const TASK = ec2Task('    portMappings:\n      - containerPort: 80\n        hostPort: 80\n');

export default defineRule<Data>({
  id: 'fixed-host-port-with-several-tasks',
  severity: 'information',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['today:portMappings[].hostPort', 'simulator'],
  docs: {
    what: 'Several tasks on instances, each of which takes the same port of its instance.',
    why: 'An instance can give a port to one task alone. The service needs as many instances as tasks, and during a deployment one more for each task that starts before an old one stops: without them it does not move on.',
    instead:
      'Leave hostPort out and let a target group find the random ports, or keep spare instances, or lower minimumHealthyPercent so that old tasks stop first.',
    links: [REGISTER_TASK_DEFINITION],
  },
  check({ service, taskDefinition, traits }, report) {
    const tasks = service.get('desiredCount');
    if (!taskDefinition || traits.ownCapacity !== true || traits.scheduling !== 'REPLICA') return;
    if (tasks.value === undefined || tasks.value < 2) return;
    const taken = instancePortOf(taskDefinition);
    if (!taken) return;
    const percent = service.get('deploymentConfiguration').get('minimumHealthyPercent');
    if (percent.unknown) return;
    report({
      at: tasks,
      data: {
        tasks: tasks.value,
        port: taken.value as number,
        spare: percent.absent || (percent.value as number) >= 100,
      },
      related: [{ at: taken, message: 'The port of the instance' }],
    });
  },
  message: ({ tasks, port, spare }) =>
    `Each task takes port ${port} of its instance, so ${count(tasks, 'task')} need ${count(tasks, 'instance')}${spare ? ', and a deployment needs spare ones, since minimumHealthyPercent lets no old task stop first' : ''}. Without a fixed host port several tasks share an instance.`,
  examples: {
    invalid: [{ text: ON_EC2.replace('desiredCount: 2', 'desiredCount: ⟦2⟧'), taskDefinition: TASK }],
    valid: [
      { text: ON_EC2.replace('desiredCount: 2', 'desiredCount: 1'), taskDefinition: TASK },
      { text: ON_EC2, taskDefinition: ec2Task('    portMappings:\n      - containerPort: 80\n') },
    ],
  },
});
