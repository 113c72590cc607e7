/**
 * What other tools check of a service or task definition, by group of rules, beside the rules of ours. The marks of the
 * peers were read out of their sources in August 2026 (cfn-lint 217397c, aws-cdk-lib 2.276.0, terraform-provider-aws of
 * mid 2024, botocore 1.43.107, moto 0af643a, ecspresso a4e6e32, community.aws 97ec691, tflint-ruleset-aws e439f77,
 * checkov 03d5fda, KICS by its documentation, trivy-checks); nobody ran them.
 */
export type Mark = 'yes' | 'part' | 'lint';

export const PEERS = {
  cfnLint: 'cfn-lint',
  cdk: 'aws-cdk',
  terraform: 'Terraform',
  botocore: 'botocore',
  moto: 'moto',
  ecspresso: 'ecspresso',
  ansible: 'Ansible',
  tflint: 'tflint',
  checkov: 'checkov',
  kics: 'KICS',
  trivy: 'Trivy',
} as const;

export type Peer = keyof typeof PEERS;

export interface RuleGroup {
  group: string;
  /** Rules of ours, the telling ones first. */
  rules: readonly string[];
  /** Why ours is only a part of it: absent where all of it is checked. */
  part?: string;
  /** `part`: some of it, or in some constructs; `lint`: an opinion, not validity. */
  peers: Partial<Record<Peer, Mark>>;
}

