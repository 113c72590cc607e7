import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createConfiguration, toUri } from '../../server/config';
import { makeFolder } from '../cli/io';

describe('settings of a file', () => {
  it('come from the nearest configuration above it, not from above the repository', () => {
    const folder = makeFolder({
      '.ecs-preflight.json': '{"profile": "update-service"}',
      'repo/.git/HEAD': '',
      'repo/a/service.json': '',
      'repo/b/.ecs-preflight.yaml': 'profile: ecspresso',
      'repo/b/c/service.json': '',
      'plain/service.json': '',
      'pkg/package.json': '{"ecsPreflight": {"profile": "describe-services"}}',
    });
    const { settingsFor } = createConfiguration();
    const profile = (path: string) => settingsFor(toUri(join(folder, path))).profile;
    expect(profile('repo/a/service.json')).toBeUndefined();
    expect(profile('repo/b/c/service.json')).toBe('ecspresso');
    expect(profile('plain/service.json')).toBe('update-service');
    expect(profile('pkg/service.json')).toBe('describe-services');
  });

  it('follow the overrides that match, later ones winning, and pointers', () => {
    const folder = makeFolder({
      '.ecs-preflight.yaml': `
rules: {wrong-type: error, null-value: hint}
overrides:
  - {files: ['legacy/**', '!legacy/new.yaml'], rules: {wrong-type: 'off'}, profile: ecspresso}
  - {files: ['*.yaml'], pointer: /tags/, rules: {unknown-member: 'off'}}
  - {files: ['legacy/old.yaml'], rules: {wrong-type: hint}}
taskDefinitions: {'legacy/*.yaml': td.json}
exclude: [tmp, 'gen/**/*.json']
files: ['odd.txt']
`,
    });
    const { settingsFor, problems } = createConfiguration();
    const of = (path: string) => settingsFor(toUri(join(folder, path)));
    expect(problems()).toEqual([]);
    expect(of('a.json')).toMatchObject({
      rules: { 'wrong-type': 'error', 'null-value': 'hint' },
      byPointer: [],
      excluded: false,
      expected: false,
    });
    expect(of('legacy/a.yaml')).toMatchObject({
      rules: { 'wrong-type': 'off', 'null-value': 'hint' },
      profile: 'ecspresso',
      taskDefinition: toUri(join(folder, 'td.json')),
    });
    expect(of('legacy/a.yaml').byPointer).toEqual([{ pointer: '/tags', rules: { 'unknown-member': 'off' } }]);
    expect(of('legacy/new.yaml').rules['wrong-type']).toBe('error');
    expect(of('legacy/old.yaml').rules['wrong-type']).toBe('hint');
    expect([of('tmp/x/a.json'), of('x/tmp/a.json'), of('gen/a/b.json'), of('gen.json')].map((s) => s.excluded)).toEqual(
      [true, true, true, false],
    );
    expect(of('odd.txt').expected).toBe(true);
  });

  it('put the file before the editor and the command line before both', () => {
    const folder = makeFolder({ '.ecs-preflight.json': '{"rules": {"wrong-type": "hint"}}' });
    const editor = () => ({
      folder,
      settings: { profile: 'update-service', rules: { 'wrong-type': 'error', 'null-value': 'off' }, codeLens: false },
    });
    const uri = toUri(join(folder, 'a.json'));
    expect(createConfiguration({ editor }).settingsFor(uri)).toMatchObject({
      profile: 'update-service',
      rules: { 'wrong-type': 'hint', 'null-value': 'off' },
      codeLens: false,
    });
    expect(createConfiguration({ editor, override: { profile: 'ecspresso' } }).settingsFor(uri).profile).toBe(
      'ecspresso',
    );
    expect(createConfiguration({ file: false }).settingsFor(uri).rules).toEqual({});
  });

  it('tell of a configuration that cannot be read, once', () => {
    const folder = makeFolder({ 'a.json': '' });
    const configuration = createConfiguration({ file: join(folder, 'none.json') });
    configuration.settingsFor(toUri(join(folder, 'a.json')));
    configuration.settingsFor(toUri(join(folder, 'b.json')));
    expect(configuration.problems().map((p) => p.message)).toEqual(['the configuration does not exist']);
  });

  it('work for documents that are not files', () => {
    expect(createConfiguration().settingsFor('untitled:Untitled-1')).toMatchObject({ rules: {}, excluded: false });
  });

  it('are read anew after forget', () => {
    const folder = makeFolder({ '.ecs-preflight.json': '{"profile": "ecspresso"}' });
    const configuration = createConfiguration();
    const uri = toUri(join(folder, 'a.json'));
    const first = configuration.settingsFor(uri);
    expect(configuration.settingsFor(uri)).toBe(first);
    configuration.forget();
    expect(configuration.settingsFor(uri)).not.toBe(first);
  });
});
