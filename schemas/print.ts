import { GUIDE, REFERENCE } from './pages';
import type { Docs, ObjectShape } from './shape';

const HEAD = '// Written by `npm run generate` from the schemas. Do not edit.\n';

/**
 * Shapes as TypeScript source. JSON in a string, since engines parse that faster than the same literal, and only when
 * the root is first looked into; a line for each member of the root, for readable differences.
 */
export function printShapes(roots: [string, ObjectShape][], names: Record<string, string[]>): string {
  const shapes = roots.map(
    ([name, { members }]) => `export const ${name}: ObjectShape = lazy(${jsonLines(members)});\n`,
  );
  const lists = Object.entries(names).map(
    ([name, list]) => `export const ${name}: readonly string[] = ${JSON.stringify(list)};\n`,
  );
  return `${HEAD}import { lazy } from '../lazy';
import type { ObjectShape } from '../shape';

${[...lists, ...shapes].join('\n')}`;
}

/** Texts behind one function for each root: parsed only when somebody hovers or completes. */
export function printDocs(roots: [string, Docs][]): string {
  const variables = roots.map(([name]) => `let ${name}: Docs | undefined;\n`);
  const functions = roots.map(
    ([name, docs]) => `${name}: (): Docs => (${name} ??= parseDocs(${jsonLines(shortened(docs))})),`,
  );
  return `${HEAD}import { parseDocs } from '../lazy';
import type { Docs } from '../shape';

${variables.join('')}
export const docs = {
${functions.join('\n')}
};
`;
}

/** Pages without the part they share; `parseDocs` puts it back. */
function shortened(docs: Docs): Docs {
  const entries = Object.entries(docs).map(([path, { url, guide, ...rest }]) => {
    const pages = {
      ...(url && { url: url.replace(REFERENCE, '') }),
      ...(guide && { guide: guide.replace(GUIDE, '') }),
    };
    return [path, { ...rest, ...pages }];
  });
  return Object.fromEntries(entries);
}

/** JSON as plain string literals, one for each entry: engines scan those faster than a template literal. */
function jsonLines(record: Record<string, unknown>): string {
  const entries = Object.entries(record).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  const lines = entries.map((entry, at) => quote(at === entries.length - 1 ? entry : `${entry},`));
  return ["'{'", ...lines, "'}'"].join(' +\n');
}

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
