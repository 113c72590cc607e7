import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNode, parse, type Tree } from '../../server/core/syntax';
import { writtenJson } from './arbitrary';
import { bare, checkTree } from './bare';

/** What a person, a paste or an accident puts into JSON. */
const INSERTS = [
  ...[
    '',
    '',
    'x',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '0',
    '"',
    '"x"',
    '\\',
    '\\"',
    ',',
    ':',
    '{',
    '}',
    '[',
    ']',
    '{}',
    '[]',
  ],
  ...[
    '"a": 1,',
    '"a": {',
    '{"a": [',
    '}]',
    '// c\n',
    '/*',
    '*/',
    '{{',
    '}}',
    '${A}',
    '{{ env `N` `2` }}',
    '{{ if x }}',
  ],
  ...['{{ end }}', '{% if x %}', '<<<<<<< a\n', '\n=======\n', '\n>>>>>>> b\n', "'", 'null', '\ufeff', '\0', '😀'],
];

/** With maps and lists, one in another, that are long enough to be passed over. */
const LONG = JSON.stringify(
  {
    serviceName: 'web',
    loadBalancers: Array.from({ length: 3 }, (_, i) => ({
      targetGroupArn: `arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web-${i}/0123456789abcdef`,
      containerName: 'app "quoted" \\ [{',
      deep: { er: [[{ a: 1, b: [true, null, -1.5e3, '}]'] }], { c: 'd'.repeat(600) }] },
    })),
    tags: [{ key: 'k'.repeat(400), value: 'v'.repeat(400) }],
  },
  null,
  2,
);
const SAMPLES = [
  LONG,
  LONG.replaceAll('\n', '\r\n'),
  LONG.replace('"tags"', '// a comment\n  "tags"'),
  LONG.replace('"value"', '"key": 1, "value"'),
  LONG.replace('"serviceName": "web"', '"serviceName": "{{ env `N` }}"'),
  LONG.replace('"tags"', '{{ if x }}"a": 1,{{ end }} "tags"'),
  LONG.replace('"deep"', 'deep'),
  LONG.replace('},', '}'),
  LONG.slice(0, -40),
  `\ufeff${LONG}`,
  `[${LONG},${LONG}]`,
  `${'['.repeat(252)}${LONG}${']'.repeat(252)}`,
  `<<<<<<< a\n${LONG}\n=======\n{}\n>>>>>>> b\n`,
];

const texts = fc.oneof(
  fc.constantFrom(...SAMPLES),
  writtenJson.map(({ text }) => `{"a": ${text}, "b": ${LONG}}`),
  writtenJson.map(({ text }) => LONG.replace('"deep"', () => `"any": ${text}, "deep"`)),
);
/** Short texts are always read whole. */
const read = (text: string, last?: Tree) => parse(text + ' '.repeat(8192), 'json', last);
const edits = fc.array(
  fc.record({ at: fc.nat(), length: fc.oneof(fc.nat(3), fc.nat(300)), insert: fc.constantFrom(...INSERTS) }),
  { minLength: 1, maxLength: 5 },
);
/** Which members of the tree between are looked at before the next edit: all, or none. */
const looks = fc.boolean();

const change = (text: string, { at, length, insert }: { at: number; length: number; insert: string }) => {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + length);
};

describe('JSON after an edit', () => {
  it('gives the same tree whether or not an earlier tree is at hand', () => {
    fc.assert(
      fc.property(texts, edits, looks, (first, steps, looked) => {
        let text = first;
        let last = read(text);
        const trees: [Tree, string][] = [[last, text]];
        for (const step of steps) {
          text = change(text, step);
          last = read(text, last);
          trees.push([last, text]);
          if (looked) expect(bare(last)).toEqual(bare(read(text)));
        }
        for (const [tree, its] of trees) {
          checkTree(tree);
          expect(bare(tree)).toEqual(bare(read(its)));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same tree after a move, a copy or the loss of a part', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(400), fc.nat(), fc.boolean(), (text, from, length, to, cut) => {
        const start = from % (text.length + 1);
        const part = text.slice(start, start + length);
        const rest = cut ? text.slice(0, start) + text.slice(start + length) : text;
        const at = to % (rest.length + 1);
        const after = rest.slice(0, at) + part + rest.slice(at);
        const tree = read(after, read(text));
        checkTree(tree);
        expect(bare(tree)).toEqual(bare(read(after)));
      }),
      { numRuns: 200 },
    );
  });

  it('sees what comes to stand too deep', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${LONG}${']'.repeat(252)}`;
    const tree = read(nested(252), read(nested(240)));
    expect(tree.problems.map(({ code }) => code)).toContain('too-deep');
    expect(bare(tree)).toEqual(bare(read(nested(252))));
  });

  it('reads again only what changed, until somebody looks', () => {
    const first = read(LONG);
    const second = read(LONG.replace('"web"', '"web-2"'), first);
    const list = findNode(second.docs[0]?.root, ['loadBalancers']);
    const isRead = (node: unknown) => (node as { known?: unknown }).known !== undefined;
    expect(isRead(list)).toBe(false);
    expect(findNode(list, [1, 'containerName'])).toMatchObject({ value: 'app "quoted" \\ [{' });
    expect(isRead(list)).toBe(true);
    expect(isRead(findNode(list, [0, 'deep']))).toBe(false);
  });
});
