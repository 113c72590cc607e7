/**
 * Installs code-server, which is VS Code served to a browser, from npm into the cache.
 *
 * It demands Node 24 while we run on 20: an npm package has the binary and the headers. Its install script compiles
 * modules for features that no test of ours touches, so it is left out, and the two without which the server writes
 * errors into its log are compiled alone.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { NotAvailable, npm, room } from './cache.mjs';
import { onPath } from './programs.mjs';

const NODE = '24.21.0';
const CODE_SERVER = '4.139.1';
/** Systems for which both are published. */
const SYSTEMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];
/** Much weight, and nothing that opens or edits a file. */
const UNUSED = ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'extensions/copilot'];

/**
 * Throws NotAvailable where it cannot be had.
 *
 * @returns {{node: string, entry: string}} the two files that make the command line
 */
export function installCodeServer() {
  const system = `${process.platform}-${process.arch}`;
  if (!SYSTEMS.includes(system)) throw new NotAvailable(`there is no code-server for ${system}`);
  const node = installNode(system);
  const folder = room('code-server', CODE_SERVER, (empty) => fill(empty, system, node));
  return { node, entry: join(folder, 'node_modules/code-server/out/node/entry.js') };
}

function installNode(system) {
  const folder = room('node24', NODE, (empty) => npm(empty, ['install', `node-${system}@${NODE}`]));
  return join(folder, `node_modules/node-${system}/bin/node`);
}

function fill(folder, system, node) {
  for (const tool of ['g++', 'make', 'python3'])
    if (!onPath(tool)) throw new NotAvailable(`code-server needs ${tool} to be installed`);
  const home = dirname(node);
  const env = { PATH: `${home}${delimiter}${process.env.PATH}`, npm_config_nodedir: dirname(home) };
  npm(folder, ['install', '--ignore-scripts', `code-server@${CODE_SERVER}`], env);
  const vscode = join(folder, 'node_modules/code-server/lib/vscode');
  // VS Code inside has a lock file of its own.
  npm(vscode, ['install', '--omit=dev', '--ignore-scripts'], env);
  npm(vscode, ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], env);
  for (const unused of UNUSED) rmSync(join(vscode, unused), { recursive: true, force: true });
  const searchers = join(vscode, 'node_modules/@vscode/ripgrep-universal/bin');
  if (!existsSync(searchers)) return;
  for (const name of readdirSync(searchers)) {
    if (name !== system) rmSync(join(searchers, name), { recursive: true, force: true });
  }
}
