// TypeScript modules in memory: transformed once, evaluated as often as a mutation needs it.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { build, transformSync } from 'esbuild';

/** Everything that an entry imports, as `{ path: { source, code, imports } }`: paths from `root`, the code CommonJS. */
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
  return Object.fromEntries(
    Object.entries(metafile.inputs).map(([path, input]) => {
      const source = readFileSync(join(root, path), 'utf8');
      const imports = input.imports.filter((i) => !i.external);
      return [
        path,
        {
          source,
          code: toCode(root, path, source),
          imports: Object.fromEntries(imports.map((i) => [i.original, i.path])),
        },
      ];
    }),
  );
}

/** TypeScript as CommonJS. */
export function toCode(root, path, source) {
  return transformSync(source, {
    loader: 'ts',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcefile: path,
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, path)).href) },
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  }).code;
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

/** A place to evaluate modules in. `instance(path, source)` gives another one in which that module has another source. */
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
    instance(path, source, fresh) {
      const kept = new Map([...base].filter(([p]) => !fresh.has(p)));
      const changed = { path, fn: compile(path, toCode(root, path, source)) };
      return { load: (entry) => evaluate(entry, kept, changed) };
    },
  };
}
