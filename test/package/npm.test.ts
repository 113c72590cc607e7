import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeBuilt, ROOT } from '../built';

/** Everything that the npm package holds. */
const SHIPPED = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/cli-main.js',
  'dist/cli.js',
  'dist/parts/query.js',
  'dist/parts/simulator.js',
  'dist/parts/yaml.js',
  'dist/preview.css',
  'dist/preview.js',
  'dist/server-main.js',
  'dist/server.js',
  'dist/simulator.js',
  'dist/texts.json',
  'package.json',
];

/** Parts of the bundles that the test needs. */
const BUILT = SHIPPED.filter((file) => file.startsWith('dist/')).map((file) => file.slice('dist/'.length));

const npm = (args: string[], cwd: string) =>
  spawnSync('npm', ['--loglevel=error', '--no-audit', '--no-fund', '--offline', ...args], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });

describeBuilt('the npm package', BUILT, () => {
  let folder: string;
  let files: string[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ecs-preflight-npm-'));
    // No scripts: the one that packs would build again what is being tested.
    const { stdout, stderr } = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT);
    const [packed] = JSON.parse(stdout || 'null') ?? [];
    if (!packed) throw new Error(stderr);
    files = packed.files.map(({ path }: { path: string }) => path);
    mkdirSync(join(folder, 'project'));
    cpSync(join(ROOT, 'test', 'editors', 'fixtures', 'shop'), join(folder, 'project', 'shop'), { recursive: true });
    // The registry is not asked: there is nothing to fetch, for everything is in the bundles.
    const { status, stderr: said } = npm(
      ['install', '--prefix', '.', '--omit=dev', join('..', packed.filename)],
      join(folder, 'project'),
    );
    if (status !== 0) throw new Error(said);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  it('holds what is meant to ship, and nothing else', () => {
    const schemas = files.filter((file) => /^schemas\/generated\/[a-z-]+\.schema\.json$/.test(file));
    expect(schemas.length).toBeGreaterThanOrEqual(4);
    expect(files.filter((file) => !schemas.includes(file)).sort()).toEqual(SHIPPED);
  });

  it('works where it was installed', () => {
    const project = join(folder, 'project');
    const { status, stdout } = npm(['exec', '--', 'ecs-preflight', 'check', 'shop', '--format', 'concise'], project);
    expect(stdout).toMatch(/ecs-service-def\.yaml:23:16: error not-a-listed-value: /);
    expect(status).toBe(1);
  });

  it('writes the page of a rollout that stands alone', () => {
    const project = join(folder, 'project');
    const file = 'shop/ecs-service-def.yaml';
    const { status, stdout, stderr } = npm(
      ['exec', '--', 'ecs-preflight', 'simulate', file, '--format', 'html'],
      project,
    );
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^<!doctype html>/i);
    expect(status).toBe(0);
  });

  it('brings the schemas and the language server along', () => {
    const project = join(folder, 'project');
    const { stdout } = npm(['exec', '--', 'ecs-preflight', 'schema', 'service'], project);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: expect.stringContaining('draft-07') });
    const { stdout: help, status } = npm(['exec', '--', 'ecs-preflight', 'lsp', '--help'], project);
    expect(help).toContain('--stdio');
    expect(status).toBe(0);
  });
});
