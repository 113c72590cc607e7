/**
 * `npm run test:editors`: the extension and the server in real editors. What is missing is installed, Debian's packages
 * by apt when this is root, all else by npm into a folder outside the clone; what cannot be had is skipped with a line.
 *
 *   node scripts/test-editors.mjs                       all editors
 *   node scripts/test-editors.mjs --only vscode,neovim  some
 *   node scripts/test-editors.mjs --repeat 5            one after the other, with the time of each
 *   node scripts/test-editors.mjs -t rename             tests by name, as vitest takes it
 *
 * Pictures of VS Code are in test/editors/shots afterwards. Exit code: 0 all that ran has passed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { NotAvailable } from './editors/cache.mjs';
import { makeEmptyExtension } from './editors/empty-extension.mjs';
import { installCodeServer } from './editors/install-code-server.mjs';
import { needProgram } from './editors/programs.mjs';
import { makeYamlExtension } from './editors/yaml-extension.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ALE = '/usr/share/vim/vimfiles/pack/dist-bundle/opt/ale';

/** Each answers what the tests need to know, or throws NotAvailable. */
const EDITORS = {
  vscode: async () => {
    const chromium = needProgram('chromium');
    const program = installCodeServer();
    return {
      program,
      chromium,
      vsix: packExtension('ecs-preflight.vsix'),
      web: packExtension('ecs-preflight-web.vsix', '--browser-only'),
      empty: await makeEmptyExtension(join(root, '.cache/editors')),
      yaml: await redHatYaml(),
    };
  },
  neovim: () => needProgram('neovim'),
  emacs: () => needProgram('emacs'),
  vim: () => needProgram('vim', () => existsSync(ALE)),
};

const { values } = parseArgs({
  options: { only: { type: 'string' }, repeat: { type: 'string', default: '1' }, t: { type: 'string', short: 't' } },
});
const names = values.only?.split(',') ?? Object.keys(EDITORS);
const unknown = names.filter((name) => !(name in EDITORS));
if (unknown.length > 0) throw new Error(`no such editor: ${unknown.join(', ')}; there are ${Object.keys(EDITORS)}`);

mkdirSync(join(root, '.cache/editors'), { recursive: true });
const given = {};
const skipped = [];
for (const name of names) {
  try {
    given[name] = await EDITORS[name]();
  } catch (error) {
    if (!(error instanceof NotAvailable)) throw error;
    skipped.push(`SKIPPED ${name}: ${error.message}`);
  }
}
const times = [];
let failed = 0;
for (let i = 0; i < Number(values.repeat) && Object.keys(given).length > 0; i++) {
  const started = performance.now();
  const files = Object.keys(given).map((name) => `test/editors/${name}`);
  const args = ['run', '--config', 'test/editors/vitest.config.mts', ...files, ...(values.t ? ['-t', values.t] : [])];
  const env = { ...process.env, ECS_PREFLIGHT_EDITORS: JSON.stringify(given) };
  if (!run(['node_modules/vitest/vitest.mjs', ...args], { env, mayFail: true })) failed++;
  times.push(`${((performance.now() - started) / 1000).toFixed(1)} s`);
}
for (const line of skipped) console.log(line);
if (times.length > 0) console.log(`${times.length - failed} of ${times.length} runs passed: ${times.join(', ')}`);
process.exitCode = failed > 0 ? 1 : 0;

/** The YAML extension of Red Hat, where a person has it; else a stand-in around its language server. */
async function redHatYaml() {
  const given = process.env.REDHAT_YAML_VSIX;
  if (given) return resolve(given);
  try {
    const made = await makeYamlExtension(join(root, '.cache/editors'));
    skipped.push('SKIPPED the YAML extension of Red Hat: not on npm; tried a stand-in around its language server');
    return made;
  } catch (error) {
    if (!(error instanceof NotAvailable)) throw error;
    skipped.push(`SKIPPED the YAML extension of Red Hat: give its .vsix as REDHAT_YAML_VSIX; ${error.message}`);
    return undefined;
  }
}

function packExtension(name, ...how) {
  const out = join('.cache/editors', name);
  run(['scripts/package.mjs', '--out', out, ...how], { stdio: ['ignore', 'ignore', 'inherit'] });
  return join(root, out);
}

function run(args, { env = process.env, stdio = 'inherit', mayFail = false } = {}) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio, env });
  if (error) throw error;
  if (status !== 0 && !mayFail) throw new Error(`${args[0]} failed`);
  return status === 0;
}
