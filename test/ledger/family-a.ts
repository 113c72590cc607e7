import type { LedgerRow } from './ledger';

/** Identity, capacity, scheduling, deployment, placement, network: what becomes of each row. Task definition rows are elsewhere. */
const WEB = 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n';
const NETWORK = 'networkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n';
const LOAD_BALANCER =
  'loadBalancers:\n  - targetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef\n    containerName: web\n    containerPort: 80\n';
const CLASSIC = 'loadBalancers:\n  - loadBalancerName: web-elb\n    containerName: web\n    containerPort: 80\n';
const REGISTRY =
  'serviceRegistries:\n  - registryArn: arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-a1b2c3d4e5f6g7h8\n';

/** A service of the same name for the same cluster in another file. */
const TWIN = { 'web-service-def.yaml': `${WEB}cluster: main\nlaunchType: EC2\n` };

const rule = (id: string, by: string, more: Partial<LedgerRow> = {}): LedgerRow => ({ id, by: { rule: by }, ...more });
const shape = (id: string, by: string, example?: string): LedgerRow =>
  example === undefined ? { id, by: { shape: by } } : { id, by: { shape: by }, example };
const byDefault = (id: string, pointer: string): LedgerRow => ({ id, by: { default: pointer } });
const none = (id: string, why: string): LedgerRow => ({ id, by: { none: why } });

const REQUIRED: LedgerRow[] = [
  shape('R106', 'missing-member', 'taskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\n'),
  ...['R107', 'R108', 'R109', 'R110', 'R111', 'R112', 'R113', 'R114', 'R115', 'R116', 'R117', 'R118'].map((id) =>
    shape(id, 'missing-member'),
  ),
  ...['R119', 'R120', 'R121', 'R122', 'R123', 'R124'].map((id) => shape(id, 'missing-member')),
  rule('R125', 'empty-network-configuration'),
  rule('R127', 'placement-without-type'),
  rule('R128', 'placement-without-type'),
];

const IDENTITY: LedgerRow[] = [
  shape('R130', 'wrong-length', `serviceName: ${'a'.repeat(256)}\ntaskDefinition: web:1\ndesiredCount: 2\n`),
  shape('R131', 'empty-string', 'serviceName: ""\ntaskDefinition: web:1\ndesiredCount: 2\n'),
  shape('R132', 'wrong-pattern'),
  rule('R133', 'service-defined-twice', { example: `${WEB}cluster: main\n`, beside: TWIN }),
  none('R134', 'only AWS knows which services exist; two files of one workspace are compared by service-defined-twice'),
  byDefault('R135', '/cluster'),
  rule('R136', 'wrong-arn-resource'),
  none('R137', 'only AWS knows which clusters exist'),
  shape('R138', 'wrong-length', `${WEB}clientToken: ${'a'.repeat(37)}\n`),
  shape('R139', 'wrong-pattern'),
  rule('R140', 'constant-client-token'),
  rule('R141', 'missing-task-definition', { example: 'serviceName: web\ndesiredCount: 1\nlaunchType: EC2\n' }),
  rule('R142', 'missing-task-definition', {
    example: `serviceName: web\ndesiredCount: 1\ndeploymentController:\n  type: CODE_DEPLOY\n${LOAD_BALANCER}`,
  }),
  rule('R143', 'external-controller-with-task-set-member'),
  rule('R144', 'task-definition-name'),
  none('R145', 'a family without a revision means its latest ACTIVE one: the text of the member says so'),
  none('R146', 'only AWS knows which revisions exist and are ACTIVE'),
];

const SCHEDULING: LedgerRow[] = [
  rule('R187', 'missing-desired-count', { example: 'serviceName: web\ntaskDefinition: web:1\nlaunchType: EC2\n' }),
  rule('R188', 'daemon-with-desired-count'),
  shape('R189', 'out-of-range'),
  none('R190', 'the limit is a quota of the account'),
  shape('R191', 'not-a-listed-value'),
  byDefault('R192', '/schedulingStrategy'),
  rule('R193', 'daemon-on-fargate'),
  rule('R194', 'daemon-with-other-controller'),
  rule('R195', 'daemon-with-other-controller'),
  rule('R196', 'daemon-with-placement-strategy'),
  rule('R197', 'daemon-with-volume-configurations'),
  rule('R198', 'daemon-with-capacity-provider-strategy'),
  rule('R199', 'daemon-without-launch-type', {
    example: 'serviceName: agent\ntaskDefinition: agent:1\nschedulingStrategy: DAEMON\n',
  }),
  rule('R200', 'daemon-with-maximum-percent-above-100'),
  none('R201', 'how many instances are active and match, only the cluster shows; the simulator models it'),
  rule('R202', 'update-cannot-change', {
    example: 'serviceName: web\ntaskDefinition: web:1\nschedulingStrategy: DAEMON\nlaunchType: EC2\n',
    previous: `${WEB}launchType: EC2\n`,
  }),
];

