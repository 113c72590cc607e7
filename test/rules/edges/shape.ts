import { type Edges, TEMPLATE } from './edges';

const LB = 'loadBalancers: [{targetGroupArn: "{{ must_env `TG` }}", containerName: web, containerPort: 80}]';
const volume = (more: string) => `{volumeConfigurations: [{name: data, managedEBSVolume: {sizeInGiB: 10, ${more}}}]}`;
const ANSWER = '{"serviceName": "web", "taskDefinition": "web:1", "desiredCount": 2, ';

export const shape: Edges = {
  'duplicate-item': {
    speaks: [
      '{placementConstraints: [{type: distinctInstance}, {type: distinctInstance}]}',
      '{tags: [{key: a, value: x}, {key: a, value: y}]}',
      '{networkConfiguration: {awsvpcConfiguration: {subnets: [subnet-0a1b2c3d, subnet-0a1b2c3d]}}}',
      '{loadBalancers: [{loadBalancerName: a, containerName: web, containerPort: 80}, {loadBalancerName: a, containerName: web, containerPort: 80}]}',
    ],
    silent: [
      `{tags: [{key: ${TEMPLATE}, value: x}, {key: ${TEMPLATE}, value: y}]}`,
      '{tags: [{value: x}, {value: y}]}',
      '{loadBalancers: [{loadBalancerName: a, containerName: web, containerPort: 80}, {loadBalancerName: a, containerName: web, containerPort: 81}]}',
    ],
  },
  'empty-string': {
    silent: ['{tags: [{key: a, value: ""}]}', { text: '{platformVersion: ""}', profile: 'ecspresso' }],
    speaks: [
      '{platformVersion: ""}',
      { text: '{platformVersion: ""}', profile: 'describe-services' },
      '{loadBalancers: [{loadBalancerName: a, containerName: "", containerPort: 80}]}',
    ],
  },
  'missing-member': {
    speaks: [
      '{deploymentController: {}}',
      '{deploymentConfiguration: {deploymentCircuitBreaker: {enable: true}}}',
      '{networkConfiguration: {awsvpcConfiguration: {assignPublicIp: DISABLED}}}',
      '{volumeConfigurations: [{name: data, managedEBSVolume: {roleArn: "{{ must_env `R` }}", tagSpecifications: [{}]}}]}',
      '{serviceConnectConfiguration: {enabled: true, services: [{portName: http, tls: {}, clientAliases: [{dnsName: web}]}]}}',
      '{capacityProviderStrategy: [{weight: 1}]}',
      { text: '{capacityProviderStrategy: [{weight: 1}]}', profile: 'ecspresso' },
      'taskDefinition: web:1\ndesiredCount: 1\n',
    ],
    silent: [
      { text: 'taskDefinition: web:1\ndesiredCount: 1\nlaunchType: EC2\n', profile: 'ecspresso' },
      // The misspelt name is the mistake.
      '{capacityProviderStrategy: [{capacityProvidr: a, weight: 1}]}',
    ],
  },
  'not-a-listed-value': {
    speaks: [
      '{launchType: fargate}',
      '{propagateTags: BOTH}',
      '{placementConstraints: [{type: FARGATE_SPOT}]}',
      '{serviceConnectConfiguration: {enabled: true, namespace: a, logConfiguration: {logDriver: nothing}}}',
      '{availabilityZoneRebalancing: maybe}',
      '{deploymentConfiguration: {strategy: DIFFERENTLY}}',
    ],
    silent: ['{launchType: FARGATE_SPOT}', '{platformVersion: 9.9.9}'],
  },
  'not-a-step': {
    speaks: [
      '{deploymentConfiguration: {strategy: LINEAR, linearConfiguration: {stepPercent: 10.25}}}',
      '{deploymentConfiguration: {strategy: LINEAR, linearConfiguration: {stepPercent: 33.333}}}',
    ],
    silent: ['{deploymentConfiguration: {strategy: LINEAR, linearConfiguration: {stepPercent: 10.3}}}'],
  },
  'null-value': {
    speaks: [
      '{platformVersion: null}',
      { text: '{platformVersion: null}', profile: 'describe-services' },
      '{serviceName: null}',
      '{desiredCount: null}',
    ],
    silent: [{ text: '{platformVersion: null}', profile: 'ecspresso' }],
  },
  'out-of-range': {
    speaks: [
      '{desiredCount: -1}',
      '{capacityProviderStrategy: [{capacityProvider: a, weight: 1001}]}',
      '{capacityProviderStrategy: [{capacityProvider: a, weight: -1}]}',
      '{loadBalancers: [{loadBalancerName: a, containerName: web, containerPort: 65536}]}',
      '{healthCheckGracePeriodSeconds: 2147483648}',
    ],
    silent: [
      '{capacityProviderStrategy: [{capacityProvider: a, weight: 1000}, {capacityProvider: b, weight: 0}]}',
      '{loadBalancers: [{loadBalancerName: a, containerName: web, containerPort: 65535}]}',
      '{healthCheckGracePeriodSeconds: 2147483647}',
    ],
  },
  'output-only-member': {
    speaks: [
      '{status: ACTIVE}',
      '{status: ACTIVE, runningCount: 2}',
      '{roleArn: "arn:aws:iam::111122223333:role/ecs"}',
      '{roleArn: "arn:aws:iam::111122223333:role/ecs", role: ecs}',
      '{roleArn: "arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"}',
      '{clusterArn: "arn:aws:ecs:eu-west-1:111122223333:cluster/main"}',
      { text: '{status: ACTIVE}', profile: 'update-service' },
      { text: '{status: ACTIVE}', profile: 'describe-services' },
    ],
    silent: ['{deploymentController: {type: ECS, status: x}}', { text: '{status: ACTIVE}', profile: 'ecspresso' }],
  },
  'schema-key': {
    speaks: [{ text: `${ANSWER}"$schema": "x"}`, profile: 'ecspresso' }],
    silent: ['{deploymentController: {type: ECS, $schema: x}}'],
  },
  'unknown-member': {
    speaks: [
      'serviceName: web\nbrandNew:\ndesiredCount: 2\n',
      'serviceName: web\ndesiredCount: 2\nlauchType\n',
      '{deploymentStrategy: CANARY}',
      '{circuitBreaker: {enable: true, rollback: true}}',
      '{executeCommand: true}',
      '{maximumPercent: 200}',
      '{deploymentConfiguration: {desiredCount: 2}}',
      '{deploymentStrategy: CANARY, deploymentConfiguration: {strategy: CANARY}}',
      '{desireCount: 2}',
      { text: '{launchTyp: EC2}', profile: 'ecspresso' },
      '{deploymentController: {type: ECS, status: x}}',
      '{loadBalancers: [{loadBalancerName: a, containerName: web, containerPort: 80, hostPort: 80}]}',
      '{brandNew: true}',
      '{subnets: [subnet-0a1b2c3d]}',
      `{assignPublicIp: ${TEMPLATE}}`,
      '{networkConfiguration: {subnets: [subnet-0a1b2c3d]}}',
      { text: '{launchType: EC2}', taskDefinition: '{executeCommand: true, networkMod: bridge}' },
      {
        text: '{launchType: EC2}',
        taskDefinition: '{containerDefinitions: [{name: web, image: "web:1", memory: 128, brandNew: 1}]}',
      },
      // Two slips in eight letters are near enough.
      '{lanchTyp: EC2}',
      // Four slips are not, however long the word.
      '{ntwrkCnfigurtion: {}}',
      ...[
        'service: web\nlaunchType: EC2\n',
        'service: web\ndesiredCount: 2\nbrandNew: true\n',
        'service: web\ndeploymentController:\n  type: ECS\n  launchType: EC2\n',
      ].map((text) => ({ text, profile: 'update-service' as const })),
      '{deploymentController: {type: ECS, role: ecs}}',
      // A name that several objects have.
      '{enable: true}',
      '{maximumPercent: 200, deploymentConfiguration: {maximumPercent: null}}',
      '{health_check_grace_period_seconds: 5}',
      '{constructor: 1}',
    ],
    silent: [
      'serviceName: web\ndesiredCount: 2\nsched\n',
      '{status: ACTIVE}',
      '{$schema: x}',
      '{serviceConnectConfiguration: {enabled: true, namespace: a, logConfiguration: {logDriver: awsfirelens, options: {any: thing}}}}',
    ],
  },
  'wrong-case-member': {
    speaks: [
      '{LaunchType: EC2}',
      { text: '{LaunchType: EC2}', profile: 'describe-services' },
      `serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nx: &p\n  LaunchType: EC2\n<<: *p\n`,
    ],
    silent: [{ text: '{LaunchType: EC2}', profile: 'ecspresso' }],
  },
  'wrong-count': {
    speaks: [
      '{networkConfiguration: {awsvpcConfiguration: {subnets: []}}}',
      '{serviceRegistries: [{registryArn: a}, {registryArn: b}]}',
      `{placementStrategy: [${Array.from({ length: 6 }, () => '{type: random}').join(', ')}]}`,
      '{serviceConnectConfiguration: {enabled: true, namespace: a, services: [{portName: http, clientAliases: [{port: 80}, {port: 81}]}]}}',
      { text: '{launchType: EC2}', taskDefinition: '{containerDefinitions: []}' },
    ],
    silent: [`{placementStrategy: [${Array.from({ length: 5 }, () => '{type: random}').join(', ')}]}`],
  },
  'wrong-length': {
    speaks: [
      `{clientToken: ${'a'.repeat(37)}}`,
      '{tags: [{key: "", value: a}]}',
      `{tags: [{key: a, value: ${'v'.repeat(257)}}]}`,
    ].filter((text) => !text.includes('key: ""')),
    silent: [
      `{clientToken: ${'a'.repeat(36)}}`,
      `{tags: [{key: ${'k'.repeat(128)}, value: ${'v'.repeat(256)}}]}`,
      `{tags: [{key: ${'𝒳'.repeat(128)}}]}`,
    ],
  },
  'wrong-pattern': { silent: ['{serviceName: <SERVICE>}'], speaks: ['{serviceName: a.b}', '{serviceName: <a> b}'] },
  'wrong-type': {
    speaks: [
      '{desiredCount: "2"}',
      '{desiredCount: 2.5}',
      '{desiredCount: two}',
      '{desiredCount: true}',
      '{serviceName: 12}',
      '{serviceName: true}',
      '{serviceName: []}',
      '{enableExecuteCommand: "yes"}',
      '{enableExecuteCommand: "off"}',
      '{enableExecuteCommand: "maybe"}',
      '{enableExecuteCommand: 1}',
      '{deploymentConfiguration: {strategy: LINEAR, linearConfiguration: {stepPercent: "10.5"}}}',
      '{deploymentConfiguration: {strategy: LINEAR, linearConfiguration: {stepPercent: ten}}}',
      '{deploymentConfiguration: {strategy: LINEAR, linearConfiguration: {stepPercent: true}}}',
      '{loadBalancers: web}',
      '{deploymentController: ECS}',
      volume('encrypted: "true"'),
      // More types than a sentence takes.
      '{volumeConfigurations: [{name: data, managedEBSVolume: {sizeInGiB: 10, volumeType: 3}}]}',
      '{volumeConfigurations: [{name: data, managedEBSVolume: {sizeInGiB: 10, tagSpecifications: [{resourceType: 3}]}}]}',
    ],
    silent: [`{${LB}}`, '{desiredCount: 2.0}'],
  },
};
