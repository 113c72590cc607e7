import { NETWORK, REGISTRY, ROLE, TARGET_GROUP, WEB } from '../../server/core/rules/samples';
import {
  AWSLOGS,
  appMesh,
  DATA_MOUNT,
  DATA_VOLUME,
  EC2_SIDE,
  ec2Task,
  efs,
  fargateTask,
  ON_EC2,
  ON_EC2_AWSVPC,
  ON_FARGATE,
  SIDE,
} from '../../server/core/rules/task-definition/samples';
import type { LedgerRow } from './ledger';

/** Rows that need the task definition: what it has to agree on with its service, and what its registration refuses. */
const pair = (id: string, by: string, example: string, taskDefinition: string): LedgerRow => ({
  id,
  by: { rule: by },
  example,
  taskDefinition,
});
/** A row about the registration for Fargate, and one for instances. */
const onFargate = (id: string, by: string, taskDefinition: string) => pair(id, by, ON_FARGATE, taskDefinition);
const onEc2 = (id: string, by: string, taskDefinition: string) => pair(id, by, ON_EC2, taskDefinition);
const shape = (id: string, by: string, taskDefinition: string): LedgerRow => ({
  id,
  by: { shape: by },
  example: ON_FARGATE,
  taskDefinition,
});

const loadBalancer = (container: string, port: number) =>
  `${ON_FARGATE}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: ${container}\n    containerPort: ${port}\n`;
const registry = (service: string, more = '') => `${service}serviceRegistries:\n  - registryArn: ${REGISTRY}\n${more}`;
const connect = (service: string, more = '') =>
  `${service}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n${more}`;
const connectPort = (more: string) =>
  connect(ON_FARGATE, `  services:\n    - portName: http\n      clientAliases:\n        - port: 80\n${more}`);
const ebs = (name: string, more = '') =>
  `${ON_FARGATE}volumeConfigurations:\n  - name: ${name}\n    managedEBSVolume:\n      roleArn: ${ROLE}\n      sizeInGiB: 20\n${more}`;
const spot = (more: string) =>
  `${WEB}${more}capacityProviderStrategy:\n  - capacityProvider: FARGATE_SPOT\n    weight: 1\n${NETWORK}`;
const constraints = (count: number) =>
  `placementConstraints:\n${Array.from({ length: count }, (_, i) => `  - type: memberOf\n    expression: attribute:rack${i} exists\n`).join('')}`;

const PORT = '    portMappings:\n      - containerPort: 80\n';
const NAMED_PORT = `${PORT}        name: http\n`;
const LARGE = (task: string) => task.replace('cpu: "256"\nmemory: "512"', 'cpu: "1024"\nmemory: "2048"');
const windows = (container = '', top = '') =>
  LARGE(fargateTask(container, `${top}runtimePlatform:\n  operatingSystemFamily: WINDOWS_SERVER_2022_CORE\n`));
const depends = (condition: string, name = 'side') =>
  `    dependsOn:\n      - containerName: ${name}\n        condition: ${condition}\n${SIDE}`;
const linux = (member: string) => `    linuxParameters:\n      ${member}\n`;
const roleless = (task: string) => task.replace(/executionRoleArn: .*\n/, '');
const check = (member: string) => `    healthCheck:\n      command: [CMD-SHELL, "true"]\n      ${member}\n`;

