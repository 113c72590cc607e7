import type { Enforced } from '../../../../schemas/shape';
import { refusal, severityOf } from '../enforcement';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { dotted } from '../words';

interface Data {
  path: string;
  length: number;
  min: number | undefined;
  max: number | undefined;
  enforced: Enforced;
}

export default defineRule<Data>({
  id: 'wrong-length',
  severity: 'error',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: [],
  docs: {
    what: 'A string that is longer or shorter than the member takes.',
    why: 'ECS counts characters when the call is made; the AWS CLI does not.',
    instead: 'Shorten it (or fill it in).',
    links: [CREATE_SERVICE],
  },
  check(ctx, report) {
    for (const { fact, length, min, max, enforced } of ctx.shape.length ?? []) {
      report({
        at: fact,
        data: { path: dotted(fact.pointer), length, min, max, enforced },
        severity: severityOf(enforced),
      });
    }
  },
  message: ({ path, length, min, max, enforced }) => {
    const limit = max === undefined ? `at least ${min}` : `at most ${max}`;
    return `${path} may have ${limit} characters, but has ${length}; ${refusal(enforced)}.`;
  },
  examples: {
    invalid: [
      {
        text: `serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ntags:\n  - key: ⟦${'k'.repeat(129)}⟧\n    value: x\n`,
      },
    ],
    valid: [
      {
        text: `serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ntags:\n  - key: ${'k'.repeat(128)}\n    value: x\n`,
      },
    ],
  },
});
