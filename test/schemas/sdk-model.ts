import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as sdk from '@aws-sdk/client-ecs';

/** A member as the AWS SDK describes it, by path as in our own shapes. */
export interface SdkMember {
  type: 'object' | 'list' | 'map' | 'string' | 'integer' | 'double' | 'boolean' | 'document';
  required: boolean;
  union?: true;
  enum?: string[];
  /** What the declaration says of it, without markup. */
  doc: string;
}

/** Structure name of an action, e.g. `CreateService`. */
export type Action = 'CreateService' | 'UpdateService' | 'RegisterTaskDefinition' | 'DescribeServices';

type Compact = number | [number, string, string, unknown, ...unknown[]] | [() => Compact, unknown] | (() => Compact);

/** Stands in the skeleton for a value; says what the declaration file knows and the compact schema does not. */
type Skeleton = { enum: string[] } | { number: string } | Skeleton[] | { [name: string]: Skeleton } | undefined;

/** All members that the request of an action reaches: from the compact schemas, with enums and number types from the declaration. */
export function requestOf(action: Exclude<Action, 'DescribeServices'>): Map<string, SdkMember> {
  const members = new Map<string, SdkMember>();
  walk(schemaOf(`${action}Request$`), skeletonOf(action), '', members);
  return members;
}

/** Names of the members of a structure, e.g. `Service`. */
export function memberNames(structure: string): string[] {
  const compact = resolve(schemaOf(`${structure}$`));
  return typeof compact === 'number' ? [] : (compact[4] as string[]);
}

function schemaOf(name: string): Compact {
  const schema = (sdk as unknown as Record<string, Compact | undefined>)[name];
  if (!schema) throw new Error(`${name} is not exported by @aws-sdk/client-ecs`);
  return schema;
}

function resolve(compact: Compact): number | [number, string, string, unknown, ...unknown[]] {
  if (typeof compact === 'function') return resolve(compact());
  if (Array.isArray(compact) && typeof compact[0] === 'function') return resolve(compact[0]());
  return compact as number | [number, string, string, unknown, ...unknown[]];
}

function walk(compact: Compact, skeleton: Skeleton, path: string, members: Map<string, SdkMember>): SdkMember['type'] {
  const schema = resolve(compact);
  if (typeof schema === 'number') return simple(schema, skeleton, path, members);
  const [kind] = schema;
  if (kind === 3 || kind === 4) {
    const names = schema[4] as string[];
    const schemas = schema[5] as Compact[];
    const requiredCount = (schema[6] as number | undefined) ?? 0;
    names.forEach((name, at) => {
      const inner = (skeleton as Record<string, Skeleton> | undefined)?.[name];
      const own = path ? `${path}.${name}` : name;
      const place: SdkMember = {
        type: 'string',
        required: kind === 3 && at < requiredCount,
        doc: docOf(schema[2], name),
      };
      members.set(own, place);
      const below = resolve(schemas[at] as Compact);
      place.type = walk(below as Compact, inner, own, members);
      if (typeof below !== 'number' && below[0] === 4) place.union = true;
      const values = enumOf(inner);
      if (values) place.enum = values;
    });
    return 'object';
  }
  if (kind === 1) {
    const item = (skeleton as Skeleton[] | undefined)?.[0];
    walk(schema[4] as Compact, item, `${path}[]`, members);
    return 'list';
  }
  return kind === 2 ? 'map' : 'string';
}

function simple(schema: number, skeleton: Skeleton, path: string, members: Map<string, SdkMember>): SdkMember['type'] {
  if (schema & 128) return 'map';
  if (schema & 64) {
    walk(schema & ~64, (skeleton as Skeleton[] | undefined)?.[0], `${path}[]`, members);
    return 'list';
  }
  if (schema === 2) return 'boolean';
  if (schema === 15) return 'document';
  if (schema !== 1) return 'string';
  const number = (skeleton as { number?: string } | undefined)?.number;
  return number === 'int' || number === 'long' ? 'integer' : 'double';
}

/** Values of an enum, also through a list. */
function enumOf(skeleton: Skeleton): string[] | undefined {
  if (Array.isArray(skeleton)) return enumOf(skeleton[0]);
  const values = (skeleton as { enum?: unknown } | undefined)?.enum;
  return Array.isArray(values) ? (values as string[]) : undefined;
}

const declarations = join(
  dirname(createRequire(import.meta.url).resolve('@aws-sdk/client-ecs/package.json')),
  'dist-types',
);

function declarationOf(action: Action): string {
  return readFileSync(join(declarations, 'commands', `${action}Command.d.ts`), 'utf8');
}

function inputsOf(action: Action): string[] {
  const blocks = declarationOf(action).matchAll(/^ \* const input = (\{[\s\S]*?^ \* \});/gm);
  return [...blocks].map(([, body]) => (body as string).replaceAll(/^ \*/gm, ''));
}

/** The first input in the comment of a command is a skeleton in JavaScript: its values say what is allowed. */
function skeletonOf(action: Action): Skeleton {
  const [skeleton] = inputsOf(action);
  if (!skeleton) throw new Error(`no skeleton in the declaration of ${action}`);
  const marked = skeleton
    .replaceAll(/"(?:STRING|DOCUMENT)_VALUE"/g, 'undefined')
    .replaceAll('true || false', 'undefined')
    .replaceAll(/Number\("(\w+)"\)/g, '{ number: "$1" }')
    .replaceAll(
      /(?<=[:[,]\s*|^\s+)("[\w-]+"(?: \|\| "[\w-]+")*)(?=,)/gm,
      (values) => `{ enum: [${values.replaceAll(' || ', ', ')}] }`,
    );
  return new Function(`return ${marked}`)() as Skeleton;
}

/** The comment of each member of each structure, as `Structure.member`. */
let comments: Map<string, string> | undefined;

function docOf(structure: string, member: string): string {
  comments ??= readComments();
  return comments.get(`${structure}.${member}`) ?? '';
}

function readComments(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of ['models_0.d.ts', 'models_1.d.ts']) {
    const text = readFileSync(join(declarations, 'models', file), 'utf8');
    for (const [, structure, body] of text.matchAll(/^export interface (\w+)[^{]*\{\n([\s\S]*?)^\}/gm))
      for (const [, comment, member] of (body as string).matchAll(/\/\*\*([\s\S]*?)\*\/\s+(\w+)\??:/g))
        found.set(`${structure}.${member}`, plain(comment as string));
  }
  return found;
}

function plain(comment: string): string {
  return comment
    .replaceAll(/^\s*\*/gm, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The worked examples in the comment of a command. */
export function examplesOf(action: Action): unknown[] {
  return inputsOf(action)
    .slice(1)
    .map((body) => new Function(`return ${body}`)());
}
