import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Plain, parse, type Syntax, type TranscodeOptions, toPlain, transcode } from '../../server/core/syntax';
import { written } from './arbitrary';

const OTHER: Record<Syntax, Syntax> = { json: 'yaml', yaml: 'json' };

function write(text: string, from: Syntax, options: Partial<TranscodeOptions> = {}): string | undefined {
  return transcode(parse(text, from), { to: OTHER[from], comments: 'keep', isText: () => true, ...options });
}
const plainOf = (text: string, syntax: Syntax): Plain | undefined => {
  const root = parse(text, syntax).docs[0]?.root;
  return root && toPlain(root);
};

describe('a file in the other syntax', () => {
  it('says the same, keeps every comment in order, and comes back', () => {
    fc.assert(
      fc.property(written, ({ text, syntax, value }) => {
        const there = write(text, syntax);
        if (there === undefined) return;
        expect(plainOf(there, OTHER[syntax])).toEqual(plainOf(text, syntax) ?? value);
        const comments = parse(text, syntax).comments.map((c) => c.text);
        expect(parse(there, OTHER[syntax]).comments.map((c) => c.text)).toEqual(comments);
        const back = write(there, OTHER[syntax]);
        expect(back).toBeDefined();
        expect(plainOf(back as string, syntax)).toEqual(plainOf(text, syntax));
      }),
      { numRuns: 400 },
    );
  });

  it('is written for nearly every sound text', () => {
    const samples = fc.sample(written, { numRuns: 200, seed: 1 });
    const refused = samples.filter(({ text, syntax }) => write(text, syntax) === undefined);
    expect(refused.length).toBeLessThan(samples.length / 10);
  });

  it('keeps comments beside what they are about, and empty lines', () => {
    const yaml = [
      '# ecs-preflight: profile=create-service',
      '',
      'serviceName: web # the name',
      '# how it is deployed',
      'deploymentConfiguration: # by ECS',
      '  # at least half',
      '  minimumHealthyPercent: 50',
      '',
      '  maximumPercent: 200 # twice',
      'tags:',
      '  - key: a # first',
      '    value: b',
      '  # none so far',
      'volumeConfigurations: []',
      '# the end',
      '',
    ].join('\n');
    const json = [
      '// ecs-preflight: profile=create-service',
      '',
      '{',
      '  "serviceName": "web", // the name',
      '  // how it is deployed',
      '  "deploymentConfiguration": { // by ECS',
      '    // at least half',
      '    "minimumHealthyPercent": 50,',
      '',
      '    "maximumPercent": 200 // twice',
      '  },',
      '  "tags": [',
      '    {',
      '      "key": "a", // first',
      '      "value": "b"',
      '    }',
      '  ],',
      '  // none so far',
      '  "volumeConfigurations": []',
      '}',
      '// the end',
      '',
    ].join('\n');
    expect(write(yaml, 'yaml')).toBe(json);
    expect(write(yaml, 'yaml', { comments: 'drop' })).not.toMatch(/\/\/|#/);
    expect(write(json, 'json')).toBe(yaml.replace('  # none so far', '# none so far'));
  });

  it('keeps templates as they are written, with the quotes that the syntax wants', () => {
    const yaml = 'a: {{ must_env `A` }}\nb: \'x-{{ must_env "B" }}-"y"\'\nc: "{{ env `C` `2` }}"\nd: ${D}\n';
    const json = write(yaml, 'yaml', { isText: ({ source }) => source.includes('D') });
    expect(json).toBe(
      '{\n  "a": {{ must_env `A` }},\n  "b": "x-{{ must_env "B" }}-\\"y\\"",\n  "c": "{{ env `C` `2` }}",\n  "d": "${D}"\n}\n',
    );
    expect(write('{"m": {{ env `N` }}, "t": "{{ env `T` }}"}', 'json')).toBe('m: {{ env `N` }}\nt: "{{ env `T` }}"\n');
  });

  it('keeps short lists on their line in JSON', () => {
    expect(write('a: [x, 1]\nb: {}\nc:\n  - y\n', 'yaml')).toBe(
      '{\n  "a": ["x", 1],\n  "b": {},\n  "c": [\n    "y"\n  ]\n}\n',
    );
  });

  it.each([
    ['anchors', 'a: &x 1\nb: *x\n'],
    ['merge keys', 'a: &x {c: 1}\nb:\n  <<: *x\n'],
    ['intrinsics', 'a: !Ref b\n'],
    ['several documents', 'a: 1\n---\nb: 2\n'],
    ['directives', 'a: 1\n{{ if x }}\nb: 2\n{{ end }}\n'],
    ['a number without end', 'a: .inf\n'],
    ['repeated names', 'a: 1\na: 2\n'],
    ['broken text', 'a: [1, 2\nb: {\n'],
  ])('is not written for %s', (_, text) => {
    expect(write(text, 'yaml')).toBeUndefined();
  });
});
