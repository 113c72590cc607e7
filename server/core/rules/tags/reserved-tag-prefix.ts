import type { Service, TaskDefinition } from '../../../../schemas';
import type { Fact } from '../../model/fact';
import { factOf, remove, replace } from '../fixes';
import { api } from '../links';
import { defineRule, type RuleContext } from '../rule';
import { WEB } from '../samples';
import { quote } from '../words';
import { type Tag, tagLists, tagsOfTaskDefinition } from './parts';

interface Data {
  part: 'key' | 'value';
  text: string;
}

export default defineRule<Data>({
  id: 'reserved-tag-prefix',
  severity: 'error',
  group: 'tags',
  on: 'shape',
  since: '0.1.0',
  sources: ['R323', 'R330'],
  docs: {
    what: 'A tag whose key or value begins with aws: in any mix of upper and lower case.',
    why: 'The prefix is kept for tags that AWS sets itself; requests cannot give such keys. For values AWS documents the same, but nobody has seen it enforced, so there it is a warning.',
    instead: 'Use a prefix of your own, such as the name of your company.',
    links: [api('Tag')],
  },
  check(ctx, report) {
    for (const tags of listsOf(ctx)) {
      for (const tag of tags.items) {
        const [key, value] = [tag.get('key'), tag.get('value')];
        if (isReserved(key.value)) report({ at: key, data: { part: 'key', text: key.value as string } });
        if (isReserved(value.value)) {
          report({ at: value, data: { part: 'value', text: value.value as string }, severity: 'warning' });
        }
      }
    }
  },
  message: ({ part, text }) =>
    part === 'key'
      ? `The tag key ${quote(text)} begins with aws:, which is kept for AWS: the request is refused. Use a prefix of your own.`
      : `The tag value ${quote(text)} begins with aws:, which AWS documents as kept for its own tags. Use another value.`,
  fix: ({ at, data }) => {
    const own = data.text.slice(4);
    const tag = factOf(at).parent;
    const renamed = own === '' ? [] : [{ title: `Write ${own}`, safe: false, changes: replace(factOf(at), own) }];
    return [...renamed, ...(tag ? [{ title: 'Remove the tag', safe: false, changes: remove(tag) }] : [])];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}tags:\n  - key: ⟦AWS:team⟧\n    value: web\n`,
        fixed: `${WEB}tags:\n  - key: team\n    value: web\n`,
      },
      { text: `${WEB}tags:\n  - key: source\n    value: ⟦aws:console⟧\n` },
      {
        text: WEB,
        taskDefinition:
          'family: web\ncontainerDefinitions:\n  - name: web\n    image: nginx\n    memory: 128\ntags:\n  - key: ⟦aws:team⟧\n    value: web\n',
      },
    ],
    valid: [{ text: `${WEB}tags:\n  - key: awsome\n    value: aws\n` }],
  },
});

/** The lists of tags of whichever definition is looked at. */
function listsOf(ctx: RuleContext): Fact<Tag[]>[] {
  return ctx.kind === 'service'
    ? tagLists(ctx.root as Fact<Service>).map(({ tags }) => tags)
    : [tagsOfTaskDefinition(ctx.root as Fact<TaskDefinition>)];
}

const isReserved = (text: string | undefined) => text !== undefined && /^aws:/i.test(text);
