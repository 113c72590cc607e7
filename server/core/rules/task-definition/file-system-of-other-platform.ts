import type { Fact } from '../../model/fact';
import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { ROLE } from '../samples';
import { systemOf, topOf } from './parts';
import { DATA_MOUNT, DATA_VOLUME, fargateTask, ON_FARGATE } from './samples';

interface Data {
  type: string;
  windows: boolean;
}

const VOLUME = (type: string) =>
  `${ON_FARGATE}volumeConfigurations:\n  - name: data\n    managedEBSVolume:\n      roleArn: ${ROLE}\n      sizeInGiB: 20\n      filesystemType: ${type}\n`;
const LINUX = fargateTask(DATA_MOUNT, DATA_VOLUME);
const WINDOWS = fargateTask(
  DATA_MOUNT,
  `${DATA_VOLUME}runtimePlatform:\n  operatingSystemFamily: WINDOWS_SERVER_2022_CORE\n`,
).replace('cpu: "256"\nmemory: "512"', 'cpu: "1024"\nmemory: "2048"');

export default defineRule<Data>({
  id: 'file-system-of-other-platform',
  severity: 'warning',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R464'],
  docs: {
    what: 'A file system for an EBS volume that the system of the tasks does not have: ntfs with Linux, or ext3, ext4, xfs with Windows.',
    why: 'AWS documents ntfs for Windows tasks and the others for Linux tasks. The volume cannot be mounted otherwise.',
    instead: 'Use xfs or ext4 for Linux and ntfs for Windows, or leave filesystemType out.',
    links: [api('ServiceManagedEBSVolumeConfiguration')],
  },
  check({ service, taskDefinition }, report) {
    const system = taskDefinition && systemOf(taskDefinition);
    if (!taskDefinition || system === undefined) return;
    for (const entry of service.get('volumeConfigurations').items) {
      const type = entry.get('managedEBSVolume').get('filesystemType') as Fact<string>;
      if (!['ntfs', 'ext3', 'ext4', 'xfs'].includes(type.value ?? '')) continue;
      if (type.is('ntfs') === (system === 'windows')) continue;
      const family = taskDefinition.get('runtimePlatform').get('operatingSystemFamily');
      report({
        at: type,
        data: { type: type.value as string, windows: system === 'windows' },
        related: [{ at: family.known ? family : topOf(taskDefinition), message: 'The system of the tasks' }],
      });
    }
  },
  message: ({ type, windows }) =>
    windows
      ? `The tasks run on Windows, and AWS documents ${type} for Linux only. Write ntfs.`
      : 'The tasks run on Linux, and AWS documents ntfs for Windows only. Write xfs or ext4.',
  fix({ at, data }) {
    const right = data.windows ? 'ntfs' : 'xfs';
    return [{ title: `Write ${right}`, safe: false, changes: replace(factOf(at), right) }];
  },
  examples: {
    invalid: [
      { text: VOLUME('⟦ntfs⟧'), fixed: VOLUME('xfs'), taskDefinition: LINUX },
      { text: VOLUME('⟦ext4⟧'), fixed: VOLUME('ntfs'), taskDefinition: WINDOWS },
    ],
    valid: [
      { text: VOLUME('xfs'), taskDefinition: LINUX },
      { text: VOLUME('ntfs'), taskDefinition: WINDOWS },
    ],
  },
});
