import { list, optional, structure, text } from '../fields';
import { documented, model } from '../meta';

const CHARACTERS = documented(
  '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*',
  'API model pattern; the documents call it general advice',
);
const CHARACTERS_IN_WORDS = 'letters, digits, spaces and _ . : / = + - @';

export const tag = structure('Tag', {
  key: optional(
    text({ minLength: model(1), maxLength: model(128), pattern: CHARACTERS, patternHelp: CHARACTERS_IN_WORDS }),
    {
      doc: `The name of the tag, such as \`team\` or \`cost-center\`. Upper and lower case make different keys, so \`Team\`
        and \`team\` can stand side by side and split your cost reports. Keys that begin with \`aws:\` in any case belong to
        AWS and are refused.`,
      needed: documented(true, 'API reference: only the value is called optional'),
      rank: 1,
    },
  ),
  value: optional(
    text({ minLength: model(0), maxLength: model(256), pattern: CHARACTERS, patternHelp: CHARACTERS_IN_WORDS }),
    {
      doc: `What the tag says for this resource. May be left out: a tag can be a key alone. It is a string, so in YAML a
        number, a date or a bare \`true\` needs quotes. Tags show up in bills and in CloudTrail: keep secrets out of them.`,
      default: { text: 'an empty value' },
      rank: 1,
    },
  ),
});

/** At most 50, each key once. */
export const tagList = () =>
  list(tag, {
    minItems: model(0),
    maxItems: model(50),
    uniqueBy: documented(['key'], 'API reference: tag keys are unique'),
  });
