import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import {
  applyEdits,
  type Change,
  changesToEdits,
  contextAt,
  type Doc,
  type Entry,
  type MapNode,
  type Node,
  type Plain,
  parse,
  type SeqNode,
  type Span,
  type Syntax,
  type Tree,
  toPlain,
} from '../../server/core/syntax';
import { memberName, plainValue, written, writtenJson, writtenYaml } from './arbitrary';
import { checkTree } from './bare';

const SAMPLES: Record<Syntax, string[]> = {
  json: [
    '{\n  "serviceName": "web",\n  "desiredCount": 2, // two\n  "loadBalancers": [{ "containerPort": 80, "x": [true, null, -1.5e3] }],\n  "tags": []\n}\n',
    '{"a": {{ env `N` `2` }}, {{ if x }}"b": "c{{ d }}",{{ end }} "e": ${F}}',
  ],
  yaml: [
    '# top\nserviceName: web\ndesiredCount: 2 # two\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [a, "b", \'c\']\nloadBalancers:\n- containerName: app\n  containerPort: 80\n-   x: |\n      text\n\n    y: >-\n      folded\ntags: {}\n---\nb: &x {c: 1}\nd:\n  <<: *x\n  ? e\n  : !Ref f\n',
    'a: {{ must_env `X` }}\nb: "c-{{ env `D` `e` }}"\n{{ if f }}\ng:\n  - h: ${I:-1}\n{{ else }}\ng: []\n{{ end }}\n"j": \'k\'\n',
  ],
};
const FRAGMENTS = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ': ',
  '"',
  "'",
  '\n',
  '\n  ',
  '- ',
  '#',
  '//',
  '/*',
  '*/',
  '&a',
  '*a',
  '!t ',
  '|',
  '>',
  '{{',
  '}}',
  '{{ if x }}',
  '{{ end }}',
  '{% if x %}',
  '{% endif %}',
  '{#',
  '__A__',
  '${',
  '\t',
  '\r',
  '\\',
  '<<: ',
  '---\n',
  '...\n',
  '? ',
  'null',
  '1',
  'key: ',
  '<<<<<<< a\n',
  '=======\n',
  '>>>>>>> b\n',
  '\0',
  '\x1f',
  '\ufeff',
  '%',
  '@',
  '`',
  '\ud800',
  '  ',
  'x',
];

