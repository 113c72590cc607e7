import type { Fact } from '../../model/fact';
import { set } from '../fixes';
import { github, guide } from '../links';
import { type At, defineRule, type RuleContext } from '../rule';
import { list } from '../words';
import { containersOf, fargateReason, keyOf, taskDefinitionOf } from './parts';
import { AWSLOGS, ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

interface Use {
  name: string;
  at: At;
  refused: boolean;
}

interface Data {
  uses: string[];
  refused: boolean;
}

/** An image in a private ECR repository. */
const ECR = /^\d{12}\.dkr\.ecr(-fips)?\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\//;
const IMAGE = 'image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1';
const SECRET = '    secrets:\n      - name: TOKEN\n        valueFrom: /web/token\n';
const roleless = (task: string) => task.replace(/executionRoleArn: .*\n/, '');

export default defineRule<Data>({
  id: 'missing-execution-role',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: [
    'recorded:pf-ecs-fargate-execution-role-missing-awslogs',
    'recorded:pf-ecs-secrets-without-execution-role',
    'error:taskDefinition[1]',
    'error:taskDefinition[2]',
  ],
  docs: {
    what: 'Something that ECS has to do for the task before it starts, and no executionRoleArn to do it with.',
    why: 'Pulling from ECR and writing to CloudWatch on Fargate, and reading secrets anywhere, happens with the execution role: "Fargate requires task definition to have execution role ARN to support log driver awslogs.", the same for ECR images, and "When you are specifying container secrets, you must also specify a value for \'executionRoleArn\'". Credentials of a registry and environment files need it too by the documents.',
    instead: 'Add executionRoleArn, usually that of ecsTaskExecutionRole. The task role does not do.',
    links: [
      guide('task_execution_IAM_role'),
      github('hashicorp/terraform-provider-aws/issues/3051'),
      github('virtual-kubelet/virtual-kubelet/issues/193'),
    ],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const [first, ...more] = taskDefinition.get('executionRoleArn').absent ? usesOf(ctx) : [];
    if (!first) return;
    const uses = [first, ...more];
    const refused = uses.some((use) => use.refused);
    report({
      at: first.at,
      data: { uses: [...new Set(uses.map((use) => use.name))], refused },
      severity: refused ? 'error' : 'warning',
      related: more.map(({ at, name }) => ({ at, message: `For ${name} too` })),
    });
  },
  message: ({ uses, refused }) =>
    `ECS needs an execution role for ${list(uses)}, and the task definition names none${refused ? ': it is refused' : '. AWS documents that it is required'}. Add executionRoleArn at the top.`,
  fix(_, ctx) {
    const role = 'arn:aws:iam::ACCOUNT_ID:role/ecsTaskExecutionRole';
    const changes = set(taskDefinitionOf(ctx), 'executionRoleArn', role);
    return [{ title: 'Add executionRoleArn', safe: false, changes }];
  },
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: roleless(fargateTask(AWSLOGS.replace('awslogs\n', '⟦awslogs⟧\n'))),
        fixed: `${roleless(fargateTask(AWSLOGS))}executionRoleArn: arn:aws:iam::ACCOUNT_ID:role/ecsTaskExecutionRole\n`,
      },
      {
        text: ON_FARGATE,
        taskDefinition: roleless(fargateTask()).replace('image: nginx', IMAGE.replace(/: (.*)/, ': ⟦$1⟧')),
      },
      { text: ON_EC2, taskDefinition: ec2Task(SECRET.replace('secrets', '⟦secrets⟧')) },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(AWSLOGS + SECRET) },
      { text: ON_FARGATE, taskDefinition: roleless(fargateTask()) },
      { text: ON_EC2, taskDefinition: ec2Task(AWSLOGS) },
    ],
  },
});

function usesOf(ctx: RuleContext): Use[] {
  const fargate = fargateReason(ctx) !== undefined;
  return containersOf(taskDefinitionOf(ctx)).flatMap((container) => {
    const driver = container.get('logConfiguration').get('logDriver') as Fact<string>;
    const image = container.get('image');
    const uses: Use[] = [];
    if (fargate && ECR.test(image.value ?? '')) uses.push({ name: 'the image in ECR', at: image, refused: true });
    if (fargate && driver.is('awslogs')) uses.push({ name: 'the log driver awslogs', at: driver, refused: true });
    const lists: [Fact, string, boolean][] = [
      [container.get('secrets'), 'secrets', true],
      [container.get('logConfiguration').get('secretOptions'), 'secretOptions', false],
      [container.get('environmentFiles'), 'environmentFiles', false],
      [container.get('repositoryCredentials'), 'repositoryCredentials', false],
    ];
    for (const [fact, name, refused] of lists) if (fact.some) uses.push({ name, at: keyOf(fact), refused });
    return uses;
  });
}
