/** Bundles the simulator for scripts that run it outside the tests: replay, observed, bench, mutate. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds one entry into .cache/simulator/NAME.mjs and imports it. */
export async function bundle(entry = 'server/core/simulator/index.ts', name = 'index') {
  const outfile = `${root}.cache/simulator/${name}.mjs`;
  await build({
    entryPoints: [`${root}${entry}`],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    external: ['node:*'],
    mainFields: ['module', 'main'],
    target: 'es2022',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
