import { builtinModules } from 'node:module';
import { build, type Metafile, type Plugin } from 'esbuild';
import { ROOT } from '../built';

export interface BrowserBundle {
  code: string;
  /** Imports of Node's own modules, as `who -> what`. */
  nodeImports: string[];
  inputs: string[];
}

const BUILTIN = new Set(builtinModules);

/**
 * Bundles an entry, or a source text that imports from the root, as for a browser. Imports of Node's modules do not end
 * the build but are listed, those of packages too, and those that a package's `browser` field would quietly empty.
 */
export async function bundleForBrowser(source: { entry: string } | { text: string }): Promise<BrowserBundle> {
  const nodeImports: string[] = [];
  const listNodeImports: Plugin = {
    name: 'list-node-imports',
    setup(builder) {
      builder.onResolve({ filter: /^(node:)?[a-z_0-9/]+$/ }, ({ path, importer }) => {
        if (!path.startsWith('node:') && !BUILTIN.has(path)) return undefined;
        nodeImports.push(`${importer} -> ${path}`);
        return { path, external: true };
      });
    },
  };
  const result = await build({
    ...('entry' in source
      ? { entryPoints: [source.entry] }
      : { stdin: { contents: source.text, resolveDir: ROOT, loader: 'ts' as const } }),
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'bundled',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
    external: ['vscode'],
    metafile: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [listNodeImports],
    logLevel: 'silent',
  });
  return { code: result.outputFiles[0]?.text ?? '', nodeImports, inputs: inputsOf(result.metafile) };
}

function inputsOf(meta: Metafile): string[] {
  return Object.values(meta.outputs).flatMap((output) => Object.keys(output.inputs));
}
