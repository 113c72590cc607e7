import { isPlaceholder } from '../placeholder';
import { defineRule } from '../rule';
import { quote } from '../words';
import { managedVolumes } from './ebs-types';
import { VOLUME } from './samples';

export default defineRule<{ value: string }>({
  id: 'malformed-snapshot-id',
  severity: 'warning',
  group: 'volumes',
  on: 'service',
  since: '0.1.0',
  sources: ['R461'],
  docs: {
    what: 'A snapshotId that is none.',
    why: 'Ids of snapshots are snap- and 8 or 17 hexadecimal digits. EC2 finds nothing under a name or an ARN.',
    instead: 'Copy the id from the console or from `aws ec2 describe-snapshots --owner-ids self`.',
    links: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-snapshots.html'],
  },
  check({ service }, report) {
    for (const { volume } of managedVolumes(service)) {
      const fact = volume.get('snapshotId');
      const { value } = fact;
      if (value === undefined || /^snap-([0-9a-f]{8}|[0-9a-f]{17})$/.test(value) || isPlaceholder(value)) continue;
      report({ at: fact, data: { value } });
    }
  },
  message: ({ value }) =>
    `${quote(value)} is no snapshot id: these are snap- and 8 or 17 hexadecimal digits. Copy the id of the snapshot.`,
  examples: {
    invalid: [{ text: `${VOLUME}      snapshotId: ⟦nightly-backup⟧\n` }],
    valid: [{ text: `${VOLUME}      snapshotId: snap-0123456789abcdef0\n` }],
  },
});
