import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Bundles what `exports` (TypeScript, paths from the root) names for Node and loads it: minified as it ships, unless the
 * options of esbuild say otherwise. `name` is that of the bundle among those of other scripts.
 */
export async function loadBundle(name, exports, options = { minify: true }) {
  const outfile = join(root, 'node_modules', '.cache', 'ecs-preflight', `${name}.cjs`);
  await build({
    stdin: { contents: exports, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    ...options,
  });
  return createRequire(import.meta.url)(outfile);
}