const CAPACITY: LedgerRow[] = [
  shape('R203', 'not-a-listed-value'),
  rule('R204', 'launch-type-with-capacity-provider-strategy'),
  rule('R205', 'fargate-spot-launch-type'),
  byDefault('R206', '/launchType'),
  rule('R207', 'external-controller-with-task-set-member'),
  byDefault('R209', '/launchType'),
  rule('R210', 'external-launch-type-with-network-configuration'),
  shape(
    'R211',
    'wrong-count',
    `${WEB}capacityProviderStrategy:\n${Array.from({ length: 21 }, (_, i) => `  - capacityProvider: asg-${i}\n    weight: 1\n`).join('')}`,
  ),
  byDefault('R212', '/capacityProviderStrategy/0/weight'),
  rule('R213', 'no-positive-weight'),
  rule('R214', 'no-positive-weight'),
  rule('R215', 'provider-without-share'),
  shape('R216', 'out-of-range'),
  byDefault('R217', '/capacityProviderStrategy/0/base'),
  rule('R218', 'several-bases'),
  shape('R219', 'out-of-range'),
  rule('R220', 'base-above-desired-count'),
  rule('R221', 'mixed-capacity-providers'),
  rule('R222', 'reserved-provider-name'),
  rule('R223', 'capacity-provider-arn'),
  shape('R224', 'duplicate-item'),
  none('R225', 'only the cluster shows which providers are associated with it'),
  none('R226', 'only AWS knows which Auto Scaling group providers exist'),
  rule('R227', 'spot-on-old-platform'),
  none('R230', 'advice about Spot interruptions: the hover of capacityProvider gives it'),
  rule('R231', 'external-controller-with-task-set-member'),
  rule('R232', 'platform-version-without-fargate'),
  rule('R233', 'platform-version-without-fargate'),
  byDefault('R234', '/platformVersion'),
  rule('R235', 'unknown-platform-version'),
  none('R236', 'what a platform version can do is known to AWS; known combinations are old-platform-for-feature'),
  rule('R237', 'external-controller-with-task-set-member'),
  rule('R238', 'old-platform-for-feature'),
];

const ROLE: LedgerRow[] = [
  rule('R239', 'role-without-load-balancer'),
  rule('R240', 'role-with-service-linked-role', { example: `${WEB}role: ecsServiceRole\n${LOAD_BALANCER}${NETWORK}` }),
  rule('R241', 'role-with-service-linked-role', {
    example: `${WEB}launchType: FARGATE\nrole: ecsServiceRole\n${LOAD_BALANCER}${NETWORK}`,
  }),
  rule('R242', 'role-with-service-linked-role', {
    example: `${WEB}launchType: EC2\nrole: ecsServiceRole\n${LOAD_BALANCER}${LOAD_BALANCER.slice('loadBalancers:\n'.length).replace('targetgroup/web', 'targetgroup/api')}`,
  }),
  rule('R243', 'role-with-service-linked-role', {
    example: `${WEB}launchType: EC2\nrole: ecsServiceRole\n${CLASSIC}${REGISTRY}`,
  }),
  rule('R244', 'role-with-service-linked-role'),
  none('R245', 'Elastic Inference is no longer available'),
  byDefault('R246', '/role'),
  rule('R247', 'wrong-arn-resource'),
  none('R248', 'the path of a role only IAM shows; the hover of role mentions it'),
];

