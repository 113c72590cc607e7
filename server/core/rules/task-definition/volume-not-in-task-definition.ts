import type { Fact } from '../../model/fact';
import { factOf, replace } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { ROLE } from '../samples';
import { either, quote } from '../words';
import { keyOf, topOf, volumesOf } from './parts';
import { DATA_MOUNT, DATA_VOLUME, fargateTask, ON_FARGATE } from './samples';

interface Data {
  name: string;
  /** Volumes that could be meant. */
  names: string[];
  /** There is a volume of that name, which does not leave its details to the service. */
  fixed: boolean;
}

const VOLUME = (name: string) =>
  `${ON_FARGATE}volumeConfigurations:\n  - managedEBSVolume:\n      roleArn: ${ROLE}\n      sizeInGiB: 20\n    name: ${name}\n`;

export default defineRule<Data>({
  id: 'volume-not-in-task-definition',
  severity: 'error',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R427', 'recorded:pf-ecs-svc-ebs-name-not-in-taskdef', 'recorded:pf-ecs-svc-ebs-throughput-non-gp3'],
  docs: {
    what: 'volumeConfigurations names a volume that the task definition does not have, or does not leave to the service.',
    why: 'The service fills in a volume that the task definition declares with configuredAtLaunch: true. Otherwise ECS answers "The volume name \'nope\' in your request does not have a matching volume in your Task Definition that is configurable at launch.", or "no matching configuredAtLaunch volume found" when there is none at all.',
    instead: 'Write the name of that volume, or set configuredAtLaunch: true on it in the task definition.',
    links: [guide('ebs-volumes')],
  },
  check({ service, taskDefinition }, report) {
    const list = taskDefinition?.get('volumes');
    if (!taskDefinition || list?.count === undefined) return;
    const volumes = volumesOf(taskDefinition);
    if (volumes.some((v) => v.get('name').unknown || v.get('configuredAtLaunch').unknown)) return;
    const open = volumes.filter((volume) => volume.get('configuredAtLaunch').is(true));
    for (const entry of service.get('volumeConfigurations').items) {
      const name = entry.get('name') as Fact<string>;
      if (name.value === undefined || open.some((volume) => volume.get('name').is(name.value as string))) continue;
      const same = volumes.find((volume) => volume.get('name').is(name.value as string));
      report({
        at: name,
        data: { name: name.value, names: open.flatMap((v) => v.get('name').value ?? []), fixed: same !== undefined },
        related: [
          {
            at: same?.get('name') ?? (list.given ? keyOf(list) : topOf(taskDefinition)),
            message: 'The volumes of the task definition',
          },
        ],
      });
    }
  },
  message: ({ name, names, fixed }) =>
    `The task definition ${fixed ? `has a volume ${quote(name)}, but without configuredAtLaunch: true` : `has no volume ${quote(name)} that the service may configure`}, and ECS refuses the service. ${names.length > 0 ? `Write ${either(names)}.` : fixed ? 'Set it there.' : `Declare it there: name ${name}, configuredAtLaunch true.`}`,
  fix: ({ at, data }) =>
    data.names.map((name) => ({ title: `Write ${name}`, safe: false, changes: replace(factOf(at), name) })),
  examples: {
    invalid: [
      {
        text: VOLUME('⟦dat⟧'),
        fixed: VOLUME('data'),
        taskDefinition: fargateTask(DATA_MOUNT, DATA_VOLUME),
        also: ['missing-volume-configuration'],
      },
      { text: VOLUME('⟦data⟧'), taskDefinition: fargateTask() },
      { text: VOLUME('⟦data⟧'), taskDefinition: fargateTask(DATA_MOUNT, 'volumes:\n  - name: data\n') },
    ],
    valid: [{ text: VOLUME('data'), taskDefinition: fargateTask(DATA_MOUNT, DATA_VOLUME) }],
  },
});
