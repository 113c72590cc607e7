import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  type Change,
  changesToEdits,
  findNode,
  type MapNode,
  type Node,
  parse,
  type SeqNode,
  type Syntax,
} from '../../server/core/syntax';

type Make = (at: (path: string) => Node) => Change[];

const steps = (path: string) =>
  path === '' ? [] : path.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
const map = (node: Node) => node as MapNode;
const seq = (node: Node) => node as SeqNode;
const entry = (node: Node, name: string) => {
  const found = map(node).entries.find((one) => one.name === name);
  if (!found) throw new Error(`no member ${name}`);
  return found;
};

/** The text after the changes, or undefined when they are refused. */
function change(syntax: Syntax, text: string, make: Make): string | undefined {
  const tree = parse(text, syntax);
  const edits = changesToEdits(
    tree,
    make((path) => {
      const node = findNode(tree.docs[0]?.root, steps(path));
      if (!node) throw new Error(`nothing at ${path}`);
      return node;
    }),
  );
  return edits && applyEdits(text, edits);
}

const set =
  (path: string, name: string, value: Parameters<typeof JSON.stringify>[0], after?: string): Make =>
  (at) => [{ kind: 'set', map: map(at(path)), name, value, after }];
const remove =
  (path: string, ...names: string[]): Make =>
  (at) =>
    names.map((name) => ({ kind: 'remove', target: entry(at(path), name) }));
const removeItem =
  (path: string): Make =>
  (at) => [{ kind: 'remove', target: at(path) }];
const append =
  (path: string, value: Parameters<typeof JSON.stringify>[0]): Make =>
  (at) => [{ kind: 'append', seq: seq(at(path)), value }];
const replace =
  (path: string, value: Parameters<typeof JSON.stringify>[0]): Make =>
  (at) => [{ kind: 'replace', node: at(path), value }];
const rename =
  (path: string, from: string, to: string): Make =>
  (at) => [{ kind: 'rename', entry: entry(at(path), from), name: to }];
const move =
  (from: string, name: string, to: string): Make =>
  (at) => [{ kind: 'move', entry: entry(at(from), name), to: map(at(to)) }];

type Case = [what: string, before: string, make: Make, after: string | undefined];

