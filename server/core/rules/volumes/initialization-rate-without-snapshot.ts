import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { managedVolumes } from './ebs-types';
import { VOLUME } from './samples';

export default defineRule<null>({
  id: 'initialization-rate-without-snapshot',
  severity: 'warning',
  group: 'volumes',
  on: 'service',
  since: '0.1.0',
  sources: ['today:volumeConfigurations[].managedEBSVolume.volumeInitializationRate'],
  docs: {
    what: 'volumeInitializationRate without snapshotId.',
    why: 'The rate says how fast the blocks of a snapshot are copied into the new volume; an empty volume has nothing to copy. AWS documents that the two go together.',
    instead: 'Remove it, or name the snapshot.',
    links: [api('ServiceManagedEBSVolumeConfiguration')],
  },
  check({ service }, report) {
    for (const { volume } of managedVolumes(service)) {
      const rate = volume.get('volumeInitializationRate');
      if (rate.known && volume.get('snapshotId').absent) report({ at: { fact: rate as Fact, key: true }, data: null });
    }
  },
  message: () =>
    'volumeInitializationRate is about copying a snapshot, and this volume has none: AWS documents that it needs snapshotId. Remove it, or name the snapshot.',
  fix: ({ at }) => [{ title: 'Remove volumeInitializationRate', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${VOLUME}      sizeInGiB: 20\n      ⟦volumeInitializationRate⟧: 100\n`,
        fixed: `${VOLUME}      sizeInGiB: 20\n`,
      },
    ],
    valid: [{ text: `${VOLUME}      snapshotId: snap-0123456789abcdef0\n      volumeInitializationRate: 100\n` }],
  },
});
