import type { LedgerRow } from './ledger';

/**
 * Traffic and what hangs on a service: load balancers, registries, tags, ECS Exec, Service Connect and its logs, volumes,
 * the shape of the document, and the errors of the call. Rows that need the task definition stand in another family.
 */
const WEB = 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n';
const FARGATE = `${WEB}launchType: FARGATE\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n`;
const TARGET_GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef';
const ROLE = 'arn:aws:iam::111122223333:role/ecsInfrastructureRole';
const ENTRY = `  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`;
const CONNECT = `${WEB}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n`;
const VOLUME = `${FARGATE}volumeConfigurations:\n  - name: data\n    managedEBSVolume:\n      roleArn: ${ROLE}\n`;

const rule = (id: string, of: string, example?: string): LedgerRow => ({ id, by: { rule: of }, example });
const shape = (id: string, of: string, example?: string): LedgerRow => ({ id, by: { shape: of }, example });
const byDefault = (id: string, member: string): LedgerRow => ({ id, by: { default: member } });
const none = (id: string, reason: string): LedgerRow => ({ id, by: { none: reason } });
const rows = (of: string, ids: readonly string[]): LedgerRow[] => ids.map((id) => rule(id, of));
const tags = (n: number) => Array.from({ length: n }, (_, i) => `  - key: k${i}\n    value: v\n`).join('');

const NEEDS_AWS = 'only AWS knows: ';

const document: LedgerRow[] = [
  none('R001', 'a file whose root is no mapping is not taken for a service definition; nothing of ours is in it'),
  shape('R002', 'unknown-member'),
  shape('R003', 'wrong-case-member', `${WEB}LaunchType: EC2\n`),
  shape('R004', 'output-only-member'),
  none(
    'R005',
    'members newer than the seeds are in the schema and so are not unknown; what is newer than the schema is a warning that names its date',
  ),
  shape('R006', 'null-value'),
  rule('R007', 'duplicate-key'),
  shape('R008', 'empty-string'),
  shape('R009', 'wrong-type'),
  shape('R010', 'not-a-listed-value'),
  shape('error:unknown-param', 'output-only-member', `${WEB}platformFamily: Linux\n`),
  shape(
    'error:unknown-nested',
    'unknown-member',
    `${WEB}deploymentConfiguration:\n  lifecycleHooks:\n    - hookTargetArn: arn:aws:lambda:eu-west-1:111122223333:function:check\n      roleArn: ${ROLE}\n      lifecycleStages: [PRE_SCALE_UP]\n      hookDetail: {}\n`,
  ),
  shape(
    'error:null-member',
    'null-value',
    `${WEB}placementConstraints:\n  - type: distinctInstance\n    expression: null\n`,
  ),
  rule(
    'error:identifier-kind',
    'wrong-arn-resource',
    `${WEB}cluster: arn:aws:ecs:eu-west-1:111122223333:service/main/web\n`,
  ),
];

/** R011 to R105 say the type of each member; the quoted or wrapped value of any of them is one finding. */
const types: LedgerRow[] = Array.from({ length: 95 }, (_, i) =>
  shape(`R${String(i + 11).padStart(3, '0')}`, 'wrong-type'),
);

const required: LedgerRow[] = [
  rule('R126', 'registry-without-arn', `${FARGATE}serviceRegistries:\n  - port: 80\n`),
  rule('R129', 'tag-without-key'),
];

