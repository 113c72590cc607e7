import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Build, startBuild } from '../../server/core/syntax/build';
import { readPlainYaml } from '../../server/core/syntax/plain-yaml';
import { maskTemplates } from '../../server/core/syntax/template';
import { parseYaml } from '../../server/core/syntax/yaml';
import { writtenYaml } from './arbitrary';

const CORPUS = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'shared', 'corpus', 'files');
const HAS_CORPUS = existsSync(CORPUS);
if (!HAS_CORPUS) console.warn(`SKIPPED: real files are in ${CORPUS}`);

function prepare(text: string): Build {
  const build = startBuild(text, text);
  const masked = maskTemplates(text, 'yaml');
  return Object.assign(build, { text: masked.text, templates: masked.templates, holes: masked.holes });
}

/** What a reader made of a text: everything but the parents, which are checked on the way. */
function shown(docs: ReturnType<typeof parseYaml>, build: Build): unknown {
  const visit = (value: unknown, parent: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item) => visit(item, parent));
    if (typeof value !== 'object' || value === null) return value;
    if ('parent' in value) expect(value.parent).toBe(parent);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name, child]) => name !== 'parent' && child !== undefined)
        .sort()
        .map(([name, child]) => [name, visit(child, 'kind' in value ? value : parent)]),
    );
  };
  const { problems, comments, gaps, merging } = build;
  return { docs: docs.map((doc) => visit(doc, undefined)), problems, comments, gaps, merging: merging.length };
}

/** Whether the plain reader answered; when it did, that the answer is the package's. */
function agree(text: string): boolean {
  const mine = prepare(text);
  const before = shown([], mine);
  const docs = readPlainYaml(mine);
  if (!docs) {
    expect(shown([], mine)).toEqual(before);
    return false;
  }
  const theirs = prepare(text);
  expect(shown(docs, mine), text).toEqual(shown(parseYaml(theirs), theirs));
  return true;
}

