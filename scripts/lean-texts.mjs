/**
 * A rule is one file with its documentation and its examples in it, and the schemas describe every field. A server that
 * checks files wants neither, so its bundles leave these texts out and read them from dist/texts.json when somebody
 * hovers, completes or asks for the page of a rule.
 *
 * leanTexts({ root, platform }) -> esbuild plugin
 * collectTexts(root)            -> what goes into dist/texts.json: {rules: {id: {docs, examples, …}}, fields: {schema: {path: doc}}}
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'acorn';
import { build, transform } from 'esbuild';

const LEFT_OUT = ['docs', 'examples', 'since', 'sources'];
const ACCESS = 'ecs-preflight:texts';

/** In a rule's place for them; `this` is the rule. */
const OF_RULE = `
export const textsOfRule = {${LEFT_OUT.map(
  (name) => `
  get ${name}() { return texts().rules[this.id].${name}; },`,
).join('')}
};`;

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
        contents: READ[platform] + OF_RULE,
        loader: 'js',
        resolveDir: root,
      }));
      onLoad({ filter: /[\\/]schemas[\\/]generated[\\/]docs\.ts$/ }, () => ({ contents: FIELDS, loader: 'js' }));
      onLoad({ filter: /[\\/]server[\\/]core[\\/]rules[\\/].*\.ts$/ }, async ({ path }) => {
        const source = readFileSync(path, 'utf8');
        if (!source.includes('examples')) return undefined;
        const { code } = await transform(source, { loader: 'ts', format: 'esm', target: 'es2022' });
        return { contents: withoutTexts(code), loader: 'js' };
      });
    },
  };
}

/** In place of schemas/generated/docs.ts: the same functions by name, whatever the names are. */
const FIELDS = `import { texts } from '${ACCESS}';
export const docs = new Proxy({}, { get: (_, name) => () => texts().fields[name] });`;

/**
 * JavaScript of a rule file with the texts of its rules taken out: those of `defineRule({…})` and of what makes several
 * rules of a kind, told by their `docs` and `examples`. In their place comes one prototype that looks them up.
 */
export function withoutTexts(code) {
  const rules = rulesIn(parse(code, { ecmaVersion: 2022, sourceType: 'module' }));
  if (rules.length === 0) return code;
  const cuts = rules.flatMap((rule) => [
    { start: rule.start + 1, end: rule.start + 1, by: '__proto__: textsOfRule,' },
    ...rule.properties
      .filter(isText)
      .map(({ start, end }) => ({ start, end: code[end] === ',' ? end + 1 : end, by: '' })),
  ]);
  const lean = cuts
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), code);
  return `import { textsOfRule } from '${ACCESS}';\n${lean}`;
}

const isText = (property) => LEFT_OUT.includes(property.key?.name);

/** The object literals that describe a rule, wherever they stand. */
function rulesIn(node) {
  if (Array.isArray(node)) return node.flatMap(rulesIn);
  if (typeof node?.type !== 'string') return [];
  if (node.type === 'ObjectExpression') {
    const names = node.properties.map((property) => property.key?.name);
    if (names.includes('docs') && names.includes('examples')) return [node];
  }
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
    rules: Object.fromEntries(RULES.map((rule) => [rule.id, pick(rule)])),
    fields: Object.fromEntries(Object.entries(docs).map(([name, read]) => [name, read()])),
  };
}

function pick(rule) {
  return Object.fromEntries(LEFT_OUT.map((name) => [name, rule[name]]));
}