describe('JSON', () => {
  const cases: Case[] = [
    ['sets a value', '{ "a": 1, "b": 2 }', set('', 'a', 'x'), '{ "a": "x", "b": 2 }'],
    ['adds a member to one line', '{ "a": 1 }', set('', 'b', { c: [1] }), '{ "a": 1, "b": { "c": [1] } }'],
    ['adds a member on its own line', '{\n  "a": 1\n}\n', set('', 'b', 2), '{\n  "a": 1,\n  "b": 2\n}\n'],
    [
      'adds a nested value on lines',
      '{\n    "a": { "x": 1 }\n}',
      set('', 'b', { c: 1 }),
      '{\n    "a": { "x": 1 },\n    "b": {\n        "c": 1\n    }\n}',
    ],
    ['adds behind a member', '{\n  "a": 1,\n  "c": 3\n}', set('', 'b', 2, 'a'), '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}'],
    ['adds to an empty object', '{\n  "a": {}\n}', set('a', 'b', 2), '{\n  "a": {\n    "b": 2\n  }\n}'],
    ['adds to an empty root', '{}', set('', 'b', 2), '{\n  "b": 2\n}'],
    [
      'keeps a comment behind the last member',
      '{\n  "a": 1 // why\n}',
      set('', 'b', 2),
      '{\n  "a": 1, // why\n  "b": 2\n}',
    ],
    ['fills in a missing value', '{\n  "a":\n}', set('', 'a', 1), '{\n  "a": 1\n}'],
    [
      'keeps tabs',
      '{\n\t"a": {\n\t\t"b": 1\n\t}\n}',
      set('a', 'c', [1]),
      '{\n\t"a": {\n\t\t"b": 1,\n\t\t"c": [\n\t\t\t1\n\t\t]\n\t}\n}',
    ],
    ['keeps CRLF', '{\r\n  "a": 1\r\n}', set('', 'b', 2), '{\r\n  "a": 1,\r\n  "b": 2\r\n}'],
    ['removes the first member', '{ "a": 1, "b": 2 }', remove('', 'a'), '{ "b": 2 }'],
    ['removes the last member', '{ "a": 1, "b": 2 }', remove('', 'b'), '{ "a": 1 }'],
    ['removes the only member', '{ "a": 1 }', remove('', 'a'), '{}'],
    [
      'removes a middle line',
      '{\n  "a": 1,\n  "b": 2, // two\n  "c": 3\n}',
      remove('', 'b'),
      '{\n  "a": 1,\n  "c": 3\n}',
    ],
    ['removes the last line', '{\n  "a": 1, // one\n  "b": 2\n}', remove('', 'b'), '{\n  "a": 1 // one\n}'],
    ['removes several', '{ "a": 1, "b": 2, "c": 3 }', remove('', 'b', 'c'), '{ "a": 1 }'],
    ['removes all', '{\n  "a": 1,\n  "b": 2\n}', remove('', 'a', 'b'), '{}'],
    [
      'removes one and adds one',
      '{\n  "a": 1,\n  "b": 2\n}',
      (at) => [...remove('', 'b')(at), ...set('', 'c', 3)(at)],
      '{\n  "a": 1,\n  "c": 3\n}',
    ],
    ['replaces all there is', '{ "a": 1 }', (at) => [...remove('', 'a')(at), ...set('', 'c', 3)(at)], '{ "c": 3 }'],
    ['removes an item', '["a", "b", "c"]', removeItem('1'), '["a", "c"]'],
    ['appends an item', '["a"]', append('', 'b'), '["a", "b"]'],
    ['appends to an empty list', '{ "a": [] }', append('a', 'b'), '{ "a": ["b"] }'],
    ['appends on lines', '{\n  "l": [\n    "a"\n  ]\n}', append('l', 'b'), '{\n  "l": [\n    "a",\n    "b"\n  ]\n}'],
    ['renames', '{ "Cpu": 1 }', rename('', 'Cpu', 'cpu'), '{ "cpu": 1 }'],
    ['moves', '{\n  "a": { "x": 1 },\n  "b": [2]\n}', move('', 'b', 'a'), '{\n  "a": { "x": 1, "b": [2] }\n}'],
    ['replaces with a nested value', '{\n  "a": null\n}', replace('a', { b: 1 }), '{\n  "a": {\n    "b": 1\n  }\n}'],
    ['refuses between directives', '{\n  {{ if x }}\n  "a": 1\n  {{ end }}\n}', set('', 'b', 1), undefined],
  ];
  it.each(cases)('%s', (_, before, make, after) => expect(change('json', before, make)).toBe(after));
});

