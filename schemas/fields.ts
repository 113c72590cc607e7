import { z } from 'zod';
import { type FieldMeta, facts, type Limit, type TypeMeta } from './meta';
import type { KnownKey } from './shape';

/**
 * The constructors that the schemas are written with. Each makes the zod type and notes, in the one registry, what zod
 * cannot hold: who says a limit, what a value means, which structure of the API this is.
 */

const noted = <T extends z.ZodType>(type: T, meta: TypeMeta): T => {
  facts.add(type, meta);
  return type;
};

interface TextLimits {
  minLength?: Limit<number>;
  maxLength?: Limit<number>;
  pattern?: Limit<string>;
  /** The pattern in words. */
  patternHelp?: string;
}

/** Any string within limits. Lengths count code points; the pattern matches the whole value. */
export function text(limits: TextLimits = {}): z.ZodString {
  const { patternHelp, ...rest } = limits;
  let type = z.string();
  if (rest.minLength) type = type.min(rest.minLength.value);
  if (rest.maxLength) type = type.max(rest.maxLength.value);
  if (rest.pattern) type = type.regex(new RegExp(`^(?:${rest.pattern.value})$`, 'u'));
  return noted(type, { kind: 'string', limits: rest, ...(patternHelp && { patternHelp }) });
}

type Same<D> = { [K in keyof D & string]: K };

/** One of the values that the API knows. The record gives each value its sentence; `closed` says who refuses others, if not the model. */
export function choice<const D extends Record<string, string>>(docs: D, closed?: Limit<true>): z.ZodEnum<Same<D>> {
  const values = Object.keys(docs);
  const type = z.enum(Object.fromEntries(values.map((value) => [value, value])) as Same<D>);
  return noted(type, { kind: 'string', values, enumDocs: docs, limits: closed ? { enum: closed } : {} });
}

/** A plain string for the API of which these values are documented. Closed: others are known to be refused. */
export function documentedChoice(docs: Record<string, string>, closed: Limit<true>): z.ZodString {
  return noted(z.string(), {
    kind: 'string',
    values: Object.keys(docs),
    enumDocs: docs,
    limits: { enum: closed },
  });
}

/** A string with values worth offering; others may be right too. */
export function suggestions(docs: Record<string, string>, limits: TextLimits = {}): z.ZodString {
  const type = text(limits);
  facts.add(type, { ...facts.get(type), open: true, values: Object.keys(docs), enumDocs: docs });
  return type;
}

interface NumberLimits {
  min?: Limit<number>;
  max?: Limit<number>;
  multipleOf?: Limit<number>;
}

export function integer(limits: NumberLimits = {}): z.ZodInt {
  let type = z.int();
  if (limits.min) type = type.min(limits.min.value);
  if (limits.max) type = type.max(limits.max.value);
  return noted(type, { kind: 'integer', limits: { ...limits } });
}

/** An integer of which only these values are allowed. */
export function integerChoice(docs: Record<number, string>, closed: Limit<true>): z.ZodInt {
  const values = Object.keys(docs).map(Number);
  const type = z.int().refine((value) => values.includes(value));
  return noted(type, { kind: 'integer', values, enumDocs: docs as Record<string, string>, limits: { enum: closed } });
}

export function double(limits: NumberLimits = {}): z.ZodNumber {
  let type = z.number();
  if (limits.min) type = type.min(limits.min.value);
  if (limits.max) type = type.max(limits.max.value);
  return noted(type, { kind: 'double', limits: { ...limits } });
}

export const flag = (): z.ZodBoolean => noted(z.boolean(), { kind: 'boolean' });

/** Any JSON value. */
export const anything = (): z.ZodUnknown => noted(z.unknown(), { kind: 'document' });

interface ListLimits {
  minItems?: Limit<number>;
  maxItems?: Limit<number>;
  uniqueBy?: Limit<string[]>;
}

export function list<T extends z.ZodType>(item: T, limits: ListLimits = {}): z.ZodArray<T> {
  let type = z.array(item);
  if (limits.minItems) type = type.min(limits.minItems.value);
  if (limits.maxItems) type = type.max(limits.maxItems.value);
  return noted(type, { kind: 'list', limits: { ...limits } });
}

/** Free keys with values of one type; `keys` are worth offering. */
export function map<T extends z.ZodType>(value: T, keys?: Record<string, KnownKey & { doc: string }>) {
  return noted(z.record(z.string(), value), { kind: 'map', ...(keys && { keys }) });
}

/** A structure of the API (or of our own input) by its name in the reference. */
export function structure<S extends z.ZodRawShape>(name: string, members: S) {
  return noted(z.strictObject(members), { kind: 'object', structure: name });
}

/** A structure of which exactly one member may be given. */
export function union<S extends z.ZodRawShape>(name: string, members: S) {
  const type = z.strictObject(members).refine((value) => Object.keys(value).length === 1);
  return noted(type, { kind: 'object', structure: name, union: true });
}

/** A member that may be left out. */
export function optional<T extends z.ZodType>(type: T, meta: FieldMeta): z.ZodOptional<T> {
  const member = type.optional() as z.ZodOptional<T>;
  facts.add(member, meta);
  return member;
}

/** A member that the model requires. */
export function required<T extends z.ZodType>(type: T, meta: FieldMeta): T {
  const member = type.clone() as T;
  facts.add(member, meta);
  return member;
}
