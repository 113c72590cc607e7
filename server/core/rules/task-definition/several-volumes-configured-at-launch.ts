import { guide } from '../links';
import { defineRule } from '../rule';
import { taskDefinitionOf, volumesOf } from './parts';
import { DATA_MOUNT, DATA_VOLUME, fargateTask, ON_FARGATE } from './samples';

const SERVICE = `${ON_FARGATE}volumeConfigurations:\n  - name: data\n    managedEBSVolume:\n      roleArn: arn:aws:iam::111122223333:role/ecsInfrastructureRole\n      sizeInGiB: 20\n`;
const MOUNTS = `${DATA_MOUNT}      - sourceVolume: logs\n        containerPath: /logs\n`;

export default defineRule<Record<string, never>>({
  id: 'several-volumes-configured-at-launch',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['today:volumes[].configuredAtLaunch'],
  docs: {
    what: 'More than one volume with configuredAtLaunch.',
    why: 'AWS documents one such volume for each revision, and a service can describe only one.',
    instead: 'Keep one. Scratch space needs no details, and shared files can be on EFS.',
    links: [guide('ebs-volumes')],
  },
  check(ctx, report) {
    const open = volumesOf(taskDefinitionOf(ctx))
      .map((volume) => volume.get('configuredAtLaunch'))
      .filter((fact) => fact.is(true));
    const [first, ...more] = open;
    if (!first) return;
    for (const at of more) report({ at, data: {}, related: [{ at: first, message: 'The first one' }] });
  },
  message: () =>
    'AWS documents one volume with configuredAtLaunch for each task definition, and the service can describe only one. Keep one of them.',
  examples: {
    invalid: [
      {
        text: SERVICE,
        taskDefinition: fargateTask(MOUNTS, `${DATA_VOLUME}  - name: logs\n    configuredAtLaunch: ⟦true⟧\n`),
      },
    ],
    valid: [{ text: SERVICE, taskDefinition: fargateTask(DATA_MOUNT, DATA_VOLUME) }],
  },
});
