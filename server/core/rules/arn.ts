import type { ArnFact, ArnKind, Shape } from '../../../schemas/shape';
import { type Fact, onceForEach } from '../model/fact';
import type { Node } from '../syntax';

/** The parts of `arn:partition:service:region:account:resource`. Region and account may be empty. */
export interface Arn {
  partition: string;
  service: string;
  region: string;
  account: string;
  resource: string;
}

/** Splits an ARN; undefined when there are fewer than six parts. Nothing is checked. Source: AWS, ARN format. */
export function parseArn(text: string): Arn | undefined {
  const parts = text.split(':');
  if (parts[0] !== 'arn' || parts.length < 6) return undefined;
  const [, partition = '', service = '', region = '', account = '', ...resource] = parts;
  return { partition, service, region, account, resource: resource.join(':') };
}

/** What a Region looks like: `eu-west-1`, `us-gov-east-1`. Source: AWS, Regions. */
export const REGION_FORM = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/;

/** What an account id looks like. Source: AWS, account identifiers. */
export const ACCOUNT_FORM = /^\d{12}$/;

export interface ArnForm {
  /** In words, with article. */
  name: string;
  service: string;
  /** Matches the resource part. */
  resource: RegExp;
  /** The resource part with words for the changing parts. */
  example: string;
  /** IAM and S3 ARNs name no Region. */
  global?: true;
}

