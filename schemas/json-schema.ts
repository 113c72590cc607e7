import type { Default, Doc, Docs, ListShape, ObjectShape, Shape } from './shape';

/**
 * JSON Schema (draft-07) from shape and texts, for editors that know nothing but schemas.
 *
 * It is kept permissive on purpose: unknown members pass, since AWS adds some each month and a schema in a store is always older;
 * members that a profile may leave out are not required at the top. What needs a judgement is left to the rules.
 */
export interface SchemaOptions {
  id: string;
  title: string;
  description: string;
  /** Our own inputs know all their members; a request of AWS does not. */
  strict?: boolean;
}

type Json = { [key: string]: unknown };

export function jsonSchema(shape: ObjectShape, docs: Docs, options: SchemaOptions): Json {
  const { id, title, description, strict = false } = options;
  const root = objectSchema(shape, '', docs, strict);
  if (!strict) delete root.required;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: id,
    title,
    description,
    ...root,
    properties: {
      $schema: { type: 'string', description: 'The JSON Schema for editors.' },
      ...(root.properties as Json),
    },
  };
}

function schemaOf(shape: Shape, path: string, docs: Docs, strict: boolean): Json {
  const texts = docs[path];
  return { ...typeOf(shape, path, docs, strict), ...(texts && textsOf(shape, texts)), ...defaultOf(shape.default) };
}

function typeOf(shape: Shape, path: string, docs: Docs, strict: boolean): Json {
  switch (shape.type) {
    case 'object':
      return objectSchema(shape, path, docs, strict);
    case 'list':
      return listSchema(shape, path, docs, strict);
    case 'map':
      return {
        type: 'object',
        additionalProperties: typeOf(shape.value, `${path}{}`, docs, strict),
        ...(shape.keys && { properties: keysOf(shape.keys, shape.value, docs[path]) }),
      };
    case 'string':
      return {
        type: 'string',
        ...(shape.enum && !shape.open && { enum: shape.enum }),
        ...(shape.enum && shape.open && { examples: shape.enum }),
        ...pick(shape, 'minLength', 'maxLength'),
        ...(shape.pattern && { pattern: `^(?:${shape.pattern})$` }),
      };
    case 'integer':
    case 'double':
      return {
        type: shape.nullable ? ['integer', 'null'] : shape.type === 'integer' ? 'integer' : 'number',
        ...(shape.enum && { enum: shape.enum }),
        ...(shape.min !== undefined && { minimum: shape.min }),
        ...(shape.max !== undefined && { maximum: shape.max }),
      };
    case 'boolean':
      return { type: 'boolean' };
    case 'document':
      return {};
  }
}

function objectSchema(shape: ObjectShape, path: string, docs: Docs, strict: boolean): Json {
  const required = Object.keys(shape.members).filter((name) => shape.members[name]?.required);
  const properties = Object.entries(shape.members).map(([name, member]) => {
    return [name, schemaOf(member, path ? `${path}.${name}` : name, docs, strict)];
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    ...(shape.union && { minProperties: 1, maxProperties: 1 }),
    additionalProperties: !strict,
  };
}

function listSchema(shape: ListShape, path: string, docs: Docs, strict: boolean): Json {
  return {
    type: 'array',
    items: typeOf(shape.item, `${path}[]`, docs, strict),
    ...pick(shape, 'minItems', 'maxItems'),
    ...(shape.uniqueBy?.length === 0 && { uniqueItems: true }),
  };
}

function keysOf(keys: NonNullable<Extract<Shape, { type: 'map' }>['keys']>, value: Shape, texts?: Doc): Json {
  const entries = Object.entries(keys).map(([name, key]) => {
    const description = texts?.keyDocs?.[name];
    return [
      name,
      { type: value.type, ...(key.values && { examples: key.values }), ...(description && { description }) },
    ];
  });
  return Object.fromEntries(entries);
}

function textsOf(shape: Shape, texts: Doc): Json {
  const pages = [texts.url && `[Reference](${texts.url})`, texts.guide && `[Guide](${texts.guide})`].filter(Boolean);
  const absent = shape.default && defaultInWords(shape.default);
  const parts = [
    texts.doc,
    ...(absent ? [`When absent: ${absent}.`] : []),
    ...(pages.length > 0 ? [pages.join(' · ')] : []),
  ];
  const values = shape.type === 'list' ? shape.item : shape;
  const enumDescriptions = texts.enumDocs && enumOf(values)?.map((value) => texts.enumDocs?.[String(value)] ?? '');
  return {
    description: texts.doc.replaceAll('`', ''),
    markdownDescription: parts.join('\n\n'),
    ...(enumDescriptions && shape.type !== 'list' && { enumDescriptions, markdownEnumDescriptions: enumDescriptions }),
    ...(texts.snippet !== undefined && { defaultSnippets: [{ label: 'insert', body: texts.snippet }] }),
  };
}

const enumOf = (shape: Shape): (string | number)[] | undefined =>
  'enum' in shape && !('open' in shape) ? shape.enum : undefined;

/** `200, or 100 when schedulingStrategy is DAEMON`. */
export function defaultInWords({ value, text, cases = [] }: Default): string {
  const plain = text ?? (value === undefined ? undefined : `\`${value}\``);
  const special = cases.map((one) => `${one.text ?? `\`${one.value}\``} when ${one.when}`);
  return [...(plain ? [plain] : []), ...special].join('; ');
}

const defaultOf = (fact?: Default): Json =>
  fact?.value !== undefined && !fact.cases && !fact.text ? { default: fact.value } : {};

function pick<T extends object, K extends keyof T>(from: T, ...keys: K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]])) as Partial<
    Pick<T, K>
  >;
}
