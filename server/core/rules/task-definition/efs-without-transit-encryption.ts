import type { Fact } from '../../model/fact';
import { set } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { keyOf, taskDefinitionOf, volumesOf } from './parts';
import { DATA_MOUNT, efs, fargateTask, ON_FARGATE } from './samples';

interface Data {
  name: string;
  refused: boolean;
  efs: Fact;
}

export default defineRule<Data>({
  id: 'efs-without-transit-encryption',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: [
    'recorded:pf-ecs-efs-iam-without-transit-encryption',
    'recorded:pf-ecs-efs-transit-encryption-port-without-encryption',
  ],
  docs: {
    what: 'An EFS volume with IAM authorization, an access point or a transitEncryptionPort, and without transitEncryption ENABLED.',
    why: '"EFS IAM authorization requires TransitEncryption to be enabled." and "TransitEncryptionPort requires that TransitEncryption is enabled." For access points AWS documents the same. Left out, it is DISABLED.',
    instead: 'Add transitEncryption: ENABLED.',
    links: [api('EFSVolumeConfiguration'), api('EFSAuthorizationConfig')],
  },
  check(ctx, report) {
    for (const volume of volumesOf(taskDefinitionOf(ctx))) {
      const efs = volume.get('efsVolumeConfiguration');
      const encryption = efs.get('transitEncryption');
      const access = efs.get('authorizationConfig');
      if (!(encryption.absent || encryption.is('DISABLED'))) continue;
      const uses: [boolean, Fact, string, boolean][] = [
        [access.get('iam').is('ENABLED'), access.get('iam'), 'IAM authorization', true],
        [efs.get('transitEncryptionPort').known, efs.get('transitEncryptionPort'), 'transitEncryptionPort', true],
        [access.get('accessPointId').known, access.get('accessPointId'), 'an access point', false],
      ];
      const used = uses.find(([is]) => is);
      if (!used) continue;
      const [, fact, name, refused] = used;
      const related = encryption.known ? [{ at: encryption, message: 'Not encrypted' }] : [];
      const severity = refused ? 'error' : 'warning';
      report({ at: keyOf(fact), data: { name, refused, efs: efs as Fact }, severity, related });
    }
  },
  message: ({ name, refused }) =>
    `${refused ? `ECS refuses ${name} unless the traffic to EFS is encrypted` : `AWS documents that ${name} needs encrypted traffic to EFS`}. Add transitEncryption: ENABLED.`,
  fix({ data: { efs } }) {
    const changes = set(efs, 'transitEncryption', 'ENABLED');
    return [{ title: 'Set transitEncryption: ENABLED', safe: true, changes }];
  },
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(
          DATA_MOUNT,
          efs('      authorizationConfig:\n        ⟦iam⟧: ENABLED\n      transitEncryption: DISABLED\n'),
        ),
        fixed: fargateTask(
          DATA_MOUNT,
          efs('      authorizationConfig:\n        iam: ENABLED\n      transitEncryption: ENABLED\n'),
        ),
      },
      { text: ON_FARGATE, taskDefinition: fargateTask(DATA_MOUNT, efs('      ⟦transitEncryptionPort⟧: 2999\n')) },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(
          DATA_MOUNT,
          efs('      authorizationConfig:\n        ⟦accessPointId⟧: fsap-0123456789abcdef0\n'),
        ),
      },
    ],
    valid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(
          DATA_MOUNT,
          efs('      transitEncryption: ENABLED\n      transitEncryptionPort: 2999\n'),
        ),
      },
    ],
  },
});
