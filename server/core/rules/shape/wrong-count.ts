import type { Enforced } from '../../../../schemas/shape';
import type { Fact } from '../../model/fact';
import { refusal, severityOf } from '../enforcement';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { count as counted, dotted } from '../words';

interface Data {
  path: string;
  count: number;
  min: number | undefined;
  max: number | undefined;
  enforced: Enforced;
}

export default defineRule<Data>({
  id: 'wrong-count',
  severity: 'error',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: [],
  docs: {
    what: 'A list with more or fewer items than the member takes.',
    why: 'ECS counts them when the call is made ("subnets can have at most 16 items."); the AWS CLI does not.',
    instead: 'Remove the items that are too many, or add what is missing.',
    links: [CREATE_SERVICE],
  },
  check(ctx, report) {
    for (const { fact, count, min, max, enforced } of ctx.shape.count ?? []) {
      const at = max === undefined ? (fact as Fact) : ({ fact, key: true } as const);
      report({ at, data: { path: dotted(fact.pointer), count, min, max, enforced }, severity: severityOf(enforced) });
    }
  },
  message: ({ path, count, min, max, enforced }) => {
    const limit = max === undefined ? `at least ${counted(min as number, 'item')}` : `at most ${counted(max, 'item')}`;
    return `${path} takes ${limit}, but has ${count}; ${refusal(enforced)}.`;
  },
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: FARGATE\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: ⟦[]⟧\n',
      },
    ],
    valid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: FARGATE\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n',
      },
    ],
  },
});
