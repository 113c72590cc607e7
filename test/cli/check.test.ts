import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, FINE, makeFolder, WRONG } from './io';

const concise = (...args: string[]) => ['check', ...args, '--format', 'concise'];

const TARGET_GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/6d0ecf831eec9f09';

describe('what is checked', () => {
  it('a folder: files that are ours, found by content, without a word about the others', async () => {
    const cwd = makeFolder({
      'a.yaml': WRONG,
      'b.json': '{"name": "x"}',
      'deploy.yaml': 'apiVersion: apps/v1\nkind: Deployment\nspec: {replicas: 2}\n',
      'node_modules/x/a.yaml': WRONG,
      'c.txt': WRONG,
    });
    const { code, out, err } = await cli(cwd, concise());
    expect(err).toBe('');
    expect(out).toBe(
      `a.yaml:3:15: error wrong-type: ${JSON.parse((await cli(cwd, ['check', '-f', 'json'])).out).files[0].findings[0].message}\n1 error in 1 file.\n`,
    );
    expect(code).toBe(1);
  });

  it('nothing of ours', async () => {
    const ran = await cli(makeFolder({ 'a.json': '[]' }), concise());
    expect(ran).toEqual({ code: 0, out: 'No ECS service definitions found.\n', err: '' });
  });

  it('a file named outright that is not ours: said on stderr, no finding', async () => {
    const cwd = makeFolder({ 'deploy.yaml': 'apiVersion: apps/v1\nkind: Deployment\n', 'a.yaml': FINE });
    const { code, out, err } = await cli(cwd, concise('deploy.yaml', 'a.yaml'));
    expect(err).toBe('ecs-preflight: deploy.yaml is not an ECS service definition, so it was not checked\n');
    expect(out).toBe('No problems in 1 file.\n');
    expect(code).toBe(0);
  });

  it('Jsonnet, which is a program and no broken JSON: what to check instead', async () => {
    const cwd = makeFolder({ 'sv.jsonnet': '{ desiredCount: 1, launchType: "EC2" }\n', 'a.yaml': FINE });
    const { code, out, err } = await cli(cwd, concise('sv.jsonnet', 'a.yaml'));
    expect(err).toContain('sv.jsonnet is Jsonnet');
    expect(err).toContain('ecspresso render servicedef | ecs-preflight check -');
    expect(out).toBe('No problems in 1 file.\n');
    expect(code).toBe(0);
  });

  it('a task definition: with the services that run it, once, whether it is named or not', async () => {
    const cwd = makeFolder({
      'ecs-service-def.yaml': FINE,
      'td.yaml':
        'family: web\ncpu: 256\nnetworkMode: awsvpc\ncontainerDefinitions: [{name: web, image: x, esential: true}]\n',
      'alone/td.yaml': 'family: other\ncontainerDefinitions: [{name: web, image: x, esential: true}]\n',
    });
    const lines = async (...args: string[]) =>
      (await cli(cwd, concise('-q', ...args))).out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(': ')[0]);
    const all = await lines();
    expect(all).toContain('td.yaml:4:46');
    expect(new Set(all.map((line) => (line ?? '').split(':')[0]))).toEqual(new Set(['td.yaml']));
    expect(await lines('ecs-service-def.yaml')).toEqual(all);
    expect(await lines('td.yaml', 'ecs-service-def.yaml')).toEqual(all);
    writeFileSync(
      join(cwd, 'ecs-service-def.yaml'),
      `${FINE}loadBalancers: [{targetGroupArn: '${TARGET_GROUP}', containerName: nginx, containerPort: 80}]\n`,
    );
    const pair = await lines();
    expect(pair.filter((line) => line?.startsWith('ecs-service-def.yaml'))).toHaveLength(1);
    expect(pair.filter((line) => line?.startsWith('td.yaml'))).toEqual(all);
    expect(await cli(cwd, concise('alone/td.yaml'))).toEqual({
      code: 0,
      out: 'No ECS service definitions found.\n',
      err: 'ecs-preflight: alone/td.yaml is a task definition: it is checked together with the services that run it, and gets no report of its own\n',
    });
  });

  it('globs, with files found twice checked once', async () => {
    const cwd = makeFolder({ 'x/a.yaml': WRONG, 'x/b.txt': WRONG, 'x/y/c.yaml': WRONG });
    const { out } = await cli(cwd, concise('x/**/*.yaml', 'x/a.yaml', './x', 'x/*.txt'));
    expect(out.split('\n').map((line) => line.split(':')[0])).toEqual([
      'x/a.yaml',
      'x/b.txt',
      'x/y/c.yaml',
      '3 errors in 3 files.',
      '',
    ]);
    expect(await cli(cwd, concise('y/*.yaml'))).toMatchObject({
      code: 2,
      err: 'ecs-preflight: "y/*.yaml" matches no file\n',
    });
  });

  it('standard input, JSON or YAML told apart by content, with neighbours of the name it is given', async () => {
    const cwd = makeFolder({ 'svc/.ecs-preflight.json': '{"rules": {"wrong-type": "hint"}}' });
    expect((await cli(cwd, concise('-'), { stdin: WRONG })).out).toMatch(/^<stdin>:3:15: error wrong-type/);
    expect(
      (await cli(cwd, concise('-'), { stdin: '{"serviceName": "x", "desiredCount": "2", "launchType": "FARGATE"}' }))
        .out,
    ).toContain('<stdin>:1:');
    const named = await cli(cwd, concise('-', '--stdin-filename', 'svc/a.yaml', '--level', 'hint'), { stdin: WRONG });
    expect(named.out).toMatch(/^svc\/a.yaml:3:15: hint wrong-type/);
    expect(named.code).toBe(0);
  });

  it('files without a telling ending', async () => {
    const cwd = makeFolder({
      service: WRONG,
      other: '{"serviceName": "x", "desiredCount": "2", "launchType": "EC2", "taskDefinition": "a"}',
    });
    const { out } = await cli(cwd, concise('service', 'other'));
    expect(out).toMatch(/^service:3:15: error wrong-type/m);
    expect(out).toMatch(/^other:1:\d+: error wrong-type/m);
  });
});

