import type { Fact } from '../../model/fact';
import { set } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { thousands } from '../words';
import { GP3_IOPS, managedVolumes, volumeOf } from './ebs-types';
import { VOLUME } from './samples';

interface Data {
  type: string;
  volume: Fact;
  /** As many as gp3 has, within what the type and the size of the volume allow. */
  usual: number;
}

export default defineRule<Data>({
  id: 'volume-without-iops',
  severity: 'error',
  group: 'volumes',
  on: 'service',
  since: '0.1.0',
  sources: ['R446', 'R447'],
  docs: {
    what: 'An io1 or io2 volume without iops.',
    why: 'These types are bought by their IOPS, and EC2 creates none without the number.',
    instead: 'Add iops, or use gp3, which comes with 3,000.',
    links: [api('ServiceManagedEBSVolumeConfiguration')],
  },
  check({ service }, report) {
    for (const { volume, type, limits } of managedVolumes(service)) {
      if (!type || !limits?.iops || !limits.needsIops || !volume.get('iops').absent) continue;
      const most = (volume.get('sizeInGiB').value ?? Infinity) * (limits.iopsPerGiB ?? Infinity);
      const usual = Math.max(limits.iops.least, Math.min(GP3_IOPS, most));
      report({ at: volume.get('volumeType'), data: { type, volume: volume as Fact, usual } });
    }
  },
  message: ({ type }) =>
    `EC2 creates ${volumeOf(type)} only with iops, and there is no number here. Add it, or write gp3, which has ${thousands(GP3_IOPS)} without asking.`,
  fix: ({ data: { volume, usual } }) => [
    { title: `Add iops: ${usual}`, safe: false, changes: set(volume, 'iops', usual) },
  ],
  examples: {
    invalid: [
      {
        text: `${VOLUME}      volumeType: ⟦io2⟧\n      sizeInGiB: 20\n`,
        fixed: `${VOLUME}      volumeType: io2\n      sizeInGiB: 20\n      iops: 3000\n`,
      },
      {
        text: `${VOLUME}      volumeType: ⟦io1⟧\n      sizeInGiB: 20\n`,
        fixed: `${VOLUME}      volumeType: io1\n      sizeInGiB: 20\n      iops: 1000\n`,
      },
    ],
    valid: [{ text: `${VOLUME}      sizeInGiB: 20\n` }],
  },
});
