/**
 * Bundles everything that ships into dist/. Entries that are not written yet are skipped with a line on stderr.
 *
 *   node scripts/build.mjs              all bundles, minified, no source maps
 *   node scripts/build.mjs cli server   only these
 *   node scripts/build.mjs --dev        readable bundles with inline source maps, no size limits
 *   node scripts/build.mjs --meta FILE  esbuild's account of what weighs how much, as JSON
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { collectTexts, leanTexts } from './lean-texts.mjs';
import { apart, PARTS, sourceOf, YAML } from './parts.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const argv = process.argv.slice(2);
const dev = argv.includes('--dev');
const metaAt = argv.indexOf('--meta');
const metaFile = metaAt >= 0 ? argv[metaAt + 1] : undefined;
const wanted = argv.filter((arg, i) => !arg.startsWith('-') && (metaAt < 0 || i !== metaAt + 1));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const node = { platform: 'node', format: 'cjs', target: 'node20.19' };
const worker = { platform: 'browser', format: 'iife', target: 'es2022' };
const page = { platform: 'browser', format: 'iife', target: 'es2022', jsx: 'automatic', jsxImportSource: 'preact' };
const KB = 1000;
/** Of this 280 rules take 230, JSON-RPC 60, the reading and writing of files 60, the schemas 55, editor features 35. */
const SERVER_LIMIT = 660 * KB;
/** In one piece: with the simulator, yaml and the query language, which the others read when they are needed. */
const WORKER_LIMIT = 900 * KB;

/** What server/config/code-cache.ts runs: the function that node makes of a CommonJS module, made here so that no start has to. */
const WRAPPER = ['(function(exports,require,module,__filename,__dirname){', '})'];

/** `of`: entry in dist/ by its source, first one that exists. Order matters: a boot file carries the digests of what it starts. */
const BUNDLES = [
  ...Object.keys(PARTS).map((part) => ({
    name: part.slice(0, -'.js'.length),
    part,
    out: part,
    ...node,
    wrapped: true,
    forbidden: ['zod'],
  })),
  {
    name: 'server-main',
    wrapped: true,
    of: ['server/lsp/main.ts'],
    out: 'server-main.js',
    ...node,
    lean: true,
    limit: SERVER_LIMIT,
    forbidden: ['zod', 'vscode-languageserver'],
  },
  { name: 'server', of: ['server/lsp/boot.ts'], out: 'server.js', ...node, starts: 'server-main.js', limit: 8 * KB },
  {
    name: 'server.browser',
    of: ['server/lsp/main.browser.ts'],
    out: 'server.browser.js',
    ...worker,
    lean: true,
    limit: WORKER_LIMIT,
    forbidden: ['zod', 'vscode-languageserver'],
  },
  {
    name: 'cli-main',
    wrapped: true,
    of: ['server/cli/main.ts'],
    out: 'cli-main.js',
    ...node,
    lean: true,
    forbidden: ['zod', 'vscode-languageserver'],
  },
  {
    name: 'cli',
    of: ['server/cli/boot/boot.ts'],
    out: 'cli.js',
    ...node,
    banner: '#!/usr/bin/env node',
    starts: 'cli-main.js',
    limit: 8 * KB,
  },
  {
    // Loaded wherever JSON or YAML is opened; everything that only definitions need is in the next one.
    name: 'extension',
    of: ['client/extension.ts'],
    out: 'extension.js',
    ...node,
    external: ['vscode'],
    late: 'language-client',
    limit: 40 * KB,
    forbidden: ['zod', 'vscode-languageclient'],
  },
  {
    name: 'language-client',
    of: ['client/language-client.ts'],
    out: 'language-client.js',
    ...node,
    external: ['vscode'],
  },
  {
    name: 'extension.browser',
    of: ['client/extension.browser.ts'],
    out: 'extension.browser.js',
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    forbidden: ['zod'],
  },
  {
    name: 'preview',
    of: ['client/preview/page/main.tsx', 'client/preview/page/main.ts', 'client/preview/page/index.tsx'],
    out: 'preview.js',
    ...page,
    limit: 100 * KB,
    withStyle: true,
    forbidden: ['zod', 'yaml'],
  },
  {
    // The simulator for a preview that stands alone; in editors the server has it.
    name: 'simulator',
    of: ['client/preview/page/page-simulator.ts'],
    out: 'simulator.js',
    ...page,
    limit: 160 * KB,
    forbidden: ['zod', 'yaml'],
  },
];

