import { describe, expect, it } from 'vitest';
import {
  findNode,
  guessSyntax,
  type MapNode,
  members,
  type Node,
  offsetAt,
  parse,
  positionAt,
  resolveAlias,
  type ScalarNode,
  type Syntax,
  toPlain,
  type UnknownNode,
} from '../../server/core/syntax';

const plain = (text: string, syntax: Syntax) => toPlain(parse(text, syntax).docs[0]?.root);
const codes = (text: string, syntax: Syntax) => parse(text, syntax).problems.map((problem) => problem.code);
const at = (text: string, syntax: Syntax, ...path: (string | number)[]): Node => {
  const node = findNode(parse(text, syntax).docs[0]?.root, path);
  if (!node) throw new Error(`nothing at ${path.join('/')}`);
  return node;
};
const isOpen = (text: string, syntax: Syntax, ...path: (string | number)[]) =>
  (at(text, syntax, ...path) as MapNode).open;

describe('JSON', () => {
  it('reads values, spans and sources', () => {
    const text = '{ "a": [1.50, "x\\n\\u00e9", true, null], "b": {} }';
    expect(plain(text, 'json')).toEqual({ a: [1.5, 'x\né', true, null], b: {} });
    const number = at(text, 'json', 'a', 0) as ScalarNode;
    expect([number.source, number.style, text.slice(number.start, number.end)]).toEqual(['1.50', 'plain', '1.50']);
    expect(codes(text, 'json')).toEqual([]);
  });

  it('accepts a byte order mark and keeps offsets', () => {
    const node = at('\ufeff{"a": 1}', 'json', 'a');
    expect(node.start).toBe(7);
    expect(codes('\ufeff{"a": 1}', 'json')).toEqual([]);
  });

  it('reports what the AWS CLI refuses, and reads on', () => {
    const text = '{\n  // why\n  "a": 1, /* b */\n}';
    expect(plain(text, 'json')).toEqual({ a: 1 });
    expect(codes(text, 'json')).toEqual(['comment-in-json', 'trailing-comma', 'comment-in-json']);
    expect(parse(text, 'json').comments.map((comment) => comment.text)).toEqual(['why', 'b']);
  });

  const broken: [string, string, string[], unknown][] = [
    ['a missing comma', '{"a": 1 "b": 2}', ['missing-comma'], { a: 1, b: 2 }],
    ['a missing value', '{\n"a":\n"b": 2}', ['missing-value'], { b: 2 }],
    ['a missing colon', '{"a" 1, "b": 2}', ['missing-colon'], { a: 1, b: 2 }],
    ['a name being typed', '{"a": 1, "des\n}', ['unclosed-string', 'missing-colon'], { a: 1 }],
    ['an unquoted name', '{a: 1}', ['unquoted-key'], { a: 1 }],
    ['single quotes', "{'a': 1}", ['unquoted-key'], { a: 1 }],
    ['an unclosed map', '{"a": {"b": 1}', ['unclosed'], { a: { b: 1 } }],
    ['a wrong bracket', '{"a": [1}', ['unclosed'], { a: [1] }],
    ['one brace too many', '{"a": 1}}', ['extra-text'], { a: 1 }],
    ['Python words', '{"a": True}', ['unexpected-token'], {}],
    ['a leading zero', '{"a": 012}', ['bad-number'], { a: 12 }],
    ['a bad escape', '{"a": "\\q"}', ['bad-escape'], { a: 'q' }],
    ['a tab in a string', '{"a": "x\ty"}', ['control-character'], { a: 'x\ty' }],
    ['two commas', '[1,,2]', ['unexpected-token'], [1, 2]],
    ['a colon in a list', '["a": 1]', ['unexpected-token'], ['a']],
  ];
  it.each(broken)('survives %s', (_, text, expected, value) => {
    expect(codes(text, 'json')).toEqual(expected);
    expect(plain(text, 'json')).toEqual(value);
  });

  it('marks what lost something as open, and nothing else', () => {
    const text = '{"a": {"x": 1}, "b": {"y" "z": 1}}';
    expect(isOpen(text, 'json', 'b')).toBe(true);
    expect(isOpen(text, 'json', 'a')).toBe(false);
  });
});

