import type { Fact } from '../../model/fact';
import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { tagLists } from './parts';

interface Data {
  key: string;
  other: string;
}

export default defineRule<Data>({
  id: 'tags-differing-in-case',
  severity: 'information',
  group: 'tags',
  on: 'service',
  since: '0.1.0',
  sources: ['R319', 'R326'],
  docs: {
    what: 'Two tag keys that differ in upper and lower case alone.',
    why: 'AWS takes them for two tags. Cost reports and policies then see one team twice.',
    instead: 'Decide for one spelling.',
    links: [api('Tag')],
  },
  check({ service }, report) {
    for (const { tags } of tagLists(service)) {
      const seen = new Map<string, Fact<string>>();
      for (const tag of tags.items) {
        const key = tag.get('key') as Fact<string>;
        if (key.value === undefined) continue;
        const first = seen.get(key.value.toLowerCase());
        if (!first) seen.set(key.value.toLowerCase(), key);
        else if (first.value !== key.value) {
          const data = { key: key.value, other: first.value as string };
          report({ at: key, data, related: [{ at: first, message: 'The other spelling' }] });
        }
      }
    }
  },
  message: ({ key, other }) =>
    `${key} and ${other} are two different tags to AWS. If one is meant, use one spelling, or cost reports split.`,
  examples: {
    invalid: [{ text: `${WEB}tags:\n  - key: Team\n    value: web\n  - key: ⟦team⟧\n    value: web\n` }],
    valid: [{ text: `${WEB}tags:\n  - key: team\n    value: web\n  - key: stage\n    value: web\n` }],
  },
});
