/**
 * A rule is one file with its documentation and its examples in it, and the schemas describe every field. A server that
 * checks files wants neither, so its bundles leave these texts out and read them from dist/texts.json when somebody
 * hovers, completes or asks for the page of a rule.
 *
 * leanTexts({ root, platform }) -> esbuild plugin
 * collectTexts(root)            -> what goes into dist/texts.json: {rules: {id: {docs, examples}}, fields: {schema: {path: doc}}}
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'acorn';
import { build, transform } from 'esbuild';

const LEFT_OUT = new Set(['docs', 'examples']);
const ACCESS = 'ecs-preflight:texts';

/** Node reads the file beside the bundle; a worker gets it from whoever made the worker. */
const READ = {
  node: `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
let read;
export const texts = () => (read ??= JSON.parse(readFileSync(join(__dirname, 'texts.json'), 'utf8')));`,
  browser: 'export const texts = () => globalThis.ecsPreflightTexts;',
};

export function leanTexts({ root, platform }) {
  return {
    name: 'lean-texts',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: new RegExp(`^${ACCESS}$`) }, () => ({ path: ACCESS, namespace: 'texts' }));
      onLoad({ filter: /.*/, namespace: 'texts' }, () => ({
        contents: READ[platform],
        loader: 'js',
        resolveDir: root,
      }));
      onLoad({ filter: /[\\/]schemas[\\/]generated[\\/]docs\.ts$/ }, () => ({ contents: FIELDS, loader: 'js' }));
      onLoad({ filter: /[\\/]server[\\/]core[\\/]rules[\\/].*\.ts$/ }, async ({ path }) => {
        const source = readFileSync(path, 'utf8');
        if (!source.includes('defineRule')) return undefined;
        const { code } = await transform(source, { loader: 'ts', format: 'esm', target: 'es2022' });
        return { contents: withoutTexts(code), loader: 'js' };
      });
    },
  };
}

/** In place of schemas/generated/docs.ts: the same functions by name, whatever the names are. */
const FIELDS = `import { texts } from '${ACCESS}';
export const docs = new Proxy({}, { get: (_, name) => () => texts().fields[name] });`;

/** JavaScript of a rule file with the texts of its `defineRule({…})` calls taken out. */
export function withoutTexts(code) {
  const cuts = rulesIn(parse(code, { ecmaVersion: 2022, sourceType: 'module' })).flatMap((rule) =>
    rule.properties
      .filter((property) => LEFT_OUT.has(property.key?.name))
      .map(({ key: { name }, start, end }) => ({
        start,
        end,
        by: `get ${name}() { return texts().rules[this.id].${name}; }`,
      })),
  );
  if (cuts.length === 0) return code;
  const lean = cuts
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), code);
  return `import { texts } from '${ACCESS}';\n${lean}`;
}

/** The object literals given to `defineRule`, wherever they stand. */
function rulesIn(node) {
  if (Array.isArray(node)) return node.flatMap(rulesIn);
  if (typeof node?.type !== 'string') return [];
  const isRule =
    node.type === 'CallExpression' &&
    node.callee.name === 'defineRule' &&
    node.arguments[0]?.type === 'ObjectExpression';
  if (isRule) return [node.arguments[0]];
  return Object.values(node).flatMap((child) => (typeof child === 'object' && child !== null ? rulesIn(child) : []));
}

export async function collectTexts(root) {
  const outfile = join(root, 'node_modules', '.cache', 'ecs-preflight', 'texts.cjs');
  const contents = `export { RULES } from './server/core/rules'; export { docs } from './schemas/generated/docs';`;
  await build({
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const require = createRequire(outfile);
  delete require.cache[outfile];
  const { RULES, docs } = require(outfile);
  return {
    rules: Object.fromEntries(RULES.map((rule) => [rule.id, { docs: rule.docs, examples: rule.examples }])),
    fields: Object.fromEntries(Object.entries(docs).map(([name, read]) => [name, read()])),
  };
}
