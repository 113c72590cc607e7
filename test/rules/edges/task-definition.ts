import { type Edges, TEMPLATE } from './edges';

const TG = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef';
const NETWORK = 'networkConfiguration: {awsvpcConfiguration: {subnets: [subnet-0a1b2c3d]}}';
const EC2 = '{launchType: EC2}';
const FARGATE = `{launchType: FARGATE, ${NETWORK}}`;
const lb = (container: string, port: number | string, before = 'launchType: EC2') =>
  `{${before}, loadBalancers: [{targetGroupArn: ${TG}, containerName: ${container}, containerPort: ${port}}]}`;
const classic = (port: number | string) =>
  `{launchType: EC2, loadBalancers: [{loadBalancerName: web, containerName: web, containerPort: ${port}}]}`;
const container = (more: string, name = 'web') => `{name: ${name}, image: "web:1", memory: 128, ${more}}`;
const task = (top: string, ...containers: string[]) => `{${top}containerDefinitions: [${containers.join(', ')}]}`;
const one = (more: string, top = '') => task(top, container(more));
const ports = (...mappings: string[]) => `portMappings: [${mappings.join(', ')}]`;
const onEc2 = (taskDefinition: string, service = EC2) => ({ text: service, taskDefinition });
const onFargate = (taskDefinition: string) => ({ text: FARGATE, taskDefinition });
const size = (cpu: string, memory: string, more = '') =>
  onFargate(
    `{requiresCompatibilities: [FARGATE], networkMode: awsvpc, cpu: "${cpu}"${memory === '' ? '' : `, memory: "${memory}"`}${more}}`,
  );
const fileSystem = (id: string) =>
  `{volumes: [{name: data, efsVolumeConfiguration: {fileSystemId: ${id}}}], ${one('mountPoints: [{sourceVolume: data, containerPath: /data}]').slice(1)}`;
const WINDOWS = 'runtimePlatform: {operatingSystemFamily: WINDOWS_SERVER_2022_CORE}, ';
const LINUX = 'runtimePlatform: {operatingSystemFamily: LINUX}, ';
const NAMED = '{name: http, containerPort: 80}';
const connect = (port: string) =>
  `{launchType: EC2, serviceConnectConfiguration: {enabled: true, namespace: shop, services: [{portName: ${port}, clientAliases: [{port: 80}]}]}}`;
const REGISTRY = 'registryArn: arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-a';
const constraints = (count: number) =>
  `placementConstraints: [${Array.from({ length: count }, (_, i) => `{type: memberOf, expression: "attribute:a${i} exists"}`).join(', ')}]`;
const depends = (name: string, condition: string) => `dependsOn: [{containerName: ${name}, condition: ${condition}}]`;
const SIDE = (more = '') => `{name: side, image: "side:1", memory: 64${more}}`;
const volumes = (...entries: string[]) => `volumes: [${entries.join(', ')}], `;
const MOUNT = 'mountPoints: [{sourceVolume: data, containerPath: /data}]';
const EBS = (name: string) =>
  `{launchType: EC2, volumeConfigurations: [{name: ${name}, managedEBSVolume: {sizeInGiB: 10}}]}`;

/** A task definition that is so long as JSON, in letters of one to four bytes. */
const ofBytes = (bytes: number) => {
  const labels = (a: string) =>
    JSON.stringify({
      family: 'web',
      containerDefinitions: [{ name: 'web', image: 'web:1', memory: 128, dockerLabels: { a } }],
    });
  const letters = 'ä€😀';
  return labels(letters + 'x'.repeat(bytes - Buffer.byteLength(labels(letters))));
};

