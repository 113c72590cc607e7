/** Clauses that cannot hold together. */
import type { Clause, Expr, QueryProblem } from './ast';
import { valuesOf } from './ast';

/** Reports pairs joined by `and` that ask one thing of an instance to be two things at once. */
export function checkContradictions(expr: Expr, problems: QueryProblem[]): void {
  if (expr.kind === 'not' || expr.kind === 'group') checkContradictions(expr.body, problems);
  if (expr.kind !== 'and' && expr.kind !== 'or') return;
  for (const term of expr.terms) if (term.kind !== 'clause') checkContradictions(term, problems);
  if (expr.kind === 'or') return;
  const seen = new Map<string, Clause>();
  for (const term of expr.terms) {
    const clause = term.kind === 'group' ? term.body : term;
    if (clause.kind !== 'clause' || !picksValues(clause)) continue;
    const earlier = seen.get(clause.subject.text);
    if (!earlier) seen.set(clause.subject.text, clause);
    else if (disjoint(earlier, clause)) problems.push(contradiction(earlier, clause));
  }
}

/** `==` and `in`, about something an instance has one of. */
function picksValues(clause: Clause): boolean {
  const id = clause.operator?.id;
  return (
    (id === 'equals' || id === 'in') && (clause.subject.id === 'attribute' || clause.subject.id === 'ec2InstanceId')
  );
}

function disjoint(a: Clause, b: Clause): boolean {
  const values = new Set(valuesOf(a.argument).map((value) => value.value));
  return !valuesOf(b.argument).some((value) => values.has(value.value));
}

function contradiction(earlier: Clause, clause: Clause): QueryProblem {
  const list = (c: Clause) =>
    valuesOf(c.argument)
      .map((value) => `\`${value.value}\``)
      .join(', ');
  return {
    code: 'never-true',
    severity: 'warning',
    start: clause.start,
    end: clause.end,
    message: `\`${clause.subject.text}\` cannot be ${list(earlier)} and ${list(clause)} at once, so no instance matches and no task is placed. Join the clauses with \`or\`, or use \`in [ … ]\`.`,
  };
}
