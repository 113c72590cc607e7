import type { z } from 'zod';
import { type FieldMeta, facts, type Limit, type Limits, type TypeMeta } from './meta';
import { guideUrl, referenceUrl } from './pages';
import type { Default, Doc, Docs, Facts, LimitName, ObjectShape, Scalar, Shape, Since } from './shape';

/**
 * From zod to plain data: the shape without texts, and the texts by path. Runs in `npm run generate` and in tests,
 * never in the product.
 */
export interface Derived {
  shape: ObjectShape;
  docs: Docs;
}

type Known = Partial<FieldMeta & TypeMeta>;

export function derive(root: z.ZodType): Derived {
  const docs: Docs = {};
  const shape = shapeOf(root, { path: '', docs });
  if (shape.type !== 'object') throw new Error('the root of a schema has to be a structure');
  return { shape, docs };
}

/** Every reachable member by path, as in Docs. */
export function membersByPath(shape: Shape, path = ''): Map<string, Shape> {
  const found = new Map<string, Shape>();
  const add = (at: string, inner: Shape) => {
    found.set(at, inner);
    for (const [name, deeper] of membersByPath(inner, at)) found.set(name, deeper);
  };
  if (shape.type === 'object') {
    for (const [name, member] of Object.entries(shape.members)) add(path ? `${path}.${name}` : name, member);
  } else if (shape.type === 'list') {
    for (const [name, member] of membersByPath(shape.item, `${path}[]`)) found.set(name, member);
  } else if (shape.type === 'map') {
    for (const [name, member] of membersByPath(shape.value, `${path}{}`)) found.set(name, member);
  }
  return found;
}

/** Where the walk is, and since when this place exists. */
interface Place {
  path: string;
  docs: Docs;
  since?: Since;
}

interface Unwrapped {
  type: z.ZodType;
  known: Known;
  required: boolean;
}

function unwrap(schema: z.ZodType): Unwrapped {
  const def = schema.def as unknown as { type: string; innerType?: z.ZodType };
  if (def.type === 'optional' && def.innerType) {
    return { type: def.innerType, known: { ...facts.get(def.innerType), ...facts.get(schema) }, required: false };
  }
  return { type: schema, known: facts.get(schema) ?? {}, required: true };
}

function shapeOf(schema: z.ZodType, at: Place): Shape {
  const { type, known } = unwrap(schema);
  const def = type.def as unknown as { shape?: Record<string, z.ZodType>; element?: z.ZodType; valueType?: z.ZodType };
  const limits = limitsOf(known.limits);
  switch (known.kind) {
    case 'object':
      return {
        type: 'object',
        ...(known.union && { union: true }),
        members: membersOf(known.structure ?? '', def.shape ?? {}, at),
      };
    case 'list':
      return {
        type: 'list',
        ...limits,
        item: itemOf(def.element as z.ZodType, known, { ...at, path: `${at.path}[]` }),
      };
    case 'map': {
      const keys = known.keys && Object.entries(known.keys).map(([name, { doc: _, ...key }]) => [name, key]);
      const value = shapeOf(def.valueType as z.ZodType, { ...at, path: `${at.path}{}` });
      return { type: 'map', value, ...(keys && { keys: Object.fromEntries(keys) }) };
    }
    case 'string':
      return {
        type: 'string',
        ...(known.values && { enum: known.values as string[] }),
        ...(known.open && { open: true }),
        ...limits,
        ...(known.patternHelp && { patternHelp: known.patternHelp }),
      };
    case 'integer':
    case 'double':
      return { type: known.kind, ...(known.values && { enum: known.values as number[] }), ...limits };
    case 'boolean':
    case 'document':
      return { type: known.kind };
    default:
      throw new Error(`${at.path}: not made with a constructor of fields.ts`);
  }
}

function membersOf(structure: string, members: Record<string, z.ZodType>, { path, docs, since }: Place) {
  const shapes: Record<string, Shape> = {};
  for (const [name, schema] of Object.entries(members)) {
    const { type, known, required } = unwrap(schema);
    const newer = later(since, known.since);
    const at = path ? `${path}.${name}` : name;
    docs[at] = docOf(known, structure, name, itemEnumDocs(type));
    const inner = shapeOf(schema, { path: at, docs, since: newer });
    const { arn, names, ...own } = factsOf({ ...known, since: newer }, required);
    const what = inner.type === 'list' ? {} : { ...(arn && { arn }), ...(names && { names }) };
    shapes[name] = { ...inner, ...own, ...what, ...enforcedOf(known, inner) } as Shape;
  }
  return shapes;
}

