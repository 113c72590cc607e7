import { guide } from '../links';
import { volumesOf } from './parts';
import { refusedOnFargate } from './refused-on-fargate';
import { DATA_MOUNT, ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

const VOLUME = 'volumes:\n  - name: data\n';

export default refusedOnFargate({
  id: 'volume-kind-not-on-fargate',
  sources: ['recorded:pf-ecs-fargate-host-source-path', 'recorded:pf-ecs-fargate-docker-volume'],
  docs: {
    what: 'A folder of the instance, a Docker volume or an FSx file system as a volume on Fargate.',
    why: '"Fargate compatible task definitions do not support sourcePath", and the same for dockerVolumeConfiguration. FSx for Windows AWS documents for EC2 alone.',
    instead:
      'Leave the details out for scratch space, or use EFS, or an EBS volume of the service (configuredAtLaunch).',
    links: [guide('using_data_volumes')],
  },
  find: (taskDefinition) =>
    volumesOf(taskDefinition).flatMap((volume) => [
      ...[volume.get('host').get('sourcePath')]
        .filter((fact) => fact.known)
        .map((fact) => ({ fact, name: 'folders of an instance (host.sourcePath)' })),
      ...[volume.get('dockerVolumeConfiguration')]
        .filter((fact) => fact.known)
        .map((fact) => ({ fact, name: 'Docker volumes (dockerVolumeConfiguration)' })),
      ...[volume.get('fsxWindowsFileServerVolumeConfiguration')]
        .filter((fact) => fact.known)
        .map((fact) => ({ fact, name: 'FSx for Windows volumes', documented: true })),
    ]),
  advice: 'Leave it out for scratch space, or use EFS or an EBS volume.',
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(DATA_MOUNT, `${VOLUME}    host:\n      ⟦sourcePath⟧: /data\n`),
        fixed: fargateTask(DATA_MOUNT, `${VOLUME}    host: {}\n`),
      },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(DATA_MOUNT, `${VOLUME}    ⟦dockerVolumeConfiguration⟧:\n      scope: task\n`),
        fixed: fargateTask(DATA_MOUNT, VOLUME),
      },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(DATA_MOUNT, VOLUME) },
      { text: ON_EC2, taskDefinition: ec2Task(DATA_MOUNT, `${VOLUME}    host:\n      sourcePath: /data\n`) },
    ],
  },
});