describe('YAML', () => {
  it('reads block and flow style with spans', () => {
    const text = 'a: 1\nb:\n  - x: "y" # note\n  - {z: [1, 2.0]}\n';
    expect(plain(text, 'yaml')).toEqual({ a: 1, b: [{ x: 'y' }, { z: [1, 2] }] });
    const quoted = at(text, 'yaml', 'b', 0, 'x') as ScalarNode;
    expect([quoted.style, quoted.source]).toEqual(['double', '"y"']);
    const map = at(text, 'yaml', 'b', 0);
    expect(text.slice(map.start, map.end)).toBe('x: "y"');
    expect(parse(text, 'yaml').comments.map((comment) => comment.text)).toEqual(['note']);
  });

  it('follows YAML 1.2 and keeps what was typed', () => {
    expect(plain('a: yes\nb: 0o17\nc: ~\nd: !!str 5\ne: "5"\n', 'yaml')).toEqual({
      a: 'yes',
      b: 15,
      c: null,
      d: '5',
      e: '5',
    });
    const account = at('a: 012345678901', 'yaml', 'a') as ScalarNode;
    expect([account.value, account.source]).toEqual([12345678901, '012345678901']);
  });

  it('names keys by their text', () => {
    const map = parse('1: a\ntrue: b\n~: c\n"x": d\n? [e]\n: f\n', 'yaml').docs[0]?.root as MapNode;
    expect(map.entries.map((entry) => entry.name)).toEqual(['1', 'true', '~', 'x', '[e]']);
  });

  it('puts a missing value where it belongs', () => {
    const text = 'a:\nb: # later\n  c: 1\nd:';
    const a = at(text, 'yaml', 'a') as ScalarNode;
    expect([a.value, a.start, a.end]).toEqual([null, 2, 2]);
    expect(at(text, 'yaml', 'd')).toMatchObject({ value: null, start: text.length, end: text.length });
  });

  it('ends a block scalar where its text ends', () => {
    const text = 'a: |\n  x\n  y\n\n\nb: 1\n';
    const node = at(text, 'yaml', 'a') as ScalarNode;
    expect([node.value, node.style, text.slice(node.start, node.end)]).toEqual(['x\ny\n', 'block', '|\n  x\n  y']);
  });

  it('reads every document of a stream with absolute offsets', () => {
    const text = '# top\na: 1\n---\nb: 2\n...\n---\n- c\n';
    const tree = parse(text, 'yaml');
    expect(tree.docs.map((doc) => toPlain(doc.root))).toEqual([{ a: 1 }, { b: 2 }, ['c']]);
    const b = findNode(tree.docs[1]?.root, ['b']) as Node;
    expect(text.slice(b.start, b.end)).toBe('2');
  });

  it('follows anchors, aliases and merge keys', () => {
    const text = 'base: &b {x: 1, y: 2}\nm:\n  <<: *b\n  y: 3\nn:\n  <<: [*b, {z: 4, x: 9}]\no: *b\n';
    expect(plain(text, 'yaml')).toMatchObject({ m: { x: 1, y: 3 }, n: { x: 1, y: 2, z: 4 }, o: { x: 1, y: 2 } });
    const m = at(text, 'yaml', 'm') as MapNode;
    const x = members(m).find((entry) => entry.name === 'x');
    expect(x?.via && text.slice(x.via.start, x.via.end)).toBe('*b');
    expect(m.open).toBe(false);
    expect(codes(text, 'yaml')).toEqual([]);
  });

  it('guards against aliases that are undefined, cyclic or explosive', () => {
    expect(codes('a: *nope\n', 'yaml')).toEqual(['undefined-alias']);
    expect(codes('a: &x [*x]\n', 'yaml')).toEqual(['cyclic-alias']);
    expect(resolveAlias(at('a: &x [*x]\n', 'yaml', 'a', 0))).toBeUndefined();
    expect(isOpen('m:\n  <<: *nope\n', 'yaml', 'm')).toBe(true);
  });

  it('takes tags of other tools for unknown values', () => {
    const text = 'a: !Ref Queue\nb: !If [c, {d: 1}, e]\nc: !Sub "${X}"\n';
    for (const [name, source] of [
      ['a', '!Ref Queue'],
      ['b', '!If [c, {d: 1}, e]'],
      ['c', '!Sub "${X}"'],
    ]) {
      expect(at(text, 'yaml', name as string)).toMatchObject({ kind: 'unknown', reason: 'intrinsic', source });
    }
    expect(codes(text, 'yaml')).toEqual([]);
  });

  // One bad line must not cost the others: each of these must keep `z`, at the root.
  const broken: [string, string, string[]][] = [
    ['a name being typed', 'a: 1\ndesi\nz: 2\n', ['missing-colon']],
    ['a name being typed in a nested map', 'n:\n  a: 1\n  desi\n  b: 2\nz: 2\n', ['missing-colon']],
    ['a second colon', 'a: b: c\nz: 2\n', ['unexpected-colon']],
    ['a quote that is not closed', 'a: "b\nz: 2\n', ['unclosed-string']],
    ['a quote that closes at the next one', 'a: "b\nc: "d"\nz: 2\n', ['unclosed-string']],
    ['an open bracket', 'a: [1, 2\nz: 2\n', ['unclosed']],
    ['a line indented too far', 'a: 1\n   b: 3\nz: 2\n', ['bad-indentation']],
    ['a line indented too little', 'a:\n  b: 1\n c: 3\nz: 2\n', ['bad-indentation']],
    ['a dash in the wrong column', 'a:\n  - b\n - c\nz: 2\n', ['bad-indentation']],
    ['a stray bracket', 'a: ]\nz: 2\n', ['unexpected-token']],
    ['a colon without a space', 'a:1\nz: 2\n', ['missing-colon']],
    ['tabs', 'a:\n\tb: 1\nz: 2\n', ['tab-indentation']],
    ['a reserved character', 'a: @b\nz: 2\n', ['needs-quotes']],
    ['text behind a quote', 'a: "b" c\nz: 2\n', ['unexpected-token']],
    ['an alias being typed', 'a: *\nz: 2\n', ['bad-alias']],
    ['a list item on the line of its key', 'a: - b\nz: 2\n', ['bad-indentation']],
    ['a merge conflict', '<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\nz: 2\n', ['merge-conflict']],
    [
      'two merge conflicts with a base',
      'x:\n<<<<<<< a\n  b: 1\n||||||| o\n  b: 0\n=======\n  b: 2\n>>>>>>> c\n<<<<<<< a\n=======\ny: 1\n>>>>>>> c\nz: 2\n',
      ['merge-conflict', 'merge-conflict'],
    ],
    ['a control character', 'a: \x01\nz: 2\n', ['control-character']],
  ];
  it.each(broken)('survives %s', (_, text, expected) => {
    const tree = parse(text, 'yaml');
    expect(tree.problems.map((problem) => problem.code)).toEqual(expected);
    expect(toPlain(tree.docs[0]?.root)).toMatchObject({ z: 2 });
    expect(tree.docs[0]?.root).toMatchObject({ open: true });
  });
});

