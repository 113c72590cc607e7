import type { ArnKind } from '../../../../schemas/shape';
import type { Fact } from '../../model/fact';
import { arnUses, REGION_FORM } from '../arn';
import { defineRule } from '../rule';
import { REGISTRY, TARGET_GROUP, WEB } from '../samples';
import { dotted } from '../words';

interface Data {
  region: string;
  other: string;
  otherPath: string;
}

/** Resources that have to be in the Region of the service. Secrets, logs and certificates may be elsewhere. */
const SAME_REGION: ReadonlySet<ArnKind> = new Set<ArnKind>([
  'cluster',
  'service',
  'task-definition',
  'target-group',
  'listener',
  'listener-rule',
  'lattice-target-group',
  'lattice-listener',
  'lattice-listener-rule',
  'registry',
  'namespace',
  'kms-key',
]);

export default defineRule<Data>({
  id: 'arns-of-several-regions',
  severity: 'warning',
  group: 'identity',
  on: 'shape',
  since: '0.1.0',
  sources: ['R164', 'R348'],
  docs: {
    what: 'Two ARNs of one service that lie in different Regions, though both have to be where the service is.',
    why: 'Clusters, task definitions, target groups, registries, namespaces and volume keys cannot be used across Regions: ECS does not find the one that is elsewhere.',
    instead: 'Use resources of one Region. Files copied from another environment often keep one old ARN.',
    links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html'],
  },
  check(ctx, report) {
    let first: { fact: Fact; region: string } | undefined;
    for (const { fact, arn, takes } of arnUses(ctx.root)) {
      const region = arn?.region;
      if (!region || !REGION_FORM.test(region) || !takes.takes.every((kind) => SAME_REGION.has(kind))) continue;
      first ??= { fact, region };
      if (region === first.region) continue;
      const data = { region, other: first.region, otherPath: dotted(first.fact.pointer) };
      report({ at: fact, data, related: [{ at: first.fact, message: `This one is in ${first.region}` }] });
    }
  },
  message: ({ region, other, otherPath }) =>
    `This resource is in ${region}, while ${otherPath} is in ${other}. A service and what it uses have to be in one Region: ECS will not find one of the two.`,
  examples: {
    invalid: [
      {
        text: `${WEB}cluster: arn:aws:ecs:us-east-1:111122223333:cluster/main\nloadBalancers:\n  - targetGroupArn: ⟦${TARGET_GROUP}⟧\n    containerName: app\n    containerPort: 80\n`,
      },
    ],
    valid: [
      {
        text: `${WEB}cluster: arn:aws:ecs:eu-west-1:111122223333:cluster/main\nserviceRegistries:\n  - registryArn: ${REGISTRY}\n`,
      },
    ],
  },
});