const WITH_SERVICE: LedgerRow[] = [
  pair('R165', 'container-not-in-task-definition', loadBalancer('wbe', 80), fargateTask(PORT)),
  pair('R166', 'port-not-in-task-definition', loadBalancer('app', 8080), fargateTask(PORT)),
  pair('R177', 'registry-without-container', registry(ON_EC2), ec2Task(PORT)),
  pair('R179', 'registry-without-container', registry(ON_EC2, '    port: 80\n'), ec2Task(PORT)),
  pair(
    'R180',
    'container-not-in-task-definition',
    registry(ON_EC2, '    containerName: nope\n    containerPort: 80\n'),
    ec2Task(PORT),
  ),
  pair(
    'R181',
    'port-not-in-task-definition',
    registry(ON_EC2, '    containerName: app\n    containerPort: 81\n'),
    ec2Task(PORT),
  ),
  pair('R208', 'launch-type-not-in-compatibilities', ON_FARGATE, ec2Task()),
  pair(
    'R228',
    'old-platform-for-task-definition',
    spot('platformVersion: 1.3.0\n'),
    fargateTask('', 'runtimePlatform:\n  cpuArchitecture: ARM64\n'),
  ),
  pair('R229', 'spot-with-windows', spot(''), windows()),
  pair('R280', 'placement-constraints-of-both-above-10', `${ON_EC2}${constraints(6)}`, ec2Task('', constraints(5))),
  pair('R299', 'fargate-without-awsvpc', ON_FARGATE, ec2Task()),
  pair('R300', 'network-configuration-without-awsvpc', ON_EC2_AWSVPC, ec2Task()),
  pair('R341', 'propagate-tags-without-tags', `${ON_FARGATE}propagateTags: TASK_DEFINITION\n`, fargateTask()),
  pair('R344', 'exec-without-task-role', `${ON_FARGATE}enableExecuteCommand: true\n`, fargateTask()),
  pair('R350', 'port-name-not-in-task-definition', connectPort(''), fargateTask(PORT)),
  pair('R371', 'ingress-port-of-application', connectPort('      ingressPortOverride: 80\n'), fargateTask(NAMED_PORT)),
  pair(
    'R376',
    'request-timeout-on-tcp-port',
    connectPort('      timeout:\n        perRequestTimeoutSeconds: 0\n'),
    fargateTask(NAMED_PORT),
  ),
  pair('R384', 'service-connect-network-mode', connect(ON_EC2), ec2Task('', '', 'host')),
  pair(
    'R423',
    'proxy-log-without-router',
    connect(ON_FARGATE, '  logConfiguration:\n    logDriver: awsfirelens\n'),
    fargateTask(),
  ),
  pair('R427', 'volume-not-in-task-definition', ebs('dat'), fargateTask(DATA_MOUNT, DATA_VOLUME)),
  pair('R428', 'missing-volume-configuration', ON_FARGATE, fargateTask(DATA_MOUNT, DATA_VOLUME)),
  pair(
    'R464',
    'file-system-of-other-platform',
    ebs('data', '      filesystemType: ntfs\n'),
    fargateTask(DATA_MOUNT, DATA_VOLUME),
  ),
];

const ERRORS: LedgerRow[] = [
  pair('error:netcfg-not-awsvpc', 'network-configuration-without-awsvpc', ON_EC2_AWSVPC, ec2Task()),
  pair(
    'error:platform-capability',
    'old-platform-for-task-definition',
    `${ON_FARGATE}platformVersion: 1.3.0\n`,
    fargateTask(DATA_MOUNT, efs('')),
  ),
  pair('error:platform-os', 'platform-version-not-for-windows', `${ON_FARGATE}platformVersion: 1.4.0\n`, windows()),
  pair('error:fargate-compat', 'launch-type-not-in-compatibilities', ON_FARGATE, ec2Task()),
  pair('error:container-missing', 'container-not-in-task-definition', loadBalancer('nope', 80), fargateTask(PORT)),
  pair('error:port-missing', 'port-not-in-task-definition', loadBalancer('app', 8080), fargateTask(PORT)),
  pair(
    'error:host-port-required',
    'classic-load-balancer-without-host-port',
    `${ON_EC2}loadBalancers:\n  - loadBalancerName: web\n    containerName: app\n    containerPort: 80\n`,
    ec2Task(PORT),
  ),
  pair('error:sd-host-bridge', 'registry-without-container', registry(ON_EC2), ec2Task(PORT, '', 'host')),
  pair(
    'error:sc-tcp-timeout',
    'request-timeout-on-tcp-port',
    connectPort('      timeout:\n        perRequestTimeoutSeconds: 0\n'),
    fargateTask(NAMED_PORT),
  ),
  pair('error:exec-role', 'exec-without-task-role', `${ON_FARGATE}enableExecuteCommand: true\n`, fargateTask()),
  shape(
    'error:taskDefinition[0]',
    'not-a-listed-value',
    ec2Task('', 'placementConstraints:\n  - type: distinctInstance\n'),
  ),
  onFargate(
    'error:taskDefinition[1]',
    'missing-execution-role',
    roleless(fargateTask()).replace('image: nginx', 'image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1'),
  ),
  onFargate('error:taskDefinition[2]', 'missing-execution-role', roleless(fargateTask(AWSLOGS))),
  onFargate('error:taskDefinition[3]', 'shared-namespace-on-fargate', fargateTask('', 'ipcMode: task\n')),
  onEc2(
    'error:taskDefinition[4]',
    'volume-of-several-kinds',
    ec2Task(DATA_MOUNT, efs('').replace('    efs', '    host:\n      sourcePath: /data\n    efs')),
  ),
  shape('error:taskDefinition[5]', 'wrong-pattern', fargateTask(DATA_MOUNT, 'volumes:\n  - name: my.data\n')),
  onFargate('error:taskDefinition[6]', 'unreadable-task-size', fargateTask().replace('"256"', '""')),
  onEc2('error:taskDefinition[7]', 'container-without-memory', ec2Task().replace('    memory: 256\n', '')),
  {
    id: 'error:taskDefinition[8]',
    by: { none: 'an AWS CLI from before Service Connect says so; the file is right' },
  },
];

