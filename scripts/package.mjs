/**
 * Makes the .vsix from an explicit list of files: what is not named here does not ship. The manifest goes without what
 * only development needs. Run by `npm run package` after the build.
 *
 *   node scripts/package.mjs [--out FILE] [--browser-only]
 *
 * --browser-only leaves `main` out, so that a remote runs the extension where vscode.dev does: in a worker of the browser.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { globSync } from 'tinyglobby';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const LIMIT = 1_000_000;

/** Everything in the extension, by folder. The manifest itself is written below. */
export const SHIPPED = [
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
  'client/icon.png',
  'client/walkthrough/*.md',
  'client/examples/**/*.{json,yaml,yml}',
  'dist/extension.js',
  'dist/extension.browser.js',
  'dist/language-client.js',
  'dist/server.js',
  'dist/server-main.js',
  'dist/parts/query.js',
  'dist/parts/simulator.js',
  'dist/parts/yaml.js',
  'dist/server.browser.js',
  'dist/texts.json',
  'dist/preview.js',
  'dist/preview.css',
  'dist/simulator.js',
  'schemas/generated/ecs-preflight-config.schema.json',
];

/** Without these the extension would not work; the rest of the list may not have been written yet. */
const NEEDED = [
  'LICENSE',
  'client/icon.png',
  'dist/extension.js',
  'dist/extension.browser.js',
  'dist/language-client.js',
  'dist/server.js',
  'dist/server-main.js',
  'dist/parts/query.js',
  'dist/parts/simulator.js',
  'dist/parts/yaml.js',
  'dist/server.browser.js',
  'dist/texts.json',
];

/** The manifest as users get it. */
export function manifestForUsers({ devDependencies, scripts, files, bin, ...manifest }) {
  return manifest;
}

async function main() {
  const at = process.argv.indexOf('--out');
  const manifest = manifestForUsers(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  if (process.argv.includes('--browser-only')) delete manifest.main;
  const packagePath = join(root, at > 0 ? process.argv[at + 1] : `${manifest.name}-${manifest.version}.vsix`);
  const missing = NEEDED.filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0) throw new Error(`package: ${missing.join(', ')} missing; run npm run build first`);
  const stage = join(root, '.cache', 'vsix');
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  for (const file of shippedFiles()) cpSync(join(root, file), join(stage, file));
  writeFileSync(join(stage, 'package.json'), JSON.stringify(manifest));
  await createVSIX({
    cwd: stage,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const { size } = statSync(packagePath);
  console.log(`${packagePath.slice(root.length + 1)}: ${(size / 1000).toFixed(0)} kB, at most ${LIMIT / 1000} kB`);
  if (size > LIMIT) process.exitCode = 1;
}

/** The files of the list that exist, relative to the root. */
export function shippedFiles() {
  return globSync(SHIPPED, { cwd: root, dot: true }).sort();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
