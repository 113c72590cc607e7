import type { ArnFact } from '../../../../schemas/shape';
import type { Fact } from '../../model/fact';
import { type Arn, type ArnForm, arnUses, exampleArn, formsOf, nameOfArn } from '../arn';
import { factOf, replace } from '../fixes';
import { isPlaceholder } from '../placeholder';
import { defineRule } from '../rule';
import { ROLE, TARGET_GROUP, WEB } from '../samples';
import { dotted, either } from '../words';

interface Data {
  path: string;
  is: string;
  forms: ArnForm[];
  right: string | undefined;
}

const LOAD_BALANCER = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef';

export default defineRule<Data>({
  id: 'wrong-arn-resource',
  severity: 'error',
  group: 'identity',
  on: 'shape',
  since: '0.1.0',
  sources: ['R136', 'R161', 'R174', 'R247', 'R347', 'R379', 'R381', 'R424', 'R466', 'error:identifier-kind'],
  docs: {
    what: 'The ARN of another kind of resource than the member takes: a load balancer for a target group, a namespace for a registry, an instance profile for a role.',
    why: 'The ARN is well formed, so nothing complains before the call; ECS then answers that the identifier is for something else, or that it finds nothing.',
    instead:
      'Give the ARN of the resource that the member is about. The message names what the ARN is, and what is wanted.',
    links: [
      'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    ],
  },
  check(ctx, report) {
    for (const { fact, arn, takes } of arnUses(ctx.root)) {
      const forms = formsOf(takes);
      if (!arn || !forms || fits(arn, forms)) continue;
      if (isPlaceholder(arn.service) || isPlaceholder(arn.resource.split(/[/:]/)[0] ?? '')) continue;
      const data = { path: dotted(fact.pointer), is: nameOfArn(arn), forms, right: meant(arn, takes) };
      report({ at: fact as Fact, data });
    }
  },
  message: ({ path, is, forms: [form, ...others] }) => {
    const wanted = either([form, ...others].map((f) => f?.name ?? ''));
    return `This is the ARN of ${is}, but ${path} takes the ARN of ${wanted}${form ? `, such as ${exampleArn(form)}` : ''}.`;
  },
  fix: ({ at, data }) =>
    data.right === undefined
      ? []
      : [{ title: `Write ${data.right}`, safe: false, changes: replace(factOf(at), data.right) }],
  examples: {
    invalid: [
      {
        text: `${WEB}loadBalancers:\n  - targetGroupArn: ⟦${LOAD_BALANCER}⟧\n    containerName: app\n    containerPort: 80\n`,
      },
      {
        text: `${WEB}volumeConfigurations:\n  - name: data\n    managedEBSVolume:\n      sizeInGiB: 20\n      roleArn: ⟦arn:aws:iam::111122223333:instance-profile/ecsInfrastructureRole⟧\n`,
        fixed: `${WEB}volumeConfigurations:\n  - name: data\n    managedEBSVolume:\n      sizeInGiB: 20\n      roleArn: ${ROLE}\n`,
      },
      {
        text: `${WEB}serviceConnectConfiguration:\n  enabled: true\n  namespace: ⟦arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-a1b2c3d4e5f6g7h8⟧\n`,
      },
    ],
    valid: [
      {
        text: `${WEB}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`,
      },
      { text: `${WEB}cluster: arn:aws:ecs:eu-west-1:111122223333:cluster/main\n` },
      { text: `${WEB}cluster: main\nserviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n` },
    ],
  },
});

const fits = (arn: Arn, forms: ArnForm[]) =>
  forms.some((f) => f.service === arn.service && f.resource.test(arn.resource));

/** The role behind an instance profile of the same name, or behind the session of an assumed role. */
function meant(arn: Arn, takes: ArnFact): string | undefined {
  if (!takes.takes.includes('role')) return undefined;
  const name = /^(?:instance-profile|assumed-role)\/([^/]+)/.exec(arn.resource)?.[1];
  return name && `arn:${arn.partition}:iam::${arn.account}:role/${name}`;
}
