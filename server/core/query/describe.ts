/** A query in plain words, for hovers, findings and the simulator's reasons. */
import type { Argument, Clause, Expr, Subject } from './ast';
import { operatorInfo } from './operators';
import { attributeInfo, subjectInfo } from './subjects';

/**
 * Says what an expression asks of an instance: "the instance type matches `t3.*` and the Availability Zone is
 * `eu-west-1a`". Missing parts read as "…".
 */
export function describeQuery(expr: Expr): string {
  switch (expr.kind) {
    case 'or':
      return expr.terms.map(describeQuery).join(' or ');
    case 'and':
      return expr.terms
        .map((term) => (term.kind === 'or' ? `(${describeQuery(term)})` : describeQuery(term)))
        .join(' and ');
    case 'not':
      return describeNot(expr.body);
    case 'group':
      return expr.body.kind === 'clause' || expr.body.kind === 'group'
        ? describeQuery(expr.body)
        : `(${describeQuery(expr.body)})`;
    case 'clause':
      return describeClause(expr);
    case 'missing':
      return '…';
  }
}

function describeNot(body: Expr): string {
  const inner = body.kind === 'group' ? body.body : body;
  return inner.kind === 'clause' ? `it is not so that ${describeClause(inner)}` : `not (${describeQuery(inner)})`;
}

/** One clause in plain words. */
export function describeClause(clause: Clause): string {
  if (clause.subject.id === 'task:group') return describeGroupClause(clause);
  const noun = subjectNoun(clause.subject);
  if (!clause.operator) return `${noun} …`;
  if (!clause.operator.id) return `${noun} \`${clause.operator.text}\` ${describeArgument(clause.argument)}`;
  const info = operatorInfo(clause.operator.id);
  return info.takes === 'nothing'
    ? `${noun} ${info.phrase}`
    : `${noun} ${info.phrase} ${describeArgument(clause.argument)}`;
}

/** An instance has as many groups as its tasks have, so `is` would mislead. */
function describeGroupClause(clause: Clause): string {
  const id = clause.operator?.id;
  const argument = describeArgument(clause.argument);
  switch (id) {
    case 'equals':
      return `a task of the group ${argument} runs on the instance`;
    case 'not_equals':
      return `no task of the group ${argument} runs on the instance`;
    case 'in':
      return `a task of one of the groups ${argument} runs on the instance`;
    case 'not_in':
      return `no task of the groups ${argument} runs on the instance`;
    case 'matches':
      return `a task whose group matches ${argument} runs on the instance`;
    case 'not_matches':
      return `no task whose group matches ${argument} runs on the instance`;
    case 'exists':
      return 'a task that has a group runs on the instance';
    case 'not_exists':
      return 'no task that has a group runs on the instance';
    default:
      return `the group of a task on the instance ${clause.operator ? `\`${clause.operator.text}\` ${argument}` : '…'}`;
  }
}

export function subjectNoun(subject: Subject): string {
  if (subject.id === 'unknown') return `\`${subject.text}\``;
  if (subject.id !== 'attribute') return subjectInfo(subject.id).noun;
  return attributeInfo(subject.attribute)?.noun ?? `the attribute \`${subject.attribute}\``;
}

function describeArgument(argument: Argument | undefined): string {
  if (!argument) return '…';
  if (argument.kind === 'value') return `\`${argument.value}\``;
  const values = argument.items.map((item) => `\`${item.value}\``);
  if (values.length < 2) return values[0] ?? '…';
  return `${values.slice(0, -1).join(', ')} or ${values[values.length - 1]}`;
}
