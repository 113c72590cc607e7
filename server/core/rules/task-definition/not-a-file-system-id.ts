import type { Fact } from '../../model/fact';
import { factOf, replace } from '../fixes';
import { api, github } from '../links';
import { isPlaceholder } from '../placeholder';
import { defineRule } from '../rule';
import { quote } from '../words';
import { taskDefinitionOf, volumesOf } from './parts';
import { DATA_MOUNT, efs, fargateTask, ON_FARGATE } from './samples';

interface Data {
  value: string;
  prefix: 'fs-' | 'fsap-';
  /** The id that stands inside: an ARN and a DNS name hold it. */
  inside: string | undefined;
}

const KINDS = { 'fs-': 'file system', 'fsap-': 'access point' } as const;

const on = (id: string, members = '') => fargateTask(DATA_MOUNT, efs(members).replace('fs-0a1b2c3d', id));
const point = (id: string) =>
  `      transitEncryption: ENABLED\n      authorizationConfig:\n        accessPointId: ${id}\n`;
const ARN = 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0a1b2c3d';

export default defineRule<Data>({
  id: 'not-a-file-system-id',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['issue:aws/amazon-ecs-cli#1083'],
  docs: {
    what: 'A file system or an access point that is not written as an id.',
    why: 'ECS takes both by id, and asks for them only when a task starts. With another text every task stops with ResourceInitializationError: "Failed to resolve … check that your file system ID is correct".',
    instead: 'Write the id alone: fs- or fsap- and hexadecimal digits. ARNs and DNS names end or begin with it.',
    links: [api('EFSVolumeConfiguration'), github('aws/amazon-ecs-cli/issues/1083')],
  },
  check(ctx, report) {
    for (const volume of volumesOf(taskDefinitionOf(ctx))) {
      const efs = volume.get('efsVolumeConfiguration');
      const found = [
        [efs.get('fileSystemId'), 'fs-'],
        [efs.get('authorizationConfig').get('accessPointId'), 'fsap-'],
        [volume.get('fsxWindowsFileServerVolumeConfiguration').get('fileSystemId'), 'fs-'],
      ] as const;
      for (const [fact, prefix] of found) {
        const value = fact.value as string | undefined;
        // Another word after the right prefix is an id to come, as examples have it; an empty text is said elsewhere.
        if (!value || isPlaceholder(value) || new RegExp(`^${prefix}[\\w-]*$`).test(value)) continue;
        const inside = new RegExp(`(?<![a-z0-9-])${prefix}[0-9a-f]{8,40}(?![0-9a-z-])`).exec(value)?.[0];
        report({ at: fact as Fact, data: { value, prefix, inside } });
      }
    }
  },
  message: ({ value, prefix, inside }) =>
    `${quote(value)} is no id of ${prefix === 'fs-' ? 'a' : 'an'} ${KINDS[prefix]}, and ECS looks for one by id alone: no task would start. Write ${inside ?? `it as ${prefix} and hexadecimal digits`}.`,
  fix: ({ at, data: { inside } }) =>
    inside ? [{ title: `Write ${inside}`, safe: false, changes: replace(factOf(at), inside) }] : [],
  examples: {
    invalid: [
      { text: ON_FARGATE, taskDefinition: on(`⟦${ARN}⟧`), fixed: on('fs-0a1b2c3d') },
      { text: ON_FARGATE, taskDefinition: on('⟦fs-0a1b2c3d.efs.eu-west-1.amazonaws.com⟧'), fixed: on('fs-0a1b2c3d') },
      { text: ON_FARGATE, taskDefinition: on('⟦web-files⟧') },
      { text: ON_FARGATE, taskDefinition: on('fs-0a1b2c3d', point('⟦fs-0a1b2c3d⟧')) },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: on('fs-0a1b2c3d4e5f60718', point('fsap-0123456789abcdef0')) },
      { text: ON_FARGATE, taskDefinition: on('fs-web') },
    ],
  },
});