const loadBalancers: LedgerRow[] = [
  ...rows('load-balancer-with-two-targets', ['R147']),
  ...rows('load-balancer-without-target', ['R148']),
  ...rows('load-balancer-without-container', ['R149', 'R150']),
  shape('R151', 'out-of-range'),
  rule(
    'R152',
    'several-entries-with-classic',
    `${WEB}loadBalancers:\n  - loadBalancerName: elb\n    containerName: app\n    containerPort: 80\n${ENTRY}`,
  ),
  shape('R153', 'wrong-count'),
  rule(
    'R154',
    'several-load-balancers-with-code-deploy',
    `${WEB}deploymentController:\n  type: CODE_DEPLOY\nloadBalancers:\n${ENTRY}${ENTRY.replace('80', '81')}`,
  ),
  ...rows('code-deploy-without-load-balancer', ['R155']),
  ...rows('classic-load-balancer-with-code-deploy', ['R156']),
  none('R157', 'the target groups and listeners of CodeDeploy stand in its deployment group, not in this file'),
  rule(
    'R158',
    'external-controller-with-task-set-member',
    `serviceName: web\ndeploymentController:\n  type: EXTERNAL\nloadBalancers:\n${ENTRY}`,
  ),
  ...rows('classic-load-balancer-with-awsvpc', ['R159', 'R160']),
  ...rows('malformed-arn', ['R161']),
  none('R162', `${NEEDS_AWS}the target type of the target group`),
  none('R163', `${NEEDS_AWS}whether a listener uses the target group`),
  rule(
    'R164',
    'load-balancer-name-not-classic',
    `${WEB}loadBalancers:\n  - loadBalancerName: app/web/0123456789abcdef\n    containerName: app\n    containerPort: 80\n`,
  ),
  none('R167', `${NEEDS_AWS}the security groups of the instances`),
  shape('R168', 'duplicate-item', `${WEB}loadBalancers:\n${ENTRY}${ENTRY}`),
  ...rows('several-entries-with-classic', ['R169']),
  none(
    'R170',
    'load balancers of a service can be changed since 2022; a change starts a deployment, which the preview shows',
  ),
  none('R171', 'the values may change with CodeDeploy; nothing to report'),
  rule('R172', 'external-launch-type-with-load-balancer', `${WEB}launchType: EXTERNAL\nloadBalancers:\n${ENTRY}`),
  rule(
    'error:container-name-blank',
    'load-balancer-without-container',
    `${WEB}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerPort: 80\n`,
  ),
  rule(
    'error:clb-name',
    'load-balancer-name-not-classic',
    `${WEB}loadBalancers:\n  - loadBalancerName: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`,
  ),
  none('error:tg-type', `${NEEDS_AWS}the target type of the target group`),
  none('error:tg-no-lb', `${NEEDS_AWS}whether a listener uses the target group`),
  none('error:tg-health-port', `${NEEDS_AWS}the health check port of the target group`),
  shape(
    'error:lb-5',
    'wrong-count',
    `${WEB}loadBalancers:\n${[1, 2, 3, 4, 5, 6].map((n) => ENTRY.replace('containerPort: 80', `containerPort: 808${n}`)).join('')}`,
  ),
  rule(
    'error:lb-1',
    'several-load-balancers-with-code-deploy',
    `${WEB}deploymentController:\n  type: CODE_DEPLOY\nloadBalancers:\n${ENTRY}${ENTRY.replace('80', '81')}`,
  ),
  rule(
    'error:adv-linear',
    'traffic-shift-without-advanced-configuration',
    `${WEB}deploymentConfiguration:\n  strategy: LINEAR\n  bakeTimeInMinutes: 5\nloadBalancers:\n${ENTRY}`,
  ),
  none('error:tg-pair-listener', `${NEEDS_AWS}which target groups hang on a rule`),
  none('error:slr-missing', `${NEEDS_AWS}whether the account has the service-linked role`),
  none('error:role-tg', `${NEEDS_AWS}the trust and the policies of the role`),
  rule(
    'error:external-lb',
    'external-controller-with-task-set-member',
    `serviceName: web\ndeploymentController:\n  type: EXTERNAL\nloadBalancers:\n${ENTRY}`,
  ),
  rule(
    'recorded:pf-ecs-service-lb-target-exclusive',
    'load-balancer-with-two-targets',
    `${WEB}loadBalancers:\n${ENTRY}    loadBalancerName: elb\n`,
  ),
  rule(
    'recorded:pf-ecs-service-codedeploy-lb',
    'code-deploy-without-load-balancer',
    `${WEB}deploymentController:\n  type: CODE_DEPLOY\n`,
  ),
  rule(
    'recorded:pf-ecs-svc-classic-lb-with-fargate',
    'classic-load-balancer-with-awsvpc',
    `${FARGATE}loadBalancers:\n  - loadBalancerName: elb\n    containerName: app\n    containerPort: 80\n`,
  ),
  rule(
    'recorded:pf-ecs-svc-external-with-load-balancers',
    'external-controller-with-task-set-member',
    `serviceName: web\ndeploymentController:\n  type: EXTERNAL\nloadBalancers:\n${ENTRY}`,
  ),
];

