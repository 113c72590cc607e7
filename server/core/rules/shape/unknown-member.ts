import { MODEL, OUTPUT_ONLY } from '../../../../schemas/runtime';
import type { Fact } from '../../model/fact';
import { factOf, remove, rename } from '../fixes';
import { CREATE_SERVICE, INPUT_FILES } from '../links';
import { defineRule, type RuleContext } from '../rule';
import { dotted, nearest, quote } from '../words';

interface Data {
  name: string;
  /** A member of the same object that the person probably meant. */
  meant: string | undefined;
  owner: string;
}

/** Names that other tools use for the same thing. Source: ecosystem study, P1. */
const FOREIGN_NAMES: Readonly<Record<string, string>> = {
  deploymentStrategy: 'strategy',
  circuitBreaker: 'deploymentCircuitBreaker',
  executeCommand: 'enableExecuteCommand',
};

export default defineRule<Data>({
  id: 'unknown-member',
  severity: 'warning',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: ['R002', 'R005'],
  docs: {
    what: 'A member that the request does not have.',
    why: 'The AWS CLI refuses the whole file for one unknown member. ecspresso drops it with a line in its log, so the setting never arrives.',
    instead: `Correct the name, or remove the member. When the name is close to a known one this is an error; a member that AWS may have added after ${MODEL.date} is only a warning.`,
    links: [CREATE_SERVICE, INPUT_FILES],
  },
  check(ctx, report) {
    for (const { name, owner, fact } of ctx.shape['unknown-member'] ?? []) {
      if (owner === ctx.root && (name === '$schema' || (ctx.kind === 'service' && OUTPUT_ONLY.has(name)))) continue;
      const meant = meantBy(name, owner);
      const severity = meant !== undefined && ctx.profile !== 'ecspresso' ? 'error' : 'warning';
      report({ at: { fact, key: true }, data: { name, meant, owner: owner.pointer }, severity });
    }
  },
  message: ({ name, meant, owner }, ctx: RuleContext) => {
    const where = owner === '' ? `a ${ctx.kind.replace('-', ' ')}` : dotted(owner);
    if (meant)
      return `${quote(name)} is not a member of ${where}: did you mean ${quote(meant)}? The AWS CLI refuses a file with an unknown member, and ecspresso drops it.`;
    return `${quote(name)} is not a member of ${where} in the API model of ${MODEL.date}. Unless AWS has added it since, the AWS CLI refuses the file: remove it or correct its name.`;
  },
  fix(found) {
    const fact = factOf(found.at);
    const removal = { title: `Remove ${found.data.name}`, safe: false, changes: remove(fact) };
    const { meant } = found.data;
    return meant ? [{ title: `Rename to ${meant}`, safe: true, changes: rename(fact, meant) }, removal] : [removal];
  },
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n⟦lauchType⟧: EC2\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\n',
      },
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n⟦enableLogging⟧: true\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n',
      },
    ],
    valid: [{ text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\n' }],
  },
});

/** The member that was meant: one that another tool calls so, or the nearest that is not given yet. */
function meantBy(name: string, owner: Fact): string | undefined {
  if (owner.shape?.type !== 'object') return undefined;
  const known = owner.shape.members;
  const foreign = FOREIGN_NAMES[name];
  if (foreign && foreign in known) return foreign;
  const given = new Set(owner.entriesOf.map(([n]) => n));
  return nearest(
    name,
    Object.keys(known).filter((n) => !given.has(n)),
  );
}