/** The ARN of each kind of resource. Source: AWS service authorization reference, resource types. */
export const ARN_FORMS: Partial<Record<ArnKind, ArnForm>> = {
  cluster: { name: 'an ECS cluster', service: 'ecs', resource: /^cluster\//, example: 'cluster/NAME' },
  service: { name: 'an ECS service', service: 'ecs', resource: /^service\//, example: 'service/CLUSTER/NAME' },
  'task-definition': {
    name: 'a task definition',
    service: 'ecs',
    resource: /^task-definition\//,
    example: 'task-definition/FAMILY:REVISION',
  },
  'target-group': {
    name: 'a target group',
    service: 'elasticloadbalancing',
    resource: /^targetgroup\//,
    example: 'targetgroup/NAME/ID',
  },
  'load-balancer': {
    name: 'a load balancer',
    service: 'elasticloadbalancing',
    resource: /^loadbalancer\//,
    example: 'loadbalancer/app/NAME/ID',
  },
  listener: {
    name: 'a listener',
    service: 'elasticloadbalancing',
    resource: /^listener\//,
    example: 'listener/net/NAME/ID/LISTENER_ID',
  },
  'listener-rule': {
    name: 'a listener rule',
    service: 'elasticloadbalancing',
    resource: /^listener-rule\//,
    example: 'listener-rule/app/NAME/ID/LISTENER_ID/RULE_ID',
  },
  'lattice-target-group': {
    name: 'a VPC Lattice target group',
    service: 'vpc-lattice',
    resource: /^targetgroup\//,
    example: 'targetgroup/tg-ID',
  },
  'lattice-listener': {
    name: 'a VPC Lattice listener',
    service: 'vpc-lattice',
    resource: /^service\/[^/]+\/listener\/[^/]+$/,
    example: 'service/svc-ID/listener/listener-ID',
  },
  'lattice-listener-rule': {
    name: 'a VPC Lattice rule',
    service: 'vpc-lattice',
    resource: /^service\/[^/]+\/listener\/[^/]+\/rule\//,
    example: 'service/svc-ID/listener/listener-ID/rule/rule-ID',
  },
  registry: {
    name: 'a Cloud Map service',
    service: 'servicediscovery',
    resource: /^service\//,
    example: 'service/srv-ID',
  },
  namespace: {
    name: 'a Cloud Map namespace',
    service: 'servicediscovery',
    resource: /^namespace\//,
    example: 'namespace/ns-ID',
  },
  role: { name: 'an IAM role', service: 'iam', resource: /^role\//, example: 'role/NAME', global: true },
  'kms-key': { name: 'a KMS key', service: 'kms', resource: /^(key|alias)\//, example: 'key/ID' },
  lambda: { name: 'a Lambda function', service: 'lambda', resource: /^function:/, example: 'function:NAME' },
  secret: {
    name: 'a Secrets Manager secret',
    service: 'secretsmanager',
    resource: /^secret:/,
    example: 'secret:NAME-SUFFIX',
  },
  parameter: { name: 'an SSM parameter', service: 'ssm', resource: /^parameter\//, example: 'parameter/NAME' },
  'certificate-authority': {
    name: 'a private certificate authority',
    service: 'acm-pca',
    resource: /^certificate-authority\//,
    example: 'certificate-authority/ID',
  },
  's3-object': { name: 'an S3 object', service: 's3', resource: /\//, example: 'BUCKET/KEY', global: true },
};

/** The forms of all kinds that may stand there; undefined when one of them has no form we know. */
export function formsOf(takes: ArnFact): ArnForm[] | undefined {
  const forms = takes.takes.map((kind) => ARN_FORMS[kind]);
  return forms.every((form) => form !== undefined) ? (forms as ArnForm[]) : undefined;
}

/** Kinds that no member takes, and that stand in the wrong place often enough to be called by name. */
const OTHER_KINDS = {
  'iam:instance-profile': 'an instance profile',
  'iam:user': 'an IAM user',
  'iam:group': 'an IAM group',
  'iam:policy': 'an IAM policy',
  'sts:assumed-role': 'the session of an assumed role',
  'ecs:task': 'a task',
  'ecs:task-set': 'a task set',
  'ecs:container-instance': 'a container instance',
  'ecs:capacity-provider': 'a capacity provider',
  'ec2:security-group': 'a security group',
  'ec2:subnet': 'a subnet',
  'autoscaling:autoScalingGroup': 'an Auto Scaling group',
  'logs:log-group': 'a log group',
} as const;

/** What an ARN names, in words: `a load balancer`; for a kind not listed above its service, e.g. `something of s3`. */
export function nameOfArn(arn: Arn): string {
  const form = Object.values(ARN_FORMS).find((f) => f.service === arn.service && f.resource.test(arn.resource));
  const other = `${arn.service}:${arn.resource.split(/[/:]/)[0]}`;
  return (
    form?.name ??
    (Object.hasOwn(OTHER_KINDS, other) ? OTHER_KINDS[other as keyof typeof OTHER_KINDS] : `something of ${arn.service}`)
  );
}

/** An example ARN of a kind, as far as it can be known: `arn:aws:iam::ACCOUNT:role/NAME`. */
export function exampleArn(form: ArnForm): string {
  const account = form.service === 's3' ? '' : 'ACCOUNT';
  return `arn:aws:${form.service}:${form.global ? '' : 'REGION'}:${account}:${form.example}`;
}

/** A value that stands where an ARN may stand; `arn` when it is one. */
export interface ArnUse {
  fact: Fact;
  value: string;
  arn: Arn | undefined;
  takes: ArnFact;
}

/** Every known string of a definition where the schema takes an ARN, in file order. */
export const arnUses = onceForEach((root: Fact): readonly ArnUse[] => {
  const names = membersWithArns(root.shape);
  return usesIn(names.map((name) => (root as Fact<Record<string, unknown>>).get(name) as Fact));
});

function usesIn(members: readonly Fact[]): ArnUse[] {
  const uses: ArnUse[] = [];
  for (const member of members) collect(member, uses);
  const startOf = ({ fact }: ArnUse) => (fact.node as Node).start;
  return uses.sort((a, b) => startOf(a) - startOf(b));
}

const withArns = new WeakMap<Shape, readonly string[]>();

/** Top-level members of a shape below which an ARN may stand: nothing else need be looked at. */
function membersWithArns(shape: Shape | undefined): readonly string[] {
  if (shape?.type !== 'object') return [];
  let names = withArns.get(shape);
  if (!names) {
    names = Object.keys(shape.members).filter((name) => mayHoldArn(shape.members[name] as Shape));
    withArns.set(shape, names);
  }
  return names;
}

function mayHoldArn(shape: Shape): boolean {
  if (shape.type === 'list') return mayHoldArn(shape.item);
  if (shape.type === 'object') return Object.values(shape.members).some(mayHoldArn);
  return shape.type === 'string' && shape.arn !== undefined;
}

function collect(fact: Fact, uses: ArnUse[]): void {
  const { shape } = fact;
  if (!shape || !fact.known) return;
  if (shape.type === 'list') for (const item of fact.itemsOf) collect(item, uses);
  else if (shape.type === 'object') for (const [, child] of fact.entriesOf) collect(child, uses);
  else if (shape.type === 'string' && shape.arn) {
    const value = fact.value as string;
    uses.push({ fact, value, arn: parseArn(value), takes: shape.arn });
  }
}
