import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const ENTRIES = ['server/lsp/main.ts', 'server/cli/main.ts', 'client/extension.ts', 'client/preview/page/main.tsx'];

type Imports = ReadonlyMap<string, readonly string[]>;

/** What each of our files takes from which others when it runs; types are not among it. */
async function importsOf(entryPoints: readonly string[]): Promise<Imports> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entryPoints],
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    outdir: '.',
    loader: { '.css': 'empty' },
    logLevel: 'silent',
  });
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      file,
      imports.filter(({ external, kind }) => !external && kind === 'import-statement').map(({ path }) => path),
    ]),
  );
}

/** A way from a file back to itself, if there is one. */
function circleIn(imports: Imports): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): string[] | undefined => {
    const seen = way.indexOf(file);
    if (seen >= 0) return [...way.slice(seen), file];
    if (done.has(file)) return undefined;
    for (const next of imports.get(file) ?? []) {
      const circle = visit(next, [...way, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}

it('no file needs itself', async () => {
  const imports = await importsOf(ENTRIES);
  expect(imports.size).toBeGreaterThan(500);
  expect(circleIn(imports)).toBeUndefined();
});

it('would see a circle', () => {
  const imports = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', []],
    ['d', ['b']],
  ]);
  expect(circleIn(imports)).toEqual(['b', 'd', 'b']);
});
