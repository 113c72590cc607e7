import { OUTPUT_ONLY, RENAMED_IN_RESPONSE } from '../../../../schemas/runtime';
import type { Fact } from '../../model/fact';
import { factOf, removeAll, rename } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { list, quote } from '../words';

interface Data {
  name: string;
  /** What the request calls it, when it has the same thing under another name. */
  input: string | undefined;
  /** All output-only members of the definition, this one included: one fix removes them together. */
  all: Fact[];
}

export default defineRule<Data>({
  id: 'output-only-member',
  severity: 'error',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: ['R004'],
  profiles: ['create-service', 'update-service', 'describe-services'],
  docs: {
    what: 'A member that only answers of ECS have, such as status, runningCount or deployments.',
    why: 'Such files come from `aws ecs describe-services`. CreateService does not take these members, and the AWS CLI refuses a file that has one. ecspresso ignores them.',
    instead: 'Remove them. What the request calls differently (roleArn, clusterArn) is renamed.',
    links: [api('Service')],
  },
  check(ctx, report) {
    if (ctx.kind !== 'service') return;
    const found = (ctx.shape['unknown-member'] ?? []).filter((p) => p.owner === ctx.root && OUTPUT_ONLY.has(p.name));
    const all = found.map((p) => p.fact);
    for (const { fact, name } of found) {
      const renamed = (RENAMED_IN_RESPONSE as Record<string, string>)[name];
      const input = renamed && !ctx.root.entriesOf.some(([n]) => n === renamed) ? renamed : undefined;
      const severity = ctx.profile === 'describe-services' ? 'information' : 'error';
      report({ at: { fact, key: true }, data: { name, input, all }, severity, tags: ['unnecessary'] });
    }
  },
  message: ({ name, input }) => {
    const end = input ? `rename it to ${quote(input)}, which the request takes.` : 'remove it.';
    return `${quote(name)} is part of what ECS answers, not of what it takes. The AWS CLI refuses the file: ${end}`;
  },
  fix: ({ at, data }) => {
    const names = list(data.all.map((f) => f.entry?.name ?? ''));
    const strip = {
      title: data.all.length > 1 ? `Remove all output-only members (${names})` : `Remove ${names}`,
      safe: true,
      changes: removeAll(data.all),
    };
    return data.input
      ? [{ title: `Rename to ${data.input}`, safe: true, changes: rename(factOf(at), data.input) }, strip]
      : [strip];
  },
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n⟦status⟧: ACTIVE\n⟦runningCount⟧: 2\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n',
      },
    ],
    valid: [
      { text: 'desiredCount: 2\nlaunchType: EC2\nrunningCount: 2\nplatformFamily: Linux\n', profile: 'ecspresso' },
    ],
  },
});
