/** One clause asked of one instance. */
import type { Clause, Subject } from './ast';
import { valuesOf } from './ast';
import { compareWith, dateOf, versionOf } from './compare';
import type { CompiledQuery, QueryInstance, Truth } from './evaluate';
import { compilePattern } from './match';
import type { OperatorId } from './operators';
import { attributeInfo } from './subjects';

export function negate(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : !truth;
}

export type Fact = string | undefined | null;

/** The value of a subject: undefined = known to be absent, null = not described. */
export function factOf(subject: Subject, instance: QueryInstance): Fact {
  switch (subject.id) {
    case 'attribute': {
      const value = instance.attributes?.[subject.attribute as string];
      if (value !== undefined) return value;
      return instance.attributes && !attributeInfo(subject.attribute)?.always ? undefined : null;
    }
    case 'agentConnected':
      return instance.agentConnected === undefined ? null : String(instance.agentConnected);
    case 'agentVersion':
      return instance.agentVersion ?? null;
    case 'ec2InstanceId':
      return instance.ec2InstanceId ?? null;
    case 'registeredAt':
      return instance.registeredAt === undefined ? null : String(instance.registeredAt);
    case 'runningTasksCount':
      return instance.runningTasksCount === undefined ? null : String(instance.runningTasksCount);
    default:
      return null;
  }
}

export interface CompiledClause {
  truth: CompiledQuery;
  /** Why the answer can only be unknown, whatever the instance. */
  unknown?: string;
}

export function compileClause(clause: Clause): CompiledClause {
  const { subject, operator } = clause;
  const never = (unknown: string): CompiledClause => ({ truth: () => 'unknown', unknown });
  if (subject.id === 'unknown') return never(`\`${subject.text}\` is nothing that ECS knows of an instance`);
  if (!operator?.id) return never('the expression is incomplete');
  const test = testOf(clause, operator.id);
  if (typeof test === 'string') return never(test);
  if (subject.id === 'task:group') return { truth: groupTruth(operator.id, test) };
  return {
    truth: (instance) => {
      const value = factOf(subject, instance);
      if (value === null) return 'unknown';
      if (operator.id === 'not_exists') return value === undefined;
      return value === undefined ? false : test(value);
    },
  };
}

type Test = (value: string) => Truth;

const OPPOSITE: Partial<Record<OperatorId, OperatorId>> = {
  not_equals: 'equals',
  not_in: 'in',
  not_matches: 'matches',
  not_exists: 'exists',
};

/** An instance has many groups: a positive operator wants one that fits, a negative one wants none. */
function groupTruth(id: OperatorId, test: Test): CompiledQuery {
  const negative = OPPOSITE[id] !== undefined;
  return ({ taskGroups }) => {
    if (!taskGroups) return 'unknown';
    let found: Truth = false;
    for (const group of taskGroups) {
      const truth = negative && id !== 'not_exists' ? negate(test(group)) : test(group);
      if (truth === true) return !negative;
      if (truth === 'unknown') found = 'unknown';
    }
    return negative ? negate(found) : found;
  };
}

/** The question a clause asks of one value, or why it cannot be asked. */
function testOf(clause: Clause, id: OperatorId): Test | string {
  if (id === 'exists' || id === 'not_exists') return () => true;
  const values = valuesOf(clause.argument).map((value) => value.value);
  const first = values[0];
  if (first === undefined) return 'the expression is incomplete';
  const negative = OPPOSITE[id] !== undefined;
  const positive = OPPOSITE[id] ?? id;
  if (positive === 'matches') {
    const compiled = compilePattern(first);
    if ('unknown' in compiled) return compiled.unknown;
    return (value) => compiled.matches(value) !== negative;
  }
  const kind = clause.subject.id;
  if (kind === 'agentVersion' || kind === 'runningTasksCount')
    return compareWith(positive, negative, values, versionOf);
  if (kind === 'registeredAt') return compareWith(positive, negative, values, dateOf);
  if (positive === 'equals' || positive === 'in') return (value) => values.includes(value) !== negative;
  return `how \`${clause.operator?.text}\` compares texts is not documented`;
}
