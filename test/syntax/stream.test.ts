import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { findNode, parse, toPlain } from '../../server/core/syntax';
import { writtenYaml } from './arbitrary';
import { bare } from './bare';

const document = fc.oneof(
  writtenYaml.map((one) => `${one.text.trimEnd()}\n`),
  fc.constantFrom(
    'a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n',
    'a: {{ env `N` `2` }}\n{{ if x }}\nb: 1\n{{ end }}\n',
    'a: 1\n{% if x %}\nb: 1\n{% endif %}\n',
    '# only\n',
    '',
    'a: 1\na: 2\n',
    'a: "b\n',
    'desi\nb: 1\n',
    'a: 1\n...\n',
    'a: |\n  b\n\n',
    'l:\n\t- a\n',
  ),
);
/** Long enough for what is only done about long texts. */
const LONG = '# as written by a program\n'.repeat(400);
const streams = fc
  .tuple(fc.array(document, { minLength: 1, maxLength: 5 }), fc.constantFrom('', '', LONG))
  .map(([parts, before]) => before + parts.join('---\n'));

describe('a stream of documents', () => {
  it('gives the same tree whether or not an earlier tree is at hand', () => {
    fc.assert(
      fc.property(
        streams,
        fc.nat(),
        fc.nat(12),
        fc.constantFrom(
          ...['', 'x', '\n', '---\n', '\n---\n', '{{', '}}', 'k: 1\n', '"', '  ', '\r', '\r\n', '\0', '\x7f'],
        ),
        (text, where, length, insert) => {
          // In a long text, not in what is there for its length alone.
          const long = text.startsWith(LONG) ? LONG.length - 20 : 0;
          const at = long + (where % (text.length + 1 - long));
          const after = text.slice(0, at) + insert + text.slice(at + length);
          const first = parse(text, 'yaml');
          const kept = JSON.stringify(bare(first));
          const second = parse(after, 'yaml', first);
          expect(second.lineStarts).toEqual(parse(after, 'yaml').lineStarts);
          expect(bare(second)).toEqual(bare(parse(after, 'yaml')));
          expect(bare(parse(text, 'yaml', second))).toEqual(bare(first));
          expect(JSON.stringify(bare(first))).toBe(kept);
        },
      ),
      { numRuns: 250 },
    );
  });

  it('is read as the yaml package reads it', () => {
    fc.assert(
      fc.property(fc.array(writtenYaml, { minLength: 2, maxLength: 4 }), (parts) => {
        const text = parts.map((one) => `---\n${one.text.trimEnd()}\n`).join('');
        const theirs = parseAllDocuments(text, { uniqueKeys: false }).map((one) => one.toJS() as unknown);
        expect(parse(text, 'yaml').docs.map((doc) => toPlain(doc.root) ?? null)).toEqual(theirs);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps the documents before a change and moves those after it', () => {
    const text = 'a: 1\n---\nb: 2\n---\nc: &x 3\nd: *x\n';
    const first = parse(text, 'yaml');
    const second = parse(text.replace('b: 2', 'b: 2000'), 'yaml', first);
    expect(second.docs[0]).toBe(first.docs[0]);
    expect(second.docs[1]?.moved).toBeUndefined();
    expect(second.docs[2]?.moved).toEqual({ from: first.docs[2], by: 3 });
    const third = parse(text.replace('b: 2', 'b: 20'), 'yaml', second);
    expect(third.docs[2]?.moved).toEqual({ from: first.docs[2], by: 1 });
    const alias = findNode(third.docs[2]?.root, ['d']);
    expect(alias?.kind === 'alias' && alias.target).toBe(findNode(third.docs[2]?.root, ['c']));
  });
});
