import { membersByPath } from '../../schemas/derive';
import { docsOf, service, type TaskDefinition, taskDefinition } from '../../schemas/runtime';
import type { KnownKey, LimitName, Shape } from '../../schemas/shape';
import type { Fact } from '../../server/core/model/fact';
import { checkShape } from '../../server/core/model/shape-check';
import { traitsOf } from '../../server/core/model/traits';
import type { RuleContext } from '../../server/core/rules/rule';
import { differing } from '../schemas/held';
import { type Asked, type Demand, demandsOn, ids, rulesById } from './oracle';

/**
 * What could be wrong in a schema, one fact at a time, and whether a test would notice: what is held against the SDK and the
 * documents of AWS (test/schemas), and what rules say in their tests. The generated files are taken to follow the schema.
 */
export interface SchemaMutant {
  root: 'service' | 'taskDefinition';
  path: string;
  kind: 'limit' | 'required' | 'value' | 'pattern' | 'default' | 'since' | 'secret' | 'who says so' | 'log option';
  is: string;
  /** Changes the shape, and gives what puts it back. */
  apply(): () => void;
}

const roots = { service, taskDefinition };
const docs = { service: docsOf('service'), taskDefinition: docsOf('taskDefinition') };
const ENDS: readonly LimitName[] = ['min', 'max', 'minLength', 'maxLength', 'minItems', 'maxItems'];
const STEP: Partial<Record<string, number>> = { double: 0.1 };

/** All mutants of the members of both requests. */
export function mutants(): SchemaMutant[] {
  return (['service', 'taskDefinition'] as const).flatMap((root) =>
    [...membersByPath(roots[root])].flatMap(([path, shape]) =>
      [...ofLimits(shape), ...ofFacts(shape), ...ofKeys(shape)].map((one) => ({ root, path, ...one })),
    ),
  );
}

type Change = Pick<SchemaMutant, 'kind' | 'is' | 'apply'>;

/** The same object with one member given another value, or taken away. */
function change(of: object, name: string, value: unknown, kind: SchemaMutant['kind'], what = name): Change {
  const target = of as Record<string, unknown>;
  const apply = () => {
    const before = { has: Object.hasOwn(target, name), value: target[name] };
    if (value === undefined) delete target[name];
    else target[name] = value;
    return () => {
      if (before.has) target[name] = before.value;
      else delete target[name];
    };
  };
  return {
    kind,
    is: `${what} ${JSON.stringify(target[name])} → ${value === undefined ? 'none' : JSON.stringify(value)}`,
    apply,
  };
}

function ofLimits(shape: Shape): Change[] {
  const of = shape as unknown as Record<string, unknown>;
  const step = STEP[shape.type] ?? 1;
  const ends = ENDS.filter((name) => typeof of[name] === 'number').flatMap((name) => [
    change(shape, name, (of[name] as number) + step, 'limit'),
    change(shape, name, (of[name] as number) - step, 'limit'),
  ]);
  const said = Object.entries(shape.enforced ?? {}).map(([name, who]) =>
    change(shape.enforced as object, name, isCertain(who) ? 'doc' : 'recorded', 'who says so', `enforced.${name}`),
  );
  return [...ends, ...said, ...ofText(shape)];
}

const isCertain = (who: string) => who === 'model' || who === 'recorded';

function ofText(shape: Shape): Change[] {
  if (shape.type === 'list') return ofText(shape.item);
  if (shape.type !== 'string') return [];
  const values = shape.open ? [] : (shape.enum ?? []);
  return [
    ...values.map((value) =>
      change(
        shape,
        'enum',
        values.filter((one) => one !== value),
        'value',
        `without ${value}:`,
      ),
    ),
    ...(shape.pattern === undefined ? [] : [change(shape, 'pattern', '[^]*', 'pattern')]),
  ];
}

function ofFacts(shape: Shape): Change[] {
  const changes = [change(shape, 'since', shape.since ? undefined : '2026', 'since')];
  if (shape.secret) changes.push(change(shape, 'secret', undefined, 'secret'));
  if (shape.required) changes.push(change(shape, 'required', undefined, 'required'));
  if (shape.needed) changes.push(change(shape, 'needed', undefined, 'required'));
  const value = shape.default?.value;
  const other = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : value && `${value}X`;
  if (other !== undefined) changes.push(change(shape.default as object, 'value', other, 'default'));
  return changes;
}

/** Options that a map is known to take, as log drivers do. */
function ofKeys(shape: Shape): Change[] {
  const keys: Record<string, KnownKey> = (shape.type === 'map' && shape.keys) || {};
  return Object.entries(keys).flatMap(([name, key]) => {
    const flip = (fact: 'secret' | 'required') =>
      change(key, fact, key[fact] ? undefined : true, 'log option', `${name} ${fact}`);
    const values = (key.values ?? []).map((value) =>
      change(
        key,
        'values',
        key.values?.filter((one) => one !== value),
        'log option',
        `${name} values`,
      ),
    );
    return [...(key.secret ? [flip('secret')] : []), flip('required'), ...values];
  });
}

const fresh = new WeakMap<RuleContext, RuleContext>();
let version = {};
const versions = new WeakMap<RuleContext, object>();

/** What rules are given, worked out again from the shapes as they are now. */
function regard(ctx: RuleContext): RuleContext {
  if (versions.get(ctx) !== version) {
    const traits = traitsOf(ctx.service, ctx.taskDefinition as Fact<TaskDefinition> | undefined);
    fresh.set(ctx, Object.create(ctx, { traits: { value: traits }, shape: { value: checkShape(ctx.root) } }));
    versions.set(ctx, version);
  }
  return fresh.get(ctx) as RuleContext;
}

const asked: Asked = { rules: rulesById(), regard };
/** Rules that read any fact of a schema, and those that read nothing but defaults and what a log driver takes. */
const SHAPE_RULES = new Set([...rulesById().values()].flatMap(({ id, on }) => (on === 'shape' ? [id] : [])));
const ALL_RULES = new Set(ids());
const kept = new Map<Demand, string>();
const prepared = new Map<ReadonlySet<string>, Demand[]>();

/** Who notices the mutant: the first that does, or undefined. */
export function noticedBy(mutant: SchemaMutant): string | undefined {
  const all = demandsFor(mutant.kind === 'default' || mutant.kind === 'log option' ? ALL_RULES : SHAPE_RULES);
  const restore = mutant.apply();
  version = {};
  try {
    if (differing({ ...roots, docs }).length > 0) return 'SDK and documents';
    for (const demand of all) if (demand.answer(asked) !== kept.get(demand)) return demand.test;
    return undefined;
  } finally {
    restore();
    version = {};
  }
}

/** The demands on some rules but those on templates and on silence elsewhere, each with its answer now. */
function demandsFor(rules: ReadonlySet<string>): Demand[] {
  const ready = prepared.get(rules);
  if (ready) return ready;
  const all = [...demandsOn(rules)].filter(({ test }) => test !== 'templates' && test !== 'others');
  version = {};
  for (const demand of all) kept.set(demand, demand.answer(asked));
  prepared.set(rules, all);
  return all;
}