describe('trouble', () => {
  it.each([
    ['missing', 'none.yaml', 'does not exist'],
    ['UTF-16', 'utf16.yaml', 'UTF-16'],
    ['binary', 'binary.json', 'is binary, not text'],
    ['not UTF-8', 'latin1.yaml', 'is not UTF-8 text (see line 2)'],
  ])('%s: said on stderr, exit code 2, the other files checked', async (_, name, message) => {
    const cwd = makeFolder({
      'a.yaml': WRONG,
      'utf16.yaml': Buffer.from(`\ufeff${FINE}`, 'utf16le'),
      'binary.json': Buffer.from([0x7b, 0, 1]),
      'latin1.yaml': Buffer.from('a: 1\nb: \xe9\n', 'latin1'),
    });
    const { code, out, err } = await cli(cwd, concise(name, 'a.yaml'));
    expect(code).toBe(2);
    expect(err).toContain(`ecs-preflight: ${name} `);
    expect(err).toContain(message);
    expect(out).toContain('1 error in 1 file.');
  });

  it('a foreign file that is not UTF-8 does not fail a folder', async () => {
    const cwd = makeFolder({ 'latin1.yaml': Buffer.from('b: \xe9\n', 'latin1'), 'a.yaml': FINE });
    expect(await cli(cwd, concise())).toMatchObject({
      code: 0,
      err: expect.stringContaining('latin1.yaml is not UTF-8'),
    });
  });

  it.each([
    [['chek'], 'there is no command "chek"; did you mean check?'],
    [['check', '--formt', 'json'], 'there is no option --formt; did you mean --format?'],
    [['check', '--format', 'jsn'], '--format does not know "jsn"; did you mean json?'],
    [['check', '--format'], '--format needs a value'],
    [['check', '--profile', '--fix'], '--profile needs a value'],
    [['check', '--fix=yes'], '--fix is a switch'],
    [['check', '--fix', '--fix-dry-run'], 'exclude each other'],
    [['check', '--output', 'sarif'], '--output takes FORMAT=FILE'],
    [['check', '--output', 'srif=x'], 'did you mean sarif?'],
    [['check', '--task-definition', 'none.json'], '--task-definition none.json does not exist'],
    [['check', '--previous', 'none.json', 'a.yaml'], '--previous none.json does not exist'],
    [['check', '--previous', 'git:--output=x', 'a.yaml'], 'needs a revision'],
    [['check', '--output', 'json=no/such/folder/x', 'a.yaml'], 'cannot write no/such/folder/x'],
    [['explain'], 'needs RULE'],
    [['explain', 'a', 'b'], 'takes at most 1, got "b"'],
    [['explain', 'wrong-tipe'], 'did you mean wrong-type?'],
    [['schema', 'servce'], 'did you mean service?'],
    [['lsp', 'x'], 'takes no argument'],
  ])('%j: %s', async (argv, message) => {
    const { code, out, err } = await cli(makeFolder({ 'a.yaml': FINE }), argv);
    expect(err).toContain(message);
    expect(err).not.toContain('bug');
    expect(code).toBe(2);
    expect(out).not.toContain('Usage');
  });

  it('a mistake in the configuration: where it is, exit code 2, the rest in force', async () => {
    const cwd = makeFolder({
      'a.yaml': WRONG,
      '.ecs-preflight.yaml': 'rules:\n  wrong-type: "off"\n  null-value: loud\n',
    });
    const { code, out, err } = await cli(cwd, concise());
    expect(err).toContain('.ecs-preflight.yaml:3:15: error in the configuration: null-value cannot be "loud"');
    expect(out).toBe('No problems in 1 file.\n');
    expect(code).toBe(2);
    expect((await cli(cwd, concise('--no-config'))).code).toBe(1);
    expect((await cli(cwd, concise('--config', 'none.json'))).err).toContain(
      'none.json:1:1: error in the configuration: the configuration does not exist',
    );
  });
});

