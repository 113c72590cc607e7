// Writes schemas/generated/ from the zod schemas. A test fails when it was forgotten.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bundle = join(root, 'node_modules', '.cache', 'ecs-preflight', 'generate.mjs');

await build({
  entryPoints: [join(root, 'schemas', 'generate.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
const { generate } = await import(pathToFileURL(bundle).href);

const folder = join(root, 'schemas', 'generated');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(generate())) {
  writeFileSync(join(folder, name), text);
  process.stdout.write(`${name.padEnd(36)} ${(text.length / 1024).toFixed(1)} KiB\n`);
}
