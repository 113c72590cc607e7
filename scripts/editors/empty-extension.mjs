import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';

const MANIFEST = {
  name: 'empty',
  displayName: 'Empty',
  description: 'Does nothing: what activation costs at least.',
  version: '1.0.0',
  publisher: 'ecs-preflight-tests',
  license: 'MIT',
  engines: { vscode: '^1.95.0' },
  main: './main.js',
  activationEvents: ['onLanguage:json', 'onLanguage:yaml'],
};

/**
 * Packs an extension that does nothing, to measure ours against.
 *
 * @param {string} folder it is made in
 * @returns {Promise<string>} the .vsix
 */
export async function makeEmptyExtension(folder) {
  const cwd = join(folder, 'empty-extension');
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, 'package.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(cwd, 'main.js'), 'exports.activate = () => {};\n');
  writeFileSync(join(cwd, 'README.md'), 'Does nothing.\n');
  writeFileSync(join(cwd, 'LICENSE'), 'MIT\n');
  const packagePath = join(folder, 'empty.vsix');
  await createVSIX({ cwd, packagePath, dependencies: false, allowMissingRepository: true });
  return packagePath;
}
