import type { Fact } from '../../model/fact';
import { api, github, guide } from '../links';
import { defineRule } from '../rule';
import { list } from '../words';
import { keyOf, taskDefinitionOf, type Volume, volumesOf } from './parts';
import { DATA_MOUNT, fargateTask, ON_FARGATE } from './samples';

interface Data {
  kinds: string[];
}

const KINDS = [
  'host',
  'dockerVolumeConfiguration',
  'efsVolumeConfiguration',
  'fsxWindowsFileServerVolumeConfiguration',
  's3filesVolumeConfiguration',
] as const satisfies readonly (keyof Volume)[];

const VOLUME = 'volumes:\n  - name: data\n';
const EFS = '    efsVolumeConfiguration:\n      fileSystemId: fs-0a1b2c3d\n';

export default defineRule<Data>({
  id: 'volume-of-several-kinds',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['error:taskDefinition[4]'],
  docs: {
    what: 'A volume that is described as two kinds at once, or that the service is to make (configuredAtLaunch) and that is described all the same.',
    why: '"When the volume parameter is specified, only one volume configuration type should be used." For configuredAtLaunch AWS documents that nothing but the name stands beside it.',
    instead: 'Keep one of them.',
    links: [api('Volume'), guide('ebs-volumes'), github('cloudposse/terraform-aws-ecs-alb-service-task/issues/185')],
  },
  check(ctx, report) {
    for (const volume of volumesOf(taskDefinitionOf(ctx))) {
      const given = KINDS.filter((kind) => volume.get(kind).known);
      const launch = volume.get('configuredAtLaunch').is(true) && given.length > 0;
      if (given.length < 2 && !launch) continue;
      const second = volume.get(given[launch ? 0 : 1] as keyof Volume) as Fact;
      // An empty host says nothing, and may have been put there by a tool.
      const sure = !launch && given.filter((kind) => kind !== 'host' || volume.get('host').some).length > 1;
      const kinds = launch ? ['configuredAtLaunch', ...given] : [...given];
      report({ at: keyOf(second), data: { kinds }, severity: sure ? 'error' : 'warning' });
    }
  },
  message: ({ kinds }) =>
    `A volume is of one kind, and this has ${list(kinds)}: ECS takes only one. Keep the one that is meant.`,
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(
          DATA_MOUNT,
          `${VOLUME}    host: {}\n${EFS.replace('efsVolumeConfiguration', '⟦efsVolumeConfiguration⟧')}`,
        ),
      },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask(DATA_MOUNT, `${VOLUME}${EFS}`) }],
  },
});
