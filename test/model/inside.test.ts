import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindNode, type Fact } from '../../server/core/model/fact';
import { spanInside } from '../../server/core/model/inside';
import { type MapNode, parse } from '../../server/core/syntax';

/** The value of `expression` in a small YAML or JSON text. */
function factIn(text: string, syntax: 'yaml' | 'json' = 'yaml'): Fact {
  const tree = parse(text, syntax);
  const root = bindNode(tree.docs[0]?.root as MapNode, undefined, undefined, undefined, undefined, undefined, {
    file: { uri: 'file:///w/a.yaml', tree },
    dropsEmpty: false,
  });
  return (root as Fact<Record<string, string>>).get('expression') as Fact;
}

/** The text of the file behind a word of the value. */
function behind(text: string, word: string, syntax: 'yaml' | 'json' = 'yaml'): string {
  const fact = factIn(text, syntax);
  const from = String(fact.target?.kind === 'scalar' ? fact.target.value : '').indexOf(word);
  const span = spanInside(fact, from, from + word.length);
  return text.slice(span?.start, span?.end);
}

describe('spanInside', () => {
  it('follows plain, quoted and JSON text', () => {
    expect(behind('expression: attribute:x == y\n', '== y')).toBe('== y');
    expect(behind("expression: 'attribute:x == y'\n", '==')).toBe('==');
    expect(behind("expression: 'a == ''b'' and c'\n", "'b' and")).toBe("''b'' and");
    expect(behind('{"expression": "a == \\"b\\" and c"}', 'and c', 'json')).toBe('and c');
  });

  it('follows block scalars over several lines', () => {
    const literal = 'expression: |\n  attribute:x == y and\n  attribute:z == w\n';
    expect(behind(literal, 'attribute:z')).toBe('attribute:z');
    expect(behind(literal, '== y')).toBe('== y');
    const folded = 'list:\n  - 1\nexpression: >-\n    attribute:x == y and\n    attribute:z == w\n\n';
    expect(behind(folded, 'attribute:z == w')).toBe('attribute:z == w');
    expect(behind(folded, 'y and')).toBe('y and');
    expect(behind(folded.replaceAll('\n', '\r\n'), 'attribute:z')).toBe('attribute:z');
  });

  it('gives the whole value where it cannot follow', () => {
    const folded = 'expression: >-\n  a == b\n\n  and c\n';
    expect(behind(folded, 'and c')).toContain('a == b');
    expect(behind('expression: a == b\n  and c\n', 'and c')).toBe('a == b\n  and c');
    expect(behind('base: &e a == b\nexpression: *e\n', '==')).toBe('*e');
  });

  it('finds any word of any literal block', () => {
    const line = fc.stringMatching(/^[a-z=][a-z =]{0,8}$/).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 6 }), (lines, indent) => {
        const text = `expression: |-\n${lines.map((l) => ' '.repeat(indent) + l).join('\n')}\nnext: 1\n`;
        const fact = factIn(text);
        let from = 0;
        for (const l of lines) {
          const span = spanInside(fact, from, from + l.length);
          expect(text.slice(span?.start, span?.end)).toBe(l);
          from += l.length + 1;
        }
      }),
    );
  });
});
