import { api } from '../links';
import { containersOf } from './parts';
import { refusedOnFargate } from './refused-on-fargate';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

const DEVICES = '    linuxParameters:\n      initProcessEnabled: true\n      devices:\n        - hostPath: /dev/fuse\n';

export default refusedOnFargate({
  id: 'devices-on-fargate',
  sources: ['recorded:pf-ecs-fargate-devices'],
  docs: {
    what: 'Devices of the instance for a container on Fargate.',
    why: 'There is no instance whose devices a container could have: "Fargate compatible task definitions do not support devices".',
    instead: 'Remove devices, or run the task on instances.',
    links: [api('LinuxParameters')],
  },
  find: (taskDefinition) =>
    containersOf(taskDefinition)
      .map((container) => container.get('linuxParameters').get('devices'))
      .filter((fact) => fact.some)
      .map((fact) => ({ fact, name: 'devices for containers' })),
  advice: 'Remove devices, or run the task on instances.',
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(DEVICES.replace('devices', '⟦devices⟧')),
        fixed: fargateTask('    linuxParameters:\n      initProcessEnabled: true\n'),
      },
    ],
    valid: [{ text: ON_EC2, taskDefinition: ec2Task(DEVICES) }],
  },
});
