import type { Fact } from '../../model/fact';
import { set } from '../fixes';
import { defineRule } from '../rule';
import { GP3_IOPS, managedVolumes } from './ebs-types';
import { VOLUME } from './samples';

interface Data {
  throughput: number;
  iops: number;
  needed: number;
  byDefault: boolean;
  volume: Fact;
}

/** IOPS that a gp3 volume needs for each MiB/s. Source: EBS, gp3 volumes (0.25 MiB/s for each provisioned IOPS). */
const IOPS_PER_MIBS = 4;

export default defineRule<Data>({
  id: 'volume-throughput-per-iops',
  severity: 'warning',
  group: 'volumes',
  on: 'service',
  since: '0.1.0',
  sources: ['R455'],
  docs: {
    what: 'More throughput than the iops of a gp3 volume allow.',
    why: 'EC2 wants four IOPS for each MiB/s; beyond that it refuses to create the volume, and with it the task. The 3,000 that come without asking are enough for 750 MiB/s.',
    instead: 'Raise iops to four times the throughput, or ask for less.',
    links: ['https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html'],
  },
  check({ service }, report) {
    for (const { volume, type } of managedVolumes(service)) {
      const [throughput, given] = [volume.get('throughput'), volume.get('iops')];
      const iops = given.absent ? GP3_IOPS : given.value;
      if (type !== 'gp3' || throughput.value === undefined || iops === undefined) continue;
      const needed = throughput.value * IOPS_PER_MIBS;
      if (needed <= iops) continue;
      const data = { throughput: throughput.value, iops, needed, byDefault: given.absent, volume: volume as Fact };
      report({ at: throughput, data });
    }
  },
  message: ({ throughput, iops, needed, byDefault }) =>
    `${throughput} MiB/s need ${needed} IOPS (four for each), and this volume has ${iops}${byDefault ? ', which is what it gets without asking' : ''}. Set iops to ${needed}, or ask for ${iops / IOPS_PER_MIBS} MiB/s.`,
  fix: ({ data: { needed, volume } }) => [
    { title: `Write iops: ${needed}`, safe: false, changes: set(volume, 'iops', needed) },
  ],
  examples: {
    invalid: [
      {
        text: `${VOLUME}      sizeInGiB: 100\n      iops: 3000\n      throughput: ⟦1000⟧\n`,
        fixed: `${VOLUME}      sizeInGiB: 100\n      iops: 4000\n      throughput: 1000\n`,
      },
      { text: `${VOLUME}      sizeInGiB: 100\n      throughput: ⟦800⟧\n` },
    ],
    valid: [{ text: `${VOLUME}      sizeInGiB: 100\n      throughput: 750\n` }],
  },
});
