import { describe, expect, it } from 'vitest';
import { contextAt, nodeAt, parse, pathOf, type Syntax } from '../../server/core/syntax';

/** The cursor is where `‸` stands. Written short: at, path, name or index, prefix, what is needed, siblings. */
function at(syntax: Syntax, marked: string) {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const context = contextAt(parse(text, syntax), offset);
  const { needs } = context;
  const flags = [
    needs.space && 'space',
    needs.quote && `quote${needs.quote}`,
    needs.colon && 'colon',
    needs.comma && 'comma',
    needs.dash && 'dash',
    context.fresh && 'fresh',
  ];
  return {
    at: context.at,
    path: context.path.join('/'),
    name: context.at === 'value' ? context.name : context.index,
    prefix: context.prefix,
    replaces: text.slice(context.replace.start, context.replace.end),
    needs: flags.filter(Boolean).join(' '),
    siblings: context.siblings.join(' '),
    also: context.also.map((edit) => `${edit.start}-${edit.end}:${edit.newText}`).join(' '),
    node: context.node?.kind,
    entry: context.entry?.name,
  };
}

describe('YAML, block style', () => {
  const cases: [string, string, Partial<ReturnType<typeof at>>][] = [
    ['an empty file', '‸', { at: 'key', path: '', needs: 'colon fresh' }],
    ['a half-typed first key', 'desi‸', { at: 'key', path: '', prefix: 'desi', needs: 'colon fresh' }],
    ['an empty line at the end', 'a: 1\n‸', { at: 'key', path: '', needs: 'colon', siblings: 'a' }],
    ['a half-typed key between others', 'a: 1\ndesi‸\nb: 2\n', { at: 'key', prefix: 'desi', siblings: 'a b' }],
    [
      'a half-typed key in a nested map',
      'n:\n  a: 1\n  de‸\nb: 2',
      { at: 'key', path: 'n', prefix: 'de', siblings: 'a' },
    ],
    ['an empty line, indented', 'n:\n  a: 1\n  ‸\nb: 2', { at: 'key', path: 'n', siblings: 'a' }],
    [
      'an empty line, not indented, after a nested map',
      'n:\n  a: 1\n‸\nb: 2',
      { at: 'key', path: '', siblings: 'n b' },
    ],
    ['the first line under a key', 'n:\n  ‸', { at: 'key', path: 'n', needs: 'colon fresh', entry: 'n' }],
    [
      'the first line under a key, with more below',
      'n:\n  ‸\nb: 1',
      { at: 'key', path: 'n', needs: 'colon fresh', entry: 'n' },
    ],
    [
      'an existing key',
      'desi‸red: 2',
      { at: 'key', prefix: 'desi', replaces: 'desired', needs: '', node: 'scalar', entry: 'desired' },
    ],
    ['the end of an existing key', 'desired‸: 2', { at: 'key', prefix: 'desired', replaces: 'desired', needs: '' }],
    ['an empty value', 'a: ‸', { at: 'value', name: 'a', needs: '', prefix: '' }],
    ['an empty value, no space', 'a:‸', { at: 'value', name: 'a', needs: 'space', entry: 'a' }],
    ['an empty value, more below', 'a: ‸\nb: 1', { at: 'value', name: 'a', entry: 'a', siblings: 'b' }],
    ['a half-typed value', 'a: FAR‸', { at: 'value', name: 'a', prefix: 'FAR', node: 'scalar' }],
    ['the middle of a value', 'a: FAR‸GATE # why', { at: 'value', prefix: 'FAR', replaces: 'FARGATE' }],
    ['a quoted value', 'a: "FAR‸GATE"', { at: 'value', prefix: 'FAR', replaces: '"FARGATE"', needs: 'quote"' }],
    ['a value in a nested map', 'n:\n  m:\n    a: ‸\n  b: 1', { at: 'value', path: 'n/m', name: 'a' }],
    ['an empty list item', 'l:\n  - ‸', { at: 'item', path: 'l', name: 0 }],
    ['an empty list item after others', 'l:\n  - a\n  - ‸\nb: 1', { at: 'item', path: 'l', name: 1 }],
    ['a half-typed list item', 'l:\n  - su‸', { at: 'item', path: 'l', name: 0, prefix: 'su' }],
    ['a dash alone', 'l:\n- ‸', { at: 'item', path: 'l', name: 0 }],
    ['where a dash is missing', 'l:\n  - a\n  ‸', { at: 'item', path: 'l', name: 1, needs: 'dash' }],
    ['a key in a list item', 'l:\n  - a: 1\n    ‸', { at: 'key', path: 'l/0', siblings: 'a' }],
    [
      'the first key of a list item',
      'l:\n  - na‸me: x\n    b: 2',
      { at: 'key', path: 'l/0', prefix: 'na', siblings: 'b' },
    ],
    ['a value in a list item', 'l:\n  - a: ‸\n    b: 2', { at: 'value', path: 'l/0', name: 'a', siblings: 'b' }],
    ['a second item in a list of maps', 'l:\n  - a: 1\n  - ‸', { at: 'item', path: 'l', name: 1 }],
    ['a comment', 'a: 1 # so‸', { at: 'none' }],
    ['a comment line', '# so‸\na: 1', { at: 'none' }],
    ['a template', 'a: {{ env‸ `X` }}', { at: 'none' }],
    ['a block scalar', 'a: |\n  text ‸here\n', { at: 'none' }],
    ['indented too far', 'a: 1\n    b‸\n', { at: 'key', path: '', prefix: 'b', also: '5-9:' }],
    ['the second document', 'a: 1\n---\nb: 2\n‸', { at: 'key', path: '', siblings: 'b' }],
    ['after CRLF', 'n:\r\n  a: 1\r\n  ‸\r\nb: 2', { at: 'key', path: 'n', siblings: 'a' }],
    ['beside a template directive', 'a: 1\n{{ if x }}\n‸\n{{ end }}', { at: 'key', siblings: 'a' }],
    ['beside a merge key', 'x: &b {q: 1}\nm:\n  <<: *b\n  ‸', { at: 'key', path: 'm', siblings: '' }],
    ['a line broken elsewhere', 'a: b: c\nn:\n  d: 1\n  ‸', { at: 'key', path: 'n', siblings: 'd' }],
  ];
  it.each(cases)('%s', (_, marked, expected) => expect(at('yaml', marked)).toMatchObject(expected));
});

