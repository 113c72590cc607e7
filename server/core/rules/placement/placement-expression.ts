import type { TaskDefinition } from '../../../../schemas';
import type { Fact } from '../../model/fact';
import { spanInside } from '../../model/inside';
import { checkQuery, type QueryProblem } from '../../query';
import { factOf, replace } from '../fixes';
import { guide } from '../links';
import { defineRule, type RuleContext } from '../rule';
import { WEB } from '../samples';

interface Data {
  problem: QueryProblem;
  text: string;
}

export default defineRule<Data>({
  id: 'placement-expression',
  severity: 'warning',
  group: 'placement',
  on: 'shape',
  since: '0.1.0',
  sources: ['R285'],
  docs: {
    what: 'A placement expression that ECS cannot read, or that no instance can ever satisfy.',
    why: 'The expression of a memberOf constraint is written in the cluster query language. An expression that cannot be read is refused; one that names an attribute or a value which no instance has is accepted, and the tasks wait for ever.',
    instead:
      'Correct the place that is underlined. A clause is a subject, an operator and a value, such as attribute:ecs.instance-type =~ m5.*; clauses are joined by and, or, not.',
    links: [guide('cluster-query-language')],
  },
  check(ctx, report) {
    for (const expression of expressionsOf(ctx)) {
      const text = expression.value;
      if (text === undefined) continue;
      for (const problem of checkQuery(text)) {
        // The length is a limit of the schema.
        if (problem.code === 'expression-too-long') continue;
        const span = spanInside(expression as Fact, problem.start, problem.end);
        const at = span ? { fact: expression as Fact, span } : expression;
        // Nobody has recorded the answer of ECS to an expression it cannot read.
        report({ at, data: { problem, text }, severity: problem.severity === 'hint' ? 'hint' : 'warning' });
      }
    }
  },
  message: ({ problem }) => problem.message,
  fix({ at, data }) {
    const { fix } = data.problem;
    if (!fix) return [];
    const text = data.text.slice(0, fix.start) + fix.newText + data.text.slice(fix.end);
    return [{ title: fix.title, safe: false, changes: replace(factOf(at), text) }];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}placementConstraints:\n  - type: memberOf\n    expression: attribute:ecs.instance-type =~ m5.* and ⟦(⟧attribute:ecs.os-type == linux\n`,
        fixed: `${WEB}placementConstraints:\n  - type: memberOf\n    expression: attribute:ecs.instance-type =~ m5.* and (attribute:ecs.os-type == linux)\n`,
      },
      {
        text: `${WEB}placementConstraints:\n  - type: memberOf\n    expression: "attribute:ecs.os-type ⟦=⟧ linux"\n`,
        fixed: `${WEB}placementConstraints:\n  - type: memberOf\n    expression: "attribute:ecs.os-type == linux"\n`,
      },
      {
        text: `${WEB}placementConstraints:\n  - type: memberOf\n    expression: >-\n      attribute:ecs.os-type == linux and\n      ⟦attribute:ecs.instance-typ⟧ == m5.large\n`,
      },
    ],
    valid: [
      {
        text: `${WEB}placementConstraints:\n  - type: memberOf\n    expression: attribute:ecs.availability-zone in [eu-west-1a, eu-west-1b]\n`,
      },
    ],
  },
});

/** The expressions of memberOf constraints, of a service or of a task definition. */
function expressionsOf({ root }: RuleContext): Fact<string>[] {
  return (root as Fact<Pick<TaskDefinition, 'placementConstraints'>>)
    .get('placementConstraints')
    .items.filter((constraint) => !constraint.get('type').is('distinctInstance' as never))
    .map((constraint) => constraint.get('expression'));
}
