/**
 * `npm run try [FOLDER]`: VS Code in the browser with the extension and its examples, or with a copy of a folder of yours.
 * VS Code is installed from npm into a folder outside the clone the first time. Ctrl+C ends it and leaves nothing behind.
 *
 *   node scripts/try.mjs [FOLDER] [--port 8080]
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { NotAvailable } from './editors/cache.mjs';
import { startCodeServer } from './editors/code-server.mjs';
import { installCodeServer } from './editors/install-code-server.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: '0' } },
});

try {
  await open();
} catch (error) {
  if (!(error instanceof NotAvailable)) throw error;
  console.error(`VS Code in the browser cannot be had here: ${error.message}`);
  console.error('npm run package makes the .vsix; your own VS Code takes it under "Install from VSIX…".');
  process.exitCode = 1;
}

async function open() {
  const program = installCodeServer();
  const vsix = '.cache/editors/try.vsix';
  mkdirSync(join(root, dirname(vsix)), { recursive: true });
  const packed = spawnSync(process.execPath, ['scripts/package.mjs', '--out', vsix], { cwd: root, encoding: 'utf8' });
  if (packed.status !== 0) throw new Error(`${packed.stdout}${packed.stderr}`);

  // A copy: whatever is tried there, nothing of the clone changes.
  const parent = mkdtempSync(join(tmpdir(), 'ecs-preflight-try-'));
  const folder = join(parent, 'examples');
  cpSync(positionals[0] ? resolve(positionals[0]) : join(root, 'client', 'examples'), folder, { recursive: true });
  const settings = {
    'security.workspace.trust.enabled': false,
    'telemetry.telemetryLevel': 'off',
    'update.mode': 'none',
  };
  const server = await startCodeServer({ program, vsix: [join(root, vsix)], settings, port: Number(values.port) });
  const address = new URL(server.url);
  address.searchParams.set('folder', folder);
  const first = positionals[0] ? undefined : join(folder, 'ecspresso-web', 'ecs-service-def.yaml');
  if (first) address.searchParams.set('payload', JSON.stringify([['openFile', server.uri(first)]]));
  console.log(`\n  ${address}\n\nOpen this address in a browser on this machine. Ctrl+C ends it.`);
  show(address.href);
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => end());

  async function end() {
    await server.stop();
    rmSync(parent, { recursive: true, force: true });
    process.exit(0);
  }
}

/** Opens the address where there is a desktop; elsewhere the line above is enough. */
function show(address) {
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  spawn(command, [address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
