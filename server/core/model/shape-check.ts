import type {
  Enforced,
  LimitName,
  ListShape,
  NumberShape,
  ObjectShape,
  Shape,
  StringShape,
} from '../../../schemas/shape';
import { canonicalName, type Fact } from './fact';

/** One departure from the schema. Each kind has a rule of its own in `rules/shape/`, which words it and mends it. */
export type ShapeProblem =
  | { kind: 'unknown-member'; fact: Fact; owner: Fact; name: string }
  | { kind: 'wrong-case-member'; fact: Fact; owner: Fact; name: string; right: string }
  | { kind: 'null-value'; fact: Fact }
  | { kind: 'empty-string'; fact: Fact }
  | { kind: 'wrong-type'; fact: Fact; wanted: Shape; got: string }
  | { kind: 'missing-member'; owner: Fact; name: string; shape: Shape }
  | { kind: 'union'; fact: Fact; given: string[]; members: string[] }
  | {
      kind: 'enum';
      fact: Fact;
      value: string | number;
      values: readonly (string | number)[];
      open: boolean;
      enforced: Enforced;
    }
  | { kind: 'range'; fact: Fact; value: number; min?: number; max?: number; unit?: string; enforced: Enforced }
  | { kind: 'step'; fact: Fact; value: number; multipleOf: number; enforced: Enforced }
  /** `min` or `max`, whichever is not kept. */
  | { kind: 'length'; fact: Fact; value: string; length: number; min?: number; max?: number; enforced: Enforced }
  | { kind: 'pattern'; fact: Fact; value: string; help: string; enforced: Enforced }
  /** `min` or `max`, whichever is not kept. */
  | { kind: 'count'; fact: Fact; count: number; min?: number; max?: number; enforced: Enforced }
  | { kind: 'duplicate-item'; fact: Fact; first: Fact; by: readonly string[]; enforced: Enforced };

export type ShapeProblems = { [K in ShapeProblem['kind']]?: Extract<ShapeProblem, { kind: K }>[] };

/**
 * Walks a bound definition once and lists every departure from its schema. Unknown values and everything below them are
 * passed over. Lists are walked whole, so the cost is linear in the size of the file. `clean` names top-level members
 * that are known to fit.
 */
export function checkShape(root: Fact, clean?: (name: string) => boolean): ShapeProblems {
  const problems: ShapeProblems = {};
  const add = (problem: ShapeProblem) => {
    (problems[problem.kind] ??= [] as never[]).push(problem as never);
  };
  if (clean && root.known && root.shape?.type === 'object') {
    walkObject(root as Fact<Record<string, unknown>>, root.shape, add, clean);
  } else walk(root, add);
  return problems;
}

type Add = (problem: ShapeProblem) => void;

function walk(fact: Fact, add: Add): void {
  const shape = fact.shape;
  if (!shape) return;
  if (fact.unknown) {
    if (fact.why === 'type' && fact.target) add({ kind: 'wrong-type', fact, wanted: shape, got: typeName(fact) });
    if (fact.why === 'empty') add({ kind: 'empty-string', fact });
    return;
  }
  if (fact.absent) {
    const { target } = fact;
    if (target?.kind === 'scalar' && !fact.parent) return;
    if (target?.kind === 'scalar')
      add(target.value === null ? { kind: 'null-value', fact } : { kind: 'empty-string', fact });
    return;
  }
  switch (shape.type) {
    case 'object':
      walkObject(fact as Fact<Record<string, unknown>>, shape, add);
      return;
    case 'list':
      walkList(fact as Fact<unknown[]>, shape, add);
      return;
    case 'map':
      for (const [, child] of fact.entriesOf) walk(child, add);
      return;
    case 'string':
      checkString(fact, shape, add);
      return;
    case 'integer':
    case 'double':
      checkNumber(fact, shape, add);
      return;
  }
}

function walkObject(
  fact: Fact<Record<string, unknown>>,
  shape: ObjectShape,
  add: Add,
  clean?: (name: string) => boolean,
): void {
  const given: string[] = [];
  for (const [name, child] of fact.entriesOf) {
    const written = child.entry?.name ?? name;
    if (!child.shape) {
      add({ kind: 'unknown-member', fact: child, owner: fact, name: written });
      continue;
    }
    given.push(name);
    if (written !== name)
      add({ kind: 'wrong-case-member', fact: child, owner: fact, name: written, right: canonicalName(shape, written) });
    if (!clean?.(name)) walk(child, add);
  }
  for (const name of requiredOf(shape)) {
    if (fact.get(name).absent) add({ kind: 'missing-member', owner: fact, name, shape: shape.members[name] as Shape });
  }
  if (shape.union && given.length !== 1 && fact.count === fact.entriesOf.length) {
    add({ kind: 'union', fact, given, members: Object.keys(shape.members) });
  }
}

const required = new WeakMap<ObjectShape, string[]>();
function requiredOf(shape: ObjectShape): string[] {
  let names = required.get(shape);
  if (!names) {
    names = Object.keys(shape.members).filter((n) => shape.members[n]?.required);
    required.set(shape, names);
  }
  return names;
}

