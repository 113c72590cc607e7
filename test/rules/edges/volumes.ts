import { type Edges, TEMPLATE } from './edges';

const volume = (more: string) => `{volumeConfigurations: [{name: data, managedEBSVolume: {${more}}}]}`;
const of = (type: string, size: number, more = '') => volume(`volumeType: ${type}, sizeInGiB: ${size}${more}`);
const iops = (type: string, size: number, value: number | string) => of(type, size, `, iops: ${value}`);
const throughput = (value: number, at = 16_000) => of('gp3', 1000, `, iops: ${at}, throughput: ${value}`);

export const volumes: Edges = {
  'volume-figure-out-of-range': {
    speaks: [
      of('gp3', 16_385),
      of('gp3', 65_536),
      of('gp2', 16_385),
      of('io1', 3),
      of('io1', 16_385),
      of('io2', 3),
      of('io2', 65_536),
      of('st1', 124),
      of('st1', 16_385),
      of('sc1', 124),
      of('sc1', 16_385),
      of('standard', 1025),
      iops('gp3', 1000, 2999),
      iops('gp3', 1000, 16_001),
      iops('gp3', 1000, 80_000),
      iops('gp3', 1000, 80_001),
      iops('io1', 2000, 64_001),
      throughput(1001),
      throughput(2000),
      '{volumeConfigurations: [{name: data, managedEBSVolume: {roleArn: r, sizeInGiB: 1, volumeType: io2, iops: 100}}]}',
    ],
    silent: [
      of('gp3', 1),
      of('gp3', 16_384),
      of('gp2', 1),
      of('gp2', 16_384),
      of('io1', 4),
      of('io1', 16_384),
      of('io2', 4),
      of('io2', 16_384),
      of('st1', 125),
      of('st1', 16_384),
      of('sc1', 125),
      of('sc1', 16_384),
      of('standard', 1),
      of('standard', 1024),
      iops('gp3', 1000, 3000),
      iops('gp3', 1000, 16_000),
      iops('io1', 2000, 100),
      iops('io1', 2000, 64_000),
      iops('io2', 2000, 100),
      iops('io2', 2000, 256_000),
      throughput(125),
      throughput(1000),
      // Beyond every type, and types that are none: the schema speaks.
      of('gp3', 65_537),
      volume('sizeInGiB: 65537'),
      throughput(2001),
      iops('io2', 2000, 256_001),
      iops('io2', 2000, 99),
      of('gp9', 99_999),
      of(TEMPLATE, 99_999),
    ],
  },
  'volume-iops-per-size': {
    speaks: [iops('io1', 10, 501), iops('io2', 10, 10_001), iops('gp3', 10, 5001), iops('gp3', 6, 3001)],
    silent: [
      iops('io1', 10, 500),
      iops('io2', 10, 10_000),
      iops('gp3', 10, 5000),
      iops('gp3', 1, 3000),
      iops('gp2', 10, 9000),
      iops('io1', 10, TEMPLATE),
      volume('volumeType: io1, iops: 9000'),
    ],
  },
  'volume-not-for-this-service': {
    speaks: ['{deploymentController: {type: CODE_DEPLOY}, volumeConfigurations: [{name: data}]}'],
    silent: [
      '{launchType: EXTERNAL, volumeConfigurations: []}',
      `{deploymentController: {type: ${TEMPLATE}}, volumeConfigurations: [{name: data}]}`,
      '{launchType: EC2, volumeConfigurations: [{name: data}]}',
    ],
  },
  'volume-setting-not-taken': {
    silent: [
      of('gp9', 10, ', iops: 3000'),
      of('gp3', 10, ', iops: 3000, throughput: 125'),
      of(TEMPLATE, 10, ', throughput: 200'),
      // A type that nobody knows.
      '{volumeConfigurations: [{name: data, managedEBSVolume: {roleArn: r, sizeInGiB: 20, volumeType: constructor, iops: 3000}}]}',
    ],
    speaks: [of('io1', 10, ', iops: 100, throughput: 200'), of('st1', 125, ', iops: 100')],
  },
  'volume-throughput-per-iops': {
    speaks: [throughput(751, 3000), of('gp3', 100, ', throughput: 751')],
    silent: [
      throughput(750, 3000),
      of('gp3', 100, ', throughput: 750'),
      of('io1', 100, ', iops: 100, throughput: 900'),
      of('gp3', 100, `, iops: ${TEMPLATE}, throughput: 900`),
      of('gp3', 100, ', iops: 3000'),
    ],
  },
  'volume-without-ebs': {
    silent: [
      '{volumeConfigurations: [data]}',
      `{volumeConfigurations: [{name: data, managedEBSVolume: ${TEMPLATE}}]}`,
      '{volumeConfigurations: [null]}',
    ],
  },
  'volume-without-iops': {
    speaks: [of('io1', 10), of('io2', 10)],
    silent: [of('gp3', 10), of('gp9', 10), of('io1', 10, `, iops: ${TEMPLATE}`)],
  },
  'volume-without-size': {
    silent: [volume('snapshotId: snap-0a1b2c3d'), volume(`sizeInGiB: ${TEMPLATE}`)],
    speaks: [volume('volumeType: gp3')],
  },
  'malformed-snapshot-id': {
    speaks: [
      volume('snapshotId: snap-0a1b2c3'),
      volume('snapshotId: snap-0a1b2c3d4'),
      volume('snapshotId: vol-0a1b2c3d'),
    ],
    silent: [
      volume('snapshotId: snap-0a1b2c3d'),
      volume('snapshotId: snap-0a1b2c3d4e5f60718'),
      volume('snapshotId: <snapshot>'),
      volume('snapshotId: snap-xxxxxxxx'),
    ],
  },
};
