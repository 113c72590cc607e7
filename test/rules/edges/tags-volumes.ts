import { type Edges, TEMPLATE } from './edges';

const volumeTags = (tags: string) =>
  `{volumeConfigurations: [{name: data, managedEBSVolume: {sizeInGiB: 10, tagSpecifications: [{resourceType: volume, tags: [${tags}]}]}}]}`;

export const tagsAndVolumes: Edges = {
  'managed-tags-not-propagated': {
    speaks: [
      '{enableECSManagedTags: true}',
      { text: '{enableECSManagedTags: true}', profile: 'ecspresso' },
      '{enableECSManagedTags: true, propagateTags: NONE}',
    ],
    silent: [
      '{enableECSManagedTags: true, propagateTags: SERVICE}',
      `{enableECSManagedTags: true, propagateTags: ${TEMPLATE}}`,
      '{enableECSManagedTags: false}',
    ],
  },
  'no-tags-to-propagate': {
    speaks: ['{propagateTags: SERVICE, enableECSManagedTags: false}', '{propagateTags: SERVICE, tags: []}'],
    silent: [
      '{propagateTags: TASK_DEFINITION}',
      '{propagateTags: SERVICE, enableECSManagedTags: true}',
      '{propagateTags: SERVICE, tags: [{key: a}]}',
      `{propagateTags: SERVICE, enableECSManagedTags: ${TEMPLATE}}`,
    ],
  },
  'reserved-tag-prefix': {
    speaks: ['{tags: [{key: "aws:"}]}', '{tags: [{key: a, value: "AWS:x"}]}', volumeTags('{key: "aws:team"}')],
    silent: ['{tags: [{key: awsome, value: my-aws:x}]}', `{tags: [{key: ${TEMPLATE}}]}`],
  },
  'reserved-volume-tag': {
    speaks: [volumeTags('{key: AmazonECSCreated}'), volumeTags('{key: AmazonECSManaged}')],
    silent: ['{tags: [{key: AmazonECSManaged}]}', volumeTags('{key: team}'), volumeTags('{value: x}')],
  },
  'tag-without-key': {
    silent: ['{tags: [team]}', `{tags: [{key: ${TEMPLATE}}]}`, '{tags: [null]}'],
    speaks: [volumeTags('{value: x}')],
  },
};
