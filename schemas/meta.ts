import { z } from 'zod';
import type { ArnFact, Default, Enforced, Facts, KnownKey, LimitName, Scalar } from './shape';

/** A limit with the one who says so. Written with `model`, `recorded`, `documented` or `assumed` below. */
export interface Limit<T> {
  value: T;
  enforced: Enforced;
  source: string;
}

/** botocore's service model: the AWS CLI refuses the request before sending it, or the API does at once. */
export const model = <T>(value: T): Limit<T> => ({ value, enforced: 'model', source: 'API model (botocore)' });

/** Refused by the real API with an error on record; `id` names the record: a cdk-preflight rule or a public issue. */
export const recorded = <T>(value: T, id: string): Limit<T> => ({
  value,
  enforced: 'recorded',
  source: `recorded from the API: ${id}`,
});

/** Stated by AWS's documents. */
export const documented = <T>(value: T, where = 'API reference'): Limit<T> => ({
  value,
  enforced: 'doc',
  source: where,
});

/** Follows from how ECS works; `why` says from what. */
export const assumed = <T>(value: T, why: string): Limit<T> => ({ value, enforced: 'assumption', source: why });

export type Limits = { [K in LimitName]?: Limit<unknown> };

/** What a field says about itself besides its type. */
export interface FieldMeta extends Omit<Facts, 'required' | 'needed' | 'default' | 'arn' | 'names' | 'enforced'> {
  /** One paragraph in our own words: what it does, what ECS does without it, traps. Line breaks do not count. */
  doc: string;
  /** Reference page; by default the one of the structure around the field. */
  url?: string;
  /** Developer guide page, the part after `developerguide/`. */
  guide?: string;
  /** A plain value, or words and cases. */
  default?: Scalar | Default;
  arn?: ArnFact;
  /** `defines container` or `refers container`. */
  names?: `${'defines' | 'refers'} ${NonNullable<Facts['names']>['kind']}`;
  /** Nothing works without the field although the model does not mark it. */
  needed?: Limit<true>;
  /** A body to insert; `«text»` is a place to fill in, `«a|b»` a choice. */
  snippet?: unknown;
}

/** What the constructors in `fields.ts` know of a type. */
export interface TypeMeta {
  kind: 'object' | 'list' | 'map' | 'string' | 'integer' | 'double' | 'boolean' | 'document';
  /** Structure name in the API reference. */
  structure?: string;
  union?: true;
  open?: true;
  values?: (string | number)[];
  enumDocs?: Record<string, string>;
  keys?: Record<string, KnownKey & { doc: string }>;
  limits?: Limits;
  patternHelp?: string;
}

/** The one registry: type facts on a schema, field facts on the clone that stands as a member. */
export const facts = z.registry<Partial<FieldMeta & TypeMeta>>();