const DEPLOYMENT: LedgerRow[] = [
  shape('R249', 'not-a-listed-value'),
  byDefault('R250', '/deploymentController'),
  rule('R251', 'daemon-with-other-controller'),
  rule('R252', 'external-controller-with-task-set-member'),
  none(
    'R253',
    'an exemption: missing-desired-count and missing-task-definition are silent with EXTERNAL, as their examples show',
  ),
  none('R254', 'was true once: since July 2025 UpdateService takes deploymentController'),
  rule('R255', 'circuit-breaker-with-other-controller'),
  rule('R256', 'rollback-while-disabled'),
  rule('R257', 'circuit-breaker-with-classic-load-balancer'),
  byDefault('R258', '/deploymentConfiguration/deploymentCircuitBreaker'),
  rule('R259', 'alarms-with-other-controller'),
  rule('R260', 'no-alarm-names'),
  rule('R261', 'several-alarms-in-one-name'),
  shape('R262', 'duplicate-item'),
  none('R263', 'only CloudWatch knows which alarms exist'),
  rule('R264', 'rollback-while-disabled'),
  byDefault('R265', '/deploymentConfiguration/maximumPercent'),
  byDefault('R266', '/deploymentConfiguration/maximumPercent'),
  byDefault('R267', '/deploymentConfiguration/minimumHealthyPercent'),
  byDefault('R268', '/deploymentConfiguration/minimumHealthyPercent'),
  rule('R269', 'percentages-that-block-deployments'),
  rule('R270', 'rollout-cannot-move'),
  rule('R271', 'minimum-above-maximum-percent', {
    example:
      'serviceName: agent\ntaskDefinition: agent:1\nschedulingStrategy: DAEMON\nlaunchType: EC2\ndeploymentConfiguration:\n  minimumHealthyPercent: 80\n  maximumPercent: 50\n',
  }),
  shape('R272', 'out-of-range'),
  rule('R273', 'maximum-percent-below-100'),
  rule('R274', 'rollout-drops-to-zero'),
  rule('R275', 'percentages-with-other-controller'),
  rule('R276', 'percentages-with-other-controller'),
  rule('R277', 'percentages-with-other-controller'),
  rule('R278', 'percentages-with-other-controller'),
];

const PLACEMENT: LedgerRow[] = [
  shape(
    'R279',
    'wrong-count',
    `${WEB}placementConstraints:\n${Array.from({ length: 11 }, (_, i) => `  - type: memberOf\n    expression: attribute:slot == ${i}\n`).join('')}`,
  ),
  shape('R281', 'not-a-listed-value'),
  shape(
    'R282',
    'wrong-length',
    `${WEB}placementConstraints:\n  - type: memberOf\n    expression: attribute:slot == ${'a'.repeat(2000)}\n`,
  ),
  rule('R283', 'distinct-instance-with-expression'),
  rule('R284', 'member-of-without-expression'),
  rule('R285', 'placement-expression'),
  shape('R286', 'duplicate-item'),
  rule('R287', 'placement-on-fargate'),
  shape('R288', 'wrong-count'),
  shape('R289', 'not-a-listed-value'),
  rule('R290', 'spread-field'),
  rule('R291', 'binpack-field'),
  rule('R292', 'random-with-field'),
  rule('R293', 'strategy-without-field'),
  rule('R294', 'spread-field'),
  byDefault('R295', '/placementStrategy'),
  rule('R296', 'placement-on-fargate'),
];

const ids = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, i) => `${prefix}-${(0x0a1b2c00 + i).toString(16).padStart(8, '0')}`).join(', ');

