import { parseArn } from '../arn';
import { guide } from '../links';
import { isPlaceholderAccount } from '../placeholder';
import { defineRule } from '../rule';
import { containersOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  theirs: string;
  ours: string;
}

const secret = (account: string) =>
  `    secrets:\n      - name: TOKEN\n        valueFrom: arn:aws:ssm:eu-west-1:${account}:parameter/web/token\n`;
const task = (account: string) => fargateTask(secret(account)).replace('111122223333:role', '210987654321:role');

export default defineRule<Data>({
  id: 'parameter-of-other-account',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-secrets-without-execution-role'],
  docs: {
    what: 'A secret from an SSM parameter of another account than that of the execution role.',
    why: 'Parameters can be used in their own account only: "The Systems Manager parameter ARN has a different account ID than the current account." The role stands in the account that registers the definition.',
    instead: 'Keep the parameter in the account of the service, or use Secrets Manager, which can be shared.',
    links: [guide('specifying-sensitive-data')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const role = taskDefinition.get('executionRoleArn');
    const ours = parseArn(role.value ?? '')?.account;
    if (!ours || isPlaceholderAccount(ours)) return;
    for (const secret of containersOf(taskDefinition).flatMap((container) => container.get('secrets').items)) {
      const from = secret.get('valueFrom');
      const arn = parseArn(from.value ?? '');
      if (arn?.service !== 'ssm' || arn.account === ours || isPlaceholderAccount(arn.account)) continue;
      report({
        at: from,
        data: { theirs: arn.account, ours },
        related: [{ at: role, message: 'The account of the role' }],
      });
    }
  },
  message: ({ theirs, ours }) =>
    `The parameter is in account ${theirs} and the execution role in ${ours}: ECS refuses parameters of another account than the one it runs in. Put the parameter into account ${ours}, or use a Secrets Manager secret.`,
  examples: {
    invalid: [{ text: ON_FARGATE, taskDefinition: task('345678901298').replace(/(arn:aws:ssm.*)\n/, '⟦$1⟧\n') }],
    valid: [{ text: ON_FARGATE, taskDefinition: task('210987654321') }],
  },
});