describe('the plain reader', () => {
  it.each([
    'a: 1',
    'a: 1\n',
    '# top\n\n\na: 1  # one\n# two\n\nb: x y  \n#end',
    'a:\n  b:\n    c: d\n  e: f\ng: h\n',
    'a:\n- 1\n- b: 2\n  c: 3\n-   d: 4\n    e: 5\nf: g\n',
    'a:\n  - x\n  -\n    y: 1\n  - # comment\n    z\nb: 1\n',
    '- a\n- b: c\n',
    'a: [1, b, "c", \'d\', [ ], {e: f, "g": 1}]  # x\nb: { }\n',
    'a: "x # y: z"\nb: \'{}\'\nc: a#b\nd: http://x:80/y\ne: -1\nf: -x\ng: ?x\nh: :x\n',
    'a: true\nb: ~\nc: null\nd: NULL\ne: yes\nf: 012\ng: 1.50\nh: .5\ni: 5.\nj: +7\nk: 1_000\nl: 2020-01-01\nm: 12:30\n',
    'a: 1\r\nb:\r\n  - c # d\r\n\r\n# e\r\n',
    '"a": 1\n\'b c\': 2\nd e: 3\n',
    'a: {{ env `X` `2` }}\nb: "c-{{ must_env `Y` }}"\nc: ${Z:-1}\n',
    'a: 1\na: 2\n',
    'a:\n    b: 1\n    c:\n     - 1\n',
    'é: ☃ 😀\nb: a\u2028b\n',
    'a:   \n  b: 1\n',
    'a: b   \n\n\n   \n',
    '[]\n\n\n',
    '{a: 1}\n\n\n# x\n\n',
    '---\na: 1',
    '---\n\n# x\n\na: 1\n',
    '--- # c\r\na: 1',
    '---  \n- 1\n',
  ])('reads %j as the package does', (text) => {
    expect(agree(text)).toBe(true);
  });

  it.each([
    '',
    '# only\n',
    'a',
    '"a"',
    'a:',
    'a: \nb: 1',
    'a: &x 1',
    'a: *x',
    'a: !t 1',
    'a: |\n  b\n',
    'a: >-\n  b\n',
    'a: b\n  c\n',
    'a: "b\n  c"\n',
    'a: "b\\n"',
    "a: 'b''c'",
    '# x\n---\na: 1',
    '---a: 1',
    '--- a: 1',
    '---',
    'a: 1\n---\nb: 1',
    'a: 1\n...\n',
    '%YAML 1.2\n---\na: 1',
    '\ta: 1',
    'a:\t1',
    '\ufeffa: 1',
    'a: 1\n b: 2\n',
    'a:\n   b: 1\n  c: 2\n',
    ' a: 1\n',
    'a: b: c',
    'a: [1\n, 2]',
    'a: [1, ]',
    'a: [a: b]',
    'a: {a}',
    'a: {a: }',
    'a: [1] x',
    'a: "x" y',
    'a: "x"#y',
    '- - 1',
    '-',
    '- a\nb: 1',
    'a: 1\n- b',
    '<<: 1',
    '? a\n: b',
    'a: 0x1f',
    'a: 1e3',
    'a: .inf',
    '{{ a }}: 1',
    'a : 1',
    'a: @b',
    'a: `b`',
    'a: %b',
    'a: ,b',
    '[a]: 1',
    '{a: 1}: 2',
    '1: a',
    'true: a',
    'a:\n  - b\n c: 1\n',
    '- a\n  b\n',
  ])('leaves %j to the package', (text) => {
    expect(agree(text)).toBe(false);
  });

  it('agrees on documents in every style, whole, cut off, and with a line moved', () => {
    let read = 0;
    fc.assert(
      fc.property(writtenYaml, fc.nat(), fc.nat(), fc.constantFrom(0, 1, 2, 3), ({ text }, a, b, blanks) => {
        if (agree(text)) read++;
        agree(text.slice(0, a % (text.length + 1)));
        const lines = text.split('\n');
        const i = b % lines.length;
        lines[i] = ' '.repeat(blanks) + (lines[i] ?? '').trimStart();
        agree(lines.join('\n'));
      }),
      { numRuns: 300 },
    );
    expect(read).toBeGreaterThan(50);
  });

  const token = fc.constantFrom(
    'a',
    'b: ',
    'c:',
    ' ',
    '  ',
    '\n',
    '\n  ',
    '\n- ',
    '\n  - ',
    '- ',
    '"',
    "'",
    '"x"',
    '# ',
    '#',
    ', ',
    '[',
    ']',
    '{',
    '}',
    ':',
    '1',
    '-1',
    'true',
    '?',
    '|',
    '&',
    '*',
    '!',
    '\r\n',
    '{{ x }}',
    '---',
    '---\n',
    '${Y}',
    '\n\n',
    'k: v\n',
    '~',
    '.',
  );
  it('agrees on any heap of tokens', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 14 }), (tokens) => {
        agree(tokens.join(''));
      }),
      { numRuns: 4000 },
    );
  });

  const WHOLE = [
    '# top\na: 1 # x\nb:\n  c: "d e"\n  f: [1, {g: h, "i": j}, \'k\']\nl:\n  - m\n  - n: 2\n    o: p q\n\n# end\n',
    '- a: [1, {b: c}] # x\n  d: "e"\n- f\n- {}\n',
    'a:\n- b: 1\n  c:\n    - d\n    - e: 2\ng: {h: "i", j: [k, l]}\nm: {{ env `X` `y` }}\nn: "${Z}"\n',
  ];
  it('agrees on documents with a few characters changed', () => {
    const change = fc.record({ at: fc.nat(200), drop: fc.nat(5), put: fc.option(token, { nil: '' }) });
    fc.assert(
      fc.property(fc.constantFrom(...WHOLE), fc.array(change, { minLength: 1, maxLength: 3 }), (whole, changes) => {
        agree(
          changes.reduce(
            (text, { at, drop, put }) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + drop),
            whole,
          ),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it.skipIf(!HAS_CORPUS)('agrees on real files, and reads most of them', () => {
    const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.ya?ml$/.test(path))
      .map((path) => join(CORPUS, path));
    const read = files.filter((path) => agree(readFileSync(path, 'utf8'))).length;
    console.log(`plain reader: ${read} of ${files.length} real YAML files`);
    expect(read).toBeGreaterThan(files.length / 2);
  });
});
