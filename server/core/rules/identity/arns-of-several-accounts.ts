import type { ArnKind } from '../../../../schemas/shape';
import type { Fact } from '../../model/fact';
import { ACCOUNT_FORM, arnUses } from '../arn';
import { isPlaceholderAccount } from '../placeholder';
import { defineRule } from '../rule';
import { ROLE, TARGET_GROUP, WEB } from '../samples';
import { dotted } from '../words';

interface Data {
  account: string;
  other: string;
  otherPath: string;
}

/** Resources that have to belong to the account of the service. Namespaces, secrets, keys and registries can be shared. */
const SAME_ACCOUNT: ReadonlySet<ArnKind> = new Set<ArnKind>([
  'cluster',
  'service',
  'task-definition',
  'target-group',
  'listener',
  'listener-rule',
  'role',
]);

export default defineRule<Data>({
  id: 'arns-of-several-accounts',
  severity: 'warning',
  group: 'identity',
  on: 'shape',
  since: '0.1.0',
  sources: [],
  docs: {
    what: 'Two ARNs of one service that belong to different accounts, though both have to belong to that of the service.',
    why: 'A role cannot be passed to ECS from another account, and clusters, task definitions, target groups and listeners are looked up in the caller’s account alone.',
    instead: 'Use the resources of one account. Files copied from another environment often keep one old ARN.',
    links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'],
  },
  check(ctx, report) {
    let first: { fact: Fact; account: string } | undefined;
    for (const { fact, arn, takes } of arnUses(ctx.root)) {
      const account = arn?.account;
      if (!account || !ACCOUNT_FORM.test(account) || isPlaceholderAccount(account)) continue;
      if (!takes.takes.every((kind) => SAME_ACCOUNT.has(kind))) continue;
      first ??= { fact, account };
      if (account === first.account) continue;
      const data = { account, other: first.account, otherPath: dotted(first.fact.pointer) };
      report({ at: fact, data, related: [{ at: first.fact, message: `This one belongs to ${first.account}` }] });
    }
  },
  message: ({ account, other, otherPath }) =>
    `This resource belongs to account ${account}, while ${otherPath} belongs to ${other}. Both have to belong to the account of the service.`,
  examples: {
    invalid: [
      {
        text: `${WEB}cluster: arn:aws:ecs:eu-west-1:444455556666:cluster/main\nloadBalancers:\n  - targetGroupArn: ⟦${TARGET_GROUP}⟧\n    containerName: app\n    containerPort: 80\n`,
      },
    ],
    valid: [
      {
        text: `${WEB}cluster: arn:aws:ecs:eu-west-1:111122223333:cluster/main\nvolumeConfigurations:\n  - name: data\n    managedEBSVolume:\n      sizeInGiB: 20\n      roleArn: ${ROLE}\n`,
      },
    ],
  },
});