export const taskDefinition: Edges = {
  'awsfirelens-without-router': {
    silent: [
      onEc2(
        task(
          '',
          container('logConfiguration: {logDriver: awsfirelens}'),
          SIDE(', firelensConfiguration: {type: fluentbit}'),
        ),
      ),
      onEc2(`{containerDefinitions: [${container('logConfiguration: {logDriver: awsfirelens}')}, ${TEMPLATE}]}`),
      onEc2(one('logConfiguration: {logDriver: json-file}')),
      // The router may be among those that a template adds.
      onEc2(
        `family: web\ncontainerDefinitions:\n  {{ range .Sidecars }}\n  {{ end }}\n  - name: web\n    image: web:1\n    memory: 128\n    logConfiguration:\n      logDriver: awsfirelens\n`,
      ),
    ],
  },
  'classic-load-balancer-without-host-port': {
    speaks: [
      onEc2(one(ports('{containerPort: 80, hostPort: 0}')), classic(80)),
      onEc2(one(ports('{containerPort: 80}')), classic(80)),
    ],
    silent: [
      onEc2(one(ports('{containerPort: 80, hostPort: 8080}')), classic(80)),
      onEc2(one(ports('{containerPort: 80}'), 'networkMode: host, '), classic(80)),
      onEc2(one(ports('{containerPort: 81}')), classic(80)),
      onEc2(one(ports('{containerPort: 80}')), lb('web', 80)),
      onEc2(one(ports('{containerPort: 80}')), classic(TEMPLATE)),
      onEc2(one(ports(`{containerPort: 80, hostPort: ${TEMPLATE}}`)), classic(80)),
      onEc2(one(ports('{containerPort: 80}')), classic(80).replace('containerName: web', `containerName: ${TEMPLATE}`)),
    ],
  },
  'container-cpu-above-task': {
    speaks: [
      onEc2(task('cpu: "256", ', container('cpu: 128'), container('cpu: 129', 'api'))),
      size('256', '512', `, containerDefinitions: [${container('cpu: 257')}]`),
      onEc2(one('cpu: 1025', 'cpu: 1 vCPU, ')),
    ],
    silent: [
      onEc2(task('cpu: "256", ', container('cpu: 128'), container('cpu: 128', 'api'))),
      onEc2(task('cpu: "256", ', container('cpu: 256'), container('cpu: 0', 'api'), SIDE())),
      onEc2(one('cpu: 1024', 'cpu: 1 vCPU, ')),
      onEc2(one(`cpu: ${TEMPLATE}`, 'cpu: "256", ')),
    ],
  },
  'container-log-driver-not-on-fargate': {
    speaks: [onFargate(one('logConfiguration: {logDriver: syslog}'))],
    silent: [
      onFargate(one('logConfiguration: {logDriver: nonsense}')),
      onFargate(one('logConfiguration: {logDriver: splunk}')),
      onFargate(one(`logConfiguration: {logDriver: ${TEMPLATE}}`)),
      onEc2(one('logConfiguration: {logDriver: syslog}')),
    ],
  },
  'container-log-without-option': {
    speaks: [
      onFargate(one('logConfiguration: {logDriver: awslogs, options: {awslogs-group: g, awslogs-region: r}}')),
      onFargate(one('logConfiguration: {logDriver: awslogs, options: {awslogs-region: r, awslogs-stream-prefix: p}}')),
      onFargate(one('logConfiguration: {logDriver: awslogs, options: {awslogs-group: g, awslogs-stream-prefix: p}}')),
      onEc2(one('logConfiguration: {logDriver: awslogs, options: {awslogs-region: r}}')),
      onEc2(
        one(
          'logConfiguration: {logDriver: splunk, options: {splunk-url: u}, secretOptions: [{name: other, valueFrom: x}]}',
        ),
      ),
    ],
    silent: [
      onEc2(one('logConfiguration: {logDriver: awslogs, options: {awslogs-group: g, awslogs-region: r}}')),
      onEc2(
        one(
          'logConfiguration: {logDriver: splunk, options: {splunk-url: u}, secretOptions: [{name: splunk-token, valueFrom: x}]}',
        ),
      ),
      onEc2(
        one(
          `logConfiguration: {logDriver: splunk, options: {splunk-url: u}, secretOptions: [{name: ${TEMPLATE}, valueFrom: x}]}`,
        ),
      ),
      onEc2(one(`logConfiguration: {logDriver: splunk, options: {splunk-url: u}, secretOptions: ${TEMPLATE}}`)),
    ],
  },
  'not-a-file-system-id': {
    speaks: [onEc2(fileSystem('web-files')), onEc2(fileSystem('"fs-0a1b2c3d:/"'))],
    silent: [onEc2(fileSystem('FILE_SYSTEM_ID')), onEc2(fileSystem(TEMPLATE)), onEc2(fileSystem("''"))],
  },
  'container-not-in-task-definition': {
    speaks: [
      onEc2(task('', container('', 'a'), container('', 'b'), container('', 'c'), container('', 'wbe')), lb('web', 80)),
      onEc2(one(''), lb('wbe', 80)),
      onEc2('{containerDefinitions: [{image: "web:1", memory: 128}]}', lb('web', 80)),
    ],
    silent: [
      onEc2(one(''), lb('web', 80)),
      onEc2(`{containerDefinitions: [{name: ${TEMPLATE}, image: "web:1", memory: 128}]}`, lb('web', 80)),
      onEc2(`{containerDefinitions: ${TEMPLATE}}`, lb('web', 80)),
      onEc2(
        `family: web\ncontainerDefinitions:\n  {{ range .Sidecars }}\n  {{ end }}\n  - name: web\n    image: web:1\n    memory: 128\n`,
        lb('envoy', 80),
      ),
      // No containers at all: missing-member.
      onEc2('family: web\nnetworkMode: bridge\ncpu: "256"\nmemory: "512"\n', lb('envoy', 80)),
      onEc2('{containerDefinitions: null}', lb('envoy', 80)),
    ],
  },
  'container-without-memory': {
    speaks: [
      onEc2('{containerDefinitions: [{image: "web:1"}]}'),
      onEc2('{containerDefinitions: [{name: web, image: "web:1"}]}'),
    ],
    silent: [
      onEc2('{containerDefinitions: [{name: web, image: "web:1", memoryReservation: 64}]}'),
      onEc2('{memory: "512", containerDefinitions: [{name: web, image: "web:1"}]}'),
      onEc2('{containerDefinitions: [web]}'),
      onFargate('{requiresCompatibilities: [FARGATE], containerDefinitions: [{name: web, image: "web:1"}]}'),
      // A container that is not written yet.
      onEc2('{containerDefinitions: [{name: web, image: "web:1", memory: 128}, null]}'),
    ],
  },
  'containers-above-task-memory': {
    speaks: [
      onEc2(
        '{memory: "512", containerDefinitions: [{name: a, image: a, memory: 256}, {name: b, image: b, memory: 257}]}',
      ),
      onEc2(
        '{memory: "512", containerDefinitions: [{name: a, image: a, memory: 512, memoryReservation: 256}, {name: b, image: b, memory: 257}]}',
      ),
      onEc2(
        '{memory: "512", containerDefinitions: [{name: a, image: a, memory: 512}, {name: b, image: b, memory: 1}]}',
      ),
    ],
    silent: [
      onEc2(
        '{memory: "512", containerDefinitions: [{name: a, image: a, memory: 256}, {name: b, image: b, memory: 256}]}',
      ),
      onEc2(
        '{memory: "512", containerDefinitions: [{name: a, image: a, memory: 513}, {name: b, image: b, memory: 1}]}',
      ),
      onEc2('{memory: "512", containerDefinitions: [{name: a, image: a, memory: 600}]}'),
      onEc2(
        `{${WINDOWS}memory: "512", containerDefinitions: [{name: a, image: a, memory: 256}, {name: b, image: b, memory: 257}]}`,
      ),
      onEc2(
        `{memory: "512", containerDefinitions: [{name: a, image: a, memory: 512, memoryReservation: ${TEMPLATE}}, {name: b, image: b, memory: 1}]}`,
      ),
    ],
  },
  'dependency-cycle': {
    speaks: [
      onEc2(task('', container(depends('web', 'START')))),
      onEc2(task('', container(depends('side', 'START')), SIDE(`, ${depends('web', 'START')}`))),
      // A circle that an earlier container leads to.
      onEc2(task('', container(depends('side', 'START')), SIDE(`, ${depends('side', 'START')}`))),
      onEc2(
        task(
          '',
          container(depends('b', 'START'), 'a'),
          container(depends('c', 'START'), 'b'),
          container(depends('b', 'START'), 'c'),
        ),
      ),
    ],
    silent: [
      onEc2(task('', container(depends('gone', 'START')))),
      onEc2(task('', container('dependsOn: [{condition: START}]'))),
      onEc2(task('', container(depends('side', 'START')), container(depends('side', 'START'), 'api'), SIDE())),
      onEc2(
        task(
          '',
          container(`dependsOn: [{containerName: ${TEMPLATE}, condition: START}]`),
          `{name: ${TEMPLATE}, image: a, memory: 1}`,
        ),
      ),
    ],
  },
  'dependency-not-in-task-definition': {
    speaks: [
      onEc2(one(depends('gone', 'START'))),
      onEc2(task('', container(depends('gone', 'START')), SIDE(), container('', 'api'))),
    ],
    silent: [onEc2(task('', container(depends('side', 'START')), SIDE()))],
  },
  'dependency-on-essential-container': {
    speaks: [
      onEc2(task('', container(depends('side', 'SUCCESS')), SIDE(', essential: true'))),
      onEc2(task('', container(depends('side', 'COMPLETE')), SIDE())),
    ],
    silent: [
      onEc2(task('', container(depends('side', 'SUCCESS')), SIDE(', essential: false'))),
      onEc2(task('', container(depends('side', 'HEALTHY')), SIDE())),
      onEc2(task('', container(depends('gone', 'SUCCESS')), SIDE())),
      onEc2(task('', container(depends('side', 'SUCCESS')), SIDE(`, essential: ${TEMPLATE}`))),
    ],
  },
  'efs-without-transit-encryption': {
    silent: [
      onEc2(`{volumes: [{name: data, efsVolumeConfiguration: {fileSystemId: fs-0a1b2c3d}}]}`),
      onEc2(
        `{volumes: [{name: data, efsVolumeConfiguration: {fileSystemId: fs-0a1b2c3d, transitEncryption: ${TEMPLATE}, transitEncryptionPort: 2999}}]}`,
      ),
    ],
  },
  'environment-file-not-env': {
    speaks: [onEc2(one('environmentFiles: [{type: s3, value: "arn:aws:s3:::bucket/web.txt"}]'))],
    silent: [
      onEc2(one('environmentFiles: [{type: s3, value: "arn:aws:s3:::bucket/web.ENV"}]')),
      onEc2(one('environmentFiles: [{type: s3, value: "bucket/web.txt"}]')),
      onEc2(one('environmentFiles: [{type: s3, value: "arn:aws:s3:::<bucket>/web.txt"}]')),
    ],
  },
  'exec-with-read-only-root': {
    speaks: [
      onEc2(one('readonlyRootFilesystem: true'), '{launchType: EC2, enableExecuteCommand: true}'),
      onEc2(
        task('', container('readonlyRootFilesystem: true'), SIDE(', readonlyRootFilesystem: true')),
        '{launchType: EC2, enableExecuteCommand: true}',
      ),
    ],
    silent: [
      onEc2(
        task('', container('readonlyRootFilesystem: true'), SIDE()),
        '{launchType: EC2, enableExecuteCommand: true}',
      ),
      onEc2(one('readonlyRootFilesystem: true'), '{launchType: EC2, enableExecuteCommand: false}'),
      onEc2('{containerDefinitions: []}', '{launchType: EC2, enableExecuteCommand: true}'),
    ],
  },
  'fargate-without-awsvpc': {
    speaks: [onFargate('{networkMode: bridge}'), onFargate('{cpu: "256"}')],
    silent: [
      onFargate('{networkMode: awsvpc}'),
      onFargate(`{networkMode: ${TEMPLATE}}`),
      onEc2('{networkMode: bridge}'),
    ],
  },
  'file-system-of-other-platform': {
    speaks: ['ntfs']
      .map((type) =>
        onEc2(`{${LINUX}cpu: "256"}`, EBS('data').replace('sizeInGiB: 10', `sizeInGiB: 10, filesystemType: ${type}`)),
      )
      .concat(
        ['ext3', 'ext4', 'xfs'].map((type) =>
          onEc2(
            `{${WINDOWS}cpu: "256"}`,
            EBS('data').replace('sizeInGiB: 10', `sizeInGiB: 10, filesystemType: ${type}`),
          ),
        ),
        [onEc2('{cpu: "256"}', EBS('data').replace('sizeInGiB: 10', 'sizeInGiB: 10, filesystemType: ntfs'))],
      ),
    silent: [
      onEc2(
        `{runtimePlatform: {operatingSystemFamily: ${TEMPLATE}}}`,
        EBS('data').replace('sizeInGiB: 10', 'sizeInGiB: 10, filesystemType: ntfs'),
      ),
      onEc2(`{${LINUX}cpu: "256"}`, EBS('data').replace('sizeInGiB: 10', 'sizeInGiB: 10, filesystemType: zfs')),
      EBS('data').replace('sizeInGiB: 10', 'sizeInGiB: 10, filesystemType: ntfs'),
    ],
  },
  'fixed-host-port-with-several-tasks': {
    speaks: [
      onEc2(one(ports('{containerPort: 80, hostPort: 80}'))),
      onEc2(one(ports('{containerPort: 80}'), 'networkMode: host, ')),
      onEc2(
        one(ports('{containerPort: 80, hostPort: 80}')),
        '{launchType: EC2, deploymentConfiguration: {minimumHealthyPercent: 99}}',
      ),
      onEc2(
        one(ports('{containerPort: 80, hostPort: 80}')),
        '{launchType: EC2, deploymentConfiguration: {minimumHealthyPercent: 100}}',
      ),
    ],
    silent: [
      onEc2(one(ports('{containerPort: 80, hostPort: 0}'))),
      onEc2(one(ports('{containerPort: 80}'))),
      onEc2(one(ports('{containerPort: 80, hostPort: 80}'), 'networkMode: awsvpc, ')),
      onEc2(one(ports('{containerPort: 80, hostPort: 80}'), 'networkMode: none, ')),
      onEc2(one(ports('{containerPort: 80, hostPort: 80}')), '{launchType: EC2, desiredCount: 1}'),
      onEc2(one(ports('{containerPort: 80, hostPort: 80}')), '{launchType: EC2, schedulingStrategy: DAEMON}'),
      onEc2(one(ports('{containerPort: 80, hostPort: 80}')), '{cluster: main}'),
      onEc2(
        one(ports('{containerPort: 80, hostPort: 80}')),
        `{launchType: EC2, deploymentConfiguration: {minimumHealthyPercent: ${TEMPLATE}}}`,
      ),
      onEc2(
        one(ports('{containerPort: 80, hostPort: 80}')),
        '{launchType: EC2, schedulingStrategy: DAEMON, desiredCount: 2}',
      ),
    ],
  },
  'grace-period-below-start-period': {
    speaks: [
      onEc2(
        one('healthCheck: {command: [CMD, "x"], startPeriod: 61}'),
        lb('web', 80, 'launchType: EC2, healthCheckGracePeriodSeconds: 60'),
      ),
      onEc2(one('healthCheck: {command: [CMD, "x"], startPeriod: 1}'), lb('web', 80)),
    ],
    silent: [
      onEc2(
        one('healthCheck: {command: [CMD, "x"], startPeriod: 60}'),
        lb('web', 80, 'launchType: EC2, healthCheckGracePeriodSeconds: 60'),
      ),
      onEc2(one('healthCheck: {command: [CMD, "x"], startPeriod: 60}'), lb('api', 80)),
      onEc2(one('healthCheck: {command: [CMD, "x"], startPeriod: 60}')),
      onEc2(
        one('healthCheck: {command: [CMD, "x"], startPeriod: 60}'),
        lb('web', 80, `launchType: EC2, healthCheckGracePeriodSeconds: ${TEMPLATE}`),
      ),
      onEc2(one('healthCheck: {command: [CMD, "x"]}'), lb('web', 80)),
    ],
  },
  'health-check-command': {
    speaks: [
      onEc2(one('healthCheck: {command: [CMD, "curl -f localhost"]}')),
      onEc2(one('healthCheck: {command: ["curl -f localhost"]}')),
      onEc2(one('healthCheck: {command: [curl, -f, localhost]}')),
      onEc2(one('healthCheck: {command: [cmd-shell, "curl -f localhost"]}')),
      onEc2(one('healthCheck: {command: [cmd, curl, localhost]}')),
      onEc2(one('healthCheck: {command: ["CMD-SHELL, curl -f localhost"]}')),
      onEc2(one('healthCheck: {command: ["CMD-SHELL curl -f localhost"]}')),
      onEc2(one('healthCheck: {command: ["CMD curl"]}')),
      onEc2(one('healthCheck: {command: [cmd]}')),
      // A program alone does without CMD; one with arguments does not.
      onEc2(one('healthCheck: {command: [/healthcheck, now]}')),
    ],
    silent: [
      onEc2(one('healthCheck: {command: [CMD-SHELL, "curl -f localhost"]}')),
      onEc2(one('healthCheck: {command: [CMD, curl, "-f localhost"]}')),
      onEc2(one('healthCheck: {command: [CMD, curl]}')),
      onEc2(one('healthCheck: {command: [NONE]}')),
      onEc2(one('healthCheck: {command: []}')),
      onEc2(one(`healthCheck: {command: [curl, ${TEMPLATE}]}`)),
      onEc2(one(`healthCheck: {command: [${TEMPLATE}, curl]}`)),
      // A program with a space in its name, and its argument.
      onEc2(one('healthCheck: {command: [CMD, "my check", now]}')),
      onEc2(
        `family: web\ncontainerDefinitions:\n  - name: web\n    image: web:1\n    memory: 128\n    healthCheck:\n      command:\n        - curl\n        {{ range .More }}\n        {{ end }}\n`,
      ),
    ],
  },
  'ingress-port-of-application': {
    silent: [
      onEc2(
        one(ports(NAMED), 'networkMode: bridge, '),
        connect('http').replace('portName: http', 'portName: http, ingressPortOverride: 80'),
      ),
      onEc2(one(ports(NAMED), 'networkMode: awsvpc, '), connect('http')),
      onEc2(
        one(ports(NAMED), 'networkMode: awsvpc, '),
        connect('http').replace('portName: http', 'portName: http, ingressPortOverride: 8080'),
      ),
    ],
    speaks: [
      onEc2(
        one(ports('{name: http, containerPort: 2000}'), 'networkMode: awsvpc, '),
        connect('http').replace('portName: http', 'portName: http, ingressPortOverride: 2000'),
      ),
    ],
  },
  'launch-type-not-in-compatibilities': {
    speaks: [
      onFargate('{requiresCompatibilities: [EC2], networkMode: awsvpc, cpu: "256", memory: "512"}'),
      onFargate('{requiresCompatibilities: [EC2], networkMode: bridge, cpu: "256", memory: "512"}'),
      onFargate('{requiresCompatibilities: [EC2], networkMode: awsvpc, memory: "512"}'),
      onFargate('{requiresCompatibilities: [EC2], networkMode: awsvpc, cpu: "256"}'),
      onEc2('{requiresCompatibilities: [FARGATE], networkMode: awsvpc}'),
      onEc2('{requiresCompatibilities: [EC2]}', '{launchType: EXTERNAL}'),
    ],
    silent: [
      onFargate('{requiresCompatibilities: [EC2, FARGATE], networkMode: awsvpc}'),
      onFargate('{requiresCompatibilities: []}'),
      onFargate(`{requiresCompatibilities: [${TEMPLATE}]}`),
      onEc2('{requiresCompatibilities: [EC2]}'),
      onEc2('{requiresCompatibilities: [FARGATE]}', '{cluster: main}'),
    ],
  },
  'link-to-unknown-container': {
    speaks: [onEc2(one('links: [gone]')), onEc2(task('', container('links: ["sied:x"]'), SIDE()))],
  },
  'missing-execution-role': {
    speaks: [
      onEc2(one('secrets: [{name: A, valueFrom: /a}]')),
      onEc2(one('environmentFiles: [{type: s3, value: "arn:aws:s3:::b/a.env"}]')),
      onEc2(
        one('repositoryCredentials: {credentialsParameter: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:a"}'),
      ),
      onEc2(one('logConfiguration: {logDriver: splunk, secretOptions: [{name: splunk-token, valueFrom: /a}]}')),
      onFargate('{containerDefinitions: [{name: web, image: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1"}]}'),
      onFargate(one('logConfiguration: {logDriver: awslogs}')),
    ],
    silent: [
      onEc2(
        '{containerDefinitions: [{name: web, image: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1", memory: 128}]}',
      ),
      onEc2(one('logConfiguration: {logDriver: awslogs}')),
      onEc2(one('secrets: []')),
      onEc2(one('secrets: [{name: A, valueFrom: /a}]', `executionRoleArn: ${TEMPLATE}, `)),
    ],
  },
  'missing-task-size': {
    speaks: [
      onFargate('{requiresCompatibilities: [FARGATE], networkMode: awsvpc}'),
      onFargate('{networkMode: awsvpc, cpu: "1024"}'),
      onFargate('{networkMode: awsvpc, cpu: "1000"}'),
      onFargate('{networkMode: awsvpc, cpu: big}'),
      onFargate('{networkMode: awsvpc, memory: "1024"}'),
      onFargate('{networkMode: awsvpc, cpu: null}'),
    ],
    silent: [
      onFargate('{networkMode: awsvpc, cpu: "256", memory: "512"}'),
      onFargate('{networkMode: awsvpc, cpu: "", memory: "512"}'),
      onFargate('{networkMode: awsvpc, cpu: null, memory: "512"}'),
      onEc2('{networkMode: awsvpc}'),
      onFargate(`{cpu: ${TEMPLATE}, memory: ${TEMPLATE}}`),
    ],
  },
  'missing-volume-configuration': {
    silent: [
      onEc2(`{${volumes('{name: data, configuredAtLaunch: true}')}cpu: "256"}`, EBS('data')),
      onEc2(`{${volumes('{name: data, configuredAtLaunch: false}')}cpu: "256"}`),
      onEc2(
        `{${volumes(`{name: data, configuredAtLaunch: ${TEMPLATE}}`, '{name: logs, configuredAtLaunch: true}')}cpu: "256"}`,
      ),
      onEc2(`{${volumes(`{name: ${TEMPLATE}, configuredAtLaunch: true}`)}cpu: "256"}`),
      onEc2(`{${volumes('{name: data, configuredAtLaunch: true}')}cpu: "256"}`, EBS(TEMPLATE)),
      onEc2(
        `{${volumes('{name: data, configuredAtLaunch: true}')}cpu: "256"}`,
        `{launchType: EC2, volumeConfigurations: ${TEMPLATE}}`,
      ),
    ],
    speaks: [onEc2(`{${volumes('{name: data, configuredAtLaunch: true}')}cpu: "256"}`, EBS('other'))],
  },
  'mount-of-unknown-volume': {
    speaks: [onEc2(one(MOUNT)), onEc2(one(MOUNT, volumes('{name: date}')))],
    silent: [
      onEc2(one(MOUNT, volumes('{name: data}'))),
      onEc2(one(MOUNT, volumes(`{name: ${TEMPLATE}}`))),
      onEc2(one(MOUNT, `volumes: ${TEMPLATE}, `)),
    ],
  },
  'network-configuration-without-awsvpc': {
    speaks: [onEc2('{networkMode: bridge}', `{launchType: EC2, ${NETWORK}}`), onEc2('{cpu: "256"}', `{${NETWORK}}`)],
    silent: [
      onEc2('{networkMode: bridge}', `{launchType: ${TEMPLATE}, ${NETWORK}}`),
      onEc2('{networkMode: bridge}', `{capacityProviderStrategy: ${TEMPLATE}, ${NETWORK}}`),
      onEc2(`{networkMode: ${TEMPLATE}}`, `{launchType: EC2, ${NETWORK}}`),
      onEc2('{networkMode: awsvpc}', `{launchType: EC2, ${NETWORK}}`),
      onFargate('{networkMode: bridge}'),
      onEc2('{networkMode: bridge}', '{launchType: EC2, networkConfiguration: {}}'),
    ],
  },
  'no-essential-container': {
    speaks: [
      onEc2(task('', container('essential: false'), SIDE(', essential: false'))),
      onEc2('{containerDefinitions: [{image: a, memory: 1, essential: false}]}'),
    ],
    silent: [
      onEc2(task('', container('essential: false'), SIDE())),
      onEc2('{containerDefinitions: []}'),
      onEc2(one(`essential: ${TEMPLATE}`)),
    ],
  },
  'old-platform-for-task-definition': {
    speaks: [
      ['{ephemeralStorage: {sizeInGiB: 30}}'],
      ['{pidMode: task}'],
      ['{cpu: "8192", memory: "16384"}'],
      ['{cpu: 8 vCPU, memory: "16384"}'],
      ['{runtimePlatform: {cpuArchitecture: ARM64}}'],
      ['{volumes: [{name: data, efsVolumeConfiguration: {fileSystemId: fs-0a1b2c3d}}], pidMode: task}'],
    ].map(([td]) => onEc2(td as string, `{launchType: FARGATE, platformVersion: 1.3.0, ${NETWORK}}`)),
    silent: [
      onEc2('{cpu: "8191"}', `{launchType: FARGATE, platformVersion: 1.3.0, ${NETWORK}}`),
      onEc2('{cpu: "4096"}', `{launchType: FARGATE, platformVersion: 1.3.0, ${NETWORK}}`),
      onEc2('{pidMode: task}', `{launchType: FARGATE, platformVersion: 1.4.0, ${NETWORK}}`),
      onEc2('{pidMode: task}', '{launchType: EC2, platformVersion: 1.3.0}'),
      onEc2(`{${WINDOWS}pidMode: task}`, `{launchType: FARGATE, platformVersion: 1.3.0, ${NETWORK}}`),
      onEc2(`{${WINDOWS}pidMode: task}`, `{launchType: FARGATE, platformVersion: 1.0.0, ${NETWORK}}`),
      onEc2(
        `{pidMode: ${TEMPLATE}, ephemeralStorage: ${TEMPLATE}}`,
        `{launchType: FARGATE, platformVersion: 1.3.0, ${NETWORK}}`,
      ),
    ],
  },
  'output-only-task-definition-member': {
    speaks: [
      onEc2('{revision: 3}'),
      onEc2('{revision: 3, status: ACTIVE}'),
      { text: EC2, taskDefinition: '{revision: 3}', profile: 'describe-services' },
    ],
    silent: [onEc2(one('revision: 3')), onEc2('{revisions: 3}')],
  },
  'parameter-of-other-account': {
    silent: [
      ['111122223333', 'ssm', '111122223333:parameter/a'],
      ['ACCOUNT', 'ssm', '111122223333:parameter/a'],
      ['111122223333', 'ssm', ':parameter/a'],
      ['111122223333', 'ssm', 'ACCOUNT:parameter/a'],
      ['123456789012', 'ssm', '111122223333:parameter/a'],
      ['111122223333', 'ssm', '123456789012:parameter/a'],
      ['111122223333', 'secretsmanager', '210987654321:secret:a'],
      ['210987654321', 'ssm', 'account:parameter/a'],
      ['210987654321', 'ssm', 'ACCOUNT1:parameter/a'],
    ].map(([role, service, rest]) =>
      onEc2(
        one(
          `secrets: [{name: A, valueFrom: "arn:aws:${service}:eu-west-1:${rest}"}]`,
          `executionRoleArn: "arn:aws:iam::${role}:role/x", `,
        ),
      ),
    ),
  },
  'placement-constraints-of-both-above-10': {
    speaks: [
      onEc2(`{${constraints(5)}}`, `{launchType: EC2, ${constraints(6)}}`),
      onEc2(`{${constraints(10)}}`, `{launchType: EC2, ${constraints(10)}}`),
    ],
    silent: [
      onEc2(`{${constraints(5)}}`, `{launchType: EC2, ${constraints(5)}}`),
      onEc2(`{${constraints(11)}}`, `{launchType: EC2, ${constraints(1)}}`),
      onEc2(`{${constraints(1)}}`, `{launchType: EC2, ${constraints(11)}}`),
      onEc2('{cpu: "256"}', `{launchType: EC2, ${constraints(11)}}`),
      onEc2(`{${constraints(11)}}`),
    ],
  },
  'platform-version-not-for-windows': {
    speaks: ['1.3.0', '1.4.0', '2.0.0', '0.0.1'].map((version) =>
      onEc2(`{${WINDOWS}cpu: "1024"}`, `{launchType: FARGATE, platformVersion: ${version}, ${NETWORK}}`),
    ),
    silent: [
      ...['1.0.0', '1.0.1', 'LATEST'].map((version) =>
        onEc2(`{${WINDOWS}cpu: "1024"}`, `{launchType: FARGATE, platformVersion: ${version}, ${NETWORK}}`),
      ),
      onEc2(`{${LINUX}cpu: "1024"}`, `{launchType: FARGATE, platformVersion: 1.4.0, ${NETWORK}}`),
      onEc2(`{${WINDOWS}cpu: "1024"}`, '{launchType: EC2, platformVersion: 1.4.0}'),
    ],
  },
  'port-and-port-range': {
    speaks: [
      onEc2(one(ports('{containerPort: 80, containerPortRange: 80-90}'))),
      onEc2(one(ports('{hostPort: 80, containerPortRange: 80-90}'))),
    ],
    silent: [onEc2(one(ports('{containerPortRange: 80-90}'))), onEc2(one(ports('{containerPort: 80, hostPort: 80}')))],
  },
  'port-mapping-without-port': {
    silent: [
      onEc2(one(ports('http'))),
      onEc2(one(ports(`{containerPort: ${TEMPLATE}}`))),
      onEc2(one(ports('{containerPortRange: 80-90}'))),
      onEc2(one(ports('null'))),
    ],
  },
  'port-name-not-in-task-definition': {
    speaks: [
      onEc2(one(ports(NAMED)), connect('htp')),
      onEc2(
        one(ports('{name: a, containerPort: 1}', '{name: b, containerPort: 2}', '{name: c, containerPort: 3}', NAMED)),
        connect('htp'),
      ),
      onEc2(one(''), connect('http')),
    ],
    silent: [
      onEc2(one(ports(NAMED)), connect('http')),
      onEc2(one(ports(`{name: ${TEMPLATE}, containerPort: 80}`)), connect('http')),
      onEc2(one(`portMappings: ${TEMPLATE}`), connect('http')),
      onEc2(`{containerDefinitions: ${TEMPLATE}}`, connect('http')),
      onEc2(`{containerDefinitions: [${container(ports(NAMED))}, ${TEMPLATE}]}`, connect('other')),
      onEc2('family: web\nnetworkMode: bridge\ncpu: "256"\nmemory: "512"\n', connect('http')),
      onEc2('{containerDefinitions: null}', connect('http')),
    ],
  },
  'port-not-in-task-definition': {
    speaks: [
      onEc2(
        one(ports('{containerPort: 1}', '{containerPort: 2}', '{containerPort: 3}', '{containerPort: 4}')),
        lb('web', 80),
      ),
      onEc2(one(ports('{containerPortRange: 81-90}')), lb('web', 80)),
      onEc2(one(ports('{containerPortRange: 70-79}')), lb('web', 80)),
      onEc2(one(''), lb('web', 80)),
    ],
    silent: [
      onEc2(one(ports('{containerPortRange: 80-90}')), lb('web', 80)),
      onEc2(one(ports('{containerPortRange: 70-80}')), lb('web', 80)),
      onEc2(one(ports(`{containerPort: ${TEMPLATE}}`)), lb('web', 80)),
      onEc2(one(`portMappings: ${TEMPLATE}`), lb('web', 80)),
      onEc2(one(ports('{containerPort: 81}')), lb(TEMPLATE, 80)),
      onEc2(one(ports('{containerPort: 81}')), lb('web', TEMPLATE)),
      onEc2(task('', container(ports('{containerPort: 81}')), container(ports('{containerPort: 82}'))), lb('web', 80)),
    ],
  },
  'port-used-twice': {
    speaks: [
      onEc2(one(ports('{containerPort: 80}', '{containerPort: 80}'), 'networkMode: awsvpc, ')),
      onEc2(one(ports('{containerPort: 80}', '{containerPort: 80}'), 'networkMode: host, ')),
      onEc2(one(ports('{containerPort: 80, hostPort: 80}', '{containerPort: 81, hostPort: 80}'))),
      onEc2(one(ports('{containerPortRange: 80-90}', '{containerPortRange: 90-95}'), 'networkMode: awsvpc, ')),
    ],
    silent: [
      onEc2(one(ports('{containerPort: 80}', '{containerPort: 80, protocol: udp}'), 'networkMode: awsvpc, ')),
      onEc2(one(ports('{containerPort: 80}', `{containerPort: 80, protocol: ${TEMPLATE}}`), 'networkMode: awsvpc, ')),
      onEc2(
        one(
          ports(`{containerPort: 80, protocol: ${TEMPLATE}}`, `{containerPort: 80, protocol: ${TEMPLATE}}`),
          'networkMode: awsvpc, ',
        ),
      ),
      onEc2(one(ports('{containerPort: 80}', '{containerPort: 81}'), 'networkMode: awsvpc, ')),
      onEc2(one(ports('{containerPort: 81}', '{containerPort: 80}'), 'networkMode: awsvpc, ')),
      onEc2(one(ports('{containerPort: 80, hostPort: 0}', '{containerPort: 81, hostPort: 0}'))),
      onEc2(one(ports('{containerPort: 80}', '{containerPort: 80}'), 'networkMode: none, ')),
      onEc2(one(ports('{containerPortRange: x}', '{containerPortRange: x}'), 'networkMode: awsvpc, ')),
      onEc2(one(ports('{containerPortRange: 80-90}', '{containerPortRange: 91-95}'), 'networkMode: awsvpc, ')),
    ],
  },
  'ports-not-for-network-mode': {
    silent: [
      onEc2(one('portMappings: []', 'networkMode: none, ')),
      onEc2(one(ports('{containerPort: 80}'), 'networkMode: bridge, ')),
    ],
  },
  'proxy-without-awsvpc': {
    speaks: [
      onEc2('{networkMode: bridge, proxyConfiguration: {containerName: web, type: APPMESH}}'),
      onEc2('{proxyConfiguration: {containerName: web}}'),
    ],
    silent: [
      onEc2('{networkMode: awsvpc, proxyConfiguration: {containerName: web}}', `{launchType: EC2, ${NETWORK}}`),
      onEc2(`{networkMode: ${TEMPLATE}, proxyConfiguration: {containerName: web}}`),
      onEc2('{networkMode: bridge, proxyConfiguration: {containerName: web, type: OTHER}}'),
      onEc2(`{networkMode: bridge, proxyConfiguration: {containerName: web, type: ${TEMPLATE}}}`),
      onEc2('{networkMode: bridge}'),
      onFargate('{networkMode: bridge, proxyConfiguration: {containerName: web}}'),
    ],
  },
  'proxy-without-property': {
    speaks: [
      onEc2(
        task(
          'networkMode: awsvpc, proxyConfiguration: {type: APPMESH, containerName: web, properties: [{name: ProxyIngressPort, value: "1"}, {name: AppPorts, value: "80"}]}, ',
          container('cpu: 1'),
        ),
      ),
    ],
    silent: [onEc2(`{networkMode: awsvpc, proxyConfiguration: {containerName: web, properties: ${TEMPLATE}}}`)],
  },
  'registry-without-container': {
    speaks: [
      onEc2(one(ports('{containerPort: 80}')), `{launchType: EC2, serviceRegistries: [{${REGISTRY}}]}`),
      onEc2(
        one(ports('{containerPort: 80}'), 'networkMode: host, '),
        `{launchType: EC2, serviceRegistries: [{${REGISTRY}, port: 80}]}`,
      ),
      onEc2(one(''), `{launchType: EC2, serviceRegistries: [{${REGISTRY}, containerName: web}]}`),
      onEc2(
        one(ports('{containerPort: 80}', '{containerPort: 81}')),
        `{launchType: EC2, serviceRegistries: [{${REGISTRY}}]}`,
      ),
      onEc2(one(ports(`{containerPort: ${TEMPLATE}}`)), `{launchType: EC2, serviceRegistries: [{${REGISTRY}}]}`),
      onEc2(
        '{containerDefinitions: [{image: a, memory: 1, portMappings: [{containerPort: 80}]}]}',
        `{launchType: EC2, serviceRegistries: [{${REGISTRY}}]}`,
      ),
    ],
    silent: [
      onEc2(one('', 'networkMode: awsvpc, '), `{launchType: EC2, serviceRegistries: [{${REGISTRY}}]}`),
      onEc2(one('', 'networkMode: none, '), `{launchType: EC2, serviceRegistries: [{${REGISTRY}}]}`),
      onEc2(one(''), `{launchType: EC2, ${NETWORK}, serviceRegistries: [{${REGISTRY}}]}`),
      onEc2(one(''), `{launchType: FARGATE, serviceRegistries: [{${REGISTRY}}]}`),
      onEc2(one(''), `{launchType: EC2, serviceRegistries: [{${REGISTRY}, containerName: web, containerPort: 80}]}`),
      onEc2(one(''), '{launchType: EC2, serviceRegistries: [x]}'),
      onEc2('{networkMode: bridge}', '{launchType: EC2, serviceRegistries: [null]}'),
    ],
  },
  'reserved-host-port': {
    speaks: [
      ...[22, 2375, 2376, 51678, 51679, 51680].map((port) =>
        onEc2(one(ports(`{containerPort: 80, hostPort: ${port}}`))),
      ),
      onEc2(one(ports('{containerPort: 22}'), 'networkMode: host, ')),
    ],
    silent: [
      ...[23, 2374, 2377, 51677, 51681].map((port) => onEc2(one(ports(`{containerPort: 80, hostPort: ${port}}`)))),
      onEc2(one(ports('{containerPort: 22}'))),
      onEc2(one(ports('{containerPort: 22, hostPort: 2222}'), 'networkMode: host, ')),
      onEc2(one(ports('{containerPort: 22, hostPort: 22}'), 'networkMode: awsvpc, ')),
      onEc2(one(ports('{containerPort: 22, hostPort: 22}'), 'networkMode: none, ')),
    ],
  },
  'service-connect-network-mode': {
    speaks: [
      onEc2(one(ports(NAMED), 'networkMode: host, '), connect('http')),
      onEc2(one(ports(NAMED), 'networkMode: none, '), connect('http')),
      onEc2(one(ports(NAMED)), connect('http')),
      onEc2(
        '{networkMode: host}',
        `{launchType: EC2, ${NETWORK}, serviceConnectConfiguration: {enabled: true, namespace: shop}}`,
      ),
    ],
    silent: [
      onEc2(one(ports(NAMED), 'networkMode: bridge, '), connect('http')),
      onEc2(one(ports(NAMED)), connect('http').replace('launchType: EC2', `launchType: EC2, ${NETWORK}`)),
      onEc2(one(ports(NAMED), 'networkMode: host, '), connect('http').replace('EC2', 'FARGATE')),
      onEc2(one(ports(NAMED), `networkMode: ${TEMPLATE}, `), connect('http')),
    ],
  },
  'setting-not-on-windows': {
    speaks: [
      onEc2(one('privileged: true, readonlyRootFilesystem: true, disableNetworking: true', WINDOWS)),
      onEc2(
        one(
          'linuxParameters: {initProcessEnabled: true}, ulimits: [{name: nofile, softLimit: 1, hardLimit: 1}], links: [a]',
          WINDOWS,
        ),
      ),
      onEc2(one('dnsServers: [a], dnsSearchDomains: [a], extraHosts: [{hostname: a, ipAddress: 1.1.1.1}]', WINDOWS)),
      onEc2(`{${WINDOWS}pidMode: host, ipcMode: host}`),
    ],
    silent: [
      onEc2(one('privileged: false, links: []', WINDOWS)),
      onEc2(one('privileged: true', LINUX)),
      onEc2(one('privileged: true')),
    ],
  },
  'size-not-on-fargate': {
    speaks: [
      size('256', '256'),
      size('256', '1536'),
      size('256', '3072'),
      size('512', '1536'),
      size('512', '5120'),
      size('1024', '1024'),
      size('1024', '9216'),
      size('2048', '3072'),
      size('2048', '17408'),
      size('4096', '7168'),
      size('4096', '31744'),
      size('8192', '17408'),
      size('8192', '65536'),
      size('16384', '24576'),
      size('16384', '33792'),
      size('16384', '131072'),
      size('300', '1024'),
      size('300', ''),
      size('1000', '30720'),
      size('32768', '65536'),
      size('3000', '999999'),
      size('512', '2048', `, ${WINDOWS}family: web`),
      size('8192', '16384', `, ${WINDOWS}family: web`),
      size('.25 vCPU', '0.25 GB'),
    ],
    silent: [
      size('256', '512'),
      size('256', '1024'),
      size('256', '2048'),
      size('512', '1024'),
      size('512', '4096'),
      size('1024', '2048'),
      size('1024', '8192'),
      size('2048', '4096'),
      size('2048', '16384'),
      size('4096', '8192'),
      size('4096', '30720'),
      size('8192', '16384'),
      size('8192', '20480'),
      size('8192', '61440'),
      size('16384', '32768'),
      size('16384', '40960'),
      size('16384', '122880'),
      size('1 vCPU', '2 GB'),
      size('512', '1536 MiB'),
      size(TEMPLATE.slice(1, -1), '512'),
      size('1024', '2048', `, ${WINDOWS}family: web`),
      size('4096', '8192', `, ${WINDOWS}family: web`),
      size('1024', ''),
      onEc2('{cpu: "300", memory: "300"}'),
    ],
  },
  'soft-limit-above-hard-limit': {
    speaks: [onEc2(one('ulimits: [{name: nofile, softLimit: 1, hardLimit: 0}]'))],
    silent: [
      onEc2(one('ulimits: [{name: nofile, softLimit: 10, hardLimit: -1}]')),
      onEc2(one('ulimits: [{name: nofile, softLimit: 10, hardLimit: 10}]')),
    ],
  },
  'timeout-not-on-fargate': {
    speaks: [onFargate(one('stopTimeout: 121')), onFargate(one('stopTimeout: 1')), onFargate(one('startTimeout: 121'))],
    silent: [
      onFargate(one('stopTimeout: 120, startTimeout: 2')),
      onFargate(one('stopTimeout: 0')),
      onFargate(one('stopTimeout: -1')),
      onEc2(one('stopTimeout: 300')),
    ],
  },
  'volume-configured-at-launch-not-mounted': {
    silent: [
      onEc2(one(MOUNT, volumes('{name: data, configuredAtLaunch: true}')), EBS('data')),
      onEc2(one(`mountPoints: ${TEMPLATE}`, volumes('{name: data, configuredAtLaunch: true}')), EBS('data')),
      onEc2(`{${volumes('{name: data, configuredAtLaunch: true}')}containerDefinitions: ${TEMPLATE}}`, EBS('data')),
      onEc2(
        one(
          `mountPoints: [{sourceVolume: ${TEMPLATE}, containerPath: /data}]`,
          volumes('{name: data, configuredAtLaunch: true}'),
        ),
        EBS('data'),
      ),
      onEc2(one('cpu: 1', volumes('{name: data, configuredAtLaunch: false}'))),
      onEc2(
        `family: web\nvolumes:\n  - name: data\n    configuredAtLaunch: true\ncontainerDefinitions:\n  {{ range .Sidecars }}\n  {{ end }}\n  - name: web\n    image: web:1\n    memory: 128\n`,
        EBS('data'),
      ),
    ],
  },
  'volume-kind-not-on-fargate': {
    speaks: [
      onFargate('{volumes: [{name: a, host: {sourcePath: /a}}]}'),
      onFargate('{volumes: [{name: a, dockerVolumeConfiguration: {scope: task}}]}'),
      onFargate('{volumes: [{name: a, fsxWindowsFileServerVolumeConfiguration: {fileSystemId: fs-0a1b2c3d}}]}'),
    ],
    silent: [onFargate('{volumes: [{name: a, host: {}}]}'), onEc2('{volumes: [{name: a, host: {sourcePath: /a}}]}')],
  },
  'volume-not-in-task-definition': {
    speaks: [
      onEc2(`{${volumes('{name: data}')}cpu: "256"}`, EBS('data')),
      onEc2(`{${volumes('{name: logs, configuredAtLaunch: true}')}cpu: "256"}`, EBS('data')),
      onEc2('{cpu: "256"}', EBS('data')),
    ],
    silent: [
      onEc2(`{${volumes('{name: data, configuredAtLaunch: true}')}cpu: "256"}`, EBS('data')),
      onEc2(`{volumes: ${TEMPLATE}}`, EBS('data')),
      onEc2(`{${volumes(`{name: ${TEMPLATE}}`)}cpu: "256"}`, EBS('data')),
      onEc2(`{${volumes(`{name: data, configuredAtLaunch: ${TEMPLATE}}`)}cpu: "256"}`, EBS('data')),
      EBS('data'),
    ],
  },
  'volume-of-several-kinds': {
    speaks: [
      onEc2('{volumes: [{name: a, host: {sourcePath: /a}, efsVolumeConfiguration: {fileSystemId: fs-0a1b2c3d}}]}'),
      onEc2('{volumes: [{name: a, host: {}, efsVolumeConfiguration: {fileSystemId: fs-0a1b2c3d}}]}'),
      onEc2(
        '{volumes: [{name: a, dockerVolumeConfiguration: {scope: task}, efsVolumeConfiguration: {fileSystemId: fs-0a1b2c3d}}]}',
      ),
      onEc2(
        '{volumes: [{name: a, fsxWindowsFileServerVolumeConfiguration: {fileSystemId: fs-0a1b2c3d}, efsVolumeConfiguration: {fileSystemId: fs-0a1b2c3d}}]}',
      ),
      onEc2(
        '{volumes: [{name: a, s3filesVolumeConfiguration: {}, efsVolumeConfiguration: {fileSystemId: fs-0a1b2c3d}}]}',
      ),
      onEc2('{volumes: [{name: a, configuredAtLaunch: true, host: {sourcePath: /a}}]}'),
      onEc2(
        '{volumes: [{name: a, configuredAtLaunch: true, efsVolumeConfiguration: {fileSystemId: fs-0a1b2c3d}, host: {sourcePath: /a}}]}',
      ),
    ],
    silent: [
      onEc2('{volumes: [{name: a, configuredAtLaunch: true}]}'),
      onEc2('{volumes: [{name: a, configuredAtLaunch: false, host: {}}]}'),
      onEc2('{volumes: [{name: a}]}'),
    ],
  },
  'volumes-from-unknown-container': {
    speaks: [
      onEc2(one('volumesFrom: [{sourceContainer: gone}]')),
      onEc2(task('', container('volumesFrom: [{sourceContainer: gone}]'), SIDE())),
      onEc2(task('', container('volumesFrom: [{sourceContainer: gone}]'), SIDE(), container('', 'api'))),
    ],
    silent: [onEc2(task('', container('volumesFrom: [{sourceContainer: side}]'), SIDE()))],
  },
  'wrong-port-range': {
    speaks: ['0-10', '10-10', '1-65536', '90-80', '65536-1', '80', '10-0', 'a-b', '65535-1', '99999-99998'].map(
      (range) => onEc2(one(ports(`{containerPortRange: "${range}"}`))),
    ),
    silent: ['1-2', '1-65535', '65534-65535', ' 80 - 90 '].map((range) =>
      onEc2(one(ports(`{containerPortRange: "${range}"}`))),
    ),
  },
  'propagate-tags-without-tags': {
    speaks: [
      onEc2('{cpu: "256"}', '{launchType: EC2, propagateTags: TASK_DEFINITION, tags: [{key: a, value: b}]}'),
      onEc2('{cpu: "256"}', '{launchType: EC2, propagateTags: TASK_DEFINITION}'),
    ],
  },
  'container-without-image': {
    speaks: [onEc2('{containerDefinitions: [{name: web, image: null, memory: 128}]}')],
    silent: [onEc2('{containerDefinitions: [{name: web, image: "web:1", memory: 128}, null]}')],
  },
  'container-without-name': {
    speaks: [onEc2('{containerDefinitions: [{name: null, image: "web:1", memory: 128}]}')],
    silent: [onEc2('{containerDefinitions: [{name: web, image: "web:1", memory: 128}, null]}')],
  },

  'malformed-image': {
    speaks: [
      ...['Registry.shop.io/Web:1', 'localhost/Web', 'Shop/web@sha256:ab', 'registry:5000/Web'].map((image) =>
        onEc2(`{containerDefinitions: [{name: web, image: "${image}", memory: 128}]}`),
      ),
    ],
    silent: [
      ...['Registry.shop.io/web:V1', 'HOST:5000/web'].map((image) =>
        onEc2(`{containerDefinitions: [{name: web, image: "${image}", memory: 128}]}`),
      ),
    ],
  },

  'fault-injection-network-mode': { silent: [onEc2('{networkMode: host, enableFaultInjection: true}')] },
  'firelens-file-not-arn': {
    silent: [
      onEc2(
        one(
          'firelensConfiguration: {type: fluentbit, options: {config-file-type: s3, config-file-value: CONFIG_FILE}}',
        ),
      ),
    ],
  },
  'network-mode-not-for-managed-instances': {
    silent: [onEc2('{requiresCompatibilities: [FARGATE, MANAGED_INSTANCES], networkMode: bridge}')],
  },
  'not-on-managed-instances': {
    speaks: [
      onEc2(one('disableNetworking: true', 'requiresCompatibilities: [MANAGED_INSTANCES], ')),
      onEc2(one('linuxParameters: {maxSwap: 1}', 'requiresCompatibilities: [MANAGED_INSTANCES], ')),
      onEc2(
        `{requiresCompatibilities: [MANAGED_INSTANCES], ${volumes('{name: a, host: {sourcePath: /a}}', '{name: b, fsxWindowsFileServerVolumeConfiguration: {fileSystemId: fs-a}}')}cpu: "256"}`,
      ),
    ],
    silent: [
      onEc2(
        one('disableNetworking: false, linuxParameters: {tmpfs: []}', 'requiresCompatibilities: [MANAGED_INSTANCES], '),
      ),
    ],
  },

  'port-in-several-mappings': {
    speaks: [
      onEc2(one(ports('{containerPort: 80, hostPort: 80}', '{containerPort: 80, hostPort: 81}')), lb('web', 80)),
    ],
    silent: [
      // Which of two containers is meant nobody knows.
      onEc2(
        task('', container(ports('{containerPort: 80}', '{containerPort: 80, protocol: udp}')), container('cpu: 1')),
        lb('web', 80),
      ),
    ],
  },

  'task-cpu-out-of-range': {
    speaks: [...['127', '196609'].map((cpu) => onEc2(`{cpu: "${cpu}"}`))],
    silent: [
      ...['128', '196608'].map((cpu) => onEc2(`{cpu: "${cpu}"}`)),
      onFargate('{cpu: "64", memory: "512"}'),
      onEc2(`{${WINDOWS}cpu: "64"}`),
    ],
  },

  'router-without-awsfirelens': {
    silent: [
      onEc2(
        `family: web\ncontainerDefinitions:\n  {{ range .Apps }}\n  {{ end }}\n  - name: web\n    image: web:1\n    memory: 128\n    firelensConfiguration:\n      type: fluentbit\n`,
      ),
    ],
  },
  'task-definition-too-large': { speaks: [onEc2(ofBytes(65_537))], silent: [onEc2(ofBytes(65_536))] },
};