describe('YAML, flow style', () => {
  const cases: [string, string, Partial<ReturnType<typeof at>>][] = [
    ['an empty map', 'a: {‸}', { at: 'key', path: 'a', needs: 'colon' }],
    ['a half-typed key', 'a: { x: 1, de‸ }', { at: 'key', path: 'a', prefix: 'de', needs: 'colon', siblings: 'x' }],
    ['a value', 'a: { x: ‸ }', { at: 'value', path: 'a', name: 'x', needs: '' }],
    ['a value, no space', 'a: { x:‸ }', { at: 'value', path: 'a', name: 'x', needs: 'space' }],
    ['an empty list', 'a: [‸]', { at: 'item', path: 'a', name: 0 }],
    ['a list item', 'a: [b, c‸]', { at: 'item', path: 'a', name: 1, prefix: 'c' }],
    ['an unclosed list', 'a: [b, ‸\n', { at: 'item', path: 'a', name: 1 }],
    ['an unclosed map', 'a: { b: 1, c‸\nd: 2', { at: 'key', path: 'a', prefix: 'c' }],
    ['a nested map', 'l:\n  - { a: { b: ‸ } }', { at: 'value', path: 'l/0/a', name: 'b' }],
    ['after the closing brace', 'a: { b: 1 }‸', { at: 'value', path: '', name: 'a' }],
    ['a comment between brackets', "a: [ # don't\n  b, ‸ ]", { at: 'item', path: 'a', name: 1 }],
  ];
  it.each(cases)('%s', (_, marked, expected) => expect(at('yaml', marked)).toMatchObject(expected));
});