const NETWORKING: LedgerRow[] = [
  rule('R297', 'missing-network-configuration'),
  rule('R298', 'missing-network-configuration', {
    example: `${WEB}launchType: EC2\n`,
    taskDefinition:
      'family: web\nnetworkMode: awsvpc\ncontainerDefinitions:\n  - name: web\n    image: nginx\n    memory: 128\n',
  }),
  shape(
    'R301',
    'wrong-count',
    `${WEB}networkConfiguration:\n  awsvpcConfiguration:\n    subnets: [${ids(17, 'subnet')}]\n`,
  ),
  shape('R302', 'wrong-count'),
  shape(
    'R303',
    'wrong-count',
    `${WEB}networkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n    securityGroups: [${ids(6, 'sg')}]\n`,
  ),
  byDefault('R304', '/networkConfiguration/awsvpcConfiguration/securityGroups'),
  shape('R305', 'wrong-type'),
  byDefault('R306', '/networkConfiguration/awsvpcConfiguration/assignPublicIp'),
  rule('R307', 'public-ip-without-fargate'),
  none('R308', 'only EC2 knows the VPC of a subnet and of a security group'),
  rule('R309', 'not-a-subnet-id'),
  rule('R310', 'not-a-security-group-id'),
  shape('R311', 'duplicate-item'),
  rule('R312', 'external-controller-with-task-set-member'),
  none('R313', 'whether a subnet has NAT or endpoints only EC2 knows; the hover of assignPublicIp explains it'),
  shape('R314', 'out-of-range'),
  rule('R315', 'grace-period-without-health-check', {
    example: `${WEB}launchType: EC2\nhealthCheckGracePeriodSeconds: 60\n`,
    taskDefinition: 'family: web\ncontainerDefinitions:\n  - name: web\n    image: nginx\n    memory: 128\n',
  }),
  byDefault('R316', '/healthCheckGracePeriodSeconds'),
  rule('R317', 'grace-period-without-health-check', {
    example: `${WEB}launchType: EC2\nhealthCheckGracePeriodSeconds: 60\n`,
    taskDefinition: 'family: web\ncontainerDefinitions:\n  - name: web\n    image: nginx\n    memory: 128\n',
  }),
];

const DAEMON = 'serviceName: agent\ntaskDefinition: agent:1\nschedulingStrategy: DAEMON\n';
const CODE_DEPLOY = `${WEB}launchType: EC2\ndeploymentController:\n  type: CODE_DEPLOY\n${LOAD_BALANCER}`;

