import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { tagLists } from './parts';

export default defineRule<null>({
  id: 'tag-without-key',
  severity: 'warning',
  group: 'tags',
  on: 'service',
  since: '0.1.0',
  sources: ['R129'],
  docs: {
    what: 'A tag without a key.',
    why: 'A tag is its key; only the value may be left out. The API model does not mark the key as required, so the AWS CLI says nothing; AWS documents that only the value is optional.',
    instead: 'Add the key, or remove the tag.',
    links: [api('Tag')],
  },
  check({ service }, report) {
    for (const { tags } of tagLists(service)) {
      for (const tag of tags.items) if (tag.known && tag.get('key').absent) report({ at: tag, data: null });
    }
  },
  message: () => 'This tag has no key, and a tag is nothing without one. Add the key, or remove the tag.',
  fix: ({ at }) => [{ title: 'Remove the tag', safe: false, changes: remove(factOf(at) as Fact) }],
  examples: {
    invalid: [
      {
        text: `${WEB}tags:\n  - key: team\n    value: web\n  - ⟦value: production⟧\n`,
        fixed: `${WEB}tags:\n  - key: team\n    value: web\n`,
      },
    ],
    valid: [{ text: `${WEB}tags:\n  - key: team\n` }],
  },
});