function walkList(fact: Fact<unknown[]>, shape: ListShape, add: Add): void {
  const { items } = fact;
  const count = fact.count ?? items.length;
  const tooMany = shape.maxItems !== undefined && count > shape.maxItems;
  const tooFew = shape.minItems !== undefined && fact.count !== undefined && count < shape.minItems;
  if (tooMany || tooFew) {
    const limit = tooMany ? { max: shape.maxItems } : { min: shape.minItems };
    add({ kind: 'count', fact, count, ...limit, enforced: enforcedBy(shape, tooMany ? 'maxItems' : 'minItems') });
  }
  for (const item of items) walk(item, add);
  if (shape.uniqueBy && items.length > 1) checkUnique(items, shape.uniqueBy, enforcedBy(shape, 'uniqueBy'), add);
}

function checkUnique(items: Fact[], by: readonly string[], enforced: Enforced, add: Add): void {
  const seen = new Map<string, Fact>();
  for (const item of items) {
    const key = identity(item, by);
    if (key === undefined) continue;
    const first = seen.get(key);
    if (first) add({ kind: 'duplicate-item', fact: item, first, by, enforced });
    else seen.set(key, item);
  }
}

/** What makes two items the same; undefined while a part of it is unknown. */
function identity(item: Fact, by: readonly string[]): string | undefined {
  if (by.length === 0) return item.known ? plainKey(item) : undefined;
  const parts: string[] = [];
  for (const name of by) {
    const part = (item as Fact<Record<string, unknown>>).get(name);
    if (part.unknown) return undefined;
    parts.push(part.absent ? '' : (plainKey(part) ?? ''));
  }
  return parts.every((p) => p === '') ? undefined : parts.join('\u0000');
}

function plainKey(fact: Fact): string | undefined {
  const node = fact.target;
  if (node?.kind === 'scalar') return `${typeof node.value}:${node.value}`;
  if (node?.kind === 'seq') {
    const parts = fact.itemsOf.map(plainKey);
    return parts.includes(undefined) ? undefined : `[${parts.join(',')}]`;
  }
  if (node?.kind === 'map') {
    const parts = fact.entriesOf.map(([name, f]) => (f.unknown ? undefined : `${name}=${plainKey(f)}`));
    return parts.includes(undefined) ? undefined : `{${parts.sort().join(',')}}`;
  }
  return undefined;
}

function checkString(fact: Fact, shape: StringShape, add: Add): void {
  const value = fact.value as string;
  if (shape.enum && !shape.open && !shape.enum.includes(value)) {
    add({ kind: 'enum', fact, value, values: shape.enum, open: false, enforced: enforcedBy(shape, 'enum') });
    return;
  }
  const { minLength, maxLength } = shape;
  const length = value.length > (maxLength ?? Infinity) ? [...value].length : value.length;
  if (maxLength !== undefined && length > maxLength) {
    add({ kind: 'length', fact, value, length, max: maxLength, enforced: enforcedBy(shape, 'maxLength') });
  } else if (minLength !== undefined && length < minLength) {
    add({ kind: 'length', fact, value, length, min: minLength, enforced: enforcedBy(shape, 'minLength') });
  } else if (shape.pattern && !compiled(shape.pattern).test(value)) {
    add({ kind: 'pattern', fact, value, help: shape.patternHelp ?? '', enforced: enforcedBy(shape, 'pattern') });
  }
}

const patterns = new Map<string, RegExp>();
function compiled(source: string): RegExp {
  let regex = patterns.get(source);
  if (!regex) {
    regex = new RegExp(`^(?:${source})$`, 'u');
    patterns.set(source, regex);
  }
  return regex;
}

function checkNumber(fact: Fact, shape: NumberShape, add: Add): void {
  const value = fact.value as number;
  const { min, max, multipleOf } = shape;
  if (shape.enum && !shape.enum.includes(value)) {
    add({ kind: 'enum', fact, value, values: shape.enum, open: false, enforced: enforcedBy(shape, 'enum') });
  } else if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
    const limit = value > (max ?? Infinity) ? 'max' : 'min';
    add({ kind: 'range', fact, value, min, max, unit: shape.unit, enforced: enforcedBy(shape, limit) });
  } else if (multipleOf !== undefined && !isMultiple(value, multipleOf)) {
    add({ kind: 'step', fact, value, multipleOf, enforced: enforcedBy(shape, 'multipleOf') });
  }
}

/** 10.3 is a multiple of 0.1 although 10.3 % 0.1 is not 0 in binary. */
function isMultiple(value: number, step: number): boolean {
  const ratio = value / step;
  return Math.abs(ratio - Math.round(ratio)) < 1e-9 * Math.max(1, Math.abs(ratio));
}

function enforcedBy(shape: Shape, limit: LimitName): Enforced {
  return shape.enforced?.[limit] ?? 'model';
}

/** The type of what is written, in the words of a message. */
export function typeName(fact: Fact): string {
  const node = fact.target;
  if (node?.kind === 'map') return 'a mapping';
  if (node?.kind === 'seq') return 'a list';
  if (node?.kind !== 'scalar') return 'nothing';
  if (node.value === null) return 'null';
  if (typeof node.value === 'boolean') return 'a boolean';
  return typeof node.value === 'number' ? 'a number' : 'a string';
}