describe('YAML, block style', () => {
  const cases: Case[] = [
    ['sets a value', 'a: 1 # one\nb: 2\n', set('', 'a', 3), 'a: 3 # one\nb: 2\n'],
    ['keeps double quotes', 'a: "x"\n', set('', 'a', 'y'), 'a: "y"\n'],
    ['keeps single quotes', "a: 'x'\n", set('', 'a', "it's"), "a: 'it''s'\n"],
    ['quotes what would be a number', 'a: x\n', set('', 'a', '012'), 'a: "012"\n'],
    ['quotes what would be a boolean in YAML 1.1', 'a: x\n', set('', 'a', 'yes'), 'a: "yes"\n'],
    ['adds a member', 'a: 1\n', set('', 'b', 2), 'a: 1\nb: 2\n'],
    ['adds a member without a final line end', 'a: 1', set('', 'b', 2), 'a: 1\nb: 2'],
    ['adds behind a comment', 'a: 1 # one\n# end\n', set('', 'b', 2), 'a: 1 # one\nb: 2\n# end\n'],
    ['adds behind a member', 'a:\n  x: 1\nc: 3\n', set('', 'b', 2, 'a'), 'a:\n  x: 1\nb: 2\nc: 3\n'],
    [
      'adds a map in the unit of the file',
      'a:\n    x: 1\n',
      set('', 'b', { c: { d: 1 } }),
      'a:\n    x: 1\nb:\n    c:\n        d: 1\n',
    ],
    [
      'adds a list as lists are written here',
      'a:\n- x\n',
      set('', 'b', ['w', { c: 1, d: 2 }]),
      'a:\n- x\nb:\n- w\n- c: 1\n  d: 2\n',
    ],
    ['adds an indented list', 'a:\n  - x\n', set('', 'b', ['w']), 'a:\n  - x\nb:\n  - w\n'],
    ['adds to a list item', 'l:\n  - a: 1\n  - b: 1\n', set('l/0', 'c', 2), 'l:\n  - a: 1\n    c: 2\n  - b: 1\n'],
    ['adds to an empty map', 'a: {} # none\nb: 1\n', set('a', 'c', 2), 'a: # none\n  c: 2\nb: 1\n'],
    ['appends to an empty list', 'a: []\n', append('a', 'x'), 'a:\n  - x\n'],
    ['appends an item', 'l:\n- a # first\nb: 1\n', append('l', 'c'), 'l:\n- a # first\n- c\nb: 1\n'],
    ['appends a map', 'l:\n  - a: 1\n', append('l', { a: 2, b: [3] }), 'l:\n  - a: 1\n  - a: 2\n    b:\n      - 3\n'],
    ['replaces null with a map', 'a:\nb: 1\n', replace('a', { c: 1 }), 'a:\n  c: 1\nb: 1\n'],
    ['replaces null with a scalar', 'a:\nb: 1\n', replace('a', 5), 'a: 5\nb: 1\n'],
    ['replaces a scalar with a list, keeping the comment', 'a: x # why\n', replace('a', ['w']), 'a: # why\n  - w\n'],
    ['replaces a map with a scalar', 'a: # why\n  b: 1\nc: 2\n', replace('a', 'x'), 'a: x # why\nc: 2\n'],
    ['replaces a block scalar', 'a: |\n  x\n  y\nb: 1\n', set('', 'a', 'z'), 'a: z\nb: 1\n'],
    ['replaces an empty item', 'l:\n  -\n  - b\n', replace('l/0', 'a'), 'l:\n  - a\n  - b\n'],
    ['removes a member', 'a: 1\nb: 2 # two\nc: 3\n', remove('', 'b'), 'a: 1\nc: 3\n'],
    ['leaves the comments above', '# top\na: 1\n# about b\nb: 2\n', remove('', 'b'), '# top\na: 1\n# about b\n'],
    [
      'removes a nested member with its lines',
      'a:\n  b:\n    - 1\n    - 2\n  c: 1\n',
      remove('a', 'b'),
      'a:\n  c: 1\n',
    ],
    ['removes the last line of a file without line end', 'a: 1\nb: 2', remove('', 'b'), 'a: 1'],
    ['removes the first member of an item', 'l:\n  - a: 1\n    b: 2\n', remove('l/0', 'a'), 'l:\n  - b: 2\n'],
    [
      'removes the first member of an item above a comment',
      'l:\n  - a: 1\n    # about b\n    b: 2\n',
      remove('l/0', 'a'),
      'l:\n  - \n    # about b\n    b: 2\n',
    ],
    ['removes the only member', 'a:\n  b: 1\nc: 2\n', remove('a', 'b'), 'a: {}\nc: 2\n'],
    ['removes the only item', 'a:\n  - b\nc: 2\n', removeItem('a/0'), 'a: []\nc: 2\n'],
    ['removes an item', 'l:\n  - a\n  - b: 1\n    c: 2\n  - d\n', removeItem('l/1'), 'l:\n  - a\n  - d\n'],
    [
      'removes all and adds',
      'a:\n  b: 1\n  c: 2\nd: 1\n',
      (at) => [...remove('a', 'b', 'c')(at), ...set('a', 'e', 3)(at)],
      'a:\n  e: 3\nd: 1\n',
    ],
    [
      'removes the last line of an inner block and adds behind that block',
      'a:\n  b:\n    x: 1\n    y: 2\nc: 1\n',
      (at) => [...remove('a/b', 'y')(at), ...set('a', 'd', 3)(at)],
      'a:\n  b:\n    x: 1\n  d: 3\nc: 1\n',
    ],
    [
      'removes several last lines and adds behind their block, with CRLF',
      'a:\r\n  b:\r\n    x: 1\r\n    y: 2\r\n    z: 3\r\nc: 1\r\n',
      (at) => [...set('a', 'd', 3)(at), ...remove('a/b', 'y', 'z')(at)],
      'a:\r\n  b:\r\n    x: 1\r\n  d: 3\r\nc: 1\r\n',
    ],
    [
      'adds nothing to a block that is removed',
      'a:\n  b:\n    x: 1\n  c: 2\n',
      (at) => [...set('a/b', 'y', 2)(at), ...remove('a', 'b')(at)],
      'a:\n  c: 2\n',
    ],
    ['renames', 'a:\n  "Cpu": 1\n', rename('a', 'Cpu', 'cpu'), 'a:\n  "cpu": 1\n'],
    [
      'moves a block',
      'a:\n  b:\n    - x # one\n    - y\nc:\n  d: 1\n',
      move('a', 'b', 'c'),
      'a: {}\nc:\n  d: 1\n  b:\n    - x # one\n    - y\n',
    ],
    ['moves outwards', 'c: 1\na:\n  b: {x: 1}\n  d: 1\n', move('a', 'b', ''), 'c: 1\na:\n  d: 1\nb: {x: 1}\n'],
    ['keeps CRLF', 'a: 1\r\nb: 2\r\n', set('', 'c', [1]), 'a: 1\r\nb: 2\r\nc:\r\n  - 1\r\n'],
    [
      'adds outside the branch that ends the map',
      'a: 1\n{{ if x }}\nb: 2\n{{ end }}\n',
      set('', 'c', 3),
      'a: 1\n{{ if x }}\nb: 2\n{{ end }}\nc: 3\n',
    ],
    ['quotes strings where all have quotes', 'a: "x"\nb: "y"\n', set('', 'c', 'z'), 'a: "x"\nb: "y"\nc: "z"\n'],
    [
      'refuses to remove a key of broken text that is not there',
      'a:\n    b:\n      c: 1\n    :   d: 2\n      e: 3\n',
      remove('a', ''),
      undefined,
    ],
    ['refuses behind an alias', 'a: &x\n  b: 1\nc: *x\n', set('a', 'b', 2), undefined],
    ['refuses to remove what an alias needs', 'a: &x 1\nc: *x\n', remove('', 'a'), undefined],
    ['replaces the alias itself', 'a: &x 1\nc: *x\n', set('', 'c', 2), 'a: &x 1\nc: 2\n'],
    ['edits the second document only', 'a: 1\n---\na: 2\n', set('', 'a', 3), 'a: 3\n---\na: 2\n'],
  ];
  it.each(cases)('%s', (_, before, make, after) => expect(change('yaml', before, make)).toBe(after));
});

describe('YAML, flow style', () => {
  const cases: Case[] = [
    ['sets', 'a: { b: 1, c: 2 }\n', set('a', 'b', 'x, y'), 'a: { b: "x, y", c: 2 }\n'],
    ['adds', 'a: {b: 1}\n', set('a', 'c', [1]), 'a: {b: 1, c: [1]}\n'],
    ['adds as in JSON', '{ "a": "b" }\n', set('', 'c', 'd'), '{ "a": "b", "c": "d" }\n'],
    ['removes', 'a: [x, y]\n', removeItem('a/1'), 'a: [x]\n'],
    ['adds on lines', 'a: [\n  x, # one\n  y # two\n]\n', append('a', 'z'), 'a: [\n  x, # one\n  y, # two\n  z\n]\n'],
    ['adds to an empty map between brackets', 'a: [{}]\n', set('a/0', 'b', 1), 'a: [{ b: 1 }]\n'],
  ];
  it.each(cases)('%s', (_, before, make, after) => expect(change('yaml', before, make)).toBe(after));
});