describe('names that stand twice', () => {
  it.each([
    ['json', '{"a": 1, "b": 2, "a": 3}'],
    ['yaml', 'a: 1\nb: 2\na: 3\n'],
  ] as const)('are reported at the later one in %s', (syntax, text) => {
    const [problem] = parse(text, syntax).problems;
    expect(problem).toMatchObject({ code: 'duplicate-key', severity: 'warning' });
    expect(problem?.start).toBe(text.lastIndexOf('a') - (syntax === 'json' ? 1 : 0));
    expect(problem?.related?.[0]?.span.start).toBe(text.indexOf('a') - (syntax === 'json' ? 1 : 0));
    expect(plain(text, syntax)).toEqual({ a: 3, b: 2 });
  });

  it('are found in large maps too', () => {
    const text = `${Array.from({ length: 50 }, (_, i) => `k${i}: 1`).join('\n')}\nk7: 2\n`;
    expect(codes(text, 'yaml')).toEqual(['duplicate-key']);
  });

  it('are not reported when a directive chooses between them', () => {
    expect(codes('{{ if x }}\na: 1\n{{ else }}\na: 2\n{{ end }}\n', 'yaml')).toEqual([]);
    expect(codes('{\n{{ if x }}\n"a": 1\n{{ else }}\n"a": 2\n{{ end }}\n}', 'json')).toEqual([]);
    expect(codes('{% if x %}\na: 1\n{% else %}\na: 2\n{% endif %}\n', 'yaml')).toEqual([]);
    expect(codes('{\n{%- if x -%}\n"a": 1\n{%- else -%}\n"a": 2\n{%- endif -%}\n}', 'json')).toEqual([]);
  });

  it('are not reported for merge keys', () => {
    expect(codes('x: &x {q: 1}\ny: &y {r: 1}\nm:\n  <<: *x\n  <<: *y\n', 'yaml')).toEqual([]);
  });
});

