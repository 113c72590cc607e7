import type { Fact } from '../../model/fact';
import { set } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { type EbsType, managedVolumes } from './ebs-types';
import { VOLUME } from './samples';

interface Data {
  volume: Fact;
  limits: EbsType | undefined;
}

/** A size to begin with. */
const START = 20;

export default defineRule<Data>({
  id: 'volume-without-size',
  severity: 'error',
  group: 'volumes',
  on: 'service',
  since: '0.1.0',
  sources: ['R431', 'recorded:pf-ecs-svc-ebs-volume-without-size-or-snapshot'],
  docs: {
    what: 'A managed volume with neither sizeInGiB nor snapshotId.',
    why: 'EC2 has to know how large the volume is, from a number or from a snapshot. ECS is quoted with one general sentence: "ECS managed EBS volume configuration was invalid (MissingParameter)".',
    instead: 'Add sizeInGiB. With snapshotId the size of the snapshot is taken.',
    links: [guide('ebs-volumes')],
  },
  check({ service }, report) {
    for (const { volume, limits } of managedVolumes(service)) {
      if (!volume.get('sizeInGiB').absent || !volume.get('snapshotId').absent) continue;
      report({ at: { fact: volume as Fact, key: true }, data: { volume: volume as Fact, limits } });
    }
  },
  message: () =>
    'This volume has neither a size nor a snapshot to take one from, and ECS refuses it. Add sizeInGiB, or snapshotId.',
  fix({ data: { volume, limits } }) {
    const size = Math.max(START, limits?.sizeInGiB.least ?? START);
    return [{ title: `Add sizeInGiB: ${size}`, safe: false, changes: set(volume, 'sizeInGiB', size) }];
  },
  examples: {
    invalid: [
      {
        text: `${VOLUME.replace('managedEBSVolume', '⟦managedEBSVolume⟧')}      volumeType: gp3\n`,
        fixed: `${VOLUME}      volumeType: gp3\n      sizeInGiB: 20\n`,
      },
    ],
    valid: [
      { text: `${VOLUME}      sizeInGiB: 20\n` },
      { text: `${VOLUME}      snapshotId: snap-0123456789abcdef0\n` },
    ],
  },
});
