/** One throw-away VS Code: code-server on a free port of this machine, with folders of its own that go when it stops. */
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ANSWERS_WITHIN = 60_000;

/** Nothing pops up by itself, asks, saves or calls out. */
export const QUIET = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  // Else the words of the file fill the list of completions when a server offers nothing.
  'editor.wordBasedSuggestions': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // In a browser it saves by itself unless told otherwise.
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @param {{
 *   program: {node: string, entry: string},
 *   vsix?: string[],
 *   settings?: object,
 *   port?: number,
 *   testDriver?: boolean,
 * }} options vsix: packages to install; settings: of the user; port: 0 or absent for a free one; testDriver: lets a
 *   page run tests inside the extension host
 */
export async function startCodeServer({ program, vsix = [], settings = {}, port = 0, testDriver = false }) {
  const home = await mkdtemp(join(tmpdir(), 'ecs-preflight-vscode-'));
  const data = join(home, 'data');
  await mkdir(join(data, 'User'), { recursive: true });
  await writeFile(join(data, 'User', 'settings.json'), JSON.stringify(settings));
  // Without a file of our own it writes one into the home folder.
  await writeFile(join(home, 'config.yaml'), 'cert: false\n');
  const args = ['--config', join(home, 'config.yaml'), '--user-data-dir', data];
  args.push('--extensions-dir', join(home, 'extensions'));
  const env = {
    ...process.env,
    HOME: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    // In the terminal of an editor this would ask that editor to open things.
    VSCODE_IPC_HOOK_CLI: '',
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  };
  const remove = () => rm(home, { recursive: true, force: true, maxRetries: 5 });
  try {
    for (const file of vsix) await install(program, args, env, resolve(file));
    const chosen = port || (await freePort());
    const listen = ['--bind-addr', `127.0.0.1:${chosen}`, '--auth', 'none', ...SILENT];
    if (testDriver) listen.push('--vscode-option', 'enable-smoke-test-driver');
    const server = startGroup(program.node, [program.entry, ...args, ...listen], env);
    const url = `http://127.0.0.1:${chosen}`;
    await untilUp(`${url}/healthz`, server);
    return {
      url,
      logs: join(data, 'logs'),
      /** The address of a file of this machine inside the editor. */
      uri: (path) => `vscode-remote://127.0.0.1:${chosen}${resolve(path)}`,
      async stop() {
        await server.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

const SILENT = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--ignore-last-opened'];
SILENT.push('--disable-getting-started-override');

async function install({ node, entry }, args, env, file) {
  const { stdout, stderr } = await promisify(execFile)(node, [entry, ...args, '--install-extension', file], { env });
  if (!stdout.includes('successfully installed')) throw new Error(`${file} was not installed: ${stdout}${stderr}`);
}

const running = new Set();
const killAll = () => {
  for (const pid of running) signal(pid, 'SIGKILL');
};
process.once('exit', killAll);

/** A process that leads a group, so that whatever it starts ends with it. */
function startGroup(command, args, env) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const exited = new Promise((done) => child.once('exit', done).once('error', done));
  running.add(child.pid);
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      words = (words + data).slice(-3000);
    });
  }
  return {
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    lastWords: () => words,
    async stop() {
      signal(child.pid, 'SIGTERM');
      const hard = setTimeout(() => signal(child.pid, 'SIGKILL'), 5000);
      await exited;
      clearTimeout(hard);
      // Some of the group may still live although its leader is gone.
      signal(child.pid, 'SIGKILL');
      running.delete(child.pid);
    },
  };
}

function signal(pid, name) {
  try {
    process.kill(-pid, name);
  } catch {
    // Gone already.
  }
}

async function untilUp(url, server) {
  const end = Date.now() + ANSWERS_WITHIN;
  for (;;) {
    const up = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return;
    if (server.hasEnded() || Date.now() > end) {
      await server.stop();
      throw new Error(`code-server did not come up:\n${server.lastWords()}`);
    }
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** A port that nobody uses now. */
export function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
