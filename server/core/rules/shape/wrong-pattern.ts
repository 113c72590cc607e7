import type { Enforced } from '../../../../schemas/shape';
import { refusal, severityOf } from '../enforcement';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { dotted, quote } from '../words';

interface Data {
  path: string;
  value: string;
  help: string;
  enforced: Enforced;
}

export default defineRule<Data>({
  id: 'wrong-pattern',
  severity: 'error',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: [],
  docs: {
    what: 'A string with characters, or of a form, that the member does not take.',
    why: 'ECS checks names and identifiers when the call is made; the AWS CLI does not.',
    instead: 'Use only what the message lists.',
    links: [CREATE_SERVICE],
  },
  check(ctx, report) {
    for (const { fact, value, help, enforced } of ctx.shape.pattern ?? []) {
      // `<FAMILY>` is filled in by whoever deploys: CodePipeline and sed do.
      if (/^<[^<>]+>$/.test(value)) continue;
      report({ at: fact, data: { path: dotted(fact.pointer), value, help, enforced }, severity: severityOf(enforced) });
    }
  },
  message: ({ path, value, help, enforced }) =>
    `${path} may hold ${help || 'only certain characters'}, which ${quote(value)} does not fit; ${refusal(enforced)}.`,
  examples: {
    invalid: [{ text: 'serviceName: ⟦web shop⟧\ntaskDefinition: web:1\ndesiredCount: 2\n' }],
    valid: [
      { text: 'serviceName: web_shop-2\ntaskDefinition: web:1\ndesiredCount: 2\n' },
      { text: 'serviceName: <SERVICE>\ntaskDefinition: web:1\ndesiredCount: 2\n' },
    ],
  },
});