const RECORDED_WITH_SERVICE: LedgerRow[] = [
  pair('recorded:pf-ecs-service-network-config-mode', 'network-configuration-without-awsvpc', ON_EC2_AWSVPC, ec2Task()),
  pair(
    'recorded:pf-ecs-svc-ebs-name-not-in-taskdef',
    'volume-not-in-task-definition',
    ebs('nope'),
    fargateTask(DATA_MOUNT, DATA_VOLUME),
  ),
  pair(
    'recorded:pf-ecs-svc-lb-container-name-missing',
    'container-not-in-task-definition',
    loadBalancer('nope', 80),
    fargateTask(PORT),
  ),
  pair(
    'recorded:pf-ecs-svc-lb-container-port-missing',
    'port-not-in-task-definition',
    loadBalancer('app', 8080),
    fargateTask(PORT),
  ),
];

const RECORDED_ON_FARGATE: readonly [id: string, rule: string, taskDefinition: string][] = [
  [
    'awsfirelens-without-router',
    'awsfirelens-without-router',
    fargateTask('    logConfiguration:\n      logDriver: awsfirelens\n'),
  ],
  [
    'awslogs-fargate-missing-stream-prefix',
    'container-log-without-option',
    fargateTask(AWSLOGS.replace(/ *awslogs-stream-prefix: .*\n/, '')),
  ],
  ['awslogs-missing-group', 'container-log-without-option', fargateTask(AWSLOGS.replace(/ *awslogs-group: .*\n/, ''))],
  [
    'awsvpc-extra-hosts',
    'setting-not-with-awsvpc',
    fargateTask('    extraHosts:\n      - hostname: db\n        ipAddress: 10.0.0.9\n'),
  ],
  ['awsvpc-hostname', 'setting-not-with-awsvpc', fargateTask('    hostname: h\n')],
  ['fargate-disable-networking', 'setting-not-with-awsvpc', fargateTask('    disableNetworking: true\n')],
  ['fargate-dns-servers', 'setting-not-with-awsvpc', fargateTask('    dnsServers: [10.0.0.2]\n')],
  ['fargate-links', 'setting-not-with-awsvpc', fargateTask(`    links: [side]\n${SIDE}`)],
  ['container-memory-over-task', 'container-memory-above-task', fargateTask('    memory: 1024\n')],
  [
    'container-memory-reservation',
    'reservation-above-memory',
    fargateTask('    memory: 256\n    memoryReservation: 512\n'),
  ],
  ['dependson-complete-on-essential', 'dependency-on-essential-container', fargateTask(depends('COMPLETE'))],
  ['dependson-container-missing', 'dependency-not-in-task-definition', fargateTask(depends('START', 'nope'))],
  ['dependson-healthy-without-healthcheck', 'dependency-without-health-check', fargateTask(depends('HEALTHY'))],
  [
    'efs-access-point-with-root-directory',
    'efs-access-point-with-root-directory',
    fargateTask(
      DATA_MOUNT,
      efs(
        '      rootDirectory: /web\n      transitEncryption: ENABLED\n      authorizationConfig:\n        accessPointId: fsap-0123456789abcdef0\n',
      ),
    ),
  ],
  [
    'efs-iam-without-transit-encryption',
    'efs-without-transit-encryption',
    fargateTask(DATA_MOUNT, efs('      authorizationConfig:\n        iam: ENABLED\n')),
  ],
  [
    'efs-transit-encryption-port-without-encryption',
    'efs-without-transit-encryption',
    fargateTask(DATA_MOUNT, efs('      transitEncryptionPort: 2999\n')),
  ],
  ['essential-container', 'no-essential-container', fargateTask('    essential: false\n')],
  ['fargate-capabilities-add', 'capability-not-on-fargate', fargateTask(linux('capabilities: { add: [NET_ADMIN] }'))],
  ['fargate-container-cpu-over-task', 'container-cpu-above-task', fargateTask(`    cpu: 200\n${SIDE}    cpu: 57\n`)],
  ['fargate-devices', 'devices-on-fargate', fargateTask(linux('devices: [{ hostPath: /dev/fuse }]'))],
  [
    'fargate-docker-security-options',
    'docker-security-options-on-fargate',
    fargateTask('    dockerSecurityOptions: [no-new-privileges]\n'),
  ],
  [
    'fargate-docker-volume',
    'volume-kind-not-on-fargate',
    fargateTask(DATA_MOUNT, 'volumes:\n  - name: data\n    dockerVolumeConfiguration: { scope: task }\n'),
  ],
  ['fargate-execution-role-missing-awslogs', 'missing-execution-role', roleless(fargateTask(AWSLOGS))],
  [
    'fargate-gpu-resource',
    'gpu-on-fargate',
    fargateTask('    resourceRequirements:\n      - type: GPU\n        value: "1"\n'),
  ],
  [
    'fargate-host-source-path',
    'volume-kind-not-on-fargate',
    fargateTask(DATA_MOUNT, 'volumes:\n  - name: data\n    host: { sourcePath: /h }\n'),
  ],
  [
    'fargate-inference-accelerator',
    'elastic-inference',
    fargateTask('', 'inferenceAccelerators:\n  - deviceName: d\n    deviceType: eia2.medium\n'),
  ],
  ['fargate-ipc-mode', 'shared-namespace-on-fargate', fargateTask('', 'ipcMode: task\n')],
  [
    'fargate-log-driver-unsupported',
    'container-log-driver-not-on-fargate',
    fargateTask('    logConfiguration:\n      logDriver: json-file\n'),
  ],
  ['fargate-max-swap', 'swap-or-shared-memory-on-fargate', fargateTask(linux('maxSwap: 512'))],
  ['fargate-pid-mode-host', 'shared-namespace-on-fargate', fargateTask('', 'pidMode: host\n')],
  ['fargate-placement-constraints', 'task-placement-on-fargate', fargateTask('', constraints(1))],
  ['fargate-privileged', 'privileged-on-fargate', fargateTask('    privileged: true\n')],
  ['fargate-shared-memory-size', 'swap-or-shared-memory-on-fargate', fargateTask(linux('sharedMemorySize: 256'))],
  ['fargate-task-cpu-memory', 'missing-task-size', fargateTask().replace('memory: "512"\n', '')],
  ['fargate-windows-cpu-under-1vcpu', 'size-not-on-fargate', windows().replace('cpu: "1024"', 'cpu: "512"')],
  ['mountpoint-source-volume-missing', 'mount-of-unknown-volume', fargateTask(DATA_MOUNT)],
  [
    'port-mapping-duplicate-name',
    'duplicate-port-name',
    fargateTask(`${NAMED_PORT}      - containerPort: 81\n        name: http\n`),
  ],
  [
    'port-range-overlap',
    'port-used-twice',
    fargateTask('    portMappings:\n      - containerPortRange: 8080-8090\n      - containerPortRange: 8085-8095\n'),
  ],
  [
    'port-range-reversed',
    'wrong-port-range',
    fargateTask('    portMappings:\n      - containerPortRange: 8090-8080\n'),
  ],
  [
    'port-range-with-host-port',
    'port-and-port-range',
    fargateTask('    portMappings:\n      - containerPortRange: 8080-8090\n        hostPort: 8080\n'),
  ],
  ['proxy-configuration-container-missing', 'proxy-of-unknown-container', fargateTask('', appMesh('envoy'))],
  [
    'proxy-configuration-missing-required-props',
    'proxy-without-property',
    fargateTask(SIDE, appMesh('side', 'ProxyIngressPort')),
  ],
  [
    'secrets-without-execution-role',
    'missing-execution-role',
    roleless(fargateTask('    secrets:\n      - name: TOKEN\n        valueFrom: /web/token\n')),
  ],
  [
    'ulimit-soft-over-hard',
    'soft-limit-above-hard-limit',
    fargateTask('    ulimits:\n      - name: nofile\n        softLimit: 65536\n        hardLimit: 1024\n'),
  ],
  ['volume-not-referenced', 'volume-configured-at-launch-not-mounted', fargateTask('', DATA_VOLUME)],
  [
    'volumesfrom-source-container-missing',
    'volumes-from-unknown-container',
    fargateTask('    volumesFrom:\n      - sourceContainer: nope\n'),
  ],
];

