/**
 * What a plain check never needs lies apart: in dist/parts/, in files that the bundles for Node read when something
 * first calls into them. The sources know nothing of it; they import as ever. In place of a module that lies apart the
 * bundle gets functions of the same names that read the file and pass the call on. A module may lie apart when
 *
 * - all that it exports are functions (the build stops where that is not so), and
 * - nothing in its file keeps a state that the bundle has a copy of: modules that both need are in both.
 *
 * A worker has no such thing as `require`, so its bundle stays whole.
 *
 * apart({ root, except }) -> esbuild plugin: calls into every part but `except`
 * sourceOf(part)          -> the entry of a part, as JavaScript
 */
import { join, relative } from 'node:path';
import { build } from 'esbuild';

/** Modules by the file that they lie in. */
export const PARTS = {
  // The YAML that nearly every file is written in is read without the yaml package.
  'parts/yaml.js': ['server/core/syntax/yaml.ts'],
  // For lenses, hovers and previews, and for rollouts that are long enough to be looked at.
  'parts/simulator.js': ['server/core/simulator/simulate.ts', 'server/core/simulator/many.ts'],
  // For services with placement constraints.
  'parts/query.js': [
    'server/core/query/check.ts',
    'server/core/query/complete.ts',
    'server/core/query/describe.ts',
    'server/core/query/evaluate.ts',
    'server/core/query/hover.ts',
    'server/core/query/parser.ts',
  ],
};

export function sourceOf(part) {
  return PARTS[part].map((module) => `export * from './${module}';`).join('\n');
}

export function apart({ root, except }) {
  const partOf = new Map(Object.entries(PARTS).flatMap(([part, modules]) => modules.map((module) => [module, part])));
  return {
    name: 'apart',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^\.\/parts\// }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /[\\/]server[\\/]core[\\/].*\.ts$/ }, async ({ path }) => {
        const module = relative(root, path).replaceAll('\\', '/');
        const part = partOf.get(module);
        if (part === undefined || part === except) return undefined;
        const names = await functionsOf(root, module);
        return { contents: names.map((name) => passOn(name, part)).join('\n'), loader: 'js' };
      });
    },
  };
}

const passOn = (name, part) => `export const ${name} = (...args) => require('./${part}').${name}(...args);`;

/** Names of what a module exports. Throws when one of them is no function that can be passed on. */
async function functionsOf(root, module) {
  const { outputFiles } = await build({
    entryPoints: [join(root, module)],
    bundle: true,
    format: 'esm',
    alias: YAML(root),
    write: false,
    logLevel: 'error',
  });
  const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;
  const exported = Object.entries(await import(url));
  for (const [name, value] of exported) {
    if (typeof value !== 'function' || /^class\b/.test(String(value)))
      throw new Error(`${module} cannot lie apart: ${name} is not a function`);
  }
  return exported.map(([name]) => name);
}

/** The modules of its browser build can be taken apart; there is nothing about browsers in them. */
export const YAML = (root) => ({ yaml: join(root, 'node_modules', 'yaml', 'browser', 'index.js') });