mkdirSync(join(root, 'dist'), { recursive: true });
const metas = {};
let failed = false;
for (const bundle of BUNDLES) {
  if (!isWanted(bundle)) continue;
  const entry = entryOf(bundle);
  if (!entry) {
    console.error(`build: ${bundle.name} skipped, ${bundle.of[0]} does not exist yet`);
    continue;
  }
  failed = !(await build(bundle, entry)) || failed;
}
if (wanted.length === 0 || wanted.some((name) => /^(server|cli)/.test(name))) await writeTexts();
if (metaFile) writeFileSync(metaFile, JSON.stringify(metas));
process.exitCode = failed ? 1 : 0;

function isWanted({ name, part }) {
  if (wanted.length === 0) return true;
  return part
    ? wanted.some((asked) => asked === 'server' || asked === 'cli')
    : wanted.includes(name.replace(/-main$/, ''));
}

function entryOf({ part, of = [] }) {
  if (part) return { stdin: { contents: sourceOf(part), resolveDir: root } };
  const entry = of.find((file) => existsSync(join(root, file)));
  return entry && { entryPoints: [entry] };
}

async function build(bundle, entry) {
  const {
    name,
    out,
    banner,
    starts,
    lean,
    part,
    late,
    wrapped,
    limit,
    withStyle,
    forbidden = [],
    of: _of,
    ...options
  } = bundle;
  const outfile = join(root, 'dist', out);
  const result = await esbuild
    .build({
      ...options,
      absWorkingDir: root,
      ...entry,
      outfile,
      bundle: true,
      minify: !dev,
      keepNames: false,
      legalComments: 'none',
      sourcemap: dev ? 'inline' : false,
      // jsonc-parser's `main` is UMD, which bundlers cannot follow (microsoft/node-jsonc-parser#57).
      mainFields: options.platform === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
      alias: YAML(root),
      metafile: true,
      define: {
        'process.env.NODE_ENV': '"production"',
        __VERSION__: JSON.stringify(version),
        __DIGESTS__: JSON.stringify(starts ? digests([starts, ...Object.keys(PARTS)]) : {}),
      },
      plugins: [
        ...(lean ? [leanTexts({ root, platform: options.platform })] : []),
        // What is wrapped is started by server/config/code-cache.ts, which finds the parts.
        ...(wrapped ? [apart({ root, except: part })] : []),
        ...(late ? [loadedLate(late)] : []),
      ],
      ...(late && { supported: { 'dynamic-import': false } }),
      ...(banner && { banner: { js: banner } }),
      ...(wrapped && { banner: { js: WRAPPER[0] }, footer: { js: WRAPPER[1] } }),
      logLevel: 'error',
    })
    .catch(() => undefined);
  if (!result) {
    console.error(`build: ${name} failed`);
    return false;
  }
  metas[name] = result.metafile;
  return report(name, outfile, result.metafile, { limit, withStyle, forbidden });
}

/** Leaves a neighbouring module out of a bundle: it is one of its own, and is required when it is needed. */
function loadedLate(name) {
  const filter = new RegExp(`^\\./${name}$`);
  return { name: 'late', setup: (it) => it.onResolve({ filter }, () => ({ path: `./${name}.js`, external: true })) };
}

/** What the lean bundles read when somebody hovers, completes or asks for the page of a rule. */
async function writeTexts() {
  const file = join(root, 'dist', 'texts.json');
  writeFileSync(file, JSON.stringify(await collectTexts(root)));
  console.log(`${'dist/texts.json'.padEnd(26)} ${kb(statSync(file).size)}`);
}

function report(name, outfile, metafile, { limit, withStyle, forbidden }) {
  const outputs = [outfile, ...(withStyle ? [outfile.replace(/\.js$/, '.css')] : [])];
  for (const file of outputs) console.log(`${file.slice(root.length + 1).padEnd(26)} ${kb(statSync(file).size)}`);
  const size = outputs.reduce((sum, file) => sum + statSync(file).size, 0);
  const inside = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  const unwanted = forbidden.filter((pkg) => inside.some((input) => input.includes(`node_modules/${pkg}/`)));
  for (const pkg of unwanted) console.error(`build: ${name} must not contain ${pkg}`);
  const tooLarge = !dev && limit !== undefined && size > limit;
  if (tooLarge) console.error(`build: ${name} is ${kb(size)}, at most ${kb(limit)} allowed`);
  return unwanted.length === 0 && !tooLarge;
}

function digests(names) {
  return Object.fromEntries(names.map((name) => [name, digest(join(root, 'dist', name))]));
}

function digest(file) {
  if (!existsSync(file)) return '';
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}

function kb(bytes) {
  return `${(bytes / KB).toFixed(1)} kB`;
}