const RECORDED_ON_EC2: readonly [id: string, rule: string, taskDefinition: string][] = [
  ['container-memory-required', 'container-without-memory', ec2Task().replace('    memory: 256\n', '')],
  ['fargate-ephemeral-storage-ec2', 'ephemeral-storage-on-ec2', ec2Task('', 'ephemeralStorage:\n  sizeInGiB: 50\n')],
  ['fargate-network-mode', 'network-mode-not-for-fargate', ec2Task().replace('[EC2]', '[FARGATE]')],
  ['host-network-host-port-mismatch', 'host-port-differs', ec2Task(`${PORT}        hostPort: 8080\n`, '', 'host')],
  ['proxy-configuration-awsvpc-required', 'proxy-without-awsvpc', ec2Task(EC2_SIDE, appMesh('side'))],
  [
    'windows-arm64',
    'arm-with-windows',
    ec2Task('', 'runtimePlatform:\n  operatingSystemFamily: WINDOWS_SERVER_2022_CORE\n  cpuArchitecture: ARM64\n'),
  ],
];

const SHAPES: readonly [id: string, rule: string, taskDefinition: string][] = [
  [
    'container-definitions-empty',
    'wrong-count',
    fargateTask().replace(/containerDefinitions:[\s\S]*$/, 'containerDefinitions: []\n'),
  ],
  ['duplicate-container-names', 'duplicate-item', fargateTask('  - name: app\n    image: envoy\n')],
  [
    'environment-files-max',
    'wrong-count',
    fargateTask(
      `    environmentFiles:\n${Array.from({ length: 11 }, (_, i) => `      - value: arn:aws:s3:::web-config/${i}.env\n        type: s3\n`).join('')}`,
    ),
  ],
  [
    'environment-files-type',
    'malformed-arn',
    fargateTask('    environmentFiles:\n      - value: web-config/web.env\n        type: s3\n'),
  ],
  ['ephemeral-storage-range', 'out-of-range', fargateTask('', 'ephemeralStorage:\n  sizeInGiB: 20\n')],
  ['healthcheck-interval-range', 'out-of-range', fargateTask(check('interval: 301'))],
  ['healthcheck-retries-range', 'out-of-range', fargateTask(check('retries: 11'))],
  ['healthcheck-start-period-range', 'out-of-range', fargateTask(check('startPeriod: 301'))],
  ['healthcheck-timeout-range', 'out-of-range', fargateTask(check('timeout: 61'))],
  [
    'restart-policy-attempt-period-range',
    'out-of-range',
    fargateTask('    restartPolicy:\n      enabled: true\n      restartAttemptPeriod: 59\n'),
  ],
];

export const familyC: LedgerRow[] = [
  ...WITH_SERVICE,
  ...ERRORS,
  ...RECORDED_WITH_SERVICE,
  ...RECORDED_ON_FARGATE.map(([id, by, taskDefinition]) => onFargate(`recorded:pf-ecs-${id}`, by, taskDefinition)),
  ...RECORDED_ON_EC2.map(([id, by, taskDefinition]) => onEc2(`recorded:pf-ecs-${id}`, by, taskDefinition)),
  {
    id: 'recorded:pf-ecs-taskdef-family',
    by: { shape: 'wrong-pattern' },
    // Without taskDefinition, as ecspresso wants it: no service can name such a family.
    example: 'desiredCount: 2\nlaunchType: EC2\n',
    profile: 'ecspresso',
    taskDefinition: ec2Task().replace('family: web', 'family: dienst-für-web'),
  },
  ...SHAPES.map(([id, by, taskDefinition]) => shape(`recorded:pf-ecs-${id}`, by, taskDefinition)),
];
