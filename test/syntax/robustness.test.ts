import { describe, expect, it } from 'vitest';
import { findNode, type MapNode, members, parse, type Syntax, toPlain } from '../../server/core/syntax';

const repeat = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

/** Texts that make a careless reader slow, or run it out of stack. */
const HOSTILE: Record<string, (n: number) => string> = {
  'open brackets': (n) => '['.repeat(n),
  'open maps': (n) => '{"a":'.repeat(n),
  'dashes on one line': (n) => '- '.repeat(n),
  'dashes on lines': (n) => '-\n'.repeat(n),
  'question marks': (n) => '? '.repeat(n),
  colons: (n) => ': '.repeat(n),
  'colons between brackets': (n) => `[${': '.repeat(n)}`,
  anchors: (n) => '&a '.repeat(n),
  tags: (n) => '!a '.repeat(n),
  aliases: (n) => '*a '.repeat(n),
  'closing brackets': (n) => '}'.repeat(n),
  'crossed brackets': (n) => '[}'.repeat(n),
  commas: (n) => `[${','.repeat(n)}]`,
  'one long line': (n) => `[${'1,'.repeat(n)}1]`,
  'many members': (n) => repeat(n, (i) => `k${i}: 1\n`),
  'bad lines': (n) => 'foo\nbar: 1\n'.repeat(n),
  'second colons': (n) => 'a: b: '.repeat(n),
  'unclosed quotes': (n) => '"a\n'.repeat(n),
  backslashes: (n) => `"${'\\'.repeat(n)}`,
  'unclosed templates': (n) => '{{ '.repeat(n),
  'unclosed statements': (n) => '{% '.repeat(n),
  'unclosed templates with quotes': (n) => '{{ "'.repeat(n),
  'unclosed variables': (n) => '${${'.repeat(n),
  'template lines': (n) => '{{ x }}\n'.repeat(n),
  'template values': (n) => 'a: {{ x }}\n'.repeat(n),
  'unclosed conflicts': (n) => `${'<<<<<<< a\n'.repeat(n)}>>>>>>> b\n`,
  conflicts: (n) => '<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n'.repeat(n / 10),
  comments: (n) => '# a\n'.repeat(n),
  'block scalar': (n) => `a: |\n${' x\n'.repeat(n)}`,
  'plain over lines': (n) => `a: b\n${' x\n'.repeat(n)}`,
  documents: (n) => '--- 1\n'.repeat(n),
  tabs: (n) => 'a:\n\tb: 1\n'.repeat(n),
  directives: (n) => '%YAML 1.2\n'.repeat(n),
  spaces: (n) => ' '.repeat(n * 10),
  'empty lines': (n) => '\n'.repeat(n * 5),
  slashes: (n) => '/*'.repeat(n),
  'control characters': (n) => '\0\x1f\x02\x18a: \x1f\n'.repeat(n / 10),
  'lone surrogates': (n) => '\ud800: \udc00\n'.repeat(n / 10),
};

/** Milliseconds of processor time; the clock on the wall says little on a busy machine. */
function cpuTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe.each(['json', 'yaml'] as const)('as %s', (syntax: Syntax) => {
  it.each(Object.entries(HOSTILE))('reads %s in time that grows with the text', (_, make) => {
    const few = cpuTime(() => parse(make(1_200), syntax));
    const many = cpuTime(() => parse(make(6_000), syntax));
    // Five times the text: five times the work, and twenty-five times where something is quadratic.
    if (many > 200) expect(many / few).toBeLessThan(14);
  });

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
}, 60_000);

it('reads 1 MB of YAML', () => {
  const text = repeat(
    9_000,
    (i) =>
      `- serviceName: web-${i}\n  desiredCount: ${i}\n  loadBalancers:\n    - targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:012345678901:targetgroup/web/0123"\n      containerPort: 8080\n  tags: [{key: team, value: core}] # owner\n`,
  );
  expect(text.length).toBeGreaterThan(1_000_000);
  expect(parse(text, 'yaml').problems).toEqual([]);
}, 60_000);

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
  }, 60_000);

  it('in merge keys end somewhere', () => {
    const text = `a0: &a0 {x: 1}\n${repeat(500, (i) => `a${i + 1}: &a${i + 1} {<<: [*a${i}, *a${i}], y: 1}\n`)}`;
    const tree = parse(text, 'yaml');
    const last = findNode(tree.docs[0]?.root, ['a500']) as MapNode;
    expect(members(last).map((entry) => entry.name)).toContain('y');
  }, 60_000);
});
