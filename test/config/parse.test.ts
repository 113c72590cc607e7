import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../server/config';
import { RULES } from '../../server/core/rules';

const parse = (text: string, name = 'file:///w/.ecs-preflight.yaml') => {
  const { config, problems } = parseConfig(name, text);
  return {
    config,
    told: problems.map((p) => `${p.position.line + 1}:${p.position.character + 1} ${p.severity}: ${p.message}`),
  };
};

describe('a configuration', () => {
  it('reads every setting, in YAML and JSON alike', () => {
    const yaml = `profile: ecspresso
rules: {wrong-type: warning}
overrides:
  - files: ['legacy/**']
    pointer: /loadBalancers
    rules: {unknown-member: 'off'}
files: ['*.svc']
exclude: [tmp]
taskDefinitions: {'a.json': 'td/a.json'}
simulator: {seed: 7}
inlayHints: false
`;
    const json = JSON.stringify({
      profile: 'ecspresso',
      rules: { 'wrong-type': 'warning' },
      overrides: [{ files: ['legacy/**'], pointer: '/loadBalancers', rules: { 'unknown-member': 'off' } }],
      files: ['*.svc'],
      exclude: ['tmp'],
      taskDefinitions: { 'a.json': 'td/a.json' },
      simulator: { seed: 7 },
      inlayHints: false,
    });
    const one = parse(yaml);
    expect(one.told).toEqual([]);
    expect(one.config).toEqual({
      uri: 'file:///w/.ecs-preflight.yaml',
      profile: 'ecspresso',
      rules: { 'wrong-type': 'warning' },
      overrides: [
        { files: ['legacy/**'], pointer: '/loadBalancers', rules: { 'unknown-member': 'off' }, profile: undefined },
      ],
      files: ['*.svc'],
      exclude: ['tmp'],
      taskDefinitions: { 'a.json': 'td/a.json' },
      simulator: { seed: 7 },
      inlayHints: false,
      codeLens: true,
    });
    const other = parse(json, 'file:///w/.ecs-preflight.json');
    expect(other.told).toEqual([]);
    expect({ ...other.config, uri: one.config.uri }).toEqual(one.config);
  });

  it('says where a mistake is and what was probably meant, and keeps what is right', () => {
    const { config, told } = parse(`profil: ecspresso
rules:
  wrong-tipe: off
  wrong-type: loud
  unknown-member: hint
overrides:
  - rules: {}
exclude: tmp
`);
    expect(told).toEqual([
      '1:1 warning: there is no setting "profil"; did you mean "profile"?',
      '3:3 warning: there is no rule "wrong-tipe"; did you mean "wrong-type"?',
      '4:15 error: wrong-type cannot be "loud". It takes error, warning, information, hint, off',
      '7:5 error: "files" is missing here',
      '8:10 error: exclude must be a list, not a string',
    ]);
    expect(config.rules).toEqual({ 'unknown-member': 'hint' });
  });

  it.each([
    ['', 0],
    ['# nothing yet\n', 0],
    ['[]', 1],
    ['"text"', 1],
    ['rules: {a: [', 1],
    ['\u0000\u0001{{{', 1],
  ])('never throws: %j', (text, atLeast) => {
    const { told, config } = parse(text);
    expect(told.length).toBeGreaterThanOrEqual(atLeast);
    expect(config.overrides).toEqual([]);
  });

  it('takes comments and trailing commas in JSON, and $schema, without a word', () => {
    const { told, config } = parse(
      '{\n // ours\n "$schema": "x",\n "rules": {"wrong-type": "off",},\n}',
      'file:///w/.ecs-preflight.json',
    );
    expect(told).toEqual([]);
    expect(config.rules).toEqual({ 'wrong-type': 'off' });
  });

  it('spells wild cards out, the more exact key winning wherever it stands', () => {
    const { config, told } = parse(`rules: {wrong-type: error, wrong-*: 'off', document/*: hint, '*': warning}\n`);
    expect(told).toEqual([]);
    expect(config.rules['*']).toBe('warning');
    expect(config.rules['wrong-type']).toBe('error');
    expect(config.rules['wrong-length']).toBe('off');
    for (const rule of RULES.filter((r) => r.group === 'document' && !r.id.startsWith('wrong-')))
      expect(config.rules[rule.id]).toBe('hint');
  });

  it('reads a member of package.json, with positions in that file', () => {
    const text = '{\n  "name": "x",\n  "ecsPreflight": {"rules": {"wrong-type": "nope"}}\n}\n';
    const { problems } = parseConfig('file:///w/package.json', text, 'ecsPreflight');
    expect(problems.map((p) => p.position)).toEqual([{ line: 2, character: 43 }]);
  });
});
