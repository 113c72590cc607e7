import type { TaskDefinition } from '../../../../schemas';
import type { Severity } from '../../finding';
import type { Fact } from '../../model/fact';
import { remove } from '../fixes';
import { defineRule, type Example, type Rule, type RuleDocs } from '../rule';
import { fargateReason, keyOf, taskDefinitionOf } from './parts';

/** A member or an item that Fargate does not have. */
export interface Unsuited {
  fact: Fact;
  /** As the message calls it: `ipcMode`, `privileged containers`. */
  name: string;
  /** What the fix takes away, when it is more than the place of the finding. */
  whole?: Fact;
  /** Only AWS's documents say so. */
  documented?: boolean;
}

export interface UnsuitedData extends Unsuited {
  documented: boolean;
}

/**
 * A rule about what a definition for Fargate may not hold. It speaks when FARGATE is among requiresCompatibilities, or
 * the service runs on Fargate; its fix takes the thing away.
 */
export function refusedOnFargate(rule: {
  id: string;
  severity?: Severity;
  sources: readonly string[];
  docs: RuleDocs;
  find(taskDefinition: Fact<TaskDefinition>): Unsuited[];
  /** What to do, as a sentence. */
  advice: string;
  examples: { invalid: readonly Example[]; valid: readonly Example[] };
}): Rule<UnsuitedData> {
  const severity = rule.severity ?? 'error';
  return defineRule<UnsuitedData>({
    id: rule.id,
    severity,
    group: 'task-definition',
    on: 'task-definition',
    since: '0.1.0',
    sources: rule.sources,
    docs: rule.docs,
    check(ctx, report) {
      const reason = fargateReason(ctx);
      if (!reason) return;
      for (const { fact, name, whole, documented = severity !== 'error' } of rule.find(taskDefinitionOf(ctx))) {
        report({
          at: fact.entry ? keyOf(fact) : fact,
          data: { fact, name, whole: whole ?? fact, documented },
          severity: documented && severity === 'error' ? 'warning' : severity,
          related: [reason],
        });
      }
    },
    message: ({ name, documented }) =>
      `${documented ? `AWS documents that Fargate has no ${name}` : `Fargate has no ${name}, and ECS refuses the definition`}. ${rule.advice}`,
    fix: ({ data }) => [{ title: 'Remove it', safe: false, changes: remove(data.whole ?? data.fact) }],
    examples: rule.examples,
  });
}
