import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { quote } from '../words';
import { keyOf, taskDefinitionOf, volumesOf } from './parts';
import { DATA_MOUNT, efs, fargateTask, ON_FARGATE } from './samples';

interface Data {
  directory: string;
}

const POINT =
  '      transitEncryption: ENABLED\n      authorizationConfig:\n        accessPointId: fsap-0123456789abcdef0\n';

export default defineRule<Data>({
  id: 'efs-access-point-with-root-directory',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-efs-access-point-with-root-directory'],
  docs: {
    what: 'An EFS volume with an access point and a rootDirectory.',
    why: 'The access point fixes the folder: "When using an EFS access point, the root directory must either be set to "/" or be omitted."',
    instead: 'Remove rootDirectory, or make an access point for that folder.',
    links: [api('EFSVolumeConfiguration')],
  },
  check(ctx, report) {
    for (const volume of volumesOf(taskDefinitionOf(ctx))) {
      const efs = volume.get('efsVolumeConfiguration');
      const directory = efs.get('rootDirectory');
      const point = efs.get('authorizationConfig').get('accessPointId');
      if (directory.value === undefined || directory.is('/') || !point.known) continue;
      report({
        at: keyOf(directory),
        data: { directory: directory.value },
        related: [{ at: point, message: 'The access point' }],
      });
    }
  },
  message: ({ directory }) =>
    `The access point already fixes the folder, and ECS refuses rootDirectory ${quote(directory)} beside it. Remove it, or write /.`,
  fix: ({ at }) => [{ title: 'Remove rootDirectory', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(DATA_MOUNT, efs(`      ⟦rootDirectory⟧: /web\n${POINT}`)),
        fixed: fargateTask(DATA_MOUNT, efs(POINT)),
      },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(DATA_MOUNT, efs(`      rootDirectory: /\n${POINT}`)) },
      { text: ON_FARGATE, taskDefinition: fargateTask(DATA_MOUNT, efs('      rootDirectory: /web\n')) },
    ],
  },
});
