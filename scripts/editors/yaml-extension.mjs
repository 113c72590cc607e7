import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';
import { VERSIONS } from '../compare/competitors.mjs';
import { npm, room } from './cache.mjs';

const SERVER = `yaml-language-server@${VERSIONS['yaml-language-server']}`;
const MANIFEST = {
  name: 'vscode-yaml',
  displayName: 'Stand-in for the YAML extension of Red Hat',
  description: 'Its name, its API for schemas and its language server.',
  version: '1.0.0',
  publisher: 'redhat',
  license: 'MIT',
  engines: { vscode: '^1.95.0' },
  main: './main.js',
  activationEvents: ['onLanguage:yaml'],
  files: ['main.js', 'README.md', 'LICENSE'],
};

/**
 * Packs a stand-in for the YAML extension of Red Hat, which no registry that we use has: the same id, the part of its API
 * that others may use, and the language server that it runs, from npm. Throws NotAvailable.
 *
 * @param {string} folder it is made in
 * @returns {Promise<string>} the .vsix
 */
export async function makeYamlExtension(folder) {
  const server = room('yaml-language-server', SERVER, (empty) => npm(empty, ['install', SERVER]));
  const cwd = join(folder, 'yaml-extension');
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, 'package.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(cwd, 'README.md'), 'For tests.\n');
  writeFileSync(join(cwd, 'LICENSE'), 'MIT\n');
  await build({
    entryPoints: [fileURLToPath(new URL('yaml-extension-main.cjs', import.meta.url))],
    outfile: join(cwd, 'main.js'),
    bundle: true,
    platform: 'node',
    external: ['vscode'],
    define: { SERVER: JSON.stringify(join(server, 'node_modules/yaml-language-server/bin/yaml-language-server')) },
    logLevel: 'error',
  });
  const packagePath = join(folder, 'yaml-extension.vsix');
  await createVSIX({ cwd, packagePath, dependencies: false, allowMissingRepository: true });
  return packagePath;
}