const ERRORS: LedgerRow[] = [
  rule('error:launch-and-cps', 'launch-type-with-capacity-provider-strategy', {
    example: `${WEB}launchType: EC2\ncapacityProviderStrategy:\n  - capacityProvider: web-asg\n    weight: 1\n`,
  }),
  rule('error:daemon-cps', 'daemon-with-capacity-provider-strategy', {
    example: `${DAEMON}capacityProviderStrategy:\n  - capacityProvider: web-asg\n    weight: 1\n`,
  }),
  rule('error:daemon-desired', 'daemon-with-desired-count', { example: `${DAEMON}desiredCount: 0\n` }),
  rule('error:daemon-placement-strategy', 'daemon-with-placement-strategy', {
    example: `${DAEMON}placementStrategy:\n  - type: random\n`,
  }),
  rule('error:daemon-max-percent', 'daemon-with-maximum-percent-above-100', {
    example: `${DAEMON}deploymentConfiguration:\n  maximumPercent: 200\n`,
  }),
  rule('error:grace-no-lb', 'grace-period-without-health-check', {
    example: `${WEB}launchType: EC2\nhealthCheckGracePeriodSeconds: 60\n`,
    taskDefinition: 'family: web\ncontainerDefinitions:\n  - name: web\n    image: nginx\n    memory: 128\n',
  }),
  rule('error:awsvpc-needs-netcfg', 'missing-network-configuration', { example: `${WEB}launchType: FARGATE\n` }),
  shape('error:subnets-empty', 'wrong-count', `${WEB}networkConfiguration:\n  awsvpcConfiguration:\n    subnets: []\n`),
  shape(
    'error:subnets-16',
    'wrong-count',
    `${WEB}networkConfiguration:\n  awsvpcConfiguration:\n    subnets: [${ids(17, 'subnet')}]\n`,
  ),
  rule('error:public-ip-ec2', 'public-ip-without-fargate', {
    example: `${WEB}launchType: EC2\n${NETWORK}    assignPublicIp: ENABLED\n`,
  }),
  rule('error:platform-ec2', 'platform-version-without-fargate', {
    example: `${WEB}launchType: EC2\nplatformVersion: LATEST\n`,
  }),
  rule('error:platform-unknown', 'unknown-platform-version', {
    example: `${WEB}launchType: FARGATE\nplatformVersion: "1.4"\n${NETWORK}`,
  }),
  rule('error:fargate-constraints', 'placement-on-fargate', {
    example: `${WEB}launchType: FARGATE\nplacementConstraints:\n  - type: distinctInstance\n${NETWORK}`,
  }),
  rule('error:distinct-expression', 'distinct-instance-with-expression', {
    example: `${WEB}placementConstraints:\n  - type: distinctInstance\n    expression: attribute:ecs.os-type == linux\n`,
  }),
  rule('error:role-slr', 'role-with-service-linked-role', {
    example: `${WEB}launchType: FARGATE\nrole: ecsServiceRole\n${NETWORK}${LOAD_BALANCER}`,
  }),
  rule('error:alarm-controller', 'alarms-with-other-controller', {
    example: `${CODE_DEPLOY}deploymentConfiguration:\n  alarms:\n    alarmNames: []\n    enable: false\n    rollback: false\n`,
  }),
  rule('error:cb-clb', 'circuit-breaker-with-classic-load-balancer', {
    example: `${WEB}launchType: EC2\n${CLASSIC}deploymentConfiguration:\n  deploymentCircuitBreaker:\n    enable: false\n    rollback: false\n`,
  }),
  rule('error:external-td', 'external-controller-with-task-set-member', {
    example: `${WEB}deploymentController:\n  type: EXTERNAL\n`,
  }),
  shape('error:td-empty', 'empty-string', 'serviceName: web\ntaskDefinition: ""\ndesiredCount: 2\n'),
  rule('error:td-charset', 'task-definition-name', {
    example: 'serviceName: web\ntaskDefinition: taskdef.json\ndesiredCount: 2\n',
  }),
  none('error:td-inactive', 'whether a revision is ACTIVE only AWS knows'),
  rule('error:cluster-charset', 'cluster-name', { example: `${WEB}cluster: main cluster\n` }),
  rule('error:not-idempotent', 'service-defined-twice', { example: `${WEB}cluster: main\n`, beside: TWIN }),
  none('error:draining', 'whether a deleted service still drains only AWS knows'),
  none('error:not-active', 'whether the service is ACTIVE only AWS knows'),
  rule('error:cps-mix', 'mixed-capacity-providers', {
    example: `${WEB}${NETWORK}capacityProviderStrategy:\n  - capacityProvider: FARGATE\n    weight: 1\n  - capacityProvider: web-asg\n    weight: 1\n`,
  }),
  rule('error:cps-not-found', 'capacity-provider-arn', {
    example: `${WEB}capacityProviderStrategy:\n  - capacityProvider: arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/web\n    weight: 1\n`,
  }),
  none('error:cps-not-associated', 'only the cluster shows which providers are associated with it'),
  rule('error:cps-weight-zero', 'no-positive-weight', {
    example: `${WEB}capacityProviderStrategy:\n  - capacityProvider: web-asg\n`,
  }),
  shape('error:negative-desired', 'out-of-range', 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: -1\n'),
];

const OTHER_CALL = 'about another call than CreateService: no service or task definition file shows it';

const RECORDED: LedgerRow[] = [
  rule('recorded:pf-ecs-service-daemon-desired-count', 'daemon-with-desired-count', {
    example: `${DAEMON}desiredCount: 2\n`,
  }),
  rule('recorded:pf-ecs-service-deployment-percent', 'maximum-percent-below-100', {
    example: `${WEB}launchType: EC2\ndeploymentConfiguration:\n  maximumPercent: 90\n  minimumHealthyPercent: 50\n`,
  }),
  rule('recorded:pf-ecs-service-fargate-placement', 'placement-on-fargate', {
    example: `${WEB}launchType: FARGATE\nplacementStrategy:\n  - type: random\n${NETWORK}`,
  }),
  rule('recorded:pf-ecs-service-launch-type-capacity-provider', 'launch-type-with-capacity-provider-strategy', {
    example: `${WEB}launchType: EC2\ncapacityProviderStrategy:\n  - capacityProvider: web-asg\n    weight: 1\n`,
  }),
  shape(
    'recorded:pf-ecs-service-name',
    'wrong-pattern',
    'serviceName: dienst-für-web\ntaskDefinition: web:1\ndesiredCount: 2\n',
  ),
  rule('recorded:pf-ecs-service-platform-version-ec2', 'platform-version-without-fargate', {
    example: `${WEB}launchType: EC2\nplatformVersion: 1.4.0\n`,
  }),
  rule('recorded:pf-ecs-svc-az-rebalancing-with-daemon', 'zone-rebalancing-with-daemon', {
    example: `${DAEMON}launchType: EC2\navailabilityZoneRebalancing: ENABLED\n`,
  }),
  rule('recorded:pf-ecs-svc-binpack-field', 'binpack-field', {
    example: `${WEB}launchType: EC2\nplacementStrategy:\n  - type: binpack\n    field: instanceId\n`,
  }),
  rule('recorded:pf-ecs-svc-capacity-provider-multiple-base', 'several-bases', {
    example: `${WEB}capacityProviderStrategy:\n  - capacityProvider: a\n    base: 1\n    weight: 1\n  - capacityProvider: b\n    base: 1\n`,
  }),
  rule('recorded:pf-ecs-svc-capacity-provider-zero-weight', 'no-positive-weight', {
    example: `${WEB}capacityProviderStrategy:\n  - capacityProvider: a\n    weight: 0\n  - capacityProvider: b\n    weight: 0\n`,
  }),
  rule('recorded:pf-ecs-svc-circuit-breaker-with-code-deploy', 'circuit-breaker-with-other-controller', {
    example: `${CODE_DEPLOY}deploymentConfiguration:\n  deploymentCircuitBreaker:\n    enable: true\n    rollback: true\n`,
  }),
  rule('recorded:pf-ecs-svc-daemon-max-percent', 'daemon-with-maximum-percent-above-100', {
    example: `${DAEMON}deploymentConfiguration:\n  maximumPercent: 150\n`,
  }),
  rule('recorded:pf-ecs-svc-daemon-with-placement-strategies', 'daemon-with-placement-strategy', {
    example: `${DAEMON}placementStrategy:\n  - type: spread\n    field: instanceId\n`,
  }),
  rule('recorded:pf-ecs-svc-external-with-taskdef', 'external-controller-with-task-set-member', {
    example: `${WEB}deploymentController:\n  type: EXTERNAL\n`,
  }),
  rule('recorded:pf-ecs-svc-min-healthy-over-max-percent', 'percentages-that-block-deployments', {
    example: `${WEB}deploymentConfiguration:\n  maximumPercent: 100\n`,
  }),
  rule('recorded:pf-ecs-svc-placement-constraint-distinct-instance-expression', 'distinct-instance-with-expression', {
    example: `${WEB}placementConstraints:\n  - type: distinctInstance\n    expression: attribute:ecs.os-type == linux\n`,
  }),
  shape(
    'recorded:pf-ecs-svc-placement-strategies-max6',
    'wrong-count',
    `${WEB}placementStrategy:\n${'  - type: random\n'.repeat(6)}`,
  ),
  rule('recorded:pf-ecs-svc-random-with-field', 'random-with-field', {
    example: `${WEB}placementStrategy:\n  - type: random\n    field: cpu\n`,
  }),
  rule('recorded:pf-ecs-svc-role-with-awsvpc', 'role-with-service-linked-role', {
    example: `${WEB}launchType: FARGATE\nrole: ecsServiceRole\n${NETWORK}${LOAD_BALANCER}`,
  }),
  rule('recorded:pf-ecs-svc-role-without-load-balancers', 'role-without-load-balancer', {
    example: `${WEB}launchType: EC2\nrole: ecsServiceRole\n`,
  }),
  rule('recorded:pf-ecs-cluster-name', 'cluster-name', { example: `${WEB}cluster: main cluster\n` }),
  rule('recorded:pf-ecs-cp-name-reserved-prefix', 'reserved-provider-name', {
    example: `${WEB}capacityProviderStrategy:\n  - capacityProvider: ecs-web\n    weight: 1\n`,
  }),
  ...[
    'pf-ecs-taskset-lb-container-missing',
    'pf-ecs-taskset-platform-version-ec2',
    'pf-ecs-cluster-default-strategy-multiple-base',
    'pf-ecs-cluster-default-strategy-provider-not-listed',
    'pf-ecs-cluster-execute-command-default-with-log-config',
    'pf-ecs-cluster-execute-command-override-without-log-config',
    'pf-ecs-cp-managed-termination-scale-in-protection',
    'pf-ecs-cp-scaling-step-order',
  ].map((id) => none(`recorded:${id}`, OTHER_CALL)),
];

export const familyA: LedgerRow[] = [
  ...REQUIRED,
  ...IDENTITY,
  ...SCHEDULING,
  ...CAPACITY,
  ...ROLE,
  ...DEPLOYMENT,
  ...PLACEMENT,
  ...NETWORKING,
  ...ERRORS,
  ...RECORDED,
];
