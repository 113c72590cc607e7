/** Random documents, as plain values and as text in the styles that people use. */
import fc from 'fast-check';
import { Document, isCollection, visit, type Node as YamlNode } from 'yaml';
import type { Plain, Syntax } from '../../server/core/syntax';

/** A text that reads as a template is unknown when it is read again. */
const isTemplate = (s: string) => /\{[{%#]|\$\{|\b__[A-Z]/.test(s);
const word = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_-]{0,8}$/).filter((s) => !isTemplate(s));
const awkward = fc.constantFrom(
  '',
  ' ',
  'yes',
  'null',
  '012',
  '1e3',
  '-1',
  '- a',
  'a: b',
  'a #b',
  '#',
  '@x',
  "it's",
  '"q"',
  'a\nb',
  'a\n',
  '\ttab',
  'é☃',
  '😀',
  'arn:aws:ecs:us-east-1:012345678901:cluster/prod',
  '100%',
  '{a}',
  '[b]',
  'x,y',
  '*star',
  '&and',
  '!bang',
  '|',
  '>',
  '~',
  'trail ',
  '2020-01-01',
  '12:30',
  'a\u2028b',
  '\ud800',
  '<<',
  '=',
  '.5',
  'key:',
  '$(x)',
  '---',
);
const text = fc.oneof(
  { weight: 3, arbitrary: word },
  awkward,
  fc.string({ unit: 'binary', maxLength: 12 }).filter((s) => !isTemplate(s)),
);
const scalar = fc.oneof<fc.Arbitrary<Plain>[]>(
  text,
  fc.integer({ min: -1e6, max: 1e6 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
  fc.boolean(),
  fc.constant(null),
);
/** Names that look like numbers would be put in another order by JavaScript's own objects. */
const name = fc
  .oneof({ weight: 4, arbitrary: word }, awkward, text)
  .filter((s) => !/^\d+$|^<<$/.test(s) && s !== '__proto__');

export const plainTree: fc.Arbitrary<Plain> = fc.letrec<{ value: Plain; map: Plain; list: Plain }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: tie('map') },
    { weight: 1, arbitrary: tie('list') },
  ),
  map: fc.dictionary(name, tie('value'), { maxKeys: 5 }) as fc.Arbitrary<Plain>,
  list: fc.array(tie('value'), { maxLength: 4 }) as fc.Arbitrary<Plain>,
})).map;

export const plainValue: fc.Arbitrary<Plain> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }) as fc.Arbitrary<Plain>,
  fc.dictionary(name, scalar, { maxKeys: 3 }) as fc.Arbitrary<Plain>,
  plainTree,
);
export const memberName = name;

export interface Written {
  syntax: Syntax;
  text: string;
  value: Plain;
}

const json: fc.Arbitrary<Written> = fc
  .record({
    value: plainTree,
    indent: fc.constantFrom<(string | number)[]>(0, 2, 4, '\t'),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ value, indent, eol }) => ({
    syntax: 'json',
    text: JSON.stringify(value, null, indent).replaceAll('\n', eol),
    value,
  }));

const yaml: fc.Arbitrary<Written> = fc
  .record({
    value: plainTree,
    indent: fc.constantFrom(2, 4),
    indentSeq: fc.boolean(),
    defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
    lineWidth: fc.constantFrom(0, 40, 80),
    flows: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    comments: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    lastLine: fc.boolean(),
  })
  .map(({ value, indent, indentSeq, defaultStringType, lineWidth, flows, comments, lastLine }) => {
    const document = new Document(value, { aliasDuplicateObjects: false });
    let i = 0;
    visit(document, {
      Node(_, node) {
        i++;
        const one = node as YamlNode & { flow?: boolean };
        if (isCollection(one)) {
          // Comments inside long flow collections are not always written where they can be read back.
          if (flows[i % 8] && flows[(i + 3) % 8]) one.flow = true;
        } else if (comments[i % 8] && typeof (one as { value?: unknown }).value !== 'string')
          one.comment = ` note ${i}`;
      },
      Pair(_, pair) {
        const key = pair.key as YamlNode;
        if (comments[i % 8] && comments[(i + 3) % 8]) key.commentBefore = ` about ${i}`;
      },
    });
    const text = document.toString({
      indent,
      indentSeq,
      defaultStringType: defaultStringType as 'PLAIN',
      defaultKeyType: 'PLAIN',
      lineWidth,
    });
    return { syntax: 'yaml', text: lastLine ? text : text.trimEnd(), value };
  });

/** Documents without errors. YAML comes with comments; the value is what the yaml package reads from the text. */
export const written: fc.Arbitrary<Written> = fc.oneof(json, yaml);
export const writtenJson = json;
export const writtenYaml = yaml;