/** A member is no older than what it stands in, even where the structure is shared with older places. */
function later(outer: Since | undefined, own: Since | undefined): Since | undefined {
  const order: (Since | undefined)[] = [undefined, 'API-2019', 'BOTO3-2024', '2026'];
  return order.indexOf(own) > order.indexOf(outer) ? own : outer;
}

/** What a list of strings names, each of its items names. */
function itemOf(element: z.ZodType, list: Known, at: Place): Shape {
  const inner = shapeOf(element, at);
  const { arn, names } = inner.type === 'string' ? factsOf(list, false) : {};
  const enforced = enforcedOf(facts.get(element) ?? {}, inner);
  return { ...inner, ...(arn && { arn }), ...(names && { names }), ...enforced };
}

/** Values only: `{ max: 5 }`. An `enum` limit says nothing but who enforces it. */
function limitsOf(limits: Limits = {}): Record<string, unknown> {
  const entries = Object.entries(limits).filter(([name, limit]) => name !== 'enum' && limit !== undefined);
  return Object.fromEntries(entries.map(([name, limit]) => [name, (limit as Limit<unknown>).value]));
}

function enforcedOf(known: Known, inner: Shape): Pick<Facts, 'enforced'> {
  const own = Object.entries(known.limits ?? {}).filter(([, limit]) => limit && limit.enforced !== 'model');
  const merged = { ...inner.enforced, ...Object.fromEntries(own.map(([name, limit]) => [name, limit?.enforced])) };
  return Object.keys(merged).length > 0 ? { enforced: merged } : {};
}

function factsOf(known: Known, required: boolean): Facts {
  const { unit, since, secret, rank, arn, names, update, deprecated, nullable, needed } = known;
  const [role, kind] = (names?.split(' ') ?? []) as ['defines' | 'refers', NonNullable<Facts['names']>['kind']];
  return {
    ...(required && { required: true }),
    ...(needed && needed.enforced !== 'model' && { needed: needed.enforced }),
    ...(known.default !== undefined && { default: defaultOf(known.default) }),
    ...(unit && { unit }),
    ...(since && since !== 'API-2019' && { since }),
    ...(secret && { secret }),
    ...(rank && { rank }),
    ...(arn && { arn }),
    ...(names && { names: { kind, role } }),
    ...(update && { update }),
    ...(deprecated && { deprecated }),
    ...(nullable && { nullable }),
  };
}

const defaultOf = (value: Scalar | Default): Default => (typeof value === 'object' ? value : { value });

function docOf(known: Known, structure: string, name: string, enumDocs?: Record<string, string>): Doc {
  const { doc, url, guide, limits, needed, keys, snippet } = known;
  const page = url ?? referenceUrl(structure, name);
  const sourced = Object.entries({ ...limits, needed }).filter(([, limit]) => limit && limit.enforced !== 'model');
  const sources = Object.fromEntries(sourced.map(([at, limit]) => [at as LimitName, limit?.source]));
  return {
    doc: oneLine(doc ?? ''),
    ...(page && { url: page }),
    ...(guide && { guide: guideUrl(guide) }),
    ...(enumDocs && { enumDocs }),
    ...(keys && { keyDocs: Object.fromEntries(Object.entries(keys).map(([key, { doc: text }]) => [key, text])) }),
    ...(sourced.length > 0 && { sources }),
    ...(snippet !== undefined && { snippet: numbered(snippet) }),
  };
}

/** The sentences of an enum stand at the member that holds it, also through a list. */
function itemEnumDocs(type: z.ZodType): Record<string, string> | undefined {
  const known: Known = facts.get(type) ?? {};
  if (known.enumDocs) return known.enumDocs;
  const def = type.def as unknown as { type: string; element?: z.ZodType };
  return def.type === 'array' && def.element ? itemEnumDocs(def.element) : undefined;
}

/** Gives the places of a snippet the numbers that editors want, in the order of reading. */
function numbered(body: unknown): unknown {
  let next = 0;
  const text = JSON.stringify(body).replaceAll(/«([^»]*)»/g, (_, place: string) => {
    next += 1;
    return place.includes('|') ? `\${${next}|${place.replaceAll('|', ',')}|}` : `\${${next}:${place}}`;
  });
  return JSON.parse(text);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
