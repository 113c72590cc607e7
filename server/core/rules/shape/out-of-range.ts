import type { Enforced } from '../../../../schemas/shape';
import { refusal, severityOf } from '../enforcement';
import { factOf, replace } from '../fixes';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { dotted } from '../words';

interface Data {
  path: string;
  value: number;
  min: number | undefined;
  max: number | undefined;
  unit: string | undefined;
  enforced: Enforced;
}

export default defineRule<Data>({
  id: 'out-of-range',
  severity: 'error',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: [],
  docs: {
    what: 'A number below the least or above the greatest that the member takes.',
    why: 'The AWS CLI checks some lower ends; everything else is refused by ECS when the call is made.',
    instead: 'Use a number within the range. The fix writes the nearest end of it.',
    links: [CREATE_SERVICE],
  },
  check(ctx, report) {
    for (const { fact, value, min, max, unit, enforced } of ctx.shape.range ?? []) {
      report({
        at: fact,
        data: { path: dotted(fact.pointer), value, min, max, unit, enforced },
        severity: severityOf(enforced),
      });
    }
  },
  message: ({ path, value, min, max, unit, enforced }) => {
    const of = unit ? ` ${unit}` : '';
    const range =
      min === undefined ? `at most ${max}` : max === undefined ? `at least ${min}` : `from ${min} to ${max}`;
    return `${path} must be ${range}${of}, but is ${value}; ${refusal(enforced)}.`;
  },
  fix: ({ at, data: { value, min = -Infinity, max = Infinity } }) => {
    const end = Math.min(Math.max(value, min), max);
    return [{ title: `Write ${end}`, safe: false, changes: replace(factOf(at), end) }];
  },
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ncapacityProviderStrategy:\n  - capacityProvider: FARGATE\n    weight: ⟦1001⟧\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n',
        fixed:
          'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ncapacityProviderStrategy:\n  - capacityProvider: FARGATE\n    weight: 1000\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n',
      },
    ],
    valid: [{ text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 0\nlaunchType: EC2\n' }],
  },
});
