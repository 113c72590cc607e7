import { tagList } from '../common/tags';
import { choice, documentedChoice, flag, integer, list, optional, required, structure, text } from '../fields';
import { assumed, documented, recorded } from '../meta';

const EC2 = 'EC2 CreateVolume';

const tagSpecification = structure('EBSTagSpecification', {
  resourceType: required(choice({ volume: 'The only kind there is.' }), {
    doc: `What the tags are for. Only \`volume\` is possible, so one entry is all the list needs.`,
    rank: 1,
  }),
  tags: optional(tagList(), {
    doc: `Tags for each volume. AmazonECSCreated and AmazonECSManaged are set by ECS and cannot be given.`,
    rank: 1,
  }),
  propagateTags: optional(
    choice({
      SERVICE: 'Volumes also get the tags of the service.',
      TASK_DEFINITION: 'Volumes also get the tags of the task definition.',
      NONE: 'Volumes get only the tags given here.',
    }),
    {
      doc: `Whether volumes also carry the tags of the service or of the task definition. It has nothing to do with the member of the same name
        at the top, which is about tasks.`,
      default: 'NONE',
      rank: 2,
    },
  ),
});

export const managedVolume = structure('ServiceManagedEBSVolumeConfiguration', {
  roleArn: required(text(), {
    doc: `The infrastructure role with which ECS creates, attaches and deletes the volumes, by ARN. It has to trust ecs.amazonaws.com and may carry
      AmazonECSInfrastructureRolePolicyForVolumes. It is neither the task role nor the execution role.`,
    arn: { takes: ['role'] },
    guide: 'infrastructure_IAM_role.html',
    rank: 1,
  }),
  sizeInGiB: optional(
    integer({ min: assumed(1, 'a volume has a size'), max: recorded(65_536, `${EC2}: no volume type goes further`) }),
    {
      doc: `The size of each volume. Needed unless a snapshot says it; with a snapshot not below its size. gp2 and gp3 begin at 1, io1 and io2 at 4,
        st1 and sc1 at 125; the ECS documents end at 16384, for standard at 1024.`,
      default: { text: 'the size of the snapshot' },
      unit: 'GiB',
      rank: 1,
    },
  ),
  volumeType: optional(
    documentedChoice(
      {
        gp3: 'General purpose SSD: 3000 IOPS included, more on request.',
        gp2: 'General purpose SSD of the older kind: IOPS grow with the size.',
        io2: 'SSD with provisioned IOPS, the more durable kind. Needs iops.',
        io1: 'SSD with provisioned IOPS. Needs iops.',
        st1: 'Throughput HDD, from 125 GiB.',
        sc1: 'Cold HDD, from 125 GiB.',
        standard: 'Magnetic, up to 1024 GiB. Not on Fargate.',
      },
      documented(true, 'API reference; the API answers with one general sentence about the volume configuration'),
    ),
    {
      doc: `The kind of EBS volume, in lower case. It decides which sizes, iops and throughput are possible: io1 and io2 need iops, throughput is for
        gp3 alone.`,
      default: { text: 'gp3, by the developer guide' },
      rank: 1,
    },
  ),
  snapshotId: optional(text(), {
    doc: `A snapshot to fill each new volume from (\`snap-…\`), in the Region of the service. The file system has to be the one that
      filesystemType names, or tasks fail to start.`,
    names: 'refers snapshot',
    rank: 2,
  }),
  filesystemType: optional(
    choice({
      xfs: 'Linux, the default.',
      ext4: 'Linux.',
      ext3: 'Linux.',
      ntfs: 'Windows.',
    }),
    {
      doc: `How the volume is formatted, or, with a snapshot, how it already is. ntfs for Windows tasks, one of the others for Linux.`,
      default: 'xfs',
      rank: 2,
    },
  ),
  iops: optional(
    integer({ min: assumed(100, `${EC2}: no volume type begins lower`), max: recorded(256_000, `${EC2}: io2`) }),
    {
      doc: `Provisioned operations a second. io1 and io2 need it (100 to 64000, to 256000); gp3 takes 3000 to 16000 by the ECS documents and 80000 by
      EC2's; the other types refuse it. It is billed whether used or not.`,
      default: { cases: [{ when: 'volumeType is gp3 or absent', value: 3000 }], text: 'none' },
      unit: 'IOPS',
    },
  ),
  throughput: optional(integer({ min: assumed(125, `${EC2}: gp3`), max: recorded(2000, `${EC2}: gp3`) }), {
    doc: `Provisioned throughput, for gp3 alone. From 125; the ECS documents end at 1000, EC2 at 2000. It also needs four iops for each MiB/s.`,
    default: { cases: [{ when: 'volumeType is gp3 or absent', value: 125 }], text: 'none' },
    unit: 'MiB/s',
  }),
  encrypted: optional(flag(), {
    doc: `Whether the volumes are encrypted. Where the account encrypts EBS by default, false changes nothing.`,
    default: true,
    rank: 2,
  }),
  kmsKeyId: optional(text(), {
    doc: `The KMS key for the volumes, best by ARN. It is checked only when a task starts: a wrong key lets the request succeed and every task
      fail. The infrastructure role needs the right to use it.`,
    default: { text: 'the AWS managed key aws/ebs, or the key the account or cluster sets' },
    arn: { takes: ['kms-key'], short: 'key-id-or-alias' },
    names: 'refers kms-key',
  }),
  volumeInitializationRate: optional(
    integer({ min: documented(100, `${EC2}, AWS CDK`), max: documented(300, `${EC2}, AWS CDK`) }),
    {
      doc: `How fast the blocks of the snapshot are copied into a new volume, so that first reads are not slow. Only together with snapshotId, at a
        price for each GiB.`,
      default: { text: 'blocks are copied when they are first read' },
      unit: 'MiB/s',
      since: '2026',
    },
  ),
  tagSpecifications: optional(
    list(tagSpecification, {
      maxItems: assumed(1, 'there is only one resourceType'),
      uniqueBy: assumed(['resourceType'], 'one entry for a type'),
    }),
    {
      doc: `Tags for the volumes. ECS adds its own in any case. Volumes do not take the tags of the service by themselves.`,
      snippet: [{ resourceType: 'volume', propagateTags: '«SERVICE|TASK_DEFINITION|NONE»' }],
    },
  ),
});
