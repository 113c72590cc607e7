import { guide } from '../links';
import { defineRule } from '../rule';
import { quote } from '../words';
import { containersOf, taskDefinitionOf, volumesOf } from './parts';
import { DATA_MOUNT, DATA_VOLUME, fargateTask, ON_FARGATE } from './samples';

interface Data {
  name: string;
}

const SERVICE = `${ON_FARGATE}volumeConfigurations:\n  - name: data\n    managedEBSVolume:\n      roleArn: arn:aws:iam::111122223333:role/ecsInfrastructureRole\n      sizeInGiB: 20\n`;

export default defineRule<Data>({
  id: 'volume-configured-at-launch-not-mounted',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-volume-not-referenced'],
  docs: {
    what: 'A volume with configuredAtLaunch that no container mounts.',
    why: 'A disk would be made for nobody: "Volumes [v] are not referenced by any of the containers".',
    instead: 'Add it to mountPoints of a container, or remove the volume.',
    links: [guide('ebs-volumes')],
  },
  check(ctx, report) {
    const root = taskDefinitionOf(ctx);
    const lists = containersOf(root).map((container) => container.get('mountPoints'));
    if (root.get('containerDefinitions').count === undefined || lists.some((list) => list.count === undefined)) return;
    const sources = lists.flatMap((list) => list.items.map((mount) => mount.get('sourceVolume')));
    if (sources.some((source) => source.unknown)) return;
    for (const volume of volumesOf(root)) {
      const name = volume.get('name');
      const value = name.value;
      if (value === undefined || !volume.get('configuredAtLaunch').is(true)) continue;
      if (!sources.some((source) => source.is(value))) report({ at: name, data: { name: value } });
    }
  },
  message: ({ name }) =>
    `No container mounts the volume ${quote(name)}, which the service is to make: ECS refuses the definition. Add it to mountPoints of a container, or remove it.`,
  examples: {
    invalid: [{ text: SERVICE, taskDefinition: fargateTask('', DATA_VOLUME.replace('data', '⟦data⟧')) }],
    valid: [{ text: SERVICE, taskDefinition: fargateTask(DATA_MOUNT, DATA_VOLUME) }],
  },
});
