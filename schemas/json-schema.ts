import type { Default, Doc, Docs, KnownKey, LimitName, ObjectShape, Shape } from './shape';

/**
 * JSON Schema (draft-07) from shape and texts, for editors that know nothing but schemas.
 *
 * It is kept permissive on purpose: unknown members pass, since AWS adds some each month and a schema in a store is always older;
 * members that a profile may leave out are not required at the top; limits that nobody has seen enforced are left out, since a
 * schema has no warnings. What needs a judgement is left to the rules.
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

/** Limits as keywords, those that are known to be enforced; all of them where the input is our own. */
function limitsOf(shape: Shape, strict: boolean): Json {
  const { enforced = {} } = shape;
  const holds = (name: LimitName) => strict || !['doc', 'assumption'].includes(enforced[name] ?? 'model');
  const values = shape as unknown as Partial<Record<LimitName, unknown>>;
  const keywords = (Object.keys(KEYWORDS) as (keyof typeof KEYWORDS)[]).flatMap((name) => {
    return values[name] !== undefined && holds(name) ? [[KEYWORDS[name], values[name]]] : [];
  });
  const known = 'enum' in shape ? shape.enum : undefined;
  const open = ('open' in shape && shape.open) || !holds('enum');
  return {
    ...Object.fromEntries(keywords),
    ...(known && { [open ? 'examples' : 'enum']: known }),
    ...('pattern' in shape &&
      holds('pattern') && { pattern: strict ? `^(?:${shape.pattern})$` : `^(?:${shape.pattern})$|${TEMPLATE}` }),
    ...('uniqueBy' in shape && shape.uniqueBy?.length === 0 && holds('uniqueBy') && { uniqueItems: true }),
  };
}

/** A value that ecspresso or envsubst fills in later may look like anything. */
const TEMPLATE = '\\{\\{|\\$\\{';

const KEYWORDS = {
  min: 'minimum',
  max: 'maximum',
  minLength: 'minLength',
  maxLength: 'maxLength',
  minItems: 'minItems',
  maxItems: 'maxItems',
} as const;

function typeOf(shape: Shape, path: string, docs: Docs, strict: boolean): Json {
  switch (shape.type) {
    case 'object':
      return objectSchema(shape, path, docs, strict);
    case 'list':
      return { type: 'array', items: typeOf(shape.item, `${path}[]`, docs, strict), ...limitsOf(shape, strict) };
    case 'map': {
      const value = typeOf(shape.value, `${path}{}`, docs, strict);
      const properties = shape.keys && keysOf(shape.keys, value, docs[path]);
      return { type: 'object', additionalProperties: value, ...(properties && { properties }) };
    }
    case 'string':
      return { type: 'string', ...limitsOf(shape, strict) };
    case 'integer':
    case 'double': {
      const type = shape.type === 'integer' ? 'integer' : 'number';
      return { type: shape.nullable ? [type, 'null'] : type, ...limitsOf(shape, strict) };
    }
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

function keysOf(keys: Record<string, KnownKey>, value: Json, texts?: Doc): Json {
  const entries = Object.entries(keys).map(([name, key]) => {
    const description = texts?.keyDocs?.[name];
    return [name, { ...value, ...(key.values && { examples: key.values }), ...(description && { description }) }];
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
    ...(texts.snippet !== undefined && { defaultSnippets: [{ label: 'insert', body: bodyFor(shape, texts.snippet) }] }),
  };
}

/** A snippet with `^` before places of numbers and booleans, by which editors know to leave the quotes out. */
function bodyFor(shape: Shape | undefined, body: unknown): unknown {
  if (Array.isArray(body)) return body.map((item) => bodyFor(shape?.type === 'list' ? shape.item : undefined, item));
  if (typeof body === 'object' && body !== null) {
    const inner = (name: string) =>
      shape?.type === 'object' ? shape.members[name] : shape?.type === 'map' ? shape.value : undefined;
    return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, bodyFor(inner(name), value)]));
  }
  const bare = shape?.type === 'integer' || shape?.type === 'double' || shape?.type === 'boolean';
  return bare && typeof body === 'string' ? `^${body}` : body;
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
