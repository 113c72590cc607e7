// TypeScript modules in memory: transformed once, evaluated as often as a mutation needs it.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { build, transform } from 'esbuild';

/** Everything that an entry imports, transformed to CommonJS: `{ path: { code, map, imports } }`, paths from `root`. */
export async function readModules(root, entry) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const paths = Object.keys(metafile.inputs);
  const modules = await Promise.all(
    paths.map(async (path) => {
      const imports = metafile.inputs[path].imports.filter((i) => !i.external);
      const source = readFileSync(join(root, path), 'utf8');
      const { code, map } = await transform(source, {
        loader: 'ts',
        format: 'cjs',
        platform: 'node',
        target: 'node20',
        sourcemap: 'external',
        sourcefile: path,
        define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, path)).href) },
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
      });
      return [path, { source, code, map, imports: Object.fromEntries(imports.map((i) => [i.original, i.path])) }];
    }),
  );
  return Object.fromEntries(modules);
}

/** Modules that import one of these, directly or not, with themselves. */
export function dependents(modules, path) {
  const found = new Set([path]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [other, { imports }] of Object.entries(modules)) {
      if (found.has(other) || !Object.values(imports).some((p) => found.has(p))) continue;
      found.add(other);
      grown = true;
    }
  }
  return found;
}

/** A place to evaluate modules in. `instance(path, code)` gives another one in which that module has other code. */
export function createModules(root, modules) {
  const compiled = new Map();
  const compile = (path, code) => vm.compileFunction(code, ['exports', 'require', 'module'], { filename: path });
  const compiledOf = (path) => {
    let fn = compiled.get(path);
    if (!fn) compiled.set(path, (fn = compile(path, modules[path].code)));
    return fn;
  };
  const outside = createRequire(join(root, 'package.json'));
  const evaluate = (path, kept, changed) => {
    const done = kept.get(path);
    if (done) return done.exports;
    const module = { exports: {} };
    kept.set(path, module);
    const require = (name) => {
      const inside = modules[path].imports[name];
      return inside ? evaluate(inside, kept, changed) : outside(name);
    };
    const fn = changed?.path === path ? changed.fn : compiledOf(path);
    fn(module.exports, require, module);
    return module.exports;
  };
  const base = new Map();
  return {
    load: (path) => evaluate(path, base, undefined),
    /** The modules of `fresh` are evaluated anew, the others are shared. */
    instance(path, code, fresh) {
      const kept = new Map([...base].filter(([p]) => !fresh.has(p)));
      const changed = code === undefined ? undefined : { path, fn: compile(path, code) };
      return { load: (entry) => evaluate(entry, kept, changed) };
    },
  };
}
