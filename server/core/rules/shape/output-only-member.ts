import { OUTPUT_ONLY, RENAMED_IN_RESPONSE } from '../../../../schemas/runtime';
import type { Fact } from '../../model/fact';
import { factOf, removeAll, rename } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { list, quote } from '../words';

interface Found {
  fact: Fact;
  name: string;
  /** What the request calls it, when it has the same thing under another name. */
  input: string | undefined;
}

interface Data extends Found {
  /** All output-only members of the definition, this one included: one fix turns the answer into a request. */
  all: Found[];
}

/** ECS answers with its service-linked role where no role was given, and takes that role from nobody. */
const LINKED = /:role\/aws-service-role\//;

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
    instead:
      'Remove them. What the request calls differently (roleArn, clusterArn) is renamed, but for the service-linked role, which ECS takes by itself.',
    links: [api('Service')],
  },
  check(ctx, report) {
    if (ctx.kind !== 'service') return;
    const found = (ctx.shape['unknown-member'] ?? []).filter((p) => p.owner === ctx.root && OUTPUT_ONLY.has(p.name));
    const all = found.map(({ fact, name }): Found => {
      const renamed = (RENAMED_IN_RESPONSE as Record<string, string>)[name];
      const isThere = ctx.root.entriesOf.some(([n]) => n === renamed);
      return { fact, name, input: isThere || LINKED.test(String(fact.value)) ? undefined : renamed };
    });
    const severity = ctx.profile === 'describe-services' ? 'information' : 'error';
    for (const one of all)
      report({ at: { fact: one.fact, key: true }, data: { ...one, all }, severity, tags: ['unnecessary'] });
  },
  message: ({ name, input }) => {
    const end = input ? `rename it to ${quote(input)}, which the request takes.` : 'remove it.';
    return `${quote(name)} is part of what ECS answers, not of what it takes. The AWS CLI refuses the file: ${end}`;
  },
  fix: ({ at, data }) => {
    const gone = data.all.filter((one) => !one.input);
    const kept = data.all.filter((one) => one.input);
    const names = list(gone.map((one) => one.name));
    const renamed = kept.map((one) => `rename ${one.name} to ${one.input}`);
    const strip = {
      title: [gone.length > 1 ? `Remove all output-only members (${names})` : `Remove ${names}`, ...renamed].join(', '),
      safe: true,
      changes: [...removeAll(gone.map((one) => one.fact)), ...kept.flatMap((one) => rename(one.fact, one.input ?? ''))],
    };
    const alone = data.input && {
      title: `Rename to ${data.input}`,
      safe: true,
      changes: rename(factOf(at), data.input),
    };
    return [...(alone ? [alone] : []), ...(gone.length > 0 ? [strip] : [])];
  },
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n⟦status⟧: ACTIVE\n⟦runningCount⟧: 2\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n',
      },
      {
        text: 'serviceName: web\n⟦status⟧: ACTIVE\n⟦clusterArn⟧: arn:aws:ecs:eu-west-1:111122223333:cluster/main\ntaskDefinition: web:1\n⟦roleArn⟧: arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS\ndesiredCount: 2\n',
        fixed:
          'serviceName: web\ncluster: arn:aws:ecs:eu-west-1:111122223333:cluster/main\ntaskDefinition: web:1\ndesiredCount: 2\n',
      },
    ],
    valid: [
      { text: 'desiredCount: 2\nlaunchType: EC2\nrunningCount: 2\nplatformFamily: Linux\n', profile: 'ecspresso' },
    ],
  },
});
