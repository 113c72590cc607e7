import type { Docs, ObjectShape, Shape } from './shape';

const HEAD = '// Written by `npm run generate` from the schemas. Do not edit.\n';

/** Shapes as TypeScript source. Structures that occur more than once are printed once and shared. */
export function printShapes(roots: [string, ObjectShape][]): string {
  const counts = new Map<string, number>();
  for (const [, shape] of roots) countStructures(shape, counts);
  const shared = new Map<string, string>();
  const declared: string[] = [];
  const print = (shape: Shape): string =>
    printShape(shape, (members) => {
      const key = JSON.stringify(members);
      if ((counts.get(key) ?? 0) < 2 || key.length < 200) return printMembers(members, print);
      if (!shared.has(key)) {
        const body = printMembers(members, print);
        const name = `shared${shared.size}`;
        shared.set(key, name);
        declared.push(`const ${name}: Record<string, Shape> = ${body};\n`);
      }
      return shared.get(key) as string;
    });
  const bodies = roots.map(([name, shape]) => `export const ${name}: ObjectShape = ${print(shape)};\n`);
  return `${HEAD}import type { ObjectShape, Shape } from '../shape';\n\n${[...declared, ...bodies].join('\n')}`;
}

function countStructures(shape: Shape, counts: Map<string, number>): void {
  if (shape.type === 'list') countStructures(shape.item, counts);
  if (shape.type === 'map') countStructures(shape.value, counts);
  if (shape.type !== 'object') return;
  const key = JSON.stringify(shape.members);
  counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const member of Object.values(shape.members)) countStructures(member, counts);
}

function printShape(shape: Shape, members: (of: Record<string, Shape>) => string): string {
  const parts = Object.entries(shape).map(([key, value]) => {
    if (key === 'members') return `members: ${members(value)}`;
    if (key === 'item' || key === 'value') return `${key}: ${printInner(value, members)}`;
    return `${key}: ${literal(value)}`;
  });
  return `{ ${parts.join(', ')} }`;
}

/** `value` is a shape in a map, and a plain value in a default. */
const printInner = (value: unknown, members: (of: Record<string, Shape>) => string): string =>
  typeof value === 'object' && value !== null && 'type' in value ? printShape(value as Shape, members) : literal(value);

function printMembers(members: Record<string, Shape>, print: (shape: Shape) => string): string {
  const lines = Object.entries(members).map(([name, member]) => `${keyOf(name)}: ${print(member)},`);
  return `{\n${lines.join('\n')}\n}`;
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${keyOf(key)}: ${literal(inner)}`)
    .join(', ')} }`;
}

const keyOf = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

/** Texts behind one function for each root: the engine looks into them only when somebody hovers or completes. */
export function printDocs(roots: [string, Docs][]): string {
  const variables = roots.map(([name]) => `let ${name}: Docs | undefined;\n`);
  const functions = roots.map(([name, docs]) => {
    const lines = Object.entries(docs).map(([path, doc]) => `${JSON.stringify(path)}: ${JSON.stringify(doc)},`);
    return `${name}: (): Docs => (${name} ??= {\n${lines.join('\n')}\n}),`;
  });
  const exported = `export const docs = {\n${functions.join('\n')}\n};\n`;
  return `${HEAD}import type { Docs } from '../shape';\n\n${variables.join('')}\n${exported}`;
}