describe('options', () => {
  it('--fail-on and --exit-zero decide the exit code alone', async () => {
    const cwd = makeFolder({ 'a.yaml': WRONG, '.ecs-preflight.yaml': 'rules: {wrong-type: warning}' });
    const code = async (...args: string[]) => (await cli(cwd, ['check', ...args])).code;
    expect(await code()).toBe(0);
    expect(await code('--fail-on', 'warning')).toBe(1);
    expect(await code('--fail-on', 'hint')).toBe(1);
    expect(await code('--fail-on', 'never', '--no-config')).toBe(0);
    expect(await code('--exit-zero', '--no-config')).toBe(0);
    expect(await code('--exit-zero', 'none')).toBe(2);
  });

  it('--level decides what is shown; hints are left out unless a program reads', async () => {
    const cwd = makeFolder({ 'a.yaml': WRONG, '.ecs-preflight.yaml': 'rules: {wrong-type: hint}' });
    const hidden = 'No problems in 1 file. 1 finding below the level shown (--level hint).\n';
    expect((await cli(cwd, concise())).out).toBe(hidden);
    expect((await cli(cwd, concise('--level', 'error'))).out).toBe(hidden);
    expect((await cli(cwd, concise('--level', 'hint'))).out).toContain('hint wrong-type');
    expect((await cli(cwd, ['check', '-f', 'json'])).out).toContain('"hint"');
    expect((await cli(cwd, ['check', '-f', 'json', '--level', 'information'])).out).not.toContain('"hint"');
    expect((await cli(cwd, ['check', '--fail-on', 'hint'])).code).toBe(1);
  });

  it('--quiet prints findings alone', async () => {
    const cwd = makeFolder({ 'a.yaml': FINE });
    expect((await cli(cwd, ['check', '-q'])).out).toBe('');
  });

  it('--profile decides', async () => {
    const cwd = makeFolder({ 'a.yaml': FINE });
    const of = async (...args: string[]) =>
      JSON.parse((await cli(cwd, ['check', '-f', 'json', ...args])).out).files[0].profile;
    expect(await of()).toBe('create-service');
    expect(await of('--profile', 'ecspresso')).toBe('ecspresso');
    expect(await of('--profile', 'auto')).toBe('create-service');
  });

  it('--output writes more formats beside the one on standard output', async () => {
    const cwd = makeFolder({ 'a.yaml': WRONG });
    const { out } = await cli(cwd, concise('--output', 'json=x.json', '-o', 'junit=x.xml'));
    expect(out).toContain('error wrong-type');
    expect(JSON.parse(readFileSync(join(cwd, 'x.json'), 'utf8')).version).toBe(1);
    expect(readFileSync(join(cwd, 'x.xml'), 'utf8')).toMatch(/^<\?xml/);
  });

  it('--previous git:REV reads the old version without touching anything', async () => {
    const cwd = makeFolder({ 'svc/a.yaml': FINE });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd, stdio: 'pipe' });
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'x');
    expect(await cli(cwd, ['check', 'svc/a.yaml', '--previous', 'git:HEAD'])).toMatchObject({ code: 0, err: '' });
    const changed = FINE.replace('launchType: FARGATE', 'launchType: EC2');
    writeFileSync(join(cwd, 'svc/a.yaml'), changed);
    const rules = async (...args: string[]) =>
      JSON.parse((await cli(cwd, ['check', 'svc/a.yaml', '-f', 'json', ...args])).out).files[0].findings.map(
        (f: { rule: string }) => f.rule,
      );
    const without = await rules();
    const gained = (await rules('--previous', 'git:HEAD')).filter((rule: string) => !without.includes(rule));
    expect(gained).not.toEqual([]);
    writeFileSync(join(cwd, 'old.yaml'), FINE);
    expect((await rules('--previous', 'old.yaml')).filter((rule: string) => !without.includes(rule))).toEqual(gained);
    expect((await cli(cwd, ['check', 'svc/a.yaml', '--previous', 'git:nope'])).err).toContain(
      'git knows no revision "nope"',
    );
    expect((await cli(cwd, ['check', 'svc', 'svc/a.yaml', '--previous', 'svc/a.yaml'])).code).toBe(0);
  });

  it('excluded files are left alone in a folder, and checked when named', async () => {
    const cwd = makeFolder({ 'a.yaml': WRONG, '.ecs-preflight.yaml': 'exclude: [a.yaml]' });
    expect((await cli(cwd, concise())).out).toBe('No ECS service definitions found.\n');
    expect((await cli(cwd, concise('a.yaml'))).code).toBe(1);
  });
});

