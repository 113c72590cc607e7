import { TO_FILL_IN } from '../fill-in';
import { factOf, set } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { FARGATE } from '../samples';
import { VOLUME } from './samples';

export default defineRule<null>({
  id: 'volume-without-ebs',
  severity: 'warning',
  group: 'volumes',
  on: 'service',
  since: '0.1.0',
  sources: ['R430'],
  docs: {
    what: 'An entry of volumeConfigurations without managedEBSVolume.',
    why: 'EBS is the only kind of volume that a service can configure, so that an entry without it configures nothing. The API model does not require the member; what ECS answers is not on record.',
    instead: 'Add managedEBSVolume with roleArn and sizeInGiB, or remove the entry.',
    links: [guide('ebs-volumes')],
  },
  check({ service }, report) {
    for (const entry of service.get('volumeConfigurations').items) {
      if (entry.known && entry.get('managedEBSVolume').absent) report({ at: entry, data: null });
    }
  },
  message: () =>
    'This entry names a volume and says nothing about it: managedEBSVolume is the only kind there is. Add it with roleArn and sizeInGiB, or remove the entry.',
  fix: ({ at }) => [
    {
      title: 'Add managedEBSVolume, to be filled in',
      safe: false,
      changes: set(factOf(at), 'managedEBSVolume', { roleArn: TO_FILL_IN.roleArn, sizeInGiB: 20 }),
    },
  ],
  examples: {
    invalid: [
      {
        text: `${FARGATE}volumeConfigurations:\n  - ⟦name: data⟧\n`,
        fixed: `${FARGATE}volumeConfigurations:\n  - name: data\n    managedEBSVolume:\n      roleArn: INFRASTRUCTURE_ROLE_ARN\n      sizeInGiB: 20\n`,
      },
    ],
    valid: [{ text: `${VOLUME}      sizeInGiB: 20\n` }],
  },
});
