/**
 * What the words of a query mean to ECS: subjects that exist, operators they take, values they can have.
 * Certain mistakes are errors; what the documents leave open, or what merely can never hold, is a warning.
 */
import { type Clause, clausesOf, type Expr, type Query, type QueryProblem } from './ast';
import { checkContradictions } from './check-logic';
import { checkValues } from './check-values';
import { type OperatorId, operatorInfo } from './operators';
import { parseQuery } from './parser';
import { attributeInfo, MAX_ATTRIBUTE_LENGTH, MAX_EXPRESSION_LENGTH, subjectInfo } from './subjects';
import { suggestAttribute, suggestSubject } from './suggest';

/**
 * Every problem of an expression, grammar first by position.
 * @param query the text, or what parseQuery gave
 */
export function checkQuery(query: Query | string): QueryProblem[] {
  const parsed = typeof query === 'string' ? parseQuery(query) : query;
  const problems = [...parsed.problems];
  if (parsed.text.length > MAX_EXPRESSION_LENGTH) problems.push(tooLong(parsed.text));
  for (const clause of clausesOf(parsed.ast)) checkClause(clause, problems);
  checkMixedConnectors(parsed.ast, problems);
  if (parsed.problems.length === 0) checkContradictions(parsed.ast, problems);
  return problems.sort((a, b) => a.start - b.start || a.end - b.end);
}

function tooLong(text: string): QueryProblem {
  return {
    code: 'expression-too-long',
    severity: 'error',
    start: MAX_EXPRESSION_LENGTH,
    end: text.length,
    message: `The expression has ${text.length} characters and ECS takes at most ${MAX_EXPRESSION_LENGTH}. Shorten it, for example with \`in [a, b]\` in place of several clauses.`,
  };
}

function checkClause(clause: Clause, problems: QueryProblem[]): void {
  checkSubject(clause, problems);
  if (clause.subject.id === 'unknown' || !clause.operator?.id) return;
  if (checkOperator(clause, clause.operator.id, problems)) checkValues(clause, problems);
}

function checkSubject({ subject }: Clause, problems: QueryProblem[]): void {
  if (subject.id === 'unknown' && subject.text !== '') {
    const meant = suggestSubject(subject.text);
    problems.push({
      code: 'unknown-subject',
      severity: 'error',
      start: subject.start,
      end: subject.end,
      message: `\`${subject.text}\` is nothing a cluster query can ask about, so ECS cannot read the expression. ${
        meant
          ? `Did you mean \`${meant}\`?`
          : 'Write `attribute:NAME` for an attribute, or agentConnected, agentVersion, ec2InstanceId, registeredAt, runningTasksCount or task:group.'
      }`,
      fix: meant ? { start: subject.start, end: subject.end, title: `Write ${meant}`, newText: meant } : undefined,
    });
  }
  if (subject.id === 'attribute') checkAttributeName(subject.attribute as string, subject, problems);
}

function checkAttributeName(name: string, at: { start: number; end: number }, problems: QueryProblem[]): void {
  const span = { start: at.start, end: at.end };
  const nameStart = at.end - name.length;
  if (name === '') {
    problems.push({
      code: 'missing-attribute-name',
      severity: 'error',
      ...span,
      message:
        'The name of the attribute is missing after `attribute:`. Write one, such as `attribute:ecs.instance-type`.',
    });
  } else if (name.length > MAX_ATTRIBUTE_LENGTH) {
    problems.push({
      code: 'attribute-name-too-long',
      severity: 'error',
      ...span,
      message: `This attribute name has ${name.length} characters and attributes have at most ${MAX_ATTRIBUTE_LENGTH}, so no instance can carry it. Shorten it.`,
    });
  } else if (/[^A-Za-z0-9_./\\-]/.test(name)) {
    problems.push({
      code: 'attribute-name-characters',
      severity: 'warning',
      ...span,
      message: `\`${name}\` cannot be the name of an attribute: names hold letters, digits, hyphens, underscores, slashes, backslashes and periods. No instance can satisfy this; correct the name.`,
    });
  } else if (name.startsWith('ecs.') || name.toLowerCase().startsWith('ecs.')) {
    const meant = name.startsWith('ecs.capability.') || attributeInfo(name) ? undefined : suggestAttribute(name);
    if (meant) {
      problems.push({
        code: 'unknown-built-in-attribute',
        severity: 'warning',
        ...span,
        message: `ECS sets no attribute \`${name}\`, so unless you set it yourself no instance has it and no task can be placed. Did you mean \`${meant}\`?`,
        fix: { start: nameStart, end: at.end, title: `Write ${meant}`, newText: meant },
      });
    }
  }
}

/** Returns whether the values are worth a look. */
function checkOperator(clause: Clause, id: OperatorId, problems: QueryProblem[]): boolean {
  const { subject, operator } = clause;
  const info = subjectInfo(subject.id as 'attribute');
  if (info.operators.includes(id)) {
    if (subject.id === 'task:group' && id === 'not_equals') problems.push(ambiguousGroup(clause));
    return true;
  }
  const symbol = operatorInfo(id).symbol;
  const allowed = info.operators.map((other) => operatorInfo(other).symbol).join(' ');
  problems.push({
    code: info.operatorsDocumented ? 'operator-not-for-subject' : 'operator-undocumented',
    severity: info.operatorsDocumented ? 'error' : 'warning',
    start: operator?.start ?? clause.start,
    end: operator?.end ?? clause.end,
    message: info.operatorsDocumented
      ? `\`${symbol}\` does not go with \`${subject.text}\`, so ECS refuses the clause. It takes ${allowed}.`
      : `\`${subject.text}\` holds text, and how ECS orders texts is not documented: \`${symbol}\` may compare \`10\` below \`9\`. Use one of ${allowed}.`,
  });
  return false;
}

function ambiguousGroup(clause: Clause): QueryProblem {
  const value = clause.argument?.kind === 'value' ? clause.argument.value : 'GROUP';
  return {
    code: 'group-inequality',
    severity: 'hint',
    start: clause.start,
    end: clause.end,
    message: `An instance has tasks of several groups, and the documents do not say whether \`!=\` means "no task of this group" or "a task of another one". Write \`not(task:group == ${value})\` to keep away from the group.`,
    fix: {
      start: clause.start,
      end: clause.end,
      title: 'Write not(task:group == …)',
      newText: `not(task:group == ${value})`,
    },
  };
}

/** `a or b and c`: read as and before or, which the documents do not state. */
function checkMixedConnectors(expr: Expr, problems: QueryProblem[]): void {
  if (expr.kind === 'not' || expr.kind === 'group') checkMixedConnectors(expr.body, problems);
  if (expr.kind !== 'or' && expr.kind !== 'and') return;
  const mixed = expr.kind === 'or' ? expr.terms.find((term) => term.kind === 'and') : undefined;
  if (mixed) {
    problems.push({
      code: 'mixed-connectors',
      severity: 'hint',
      start: mixed.start,
      end: mixed.end,
      message:
        'The documents do not say whether `and` binds tighter than `or`; it is read so here. Put parentheses around these clauses to be certain.',
    });
  }
  for (const term of expr.terms) checkMixedConnectors(term, problems);
}
