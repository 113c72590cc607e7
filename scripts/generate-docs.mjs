// Writes docs/rules/, a page for each rule and the table of all, and the summary in the README. A test fails when they are not current.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bundle = join(root, 'node_modules', '.cache', 'ecs-preflight', 'docs.cjs');

await build({
  stdin: {
    contents:
      "export { pageOf } from './server/core/ide/rule-page'; export { ruleTable, withRuleSummary } from './server/core/ide/rule-table'; export { RULES } from './server/core/rules';",
    resolveDir: root,
    loader: 'ts',
  },
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});
const { pageOf, ruleTable, withRuleSummary, RULES } = createRequire(import.meta.url)(bundle);

const folder = join(root, 'docs', 'rules');
mkdirSync(folder, { recursive: true });
const wanted = new Map(RULES.map((rule) => [`${rule.id}.md`, `${pageOf(rule)}\n`]));
wanted.set('README.md', ruleTable());
for (const file of readdirSync(folder)) if (!wanted.has(file)) rmSync(join(folder, file));
for (const [file, text] of wanted) writeFileSync(join(folder, file), text);
const readme = join(root, 'README.md');
writeFileSync(readme, withRuleSummary(readFileSync(readme, 'utf8')));
process.stdout.write(`docs/rules: ${RULES.length} pages\n`);
