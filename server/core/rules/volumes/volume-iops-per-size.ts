import type { Fact } from '../../model/fact';
import { factOf, replace } from '../fixes';
import { defineRule } from '../rule';
import { GP3_IOPS, managedVolumes, volumeOf } from './ebs-types';
import { VOLUME } from './samples';

interface Data {
  type: string;
  iops: number;
  size: number;
  ratio: number;
  sizeFact: Fact;
}

export default defineRule<Data>({
  id: 'volume-iops-per-size',
  severity: 'warning',
  group: 'volumes',
  on: 'service',
  since: '0.1.0',
  sources: ['R451'],
  docs: {
    what: 'More iops than a volume of this size can have.',
    why: 'EC2 gives a volume only so many IOPS for each GiB: 500 for gp3, 50 for io1, 1,000 for io2. Beyond that it refuses to create the volume, and with it the task.',
    instead: 'Enlarge the volume, or ask for fewer IOPS.',
    links: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html'],
  },
  check({ service }, report) {
    for (const { volume, type, limits } of managedVolumes(service)) {
      const [iops, size] = [volume.get('iops'), volume.get('sizeInGiB')];
      const ratio = limits?.iopsPerGiB;
      if (!type || !ratio || iops.value === undefined || size.value === undefined) continue;
      // What every gp3 volume has may also be written out.
      if (iops.value <= size.value * ratio || (type === 'gp3' && iops.value <= GP3_IOPS)) continue;
      const data = { type, iops: iops.value, size: size.value, ratio, sizeFact: size as Fact };
      report({ at: iops, data, related: [{ at: size, message: 'The size' }] });
    }
  },
  message: ({ type, iops, size, ratio }) =>
    `EC2 gives ${volumeOf(type)} at most ${ratio} IOPS for each GiB: ${size * ratio} with ${size} GiB, and this asks for ${iops}. Make it at least ${Math.ceil(iops / ratio)} GiB, or ask for fewer.`,
  fix: ({ at, data: { iops, size, ratio, sizeFact } }) => [
    {
      title: `Write sizeInGiB: ${Math.ceil(iops / ratio)}`,
      safe: false,
      changes: replace(sizeFact, Math.ceil(iops / ratio)),
    },
    { title: `Write iops: ${size * ratio}`, safe: false, changes: replace(factOf(at), size * ratio) },
  ],
  examples: {
    invalid: [
      {
        text: `${VOLUME}      volumeType: io1\n      sizeInGiB: 4\n      iops: ⟦1000⟧\n`,
        fixed: `${VOLUME}      volumeType: io1\n      sizeInGiB: 20\n      iops: 1000\n`,
      },
    ],
    valid: [
      { text: `${VOLUME}      volumeType: io2\n      sizeInGiB: 4\n      iops: 4000\n` },
      { text: `${VOLUME}      volumeType: gp3\n      sizeInGiB: 1\n      iops: 3000\n` },
    ],
  },
});
