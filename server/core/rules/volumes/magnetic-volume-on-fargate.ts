import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { managedVolumes } from './ebs-types';
import { VOLUME } from './samples';

export default defineRule<null>({
  id: 'magnetic-volume-on-fargate',
  severity: 'warning',
  group: 'volumes',
  on: 'service',
  since: '0.1.0',
  sources: ['R435'],
  docs: {
    what: 'A magnetic volume (type standard) for Fargate tasks.',
    why: 'AWS documents that Fargate does not attach volumes of the type standard.',
    instead: 'Use gp3: faster, and cheaper for nearly everything.',
    links: [api('ServiceManagedEBSVolumeConfiguration')],
  },
  check({ service, traits }, report) {
    if (traits.fargate !== true) return;
    for (const { volume, type } of managedVolumes(service)) {
      if (type === 'standard') report({ at: volume.get('volumeType'), data: null });
    }
  },
  message: () => 'AWS documents that Fargate does not take volumes of the type standard (magnetic). Write gp3.',
  fix: ({ at }) => [{ title: 'Write gp3', safe: false, changes: replace(factOf(at), 'gp3') }],
  examples: {
    invalid: [
      {
        text: `${VOLUME}      volumeType: ⟦standard⟧\n      sizeInGiB: 20\n`,
        fixed: `${VOLUME}      volumeType: gp3\n      sizeInGiB: 20\n`,
      },
    ],
    valid: [
      { text: `${VOLUME}      volumeType: gp3\n      sizeInGiB: 20\n` },
      {
        text: `${VOLUME.replace('launchType: FARGATE', 'launchType: EC2')}      volumeType: standard\n      sizeInGiB: 20\n`,
      },
    ],
  },
});