describe('templates', () => {
  const unknown: [string, Syntax, string, string | undefined][] = [
    ['bare', 'yaml', 'v: {{ must_env `X` }}\nz: 1\n', undefined],
    ['in quotes', 'yaml', 'v: "{{ must_env `X` }}"\nz: 1\n', undefined],
    ['with quotes inside', 'yaml', 'v: "{{ env "X" "2" }}"\nz: 1\n', '2'],
    ['with a default', 'yaml', 'v: {{ env `N` `2` }}\nz: 1\n', '2'],
    ['with a default inside text', 'yaml', 'v: web-{{ env `E` `dev` }}-x\nz: 1\n', 'web-dev-x'],
    ['twice, one without default', 'yaml', 'v: {{ env `A` `1` }}{{ must_env `B` }}\nz: 1\n', undefined],
    ['over lines', 'yaml', 'v: {{ env\n  `A`\n  `1` }}\nz: 1\n', '1'],
    ['an inline condition', 'yaml', 'v: {{ if eq .X "p" }}3{{ else }}1{{ end }}\nz: 1\n', undefined],
    ['trimming', 'yaml', 'v: {{- env `N` `2` -}}\nz: 1\n', '2'],
    ['on the next line', 'yaml', 'v:\n  {{ toYaml .x }}\nz: 1\n', undefined],
    ['an inline condition of Jinja', 'yaml', 'v: {% if p %}3{% else %}1{% endif %}\nz: 1\n', undefined],
    ['in a folded text', 'yaml', 'v: >\n  a {{ x }}\n  b\nz: 1\n', undefined],
    ['a variable', 'yaml', 'v: ${COUNT}\nz: 1\n', undefined],
    ['a variable with a default', 'yaml', 'v: ${COUNT:-3}\nz: 1\n', '3'],
    ['in place of a number', 'json', '{"v": {{ env `N` `2` }}, "z": 1}', '2'],
    ['in a string', 'json', '{"v": "web-{{ must_env `X` }}", "z": 1}', undefined],
    ['in a string with quotes inside', 'json', '{"v": "{{ env "X" "2" }}", "z": 1}', '2'],
    ['a condition over values', 'json', '{"v": {{ if x }}{"a": 1}{{ else }}"b"{{ end }}, "z": 1}', undefined],
    [
      'a condition of Jinja over values',
      'json',
      '{"v": {% if x %}{"a": 1}{% else %}"b"{% endif %}, "z": 1}',
      undefined,
    ],
    ['a remark of Jinja in a string', 'json', '{"v": "a{# why #}b", "z": 1}', undefined],
    ['next to digits', 'json', '{"v": {{ x }}00, "z": 1}', undefined],
    ['a variable', 'json', '{"v": ${COUNT}, "z": 1}', undefined],
    ['a name to be replaced', 'json', '{"v": __SUBNETS_JSON__, "z": 1}', undefined],
    ['a name to be replaced, in a string', 'json', '{"v": "web-__STAGE__", "z": 1}', undefined],
    ['a name to be replaced', 'yaml', 'v: __COUNT__\nz: 1\n', undefined],
  ];
  it.each(unknown)('%s, in %s, are unknown and cost nothing else', (_, syntax, text, fallback) => {
    const node = at(text, syntax, 'v') as UnknownNode;
    expect([node.kind, node.reason, node.fallback]).toEqual(['unknown', 'template', fallback]);
    expect(codes(text, syntax)).toEqual([]);
    expect(plain(text, syntax)).toEqual({ z: 1 });
  });

  it('keep the text of the unknown value as written', () => {
    expect(at('v: "a-{{ b }}"\n', 'yaml', 'v')).toMatchObject({ source: '"a-{{ b }}"', start: 3, end: 14 });
  });

  it('that loop, in Jinja, open the list they fill', () => {
    const text = 'v:\n{% for s in subnets %}\n  - {{ s }}\n{% endfor %}\nw: [1]\n';
    expect([codes(text, 'yaml'), isOpen(text, 'yaml', 'v'), isOpen(text, 'yaml', 'w')]).toEqual([[], true, false]);
    const json = '{"v": [{% for s in subnets %}"{{ s }}"{% if not loop.last %},{% endif %}{% endfor %}], "w": [1]}';
    expect([codes(json, 'json'), isOpen(json, 'json', 'v'), isOpen(json, 'json', 'w')]).toEqual([[], true, false]);
  });

  it('that steer open the maps and lists they touch, and no others', () => {
    const text =
      'a:\n  b: 1\n{{ if x }}\nc: 2\n{{ end }}\nl:\n  - m: 1\n{{ range y }}\n  - m: 2\n{{ end }}\nd:\n  e: 1\nf: 1\n';
    expect([
      isOpen(text, 'yaml'),
      isOpen(text, 'yaml', 'a'),
      isOpen(text, 'yaml', 'l'),
      isOpen(text, 'yaml', 'd'),
    ]).toEqual([true, true, true, false]);
    expect(parse(text, 'yaml').templates.map((template) => template.role)).toEqual(Array(4).fill('directive'));
    expect(codes(text, 'yaml')).toEqual([]);
  });

  it('around commas leave JSON whole', () => {
    const text = '{ "a": 1\n{{ if x }}\n, "b": [{{ if y }}1,{{ end }} 2]\n{{ end }}\n{{ if z }}, "c": 3{{ end }} }';
    expect(codes(text, 'json')).toEqual([]);
    expect(plain(text, 'json')).toEqual({ a: 1, b: [1, 2], c: 3 });
  });

  it('in a key make the map open and are no member', () => {
    for (const [text, syntax] of [
      ['{{ env `K` }}: 1\na: 2\n', 'yaml'],
      ['{"{{ env `K` }}": 1, "a": 2}', 'json'],
    ] as const) {
      expect(plain(text, syntax)).toEqual({ a: 2 });
      expect(isOpen(text, syntax)).toBe(true);
      expect(codes(text, syntax)).toEqual([]);
    }
  });

  it('that never close are text', () => {
    expect(plain('a: "{{ x"\nb: "}}"\n', 'yaml')).toMatchObject({ b: '}}' });
    expect(plain('{"a": "{{", "b": {"c": 1}}', 'json')).toEqual({ a: '{{', b: { c: 1 } });
    expect(plain('a: __init__\nb: x__A__\nc: __A\n', 'yaml')).toEqual({ a: '__init__', b: 'x__A__', c: '__A' });
  });

  it('do not include angle brackets', () => {
    expect(plain('a: <CLUSTER>\n', 'yaml')).toEqual({ a: '<CLUSTER>' });
  });
});

