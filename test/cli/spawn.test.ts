import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FINE, makeFolder, WRONG } from './io';

const CLI = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'cli.js');
const BUILT = existsSync(CLI) && existsSync(join(dirname(CLI), 'cli-main.js'));
if (!BUILT) console.warn('SKIPPED: the program is tried as it ships after `npm run build`');

describe.skipIf(!BUILT)('the program as it ships', () => {
  const cwd = makeFolder({ 'a.yaml': WRONG, 'b.yaml': FINE });
  const cache = makeFolder({});
  const start = (argv: string[], how: { input?: string; env?: Record<string, string> } = {}) =>
    spawnSync(process.execPath, [CLI, ...argv], {
      cwd,
      encoding: 'utf8',
      input: how.input ?? '',
      maxBuffer: 1 << 26,
      env: { ...process.env, XDG_CACHE_HOME: cache, ...how.env },
    });

  it('checks, explains and exits as it should', () => {
    const check = start(['check', '-f', 'concise']);
    expect(check).toMatchObject({ status: 1, stderr: '' });
    expect(check.stdout).toMatch(/^a\.yaml:3:15: error wrong-type: /);
    expect(start(['check', 'b.yaml'])).toMatchObject({ status: 0, stdout: 'No problems in 1 file.\n' });
    expect(start(['check', 'none'])).toMatchObject({ status: 2, stdout: 'No ECS service definitions found.\n' });
    expect(start(['explain', 'wrong-type']).stdout).toContain('wrong-type');
    expect(start(['rules', '-f', 'json']).stdout).toContain('"wrong-type"');
    expect(start(['schema']).stdout).toContain('"serviceName"');
    expect(start(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('reads a pipe to its end, and writes more than a pipe holds', () => {
    const long = `${FINE}tags:\n${Array.from({ length: 3000 }, (_, i) => `  - {key: k${i}, valu: x}\n`).join('')}`;
    const { stdout, status } = start(['check', '-', '-f', 'json'], { input: long });
    expect(status).toBe(1);
    expect(stdout.length).toBeGreaterThan(500_000);
    expect(JSON.parse(stdout).files[0].findings.length).toBeGreaterThan(2999);
  });

  it('stops quietly when nobody reads on', () => {
    const script = `"${process.execPath}" "${CLI}" rules -f json | head -c 10; exit \${PIPESTATUS[0]}`;
    const { stdout, stderr, status } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8' });
    expect({ stdout: stdout.length, stderr, status }).toEqual({ stdout: 10, stderr: '', status: 0 });
  });

  it.skipIf(process.platform === 'win32')(
    'keeps its code cache where only this user can write, and works without one',
    () => {
      const folder = makeFolder({});
      const env = { XDG_CACHE_HOME: folder };
      expect(start(['check', 'b.yaml'], { env }).status).toBe(0);
      const [name = ''] = readdirSync(join(folder, 'ecs-preflight'));
      const file = join(folder, 'ecs-preflight', name);
      expect([statSync(dirname(file)).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
      writeFileSync(file, 'rubbish');
      expect(start(['check', 'b.yaml'], { env })).toMatchObject({ status: 0, stderr: '' });
      expect(statSync(file).size).toBeGreaterThan(10_000);
      // Somebody else could have written this one: it is neither read nor replaced.
      writeFileSync(file, 'rubbish');
      chmodSync(dirname(file), 0o777);
      expect(start(['check', 'b.yaml'], { env })).toMatchObject({ status: 0, stderr: '' });
      expect(statSync(file).size).toBe(7);
      expect(start(['check', 'b.yaml'], { env: { XDG_CACHE_HOME: '/nonexistent/x' } })).toMatchObject({
        status: 0,
        stderr: '',
      });
      const untouched = makeFolder({});
      start(['check', 'b.yaml'], { env: { XDG_CACHE_HOME: untouched, ECS_PREFLIGHT_NO_CACHE: '1' } });
      expect(readdirSync(untouched)).toEqual([]);
    },
  );

  it.skipIf(availableParallelism() < 2)('makes very many runs in threads of their own', () => {
    const folder = makeFolder({
      'probe.cjs': `const threads = require('node:worker_threads');
threads.Worker = class extends threads.Worker {
  constructor(...given) {
    super(...given);
    process.stderr.write('started ');
    this.on('error', (error) => process.stderr.write(String(error)));
    this.once('message', () => process.stderr.write('answered '));
  }
};`,
      'many.yaml': FINE.replace('desiredCount: 2', 'desiredCount: 400'),
    });
    const service = join(folder, 'many.yaml');
    const env = { NODE_OPTIONS: `--require ${join(folder, 'probe.cjs')}` };
    const { status, stderr, stdout } = start(['simulate', service, '--runs', '6000', '--no-config'], { env });
    expect(stdout).toContain('Of 6000 runs');
    expect(status).toBe(0);
    expect(stderr).toMatch(/^started started (started )*answered (answered )*$/);
  });

  it.skipIf(process.platform === 'win32')('ends many runs with Ctrl-C, without a word on stdout', async () => {
    const program = spawn(process.execPath, [CLI, 'simulate', 'b.yaml', '--runs', '100000'], { cwd });
    let out = '';
    let err = '';
    program.stdout.on('data', (chunk) => (out += chunk));
    program.stderr.on('data', (chunk) => (err += chunk));
    const ended = new Promise((resolve) => program.on('exit', (code, signal) => resolve(code ?? signal)));
    // It listens when the program of the runs is under way; before that the signal ends it as any program.
    const signal = setInterval(() => program.kill('SIGINT'), 700);
    expect([130, 'SIGINT']).toContain(await ended);
    clearInterval(signal);
    expect(out).toBe('');
    expect(err).toMatch(/^(ecs-preflight: cancelled after \d+ of 100000 runs\n)?$/);
  });

  it.each([[['lsp', '--stdio']], [['lsp']]])('starts the language server: %j', async (argv) => {
    const server = spawn(process.execPath, [CLI, ...argv], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
    const params = { processId: null, rootUri: null, capabilities: {} };
    const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    server.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
    const answer = await new Promise<string>((resolve) => {
      let read = '';
      server.stdout.on('data', (chunk) => {
        read += chunk;
        if (read.includes('"capabilities"')) resolve(read);
      });
      server.on('exit', () => resolve(read));
    });
    expect(answer).toContain('"capabilities"');
    const ended = new Promise((resolve) => server.on('exit', resolve));
    server.stdin.end();
    await ended;
  });

  it('has help for the language server without starting it', () => {
    expect(start(['lsp', '--help']).stdout).toContain('--socket');
  });
});
