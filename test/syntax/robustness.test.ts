import { describe, expect, it } from 'vitest';
import { findNode, type MapNode, members, parse, type Syntax, toPlain } from '../../server/core/syntax';

const N = 20_000;
const repeat = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

/** Texts that make a careless reader slow, or run it out of stack. */
const HOSTILE: Record<string, string> = {
  'open brackets': '['.repeat(N),
  'open maps': '{"a":'.repeat(N),
  'dashes on one line': '- '.repeat(N),
  'dashes on lines': '-\n'.repeat(N),
  'question marks': '? '.repeat(N),
  colons: ': '.repeat(N),
  'colons between brackets': `[${': '.repeat(N)}`,
  anchors: '&a '.repeat(N),
  tags: '!a '.repeat(N),
  aliases: '*a '.repeat(N),
  'closing brackets': '}'.repeat(N),
  'crossed brackets': '[}'.repeat(N),
  commas: `[${','.repeat(N)}]`,
  'one long line': `[${'1,'.repeat(N)}1]`,
  'many members': repeat(N, (i) => `k${i}: 1\n`),
  'bad lines': 'foo\nbar: 1\n'.repeat(N),
  'second colons': 'a: b: '.repeat(N),
  'unclosed quotes': '"a\n'.repeat(N),
  backslashes: `"${'\\'.repeat(N)}`,
  'unclosed templates': '{{ '.repeat(N),
  'unclosed templates with quotes': '{{ "'.repeat(N),
  'unclosed variables': '${${'.repeat(N),
  'template lines': '{{ x }}\n'.repeat(N),
  'template values': 'a: {{ x }}\n'.repeat(N),
  'unclosed conflicts': `${'<<<<<<< a\n'.repeat(N)}>>>>>>> b\n`,
  conflicts: '<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n'.repeat(N / 10),
  comments: '# a\n'.repeat(N),
  'block scalar': `a: |\n${' x\n'.repeat(N)}`,
  'plain over lines': `a: b\n${' x\n'.repeat(N)}`,
  documents: '--- 1\n'.repeat(N),
  tabs: 'a:\n\tb: 1\n'.repeat(N),
  directives: '%YAML 1.2\n'.repeat(N),
  spaces: ' '.repeat(N * 10),
  'empty lines': '\n'.repeat(N * 5),
  slashes: '/*'.repeat(N),
  'control characters': '\0\x1f\x02\x18a: \x1f\n'.repeat(N / 10),
  'lone surrogates': '\ud800: \udc00\n'.repeat(N / 10),
};

describe.each(['json', 'yaml'] as const)('as %s', (syntax: Syntax) => {
  // A quadratic reader needs minutes for these; the limit leaves room for a slow and busy machine.
  it.each(Object.entries(HOSTILE))(
    'reads %s in time',
    (_, text) => expect(parse(text, syntax).docs.length).toBeGreaterThan(0),
    10_000,
  );

  it('tells about nesting that is too deep, once', () => {
    const text = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    expect(parse(text, syntax).problems.map((problem) => problem.code)).toContain('too-deep');
    expect(parse(text, syntax).problems.length).toBeLessThan(5);
  });

  it('reads 200 levels', () => {
    const text = `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`;
    const tree = parse(text, syntax);
    expect(tree.problems).toEqual([]);
    expect(findNode(tree.docs[0]?.root, Array(200).fill('a'))).toMatchObject({ value: 1 });
  });
});

const service = (i: number) => ({
  serviceName: `web-${i}`,
  desiredCount: i,
  loadBalancers: [
    { targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:012345678901:targetgroup/web/0123', containerPort: 8080 },
  ],
  tags: [{ key: 'team', value: 'core' }],
});

it('reads 10 MB of JSON', () => {
  const text = JSON.stringify(
    Array.from({ length: 32_000 }, (_, i) => service(i)),
    null,
    2,
  );
  expect(text.length).toBeGreaterThan(10_000_000);
  expect(parse(text, 'json').problems).toEqual([]);
}, 20_000);

it('reads 2 MB of YAML', () => {
  const text = repeat(
    9_000,
    (i) =>
      `- serviceName: web-${i}\n  desiredCount: ${i}\n  loadBalancers:\n    - targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:012345678901:targetgroup/web/0123"\n      containerPort: 8080\n  tags: [{key: team, value: core}] # owner\n`,
  );
  expect(text.length).toBeGreaterThan(1_800_000);
  expect(parse(text, 'yaml').problems).toEqual([]);
}, 20_000);

describe('aliases of aliases', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const laughs = repeat(
    26,
    (i) =>
      `${letters[i]}: &${letters[i]} [${Array(9)
        .fill(i === 0 ? '1' : `*${letters[i - 1]}`)
        .join(', ')}]\n`,
  );
  it('are not written out', () => {
    const tree = parse(laughs, 'yaml');
    expect(tree.problems).toEqual([]);
    expect(JSON.stringify(toPlain(findNode(tree.docs[0]?.root, ['z'])))?.length).toBeLessThan(5_000_000);
  }, 10_000);

  it('in merge keys end somewhere', () => {
    const text = `a0: &a0 {x: 1}\n${repeat(500, (i) => `a${i + 1}: &a${i + 1} {<<: [*a${i}, *a${i}], y: 1}\n`)}`;
    const tree = parse(text, 'yaml');
    const last = findNode(tree.docs[0]?.root, ['a500']) as MapNode;
    expect(members(last).map((entry) => entry.name)).toContain('y');
  }, 10_000);
});