describe('any text', () => {
  const texts = [
    '',
    ' ',
    '\n',
    '# only',
    '// only',
    '\ufeff',
    '\0\0',
    '\x02\x18\x1f',
    '\ud800',
    'a: \udc00\n',
    'a: 1\rb: 2\r',
    '---',
    '...',
    '%YAML 1.2\n---\na: 1',
    '{',
    '}',
    '"',
    "'",
    '*',
    '&a',
    '!t',
    '- ',
    '? ',
    ': ',
    '|',
    '>',
    '@',
    '`',
    '%',
    '{{',
    '}}',
    '{{}}',
    '${}',
    '<<<<<<< a',
  ];
  it.each(['json', 'yaml'] as const)('gives at least one document as %s', (syntax) => {
    for (const text of texts) expect(parse(text, syntax).docs.length).toBeGreaterThan(0);
  });

  it('may use a lone CR as its line end', () => {
    expect(plain('a: 1\rb:\r  c: 2\r', 'yaml')).toEqual({ a: 1, b: { c: 2 } });
  });
});

describe('positions', () => {
  const tree = parse('a: 1\r\nb: é2\rc\n\nd', 'yaml');
  it('count lines as LSP does', () => {
    expect(tree.lineStarts).toEqual([0, 6, 12, 14, 15]);
    expect(positionAt(tree, 7)).toEqual({ line: 1, character: 1 });
    expect(positionAt(tree, 99)).toEqual({ line: 4, character: 1 });
  });
  it('come back as the same offsets', () => {
    for (let offset = 0; offset <= tree.text.length; offset++) {
      if (offset === 5) continue; // between \r and \n there is no position
      expect(offsetAt(tree, positionAt(tree, offset))).toBe(offset);
    }
    expect(offsetAt(tree, { line: 0, character: 99 })).toBe(4);
    expect(offsetAt(tree, { line: 99, character: 0 })).toBe(tree.text.length);
  });
});

it('guesses the syntax by name, then by content', () => {
  expect(guessSyntax('', 'a.json')).toBe('json');
  expect(guessSyntax('{}', 'a.yml')).toBe('yaml');
  expect(guessSyntax('{}', 'a.yaml.tmpl')).toBe('yaml');
  expect(guessSyntax('  {"a": 1}')).toBe('json');
  expect(guessSyntax('// c\n{"a": 1}', 'untitled')).toBe('json');
  expect(guessSyntax('{{ if x }}\na: 1')).toBe('yaml');
  expect(guessSyntax('{# from the inventory #}\n{% set n = 1 %}\n{"a": 1}')).toBe('json');
  expect(guessSyntax('{% set n = 1 %}\na: 1')).toBe('yaml');
  expect(guessSyntax('a: 1')).toBe('yaml');
});