const mutated = (syntax: Syntax) =>
  fc
    .record({
      text: fc.oneof(
        fc.constantFrom(...SAMPLES[syntax]),
        (syntax === 'json' ? writtenJson : writtenYaml).map((one) => one.text),
      ),
      cuts: fc.array(
        fc.record({
          at: fc.nat(2000),
          length: fc.nat(6),
          insert: fc.oneof(fc.constant(''), fc.constantFrom(...FRAGMENTS)),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    })
    .map(({ text, cuts }) =>
      cuts.reduce(
        (t, { at, length, insert }) =>
          t.slice(0, at % (t.length + 1)) + insert + t.slice((at % (t.length + 1)) + length),
        text,
      ),
    );

it('a map holds a first key that is only a broken anchor', () => {
  checkTree(parse('--- &]: 1}\nd: 2\n', 'yaml'));
});

describe.each(['json', 'yaml'] as const)('%s', (syntax) => {
  it('survives random damage', () => {
    fc.assert(
      fc.property(mutated(syntax), (text) => checkTree(parse(text, syntax))),
      { numRuns: 500 },
    );
  });

  it('survives being read as the other syntax', () => {
    fc.assert(
      fc.property(mutated(syntax === 'json' ? 'yaml' : 'json'), (text) => checkTree(parse(text, syntax))),
      { numRuns: 150 },
    );
  });

  it('survives every prefix, and so does the context at its end', () => {
    for (const text of SAMPLES[syntax]) {
      for (let end = 0; end <= text.length; end++) {
        const tree = parse(text.slice(0, end), syntax);
        checkTree(tree);
        const context = contextAt(tree, end);
        expect(context.replace.start).toBeLessThanOrEqual(end);
        expect(context.replace.end).toBe(end);
      }
    }
  });

  it('has a context everywhere in damaged text', () => {
    fc.assert(
      fc.property(mutated(syntax), fc.nat(1000), (text, at) => {
        const offset = at % (text.length + 1);
        const { replace, also } = contextAt(parse(text, syntax), offset);
        expect(replace.start).toBeLessThanOrEqual(offset);
        expect(replace.end).toBeGreaterThanOrEqual(offset);
        for (const edit of also) expect(edit.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 150 },
    );
  });
});

const hasErrors = (tree: Tree) => tree.problems.some((problem) => problem.severity === 'error');

it('reads JSON as JSON.parse does, and complains exactly when it does', () => {
  fc.assert(
    fc.property(mutated('json'), (text) => {
      fc.pre(!/\{[{%#]|\$\{|\b__[A-Z]|<{7}/.test(text) && text.trim() !== '');
      let value: unknown;
      try {
        value = JSON.parse(text.replace(/^\ufeff/, ''));
      } catch {
        expect(hasErrors(parse(text, 'json'))).toBe(true);
        return;
      }
      const tree = parse(text, 'json');
      expect(tree.problems.filter((problem) => problem.code !== 'duplicate-key')).toEqual([]);
      expect(toPlain(tree.docs[0]?.root)).toEqual(value);
    }),
    { numRuns: 500 },
  );
});

/** Keys that are lists, maps or merges: JavaScript objects have no such members. */
function hasOddKeys(tree: Tree): boolean {
  const isOdd = (node: Node | undefined): boolean => {
    if (node?.kind === 'seq') return node.items.some(isOdd);
    return (
      node?.kind === 'map' &&
      node.entries.some((one) => /^[[{<:?]|^-\s|^[^"'].*:(?:\s|$)/.test(one.key.source) || isOdd(one.value))
    );
  };
  return isOdd(tree.docs[0]?.root);
}

it('reads YAML as the yaml package does, and complains exactly when it does', () => {
  fc.assert(
    fc.property(mutated('yaml'), (text) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are reported by us alone
      fc.pre(!/\{[{%#]|\$\{|\b__[A-Z]|<{7}|[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|[&*!]|^---|^\.\.\.|^%/m.test(text));
      const document = parseDocument(text, { uniqueKeys: false });
      const tree = parse(text, 'yaml');
      expect(hasErrors(tree)).toBe(document.errors.length > 0);
      if (document.errors.length > 0 || hasOddKeys(tree)) return;
      const theirs: unknown = parseDocument(text, { uniqueKeys: false, stringKeys: true }).toJS();
      if (tree.problems.length === 0) expect(toPlain(tree.docs[0]?.root) ?? null).toEqual(theirs);
    }),
    { numRuns: 400 },
  );
});

it('reads JSON text the same as JSON and as YAML', () => {
  fc.assert(
    fc.property(writtenJson, ({ text, value }) => {
      expect(toPlain(parse(text, 'json').docs[0]?.root)).toEqual(value);
      const tree = parse(text, 'yaml');
      expect(tree.problems).toEqual([]);
      expect(toPlain(tree.docs[0]?.root)).toEqual(value);
    }),
    { numRuns: 200 },
  );
});

/** Where changes can be made: every map and list with its place in the plain value. */
function containersOf(
  node: Node | undefined,
  plain: Plain,
  found: [MapNode | SeqNode, Plain][] = [],
): [MapNode | SeqNode, Plain][] {
  if (node?.kind === 'map') {
    found.push([node, plain]);
    for (const entry of node.entries)
      containersOf(entry.value, (plain as Record<string, Plain>)[entry.name] as Plain, found);
  } else if (node?.kind === 'seq') {
    found.push([node, plain]);
    for (const [i, item] of node.items.entries()) containersOf(item, (plain as Plain[])[i] as Plain, found);
  }
  return found;
}

interface Step {
  change: Change;
  /** The same on the plain value, in place. */
  apply(): void;
  /** Text whose comments may go. */
  lost?: Span;
}

function makeStep(node: MapNode | SeqNode, plain: Plain, kind: number, pick: number, name: string, value: Plain): Step {
  if (node.kind === 'seq') {
    const list = plain as Plain[];
    const index = pick % Math.max(list.length, 1);
    const item = node.items[index];
    if (kind % 3 === 0 || !item) return { change: { kind: 'append', seq: node, value }, apply: () => list.push(value) };
    if (kind % 3 === 1)
      return {
        change: { kind: 'remove', target: item },
        apply: () => list.splice(index, 1),
        lost: { start: node.items[index - 1]?.end ?? node.start, end: item.end },
      };
    return { change: { kind: 'replace', node: item, value }, apply: () => (list[index] = value), lost: item };
  }
  const map = plain as Record<string, Plain>;
  const entry = node.entries[pick % Math.max(node.entries.length, 1)] as Entry | undefined;
  if (kind % 4 === 0 || !entry) {
    return {
      change: { kind: 'set', map: node, name, value },
      apply: () => (map[name] = value),
      lost: node.entries.find((one) => one.name === name),
    };
  }
  if (kind % 4 === 1)
    return { change: { kind: 'remove', target: entry }, apply: () => delete map[entry.name], lost: entry };
  if (kind % 4 === 2)
    return {
      change: { kind: 'set', map: node, name: entry.name, value },
      apply: () => (map[entry.name] = value),
      lost: entry,
    };
  const fresh = name in map ? `${name}${Object.keys(map).join('')}` : name;
  return { change: { kind: 'rename', entry, name: fresh }, apply: () => renameIn(map, entry.name, fresh) };
}

function renameIn(map: Record<string, Plain>, from: string, to: string): void {
  const pairs = Object.entries(map);
  for (const [key] of pairs) delete map[key];
  for (const [key, value] of pairs) map[key === from ? to : key] = value;
}

function rootOf(doc: Doc | undefined): Node | undefined {
  return doc?.root;
}

it('edits text so that it reads as the changed value, and keeps the comments', () => {
  fc.assert(
    fc.property(
      written,
      fc.nat(),
      fc.nat(11),
      fc.nat(9),
      memberName,
      plainValue,
      ({ syntax, text }, where, kind, pick, name, value) => {
        const tree = parse(text, syntax);
        fc.pre(tree.problems.length === 0);
        const plain = structuredClone(toPlain(rootOf(tree.docs[0])) ?? null);
        const containers = containersOf(rootOf(tree.docs[0]), plain);
        fc.pre(containers.length > 0);
        const [node, part] = containers[where % containers.length] as [MapNode | SeqNode, Plain];
        const step = makeStep(node, part, kind, pick, name, structuredClone(value));
        step.apply();
        const edits = changesToEdits(tree, [step.change]);
        expect(edits).toBeDefined();
        const after = applyEdits(text, edits ?? []);
        const again = parse(after, syntax);
        expect(again.problems).toEqual([]);
        expect(JSON.stringify(toPlain(rootOf(again.docs[0])))).toBe(JSON.stringify(plain));
        const { lost } = step;
        const lineEnd = lost ? (tree.lineStarts.find((start) => start > lost.end) ?? text.length) : 0;
        const kept = tree.comments.filter((one) => !lost || one.end < lost.start || one.start >= lineEnd);
        const left = again.comments.map((one) => one.text);
        for (const comment of kept) expect(left).toContain(comment.text);
      },
    ),
    { numRuns: 700 },
  );
});
