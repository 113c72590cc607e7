// Writes test/rules/said.generated.md: what each rule says about its own examples. A test fails when it is not current.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bundle = join(root, 'node_modules', '.cache', 'ecs-preflight', 'said.cjs');

await build({
  entryPoints: [join(root, 'test', 'rules', 'said.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});
const { saidByRules } = createRequire(import.meta.url)(bundle);
writeFileSync(join(root, 'test', 'rules', 'said.generated.md'), saidByRules());
process.stdout.write('test/rules/said.generated.md\n');
