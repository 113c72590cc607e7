import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { FARGATE, ROLE } from '../samples';
import { tagLists } from './parts';

const VOLUME = `${FARGATE}volumeConfigurations:\n  - name: data\n    managedEBSVolume:\n      roleArn: ${ROLE}\n      sizeInGiB: 20\n      tagSpecifications:\n        - resourceType: volume\n          tags:\n            - key: team\n              value: web\n`;

/** Set by ECS on every volume it manages. Source: API reference, ServiceManagedEBSVolumeConfiguration. */
const SET_BY_ECS: ReadonlySet<string> = new Set(['AmazonECSCreated', 'AmazonECSManaged']);

export default defineRule<{ key: string }>({
  id: 'reserved-volume-tag',
  severity: 'warning',
  group: 'tags',
  on: 'service',
  since: '0.1.0',
  sources: ['R332'],
  docs: {
    what: 'AmazonECSCreated or AmazonECSManaged among the tags of a volume.',
    why: 'ECS sets both on the volumes that it creates, and AWS documents that they cannot be given.',
    instead: 'Remove the tag: the volume gets it anyway.',
    links: [api('EBSTagSpecification')],
  },
  check({ service }, report) {
    for (const { tags, of } of tagLists(service)) {
      if (of !== 'volume') continue;
      for (const tag of tags.items) {
        const key = tag.get('key');
        if (key.value !== undefined && SET_BY_ECS.has(key.value)) report({ at: key, data: { key: key.value } });
      }
    }
  },
  message: ({ key }) =>
    `ECS itself sets the tag ${key} on the volumes that it creates, and AWS documents that it cannot be given. Remove it: the volumes get it anyway.`,
  fix: ({ at }) => {
    const tag = factOf(at).parent;
    return tag ? [{ title: 'Remove the tag', safe: true, changes: remove(tag) }] : [];
  },
  examples: {
    invalid: [{ text: `${VOLUME}            - key: ⟦AmazonECSManaged⟧\n              value: "true"\n`, fixed: VOLUME }],
    valid: [{ text: VOLUME }],
  },
});
