import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { managedVolumes } from './ebs-types';
import { VOLUME } from './samples';

const KEY = '      kmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-1111-2222-3333-444455556666\n';

export default defineRule<{ key: Fact }>({
  id: 'volume-key-without-encryption',
  severity: 'warning',
  group: 'volumes',
  on: 'service',
  since: '0.1.0',
  sources: ['R457'],
  docs: {
    what: 'A KMS key for a volume that is not to be encrypted.',
    why: 'The key says one thing and encrypted: false the other; EC2 takes a key only for encrypted volumes.',
    instead: 'Remove encrypted: volumes are encrypted unless you say otherwise. Or remove kmsKeyId.',
    links: [api('ServiceManagedEBSVolumeConfiguration')],
  },
  check({ service }, report) {
    for (const { volume } of managedVolumes(service)) {
      const [encrypted, key] = [volume.get('encrypted'), volume.get('kmsKeyId')];
      if (!encrypted.is(false) || !key.known) continue;
      report({ at: encrypted, data: { key: key as Fact }, related: [{ at: key, message: 'The key' }] });
    }
  },
  message: () =>
    'encrypted is false, and yet there is a key to encrypt with. Remove encrypted to have the volume encrypted with it, or remove kmsKeyId.',
  fix: ({ at, data }) => [
    { title: 'Remove encrypted: false', safe: false, changes: remove(factOf(at)) },
    { title: 'Remove kmsKeyId', safe: false, changes: remove(data.key) },
  ],
  examples: {
    invalid: [
      {
        text: `${VOLUME}      sizeInGiB: 20\n      encrypted: ⟦false⟧\n${KEY}`,
        fixed: `${VOLUME}      sizeInGiB: 20\n${KEY}`,
      },
    ],
    valid: [
      { text: `${VOLUME}      sizeInGiB: 20\n${KEY}` },
      { text: `${VOLUME}      sizeInGiB: 20\n      encrypted: false\n` },
    ],
  },
});