describe('the terminal', () => {
  const cwd = makeFolder({ 'a.yaml': WRONG });

  it('colours when asked to, and by NO_COLOR and FORCE_COLOR', async () => {
    const coloured = async (env: Record<string, string>, terminal: boolean, ...args: string[]) =>
      (await cli(cwd, ['check', ...args], { env, outIsTerminal: terminal })).out.includes('\u001b[');
    expect(await coloured({}, true)).toBe(true);
    expect(await coloured({}, false)).toBe(false);
    expect(await coloured({ TERM: 'dumb' }, true)).toBe(false);
    expect(await coloured({ NO_COLOR: '1' }, true)).toBe(false);
    expect(await coloured({ NO_COLOR: '' }, true)).toBe(true);
    expect(await coloured({ FORCE_COLOR: '1' }, false)).toBe(true);
    expect(await coloured({ FORCE_COLOR: '0' }, true)).toBe(false);
    expect(await coloured({ NO_COLOR: '1' }, false, '--color', 'always')).toBe(true);
    expect(await coloured({}, true, '--color=never')).toBe(false);
  });

  it('shows progress after a second on a terminal, and wipes it', async () => {
    let time = 0;
    const now = () => {
      time += 600;
      return time;
    };
    const shown = await cli(makeFolder({ 'a.yaml': FINE, 'b.yaml': FINE, 'c.yaml': FINE }), ['check'], {
      now,
      errIsTerminal: true,
    });
    expect(shown.err).toContain('checked 1 of 3 files');
    expect(shown.err.endsWith('\r\u001b[K')).toBe(true);
    expect((await cli(cwd, ['check'], { now })).err).toBe('');
  });
});
