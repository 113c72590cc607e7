// The compiler is the first of the tests: most of what it notices is a check left out that narrows a type.
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

const AT_ONCE = 1500;

/**
 * The ids of the mutants, `{ id, path, source }`, that do not compile. Each is checked as a module of its own beside the
 * modules as they are, so that what it breaks elsewhere is not seen.
 */
export async function refusedByCompiler(root, mutants) {
  const refused = new Set();
  for (let i = 0; i < mutants.length; i += AT_ONCE) {
    for (const id of await refusedOf(root, mutants.slice(i, i + AT_ONCE))) refused.add(id);
  }
  return refused;
}

async function refusedOf(root, mutants) {
  const folder = join(root, '.tsbuild', `mutants-${process.pid}`);
  const ids = new Map();
  try {
    for (const { id, path, source } of mutants) {
      const file = join(dirname(path), `${basename(path, '.ts')}.mutant-${id}.ts`);
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), source);
      ids.set(file, id);
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configFor(root)));
    const said = await compile(root, folder);
    return said.split('\n').flatMap((line) => ids.get(/^(\S+)\(\d+,\d+\): error/.exec(line)?.[1]) ?? []);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function configFor(root) {
  return {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: { noEmit: true, emitDeclarationOnly: false, composite: false, rootDirs: [root, '.'] },
    include: ['**/*.ts'],
  };
}

function compile(root, cwd) {
  const tsc = join(dirname(createRequire(join(root, 'package.json')).resolve('typescript/package.json')), 'bin', 'tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], { cwd, maxBuffer: 1 << 28 }, (_, stdout) =>
      resolve(stdout),
    );
  });
}