const serviceRegistries: LedgerRow[] = [
  shape('R173', 'wrong-count'),
  ...rows('malformed-arn', ['R174']),
  ...rows('registry-with-port-and-container', ['R175']),
  ...rows('registry-with-half-a-container', ['R176']),
  none('R178', `${NEEDS_AWS}the record type of the registry`),
  shape('R182', 'out-of-range'),
  ...rows('registries-on-old-platform', ['R183']),
  ...rows('external-controller-with-task-set-member', ['R184']),
  ...rows('registries-with-external-launch-type', ['R185']),
  none('R186', `${NEEDS_AWS}whether the registry exists, and its record type`),
  rule(
    'error:sd-both',
    'registry-with-port-and-container',
    `${FARGATE}serviceRegistries:\n  - registryArn: arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-a\n    port: 80\n    containerName: app\n    containerPort: 80\n`,
  ),
  none('error:sd-a-record', `${NEEDS_AWS}the record type of the registry`),
  none('error:sd-port-a', `${NEEDS_AWS}the record type of the registry`),
  shape(
    'recorded:pf-ecs-svc-registries-multiple',
    'wrong-count',
    `${FARGATE}serviceRegistries:\n  - registryArn: arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-a\n  - registryArn: arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-b\n`,
  ),
  none(
    'recorded:pf-ecs-svc-registries-port-with-awsvpc',
    `${NEEDS_AWS}the record type of the registry; with SRV records the pair is right under awsvpc`,
  ),
];

const tagRows: LedgerRow[] = [
  shape('R318', 'wrong-count', `${WEB}tags:\n${tags(51)}`),
  shape('R319', 'duplicate-item'),
  shape('R320', 'wrong-length', `${WEB}tags:\n  - key: ${'k'.repeat(129)}\n`),
  shape('R321', 'wrong-length', `${WEB}tags:\n  - key: a\n    value: ${'v'.repeat(257)}\n`),
  byDefault('R322', '/tags/value'),
  ...rows('reserved-tag-prefix', ['R323', 'R330']),
  shape('R324', 'wrong-pattern'),
  shape(
    'R325',
    'wrong-count',
    `${VOLUME}      sizeInGiB: 20\n      tagSpecifications:\n        - resourceType: volume\n          tags:\n${tags(51).replaceAll(/^/gm, '          ').trimEnd()}\n`,
  ),
  shape('R326', 'duplicate-item'),
  shape(
    'R327',
    'wrong-length',
    `${VOLUME}      sizeInGiB: 20\n      tagSpecifications:\n        - resourceType: volume\n          tags:\n            - key: ${'k'.repeat(129)}\n`,
  ),
  shape(
    'R328',
    'wrong-length',
    `${VOLUME}      sizeInGiB: 20\n      tagSpecifications:\n        - resourceType: volume\n          tags:\n            - key: a\n              value: ${'v'.repeat(257)}\n`,
  ),
  byDefault('R329', '/volumeConfigurations/managedEBSVolume/tagSpecifications/tags/value'),
  shape('R331', 'wrong-pattern'),
  rule('R332', 'reserved-volume-tag'),
  none('R333', 'what happens to tags when a service is deleted is no matter of the file'),
  byDefault('R334', '/enableECSManagedTags'),
  ...rows('managed-tags-not-propagated', ['R335', 'R339']),
  rule('R338', 'managed-tags-not-propagated', `${WEB}enableECSManagedTags: true\npropagateTags: NONE\n`),
  shape('R336', 'not-a-listed-value'),
  byDefault('R337', '/propagateTags'),
  ...rows('no-tags-to-propagate', ['R340']),
  none('R342', 'propagateTags can be updated since; tags reach tasks when they start, as its text says'),
  byDefault('R343', '/enableExecuteCommand'),
  none('error:arn-tags', `${NEEDS_AWS}whether an account of before 2021 has opted in to long ARNs`),
  none('error:arn-propagate', `${NEEDS_AWS}whether an account of before 2021 has opted in to long ARNs`),
  none('error:arn-managed', `${NEEDS_AWS}whether an account of before 2021 has opted in to long ARNs`),
];

const other = (name: string) =>
  `serviceName: ${name}\ncluster: main\ntaskDefinition: ${name}:1\ndesiredCount: 2\nserviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  services:\n    - portName: http\n      clientAliases:\n        - port: 80\n          dnsName: site\n`;

/** Two services in one file of several documents are two services of the workspace. */
const TWO_SERVICES = `${other('web')}---\n${other('api')}`;

