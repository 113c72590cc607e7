// Writes what follows from the ledger: server/cli/coverage-rows.generated.ts and docs/coverage.md. The rows are counted
// against the reference material beside the project; without it the counts stay as they are. A test fails when they are
// not current.
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SHARED = join(root, '..', 'shared', 'spec', 'rules.tsv');
const ROWS = join(root, 'server', 'cli', 'coverage-rows.generated.ts');

/** Bundles the ledger and reads it. `import.meta.url` is that of the source, so that it finds the reference material. */
async function ledger() {
  const outfile = join(root, 'node_modules', '.cache', 'ecs-preflight', 'coverage.cjs');
  const source = pathToFileURL(join(root, 'test', 'ledger', 'spec-rows.ts')).href;
  await build({
    entryPoints: [join(root, 'test', 'ledger', 'documents.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    define: { 'import.meta.url': JSON.stringify(source) },
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile);
}

const { countRows, coverageRows, coverageDocument } = await ledger();
const rows = existsSync(SHARED) ? countRows() : undefined;
if (rows) writeFileSync(ROWS, coverageRows(rows));
else process.stdout.write(`SKIPPED: the counts of the ledger need ${SHARED}\n`);
writeFileSync(join(root, 'docs', 'coverage.md'), coverageDocument(rows));
process.stdout.write('docs/coverage.md\n');