export const RULE_GROUPS: readonly RuleGroup[] = [
  {
    group: 'unknown member names',
    rules: ['unknown-member', 'wrong-case-member', 'output-only-member'],
    peers: { cfnLint: 'yes', terraform: 'yes', botocore: 'yes', ansible: 'yes' },
  },
  {
    group: 'values of a wrong type',
    rules: ['wrong-type', 'null-value'],
    peers: { cfnLint: 'yes', cdk: 'yes', terraform: 'yes', botocore: 'yes', ansible: 'yes' },
  },
  {
    group: 'required members',
    rules: ['missing-member'],
    peers: { cfnLint: 'yes', cdk: 'part', terraform: 'part', botocore: 'yes', ansible: 'part' },
  },
  {
    group: 'values of launchType',
    rules: ['not-a-listed-value', 'fargate-spot-launch-type', 'managed-instances-launch-type'],
    peers: { cfnLint: 'yes', cdk: 'yes', terraform: 'yes', moto: 'part', ansible: 'yes', tflint: 'yes' },
  },
  {
    group: 'values of schedulingStrategy and propagateTags',
    rules: ['not-a-listed-value'],
    peers: { cfnLint: 'yes', cdk: 'yes', terraform: 'yes', ansible: 'part', tflint: 'yes' },
  },
  {
    group: 'values of all other enums',
    rules: ['not-a-listed-value'],
    peers: { cfnLint: 'yes', cdk: 'yes', terraform: 'yes', ansible: 'part' },
  },
  {
    group: 'ranges of numbers and ports',
    rules: ['out-of-range', 'not-a-step'],
    peers: { cfnLint: 'part', cdk: 'part', terraform: 'part', botocore: 'part' },
  },
  {
    group: 'items in lists: subnets, security groups, providers, load balancers',
    rules: ['wrong-count'],
    peers: { ansible: 'part' },
  },
  {
    group: 'items in lists: placement strategies and constraints',
    rules: ['wrong-count', 'placement-constraints-of-both-above-10'],
    peers: { terraform: 'yes' },
  },
  {
    group: 'tags: lengths, characters, number',
    rules: ['wrong-length', 'wrong-pattern', 'wrong-count', 'tag-without-key'],
    peers: { cfnLint: 'part', terraform: 'part', botocore: 'part' },
  },
  {
    group: 'tags: keys that stand twice or begin with aws:',
    rules: ['duplicate-item', 'reserved-tag-prefix', 'reserved-volume-tag', 'tags-differing-in-case'],
    peers: { cfnLint: 'part', terraform: 'part' },
  },
  {
    group: 'characters of serviceName and clientToken',
    rules: ['wrong-pattern', 'wrong-length', 'constant-client-token'],
    peers: {},
  },
  {
    group: 'form of ARNs of target groups, registries, roles',
    rules: ['malformed-arn', 'wrong-arn-resource', 'arns-of-several-regions', 'arns-of-several-accounts'],
    peers: { cfnLint: 'part', cdk: 'part', terraform: 'yes' },
  },
  {
    group: 'launch type or capacity providers, not both',
    rules: ['launch-type-with-capacity-provider-strategy'],
    peers: { cdk: 'part', ansible: 'yes' },
  },
  {
    group: 'Fargate and other providers in one strategy',
    rules: ['mixed-capacity-providers'],
    peers: {},
  },
  {
    group: 'one weight above 0, one base',
    rules: ['no-positive-weight', 'several-bases', 'provider-without-share'],
    peers: {},
  },
  {
    group: 'ranges of weight and base',
    rules: ['out-of-range'],
    peers: { terraform: 'yes' },
  },
  {
    group: 'DAEMON on Fargate',
    rules: ['daemon-on-fargate'],
    peers: { cfnLint: 'yes', cdk: 'yes' },
  },
  {
    group: 'DAEMON under CODE_DEPLOY or EXTERNAL',
    rules: ['daemon-with-other-controller'],
    peers: { cfnLint: 'yes', cdk: 'yes' },
  },
  {
    group: 'DAEMON with desiredCount',
    rules: ['daemon-with-desired-count'],
    peers: { cdk: 'yes', terraform: 'part' },
  },
  {
    group: 'DAEMON with placementStrategy',
    rules: ['daemon-with-placement-strategy'],
    peers: { cdk: 'yes' },
  },
  {
    group: 'DAEMON with maximumPercent above 100',
    rules: ['daemon-with-maximum-percent-above-100'],
    peers: { cdk: 'yes', terraform: 'part' },
  },
  {
    group: 'DAEMON with capacityProviderStrategy',
    rules: ['daemon-with-capacity-provider-strategy'],
    peers: {},
  },
  {
    group: 'REPLICA without desiredCount',
    rules: ['missing-desired-count'],
    peers: { terraform: 'part', ansible: 'yes' },
  },
  {
    group: 'minimumHealthyPercent against maximumPercent',
    rules: [
      'percentages-that-block-deployments',
      'minimum-above-maximum-percent',
      'maximum-percent-below-100',
      'rollout-cannot-move',
    ],
    peers: { cdk: 'yes' },
  },
  {
    group: 'platformVersion without Fargate',
    rules: ['platform-version-without-fargate'],
    peers: { cdk: 'part' },
  },
  {
    group: 'known platform versions',
    rules: ['unknown-platform-version'],
    peers: { cdk: 'yes', checkov: 'lint' },
  },
  {
    group: 'features that want platform 1.4.0',
    rules: [
      'old-platform-for-feature',
      'old-platform-for-task-definition',
      'spot-on-old-platform',
      'registries-on-old-platform',
    ],
    peers: { cdk: 'part' },
  },
  {
    group: 'assignPublicIp without Fargate',
    rules: ['public-ip-without-fargate'],
    peers: { cdk: 'yes', checkov: 'lint', kics: 'lint' },
  },
  {
    group: 'placement on Fargate',
    rules: ['placement-on-fargate'],
    peers: { cfnLint: 'part', cdk: 'yes' },
  },
  {
    group: 'expressions of distinctInstance and memberOf',
    rules: ['distinct-instance-with-expression', 'member-of-without-expression', 'placement-expression'],
    peers: { cdk: 'yes', terraform: 'part' },
  },
  {
    group: 'fields of random, binpack and spread',
    rules: ['random-with-field', 'binpack-field', 'spread-field', 'strategy-without-field'],
    peers: { cdk: 'yes', terraform: 'yes' },
  },
  {
    group: 'networkConfiguration exactly with awsvpc',
    rules: ['missing-network-configuration', 'network-configuration-without-awsvpc', 'empty-network-configuration'],
    peers: { cfnLint: 'part', cdk: 'yes', moto: 'part', ecspresso: 'part', ansible: 'part' },
  },
  {
    group: 'empty list of subnets',
    rules: ['wrong-count'],
    peers: { moto: 'yes', ansible: 'yes' },
  },
  {
    group: 'subnets and security groups that exist',
    rules: ['not-a-subnet-id', 'not-a-security-group-id'],
    part: 'only the form of the ids: which exist, only EC2 knows',
    peers: { moto: 'yes' },
  },
  {
    group: 'FARGATE in requiresCompatibilities',
    rules: ['launch-type-not-in-compatibilities'],
    peers: { cfnLint: 'yes', cdk: 'yes' },
  },
  {
    group: 'containers and ports that the task definition has',
    rules: ['container-not-in-task-definition', 'port-not-in-task-definition'],
    peers: { cdk: 'yes', ecspresso: 'yes' },
  },
  {
    group: 'target group or Classic Load Balancer, not both',
    rules: ['load-balancer-with-two-targets', 'load-balancer-without-target'],
    peers: {},
  },
  {
    group: 'target group that exists and fits',
    rules: [
      'malformed-arn',
      'wrong-arn-resource',
      'arns-of-several-regions',
      'arns-of-several-accounts',
      'alternate-target-group-same',
    ],
    part: 'only the ARN: the target group itself stands in no file of ours',
    peers: { cdk: 'part', ecspresso: 'part' },
  },
  {
    group: 'dynamic host ports and a fixed health check port',
    rules: ['classic-load-balancer-without-host-port', 'fixed-host-port-with-several-tasks'],
    part: 'only the host port: the target group itself stands in no file of ours',
    peers: { cfnLint: 'yes' },
  },
  {
    group: 'Classic Load Balancer with awsvpc',
    rules: ['classic-load-balancer-with-awsvpc'],
    peers: { cdk: 'yes' },
  },
  {
    group: 'grace period without a health check',
    rules: ['grace-period-without-health-check', 'grace-period-below-start-period'],
    peers: { cdk: 'part', ecspresso: 'yes' },
  },
  {
    group: 'role beside a load balancer only, never with awsvpc',
    rules: ['role-without-load-balancer', 'role-with-service-linked-role'],
    peers: { cdk: 'part' },
  },
  {
    group: 'one service registry at most',
    rules: ['wrong-count'],
    peers: { cdk: 'yes', terraform: 'yes' },
  },
  {
    group: 'registry: port or container pair, by network mode',
    rules: ['registry-with-port-and-container', 'registry-with-half-a-container', 'registry-without-container'],
    peers: { cdk: 'yes' },
  },
  {
    group: 'Service Connect: port names that exist',
    rules: ['port-name-not-in-task-definition'],
    peers: { cdk: 'yes' },
  },
  {
    group: 'Service Connect: discovery names',
    rules: ['wrong-pattern', 'wrong-length', 'duplicate-discovery-name', 'discovery-name-in-two-services'],
    peers: { cdk: 'part' },
  },
  {
    group: 'Service Connect: ranges of ports',
    rules: ['out-of-range', 'ingress-port-of-application'],
    peers: { cdk: 'yes', terraform: 'yes' },
  },
  {
    group: 'Service Connect: timeouts',
    rules: ['out-of-range', 'request-timeout-on-tcp-port', 'request-timeout-above-idle-timeout'],
    peers: { cdk: 'part', terraform: 'part' },
  },
  {
    group: 'Service Connect: a namespace',
    rules: ['service-connect-without-namespace'],
    peers: { cdk: 'yes' },
  },
  {
    group: 'access logs without a log configuration',
    rules: ['access-log-without-log-configuration', 'access-log-with-query-parameters'],
    peers: { cdk: 'yes' },
  },
  {
    group: 'alarms under another controller',
    rules: ['alarms-with-other-controller'],
    peers: { cdk: 'yes' },
  },
  {
    group: 'alarms without names',
    rules: ['no-alarm-names', 'several-alarms-in-one-name'],
    peers: { cdk: 'yes' },
  },
  {
    group: 'lifecycle hooks under another controller',
    rules: ['hooks-without-traffic-shift', 'incomplete-lambda-hook', 'too-many-hooks'],
    peers: { cdk: 'yes' },
  },
  {
    group: 'linear and canary settings without their strategy',
    rules: ['shift-settings-without-strategy', 'shift-without-traffic'],
    peers: { cdk: 'yes' },
  },
  {
    group: 'percentages and steps of linear and canary',
    rules: ['out-of-range', 'not-a-step', 'shift-outlasts-limits'],
    peers: { cdk: 'yes' },
  },
  {
    group: 'ranges of bake times',
    rules: ['out-of-range', 'missing-bake-time', 'bake-time-with-rolling'],
    peers: { cdk: 'yes', terraform: 'yes' },
  },
  {
    group: 'PAUSE hooks',
    rules: ['pause-hook-while-traffic-moves', 'pause-hook-with-target', 'pause-hook-without-stage'],
    peers: {},
  },
  {
    group: 'advancedConfiguration for BLUE_GREEN, LINEAR, CANARY',
    rules: [
      'traffic-shift-without-advanced-configuration',
      'incomplete-advanced-configuration',
      'advanced-configuration-with-rolling',
    ],
    peers: {},
  },
  {
    group: 'availability zone rebalancing and what it does not go with',
    rules: ['zone-rebalancing-with-daemon', 'zone-rebalancing-with-unsuited-service', 'zone-rebalancing-without-room'],
    peers: { cdk: 'yes' },
  },
  {
    group: 'volumeConfigurations against the volumes of the task definition',
    rules: [
      'wrong-count',
      'volume-not-in-task-definition',
      'missing-volume-configuration',
      'several-volumes-configured-at-launch',
    ],
    peers: { cdk: 'part', terraform: 'part' },
  },
  {
    group: 'EBS: size, IOPS and throughput by volume type',
    rules: [
      'volume-figure-out-of-range',
      'volume-setting-not-taken',
      'volume-iops-per-size',
      'volume-throughput-per-iops',
      'volume-without-iops',
      'volume-without-size',
    ],
    peers: { cdk: 'yes', terraform: 'part' },
  },
  {
    group: 'volumeInitializationRate without a snapshot',
    rules: ['initialization-rate-without-snapshot'],
    peers: { cdk: 'yes' },
  },
  {
    group: 'EBS: more than one tagSpecifications',
    rules: ['wrong-count'],
    peers: { ecspresso: 'yes' },
  },
  {
    group: 'ECS Exec without a task role',
    rules: ['exec-without-task-role'],
    peers: { cdk: 'part' },
  },
  {
    group: 'launch type EXTERNAL: what it does not go with',
    rules: [
      'external-launch-type-with-load-balancer',
      'registries-with-external-launch-type',
      'external-launch-type-with-network-configuration',
      'volume-not-for-this-service',
    ],
    peers: { cdk: 'yes' },
  },
  {
    group: 'controller EXTERNAL: members of the task sets',
    rules: ['external-controller-with-task-set-member'],
    peers: { cdk: 'part', terraform: 'part' },
  },
  {
    group: 'controller CODE_DEPLOY: load balancer, and updates',
    rules: [
      'code-deploy-without-load-balancer',
      'several-load-balancers-with-code-deploy',
      'classic-load-balancer-with-code-deploy',
      'update-not-for-controller',
    ],
    peers: { cdk: 'part' },
  },
  {
    group: 'updates of what cannot change',
    rules: ['update-cannot-change', 'provider-change-without-force', 'service-connect-port-changed'],
    peers: { cfnLint: 'part', terraform: 'yes', ansible: 'part' },
  },
  {
    group: 'cluster and task definition that exist',
    rules: ['cluster-name', 'task-definition-name', 'other-task-definition-family'],
    part: 'only names and the files beside: which exist, only AWS knows',
    peers: { moto: 'yes', ecspresso: 'part' },
  },
  {
    group: 'VPC Lattice, gateway connectors, monitoring',
    rules: [
      'wrong-count',
      'missing-member',
      'port-name-not-in-task-definition',
      'gateway-health-check-path',
      'gateway-health-check-timeout',
      'gateway-matcher',
      'metric-in-two-configurations',
    ],
    peers: {},
  },
  {
    group: 'log drivers of Fargate',
    rules: ['log-driver-not-on-fargate', 'container-log-driver-not-on-fargate'],
    peers: { cfnLint: 'yes' },
  },
  {
    group: 'cpu and memory on Fargate',
    rules: ['size-not-on-fargate', 'missing-task-size', 'unreadable-task-size'],
    peers: { cfnLint: 'yes', cdk: 'part', kics: 'yes' },
  },
  {
    group: 'options of awslogs',
    rules: [
      'missing-log-option',
      'container-log-without-option',
      'log-without-stream-prefix',
      'unknown-log-option',
      'log-option-value',
    ],
    peers: { cfnLint: 'yes', ecspresso: 'part' },
  },
  {
    group: 'hostPort under awsvpc',
    rules: ['host-port-differs'],
    peers: { cfnLint: 'yes', cdk: 'yes', ecspresso: 'yes' },
  },
  {
    group: 'an essential container',
    rules: ['no-essential-container'],
    peers: { cfnLint: 'yes', cdk: 'part' },
  },
  {
    group: 'images, secrets, roles, log groups, files that exist',
    rules: ['malformed-arn', 'wrong-arn-resource', 'missing-execution-role', 'parameter-of-other-account'],
    part: 'only the form of names and ARNs: which exist, only AWS knows',
    peers: { ecspresso: 'yes' },
  },
  {
    group: 'good practice: secrets in plain text, running tasks, ECS Exec',
    rules: [
      'plain-text-secret',
      'rollout-drops-to-zero',
      'exec-with-read-only-root',
      'blocking-log-mode',
      'missing-desired-count',
    ],
    part: 'opinions of ours alone where ECS itself suffers',
    peers: { checkov: 'lint', kics: 'lint', trivy: 'lint' },
  },
];