const serviceConnect: LedgerRow[] = [
  ...rows('service-connect-disabled', ['R345', 'R392']),
  ...rows('service-connect-without-namespace', ['R346']),
  ...rows('wrong-arn-resource', ['R347']),
  none(
    'R348',
    `${NEEDS_AWS}whether the namespace exists; two ARNs of different Regions are found by arns-of-several-regions`,
  ),
  byDefault('R349', '/serviceConnectConfiguration/services'),
  shape(
    'R351',
    'wrong-length',
    `${CONNECT}  services:\n    - portName: http\n      discoveryName: ${'a'.repeat(65)}\n      clientAliases:\n        - port: 80\n`,
  ),
  shape('R352', 'wrong-pattern'),
  shape('R353', 'wrong-pattern'),
  rule('R354', 'discovery-name-in-two-services', TWO_SERVICES),
  ...rows('duplicate-discovery-name', ['R355']),
  byDefault('R356', '/serviceConnectConfiguration/services/discoveryName'),
  shape('R357', 'wrong-count'),
  ...rows('connect-service-without-alias', ['R358']),
  shape('R359', 'out-of-range'),
  none('R360', 'advice for a new service, in the text of the member'),
  shape(
    'R361',
    'wrong-length',
    `${CONNECT}  services:\n    - portName: http\n      clientAliases:\n        - port: 80\n          dnsName: ${'a'.repeat(63)}.${'b'.repeat(64)}\n`,
  ),
  shape('R362', 'wrong-pattern'),
  shape('R363', 'wrong-pattern'),
  ...rows('dns-name-labels', ['R364']),
  byDefault('R365', '/serviceConnectConfiguration/services/clientAliases/dnsName'),
  none('R366', 'advice for a new service, in the text of the member'),
  ...rows('duplicate-client-alias', ['R367']),
  rule('R368', 'client-alias-in-two-services', TWO_SERVICES),
  shape('R369', 'out-of-range'),
  byDefault('R370', '/serviceConnectConfiguration/services/ingressPortOverride'),
  shape('R372', 'out-of-range'),
  byDefault('R373', '/serviceConnectConfiguration/services/timeout/idleTimeoutSeconds'),
  byDefault('R374', '/serviceConnectConfiguration/services/timeout/idleTimeoutSeconds'),
  shape('R375', 'out-of-range'),
  byDefault('R377', '/serviceConnectConfiguration/services/timeout/perRequestTimeoutSeconds'),
  ...rows('request-timeout-above-idle-timeout', ['R378']),
  ...rows('malformed-arn', ['R379', 'R381']),
  ...rows('tls-without-certificate-authority', ['R380']),
  ...rows('tls-without-role', ['R382']),
  ...rows('service-connect-with-other-controller', ['R383']),
  none('R385', 'stand-alone tasks have no service definition'),
  shape(
    'error:sc-ingress',
    'out-of-range',
    `${CONNECT}  services:\n    - portName: http\n      ingressPortOverride: 1024\n      clientAliases:\n        - port: 80\n`,
  ),
  shape(
    'recorded:pf-ecs-svc-connect-client-alias-dns-name',
    'wrong-pattern',
    `${CONNECT}  services:\n    - portName: http\n      clientAliases:\n        - port: 80\n          dnsName: a b c\n`,
  ),
  shape(
    'recorded:pf-ecs-svc-connect-client-aliases-max',
    'wrong-count',
    `${CONNECT}  services:\n    - portName: http\n      clientAliases:\n        - port: 80\n        - port: 81\n`,
  ),
  rule(
    'recorded:pf-ecs-svc-connect-port-name-missing',
    'connect-service-without-alias',
    `${CONNECT}  services:\n    - portName: http\n`,
  ),
  rule(
    'recorded:pf-ecs-svc-connect-without-namespace',
    'service-connect-without-namespace',
    `${WEB}serviceConnectConfiguration:\n  enabled: true\n`,
  ),
];

const logConfiguration: LedgerRow[] = [
  shape('R386', 'not-a-listed-value'),
  ...rows('log-driver-not-on-fargate', ['R387']),
  none('R388', 'EC2 has all drivers of the enum: nothing to report'),
  none('R389', `${NEEDS_AWS}which drivers the agent of an instance has registered`),
  none('R390', `${NEEDS_AWS}the Docker version of an instance`),
  byDefault('R391', '/serviceConnectConfiguration/logConfiguration'),
  none('R393', 'where other log software runs is no matter of the file'),
  none('R394', 'a driver outside the list is refused by the API: not-a-listed-value says so'),
  ...rows('missing-log-option', ['R395', 'R396', 'R412', 'R413']),
  ...rows('log-without-stream-prefix', ['R397', 'R398']),
  byDefault('R399', '/serviceConnectConfiguration/logConfiguration/options/awslogs-create-group'),
  ...rows('log-option-value', ['R400', 'R407']),
  none('R401', `${NEEDS_AWS}the policies of the execution role`),
  none('R402', `${NEEDS_AWS}whether the log group exists`),
  ...rows('two-multiline-options', ['R403']),
  ...rows('datetime-format-not-strftime', ['R404']),
  ...rows('multiline-pattern-does-not-compile', ['R405']),
  none('R406', 'advice, in the texts of the two options'),
  ...rows('blocking-log-mode', ['R408']),
  byDefault('R409', '/serviceConnectConfiguration/logConfiguration/options/max-buffer-size'),
  ...rows('buffer-size-with-blocking', ['R410']),
  ...rows('log-buffer-size-format', ['R411', 'R415']),
  ...rows('plain-text-secret', ['R414']),
  none('R416', 'names worth offering for Firehose: completion has them, others may be right'),
  none('R417', 'names worth offering for Kinesis: completion has them, others may be right'),
  none('R418', 'names worth offering for OpenSearch: completion has them, others may be right'),
  ...rows('log-host-with-protocol', ['R419']),
  none('R420', 'names worth offering for S3: completion has them, others may be right'),
  ...rows('log-option-of-other-driver', ['R421']),
  ...rows('unknown-log-option', ['R422']),
  ...rows('wrong-arn-resource', ['R424']),
  none('R425', `${NEEDS_AWS}the policies of the execution role`),
  ...rows('log-option-also-secret', ['R426']),
];

