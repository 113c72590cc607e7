/**
 * Does an instance satisfy a query? Three answers: yes, no, and cannot be known from what is described.
 *
 * Settled by the guide: `!=` wants the attribute to be there (task-placement-constraints: "instances with the
 * attribute unless …"). Our inferences (simulator.md §3.3): patterns match whole values; versions compare number by
 * number; `!in` and `!~` want the attribute too; `task:group` asks whether any task's group fits, and its negative
 * operators whether none does.
 */
import type { Clause, Expr, Query } from './ast';
import { valuesOf } from './ast';
import { compileClause, factOf, negate } from './clause-truth';
import { describeClause, subjectNoun } from './describe';
import { type OperatorId, operatorInfo } from './operators';
import { parseQuery } from './parser';

/** What is known of a container instance; what is left out is unknown, except custom attributes, which are absent. */
export interface QueryInstance {
  attributes?: Readonly<Record<string, string>>;
  agentConnected?: boolean;
  agentVersion?: string;
  ec2InstanceId?: string;
  /** ISO 8601, or seconds since 1970 as the API gives it. */
  registeredAt?: string | number;
  runningTasksCount?: number;
  /** Groups of the tasks on it, such as `service:web`. */
  taskGroups?: ReadonlySet<string> | readonly string[];
}

export type Truth = true | false | 'unknown';

export interface Verdict {
  result: Truth;
  /** One sentence fragment: which clause decided, and by what value. */
  why: string;
}

export type CompiledQuery = (instance: QueryInstance) => Truth;

/** Asks one question; use compileQuery to ask the same of many instances. A string is parsed first. */
export function evaluateQuery(query: Query | Expr | string, instance: QueryInstance): Verdict {
  return judge(astOf(query), instance);
}

/** A function that answers as fast as it can and without reasons. */
export function compileQuery(query: Query | Expr | string): CompiledQuery {
  return compile(astOf(query));
}

/** Which changing facts of an instance an expression looks at. Everything else stays as it is while tasks are placed. */
export function queryDependencies(query: Query | Expr | string): { taskGroups: boolean; runningTasksCount: boolean } {
  const found = { taskGroups: false, runningTasksCount: false };
  const visit = (expr: Expr): void => {
    if (expr.kind === 'or' || expr.kind === 'and') expr.terms.forEach(visit);
    else if (expr.kind === 'not' || expr.kind === 'group') visit(expr.body);
    else if (expr.kind === 'clause' && expr.subject.id === 'task:group') found.taskGroups = true;
    else if (expr.kind === 'clause' && expr.subject.id === 'runningTasksCount') found.runningTasksCount = true;
  };
  visit(astOf(query));
  return found;
}

function astOf(query: Query | Expr | string): Expr {
  if (typeof query === 'string') return parseQuery(query).ast;
  return 'ast' in query ? query.ast : query;
}

function compile(expr: Expr): CompiledQuery {
  switch (expr.kind) {
    case 'or': {
      const terms = expr.terms.map(compile);
      return (instance) => all(terms, instance, true);
    }
    case 'and': {
      const terms = expr.terms.map(compile);
      return (instance) => all(terms, instance, false);
    }
    case 'not': {
      const body = compile(expr.body);
      return (instance) => negate(body(instance));
    }
    case 'group':
      return compile(expr.body);
    case 'clause':
      return compileClause(expr).truth;
    case 'missing':
      return () => 'unknown';
  }
}

/** Kleene's and (decided by a false) and or (decided by a true). */
function all(terms: CompiledQuery[], instance: QueryInstance, deciding: boolean): Truth {
  let result: Truth = !deciding;
  for (const term of terms) {
    const truth = term(instance);
    if (truth === deciding) return deciding;
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

function judge(expr: Expr, instance: QueryInstance): Verdict {
  switch (expr.kind) {
    case 'or':
    case 'and':
      return judgeTerms(expr.terms, instance, expr.kind === 'or');
    case 'not': {
      const inner = judge(expr.body, instance);
      return { result: negate(inner.result), why: inner.why };
    }
    case 'group':
      return judge(expr.body, instance);
    case 'clause':
      return judgeClause(expr, instance);
    case 'missing':
      return { result: 'unknown', why: 'the expression is incomplete' };
  }
}

function judgeTerms(terms: Expr[], instance: QueryInstance, deciding: boolean): Verdict {
  const verdicts = terms.map((term) => judge(term, instance));
  const decided = verdicts.find((verdict) => verdict.result === deciding);
  if (decided) return decided;
  const open = verdicts.filter((verdict) => verdict.result === 'unknown');
  if (open.length > 0) return { result: 'unknown', why: open.map((verdict) => verdict.why).join('; ') };
  return { result: !deciding, why: verdicts.map((verdict) => verdict.why).join(' and ') };
}

function judgeClause(clause: Clause, instance: QueryInstance): Verdict {
  const { truth, unknown } = compileClause(clause);
  const result = truth(instance);
  if (result === 'unknown')
    return { result, why: unknown ?? `${subjectNoun(clause.subject)} is not described for this instance` };
  if (result) return { result, why: describeClause(clause) };
  return { result, why: whyNot(clause, instance) };
}

function whyNot(clause: Clause, instance: QueryInstance): string {
  const noun = subjectNoun(clause.subject);
  if (clause.subject.id === 'task:group') {
    const groups = [...(instance.taskGroups ?? [])];
    return `${groups.length > 0 ? `the task groups on the instance are ${groups.join(', ')}` : 'no task runs on the instance'}, while the clause wants that ${describeClause(clause)}`;
  }
  const value = factOf(clause.subject, instance);
  const info = operatorInfo(clause.operator?.id as OperatorId);
  if (value === undefined) return `${noun} is not set`;
  if (info.takes === 'nothing') return `${noun} is set`;
  const wanted = valuesOf(clause.argument)
    .map((v) => v.value)
    .join(', ');
  const is =
    String(value) === wanted
      ? `${noun} ${info.phraseNot} \`${wanted}\``
      : `${noun} is \`${value}\`, which ${info.phraseNot} \`${wanted}\``;
  return is;
}