describe('JSON', () => {
  const cases: [string, string, Partial<ReturnType<typeof at>>][] = [
    ['an empty file', '‸', { at: 'value', path: '', needs: 'fresh' }],
    ['an empty object', '{‸}', { at: 'key', path: '', needs: 'quote" colon' }],
    ['an empty object over lines', '{\n  ‸\n}', { at: 'key', needs: 'quote" colon' }],
    ['an empty name', '{ "‸" }', { at: 'key', prefix: '', replaces: '""', needs: 'quote" colon' }],
    ['a half-typed name', '{ "desi‸" }', { at: 'key', prefix: 'desi', replaces: '"desi"', needs: 'quote" colon' }],
    [
      'a half-typed name, not closed',
      '{\n  "desi‸\n}',
      { at: 'key', prefix: 'desi', replaces: '"desi', needs: 'quote" colon' },
    ],
    ['a name without quotes', '{ desi‸ }', { at: 'key', prefix: 'desi', replaces: 'desi', needs: 'quote" colon' }],
    [
      'an existing name',
      '{ "desi‸red": 1, "b": 2 }',
      { at: 'key', prefix: 'desi', needs: 'quote"', siblings: 'b', entry: 'desired' },
    ],
    ['a name before others', '{ ‸"b": 2 }', { at: 'key', needs: 'quote" colon comma', siblings: 'b' }],
    ['after a comma', '{ "a": 1, ‸ }', { at: 'key', needs: 'quote" colon', siblings: 'a' }],
    ['a comma missing before', '{ "a": 1 ‸ }', { at: 'key', also: '8-8:,', siblings: 'a' }],
    [
      'a comma missing before, half typed',
      '{\n  "a": 1\n  "b‸"\n}',
      { at: 'key', prefix: 'b', also: '10-10:,', siblings: 'a' },
    ],
    [
      'a comma missing after',
      '{ "a": 1,\n  ‸\n  "c": 2 }',
      { at: 'key', needs: 'quote" colon comma', siblings: 'a c' },
    ],
    ['an empty value', '{ "a": ‸ }', { at: 'value', name: 'a', needs: 'quote"' }],
    ['an empty value, no space', '{ "a":‸ }', { at: 'value', name: 'a', needs: 'space quote"' }],
    [
      'an empty value before others',
      '{ "a": ‸\n "b": 1 }',
      { at: 'value', name: 'a', needs: 'quote" comma', siblings: 'b' },
    ],
    [
      'a value',
      '{ "a": "FAR‸GATE" }',
      { at: 'value', name: 'a', prefix: 'FAR', replaces: '"FARGATE"', node: 'scalar' },
    ],
    ['a bare value', '{ "a": tr‸ }', { at: 'value', prefix: 'tr', replaces: 'tr' }],
    ['a nested key', '{ "n": { "m": { ‸ } }, "b": 1 }', { at: 'key', path: 'n/m', siblings: '' }],
    ['an empty list', '{ "l": [‸] }', { at: 'item', path: 'l', name: 0 }],
    ['a list item', '{ "l": ["a", "b‸"] }', { at: 'item', path: 'l', name: 1, prefix: 'b' }],
    ['an item without a comma before', '{ "l": ["a" ‸] }', { at: 'item', path: 'l', name: 1, also: '11-11:,' }],
    ['a map in a list', '{ "l": [{ "a": 1 }, { ‸ }] }', { at: 'key', path: 'l/1' }],
    ['an unclosed object', '{ "n": { "a": 1, ‸', { at: 'key', path: 'n', siblings: 'a' }],
    ['a comment', '{ // so‸\n}', { at: 'none' }],
    ['after a value where a colon is missing', '{ "a" ‸ }', { at: 'none' }],
    ['after the end', '{}\n‸', { at: 'none' }],
    ['in place of a templated value', '{ "a": {{ env `X` }}, ‸ }', { at: 'key', siblings: 'a' }],
  ];
  it.each(cases)('%s', (_, marked, expected) => expect(at('json', marked)).toMatchObject(expected));
});

it('finds the node under a cursor and its path', () => {
  const text = 'a:\n  - b: 1\n    c: two\n';
  const tree = parse(text, 'yaml');
  const value = nodeAt(tree, text.indexOf('two') + 1);
  expect(value.node && pathOf(value.node)).toEqual(['a', 0, 'c']);
  expect(value.onKey).toBe(false);
  const key = nodeAt(tree, text.indexOf('c:'));
  expect(key.onKey).toBe(true);
  expect(key.entry?.name).toBe('c');
});