const volumeConfigurations: LedgerRow[] = [
  shape('R429', 'wrong-count'),
  ...rows('volume-without-ebs', ['R430']),
  ...rows('volume-without-size', ['R431']),
  none('R432', `${NEEDS_AWS}the size of the snapshot`),
  shape('R433', 'not-a-listed-value'),
  byDefault('R434', '/volumeConfigurations/managedEBSVolume/volumeType'),
  ...rows('magnetic-volume-on-fargate', ['R435']),
  ...rows('volume-figure-out-of-range', ['R436', 'R437', 'R438', 'R439', 'R440', 'R441', 'R442', 'R452']),
  rule('R443', 'volume-figure-out-of-range', `${VOLUME}      sizeInGiB: 20\n      iops: 200\n`),
  rule(
    'R444',
    'volume-figure-out-of-range',
    `${VOLUME}      volumeType: io1\n      sizeInGiB: 2000\n      iops: 70000\n`,
  ),
  shape('R445', 'out-of-range'),
  ...rows('volume-without-iops', ['R446', 'R447']),
  byDefault('R448', '/volumeConfigurations/managedEBSVolume/iops'),
  ...rows('volume-setting-not-taken', ['R449', 'R450', 'R454']),
  ...rows('volume-iops-per-size', ['R451']),
  shape('R453', 'out-of-range'),
  ...rows('volume-throughput-per-iops', ['R455']),
  byDefault('R456', '/volumeConfigurations/managedEBSVolume/encrypted'),
  ...rows('volume-key-without-encryption', ['R457']),
  byDefault('R458', '/volumeConfigurations/managedEBSVolume/kmsKeyId'),
  ...rows('malformed-arn', ['R459', 'R466']),
  none('R460', `${NEEDS_AWS}whether the key exists and the role may use it`),
  ...rows('malformed-snapshot-id', ['R461']),
  shape('R462', 'not-a-listed-value'),
  byDefault('R463', '/volumeConfigurations/managedEBSVolume/filesystemType'),
  none('R465', `${NEEDS_AWS}the file system of the snapshot`),
  none('R467', `${NEEDS_AWS}the policies of the role`),
  shape('R468', 'not-a-listed-value'),
  shape('R469', 'wrong-count'),
  none('R470', 'ECS adds its own tags in any case: in the text of the member'),
  shape('R471', 'not-a-listed-value'),
  byDefault('R472', '/volumeConfigurations/managedEBSVolume/tagSpecifications/propagateTags'),
  ...rows('volume-not-for-this-service', ['R473', 'R474']),
  rule(
    'recorded:pf-ecs-svc-ebs-iops-unsupported-type',
    'volume-setting-not-taken',
    `${VOLUME}      volumeType: gp2\n      sizeInGiB: 20\n      iops: 3000\n`,
  ),
  rule(
    'recorded:pf-ecs-svc-ebs-throughput-non-gp3',
    'volume-setting-not-taken',
    `${VOLUME}      volumeType: gp2\n      sizeInGiB: 20\n      throughput: 200\n`,
  ),
  rule(
    'recorded:pf-ecs-svc-ebs-volume-without-size-or-snapshot',
    'volume-without-size',
    `${VOLUME}      volumeType: gp3\n`,
  ),
];

const calls: LedgerRow[] = ['R475', 'R476', 'R477', 'R478', 'R479'].map((id) =>
  none(id, 'the kind of an answer, not a mistake: the rules above say what leads to it where a file can show it'),
);

export const familyB: LedgerRow[] = [
  ...document,
  ...types,
  ...required,
  ...loadBalancers,
  ...serviceRegistries,
  ...tagRows,
  ...serviceConnect,
  ...logConfiguration,
  ...volumeConfigurations,
  ...calls,
];
