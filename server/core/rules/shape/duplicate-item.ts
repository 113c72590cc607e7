import type { Enforced } from '../../../../schemas/shape';
import type { Fact } from '../../model/fact';
import { severityOf } from '../enforcement';
import { factOf, remove } from '../fixes';
import { CREATE_SERVICE } from '../links';
import { isPlaceholder } from '../placeholder';
import { defineRule } from '../rule';
import { dotted, list, quote } from '../words';

interface Data {
  path: string;
  by: readonly string[];
  /** What both have, when that is one word. */
  same: string | undefined;
  enforced: Enforced;
}

export default defineRule<Data>({
  id: 'duplicate-item',
  severity: 'error',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: [],
  docs: {
    what: 'Two items of a list that must differ are the same, or have the same key.',
    why: 'ECS refuses some of these (two tags with one key, one provider twice) and ignores the others.',
    instead: 'Keep one of them.',
    links: [CREATE_SERVICE],
  },
  check(ctx, report) {
    for (const { fact, first, by, enforced } of ctx.shape['duplicate-item'] ?? []) {
      // Two places to fill in look alike until they are.
      const value: unknown = fact.value;
      if (typeof value === 'string' && isPlaceholder(value)) continue;
      const part = by.length === 1 ? (fact as Fact<Record<string, unknown>>).get(by[0] as string) : fact;
      const same = typeof part.value === 'string' ? part.value : undefined;
      report({
        at: part,
        data: { path: dotted(fact.parent?.pointer ?? ''), by, same, enforced },
        severity: severityOf(enforced),
        related: [{ at: first, message: 'The first one' }],
      });
    }
  },
  message: ({ path, by, same, enforced }) => {
    const value = same === undefined ? '' : ` ${quote(same)}`;
    const what =
      by.length > 0
        ? `Two items of ${path} have the same ${list(by)}${value}`
        : `${path} has the same item${value} twice`;
    return severityOf(enforced) === 'error'
      ? `${what}, and ECS refuses that: keep one of them.`
      : `${what}: keep one of them, the other adds nothing.`;
  },
  fix: ({ at, data }) => {
    const fact = factOf(at);
    const item = (data.by.length === 1 && fact.parent) || fact;
    return [{ title: 'Remove the second one', safe: data.by.length === 0, changes: remove(item) }];
  },
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ntags:\n  - key: team\n    value: a\n  - key: ⟦team⟧\n    value: b\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ntags:\n  - key: team\n    value: a\n',
      },
    ],
    valid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ntags:\n  - key: team\n    value: a\n  - key: Team\n    value: a\n',
      },
      {
        text: `serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: FARGATE\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-xxxxxxxx, subnet-xxxxxxxx]\n`,
      },
    ],
  },
});
