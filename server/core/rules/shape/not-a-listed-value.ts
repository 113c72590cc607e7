import type { Enforced } from '../../../../schemas/shape';
import { refusal, severityOf } from '../enforcement';
import { factOf, replace } from '../fixes';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { dotted, either, nearest, quote } from '../words';

interface Data {
  path: string;
  value: string | number;
  values: readonly (string | number)[];
  meant: string | number | undefined;
  enforced: Enforced;
}

export default defineRule<Data>({
  id: 'not-a-listed-value',
  severity: 'error',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: ['R010'],
  docs: {
    what: 'A value that is none of those the member takes, or one of them in another case.',
    why: 'ECS compares these values letter by letter. The AWS CLI does not check them, so the mistake shows only when the call is made.',
    instead: 'Write one of the listed values as it is listed.',
    links: [CREATE_SERVICE],
  },
  check(ctx, report) {
    for (const { fact, value, values, enforced } of ctx.shape.enum ?? []) {
      // fargate-spot-launch-type says what to write instead.
      if (value === 'FARGATE_SPOT' && fact.pointer === '/launchType') continue;
      const meant = typeof value === 'string' ? nearest(value, values.map(String)) : undefined;
      report({
        at: fact,
        data: { path: dotted(fact.pointer), value, values, meant, enforced },
        severity: severityOf(enforced),
      });
    }
  },
  message: ({ path, value, values, meant, enforced }) => {
    const hint = meant === undefined ? '' : ` Did you mean ${quote(meant)}?`;
    return `${path} takes ${either(values)}, not ${quote(value)}; ${refusal(enforced)}.${hint}`;
  },
  fix: ({ at, data }) => {
    if (data.meant === undefined) return data.values.length > 4 ? [] : data.values.map((value) => change(value, false));
    const sameWord = String(data.meant).toLowerCase() === String(data.value).toLowerCase();
    return [change(data.meant, sameWord)];

    function change(value: string | number, safe: boolean) {
      return { title: `Write ${value}`, safe, changes: replace(factOf(at), value) };
    }
  },
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: ⟦ec2⟧\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\n',
      },
      { text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\npropagateTags: ⟦EVERYTHING⟧\n' },
    ],
    valid: [{ text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\n' }],
  },
});
