// Writes server/core/rules/index.ts: the list of all rules, from the files that are there.
// Adding a rule means adding its file and running this; a test fails when the list is not current.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', 'server', 'core', 'rules');

const camel = (id) => id.replace(/-([a-z0-9])/g, (_, c) => c.toUpperCase());

export function ruleIndex() {
  const files = readdirSync(root, { withFileTypes: true })
    .filter((d) => d.isDirectory())
    .flatMap((d) =>
      readdirSync(join(root, d.name))
        .filter((f) => f.endsWith('.ts') && readFileSync(join(root, d.name, f), 'utf8').includes('export default'))
        .map((f) => ({ group: d.name, id: f.slice(0, -3) })),
    )
    .sort((a, b) => (a.group === b.group ? (a.id < b.id ? -1 : 1) : a.group < b.group ? -1 : 1));
  return [
    '// Written by `npm run generate`. One line a rule; the order is that of the table in the documentation.',
    ...files.map(({ group, id }) => `import ${camel(id)} from './${group}/${id}';`),
    "import type { Rule } from './rule';",
    '',
    'export const RULES: readonly Rule[] = [',
    ...files.map(({ id }) => `  ${camel(id)} as Rule,`),
    '];',
    '',
    '/** A rule by its id. */',
    'export function ruleById(id: string): Rule | undefined {',
    '  return RULES.find((rule) => rule.id === id);',
    '}',
    '',
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(join(root, 'index.ts'), ruleIndex());
