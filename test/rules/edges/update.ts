import { type CaseWithFiles, type Edges, TEMPLATE } from './edges';

const WEB = '{launchType: EC2}';
const TG = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef';
const CODE_DEPLOY = `deploymentController: {type: CODE_DEPLOY}, loadBalancers: [{targetGroupArn: ${TG}, containerName: web, containerPort: 80}]`;
const after = (previous: string, text: string, more: Partial<CaseWithFiles> = {}): CaseWithFiles => ({
  text,
  previous,
  ...more,
});
const update = (text: string, previous: string): CaseWithFiles => ({ text, previous, profile: 'update-service' });
const providers = (name: string, more = '') =>
  `{capacityProviderStrategy: [{capacityProvider: ${name}, weight: 1}]${more}}`;
const MOVED = 'service: web\ncapacityProviderStrategy:\n  - capacityProvider: asg\n    weight: 1\n';
const WAS = 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\n';
const connect = (port = 'http', enabled = true) =>
  `{launchType: EC2, serviceConnectConfiguration: {enabled: ${enabled}, namespace: shop, services: [{portName: ${port}, clientAliases: [{port: 80}]}]}}`;
const task = (mapping: string) =>
  `{containerDefinitions: [{name: web, image: "web:1", memory: 128, portMappings: [{containerPort: 80, ${mapping}}]}]}`;
const ports = (before: string, now: string, service = connect()): CaseWithFiles => ({
  text: service,
  previous: service,
  taskDefinition: task(now),
  previousTaskDefinition: task(before),
});
/** Members that an update takes under the controller, changed all at once. */
const SMALL =
  'desiredCount: 3, healthCheckGracePeriodSeconds: 60, placementConstraints: [{type: distinctInstance}], placementStrategy: [{type: random}], enableECSManagedTags: true, propagateTags: SERVICE, enableExecuteCommand: true';
const ELSEWHERE =
  'cluster: other, clientToken: a, launchType: EC2, schedulingStrategy: DAEMON, role: ecs, tags: [{key: a}]';

export const updates: Edges = {
  'change-starts-deployment': {
    speaks: [
      after(WEB, '{launchType: EC2, taskDefinition: "web:2"}'),
      after(WEB, '{launchType: EC2, desiredCount: 3}'),
      after(WEB, '{launchType: EC2, enableExecuteCommand: true}'),
      after(WEB, '{launchType: EC2, loadBalancers: [{loadBalancerName: a, containerName: web, containerPort: 80}]}'),
      after(
        '{launchType: EC2, tags: [{key: a}], placementStrategy: [{type: random}]}',
        '{launchType: EC2, placementStrategy: [{type: random}, {type: random}]}',
      ),
      update('service: web\ndesiredCount: 3\ntaskDefinition: web:2\n', WAS),
      update('service: web\ndesiredCount: 3\ndeploymentController:\n  type: ECS\n', 'service: web\ndesiredCount: 2\n'),
      update('service: web\ndesiredCount: 3\n', 'service: web\ndesiredCount: 2\ndeploymentController:\n  type: ECS\n'),
      after(
        '{networkConfiguration: {awsvpcConfiguration: {subnets: [subnet-0a1b2c3d]}}}',
        '{networkConfiguration: {awsvpcConfiguration: {subnets: [subnet-4e5f6a7b]}}}',
      ),
      after(
        '{deploymentConfiguration: {lifecycleHooks: [{targetType: PAUSE, hookDetails: {a: 1}}]}}',
        '{deploymentConfiguration: {lifecycleHooks: [{targetType: PAUSE, hookDetails: [1]}]}}',
      ),
      // A default takes back what was said otherwise.
      after('{launchType: EC2, enableECSManagedTags: true}', '{launchType: EC2, enableECSManagedTags: false}'),
      // A whole definition that leaves the controller out means ECS.
      after('{deploymentController: {type: CODE_DEPLOY}}', '{desiredCount: 3}'),
      after(
        '{deploymentConfiguration: {lifecycleHooks: [{targetType: PAUSE, hookDetails: []}]}}',
        '{deploymentConfiguration: {lifecycleHooks: [{targetType: PAUSE, hookDetails: {}}]}}',
      ),
    ],
    silent: [
      after(WEB, WEB),
      after(WEB, '{launchType: EC2, propagateTags: NONE, enableExecuteCommand: false, placementStrategy: []}'),
      after(WEB, '{launchType: EC2, tags: [{key: a}]}'),
      after(WEB, `{launchType: EC2, taskDefinition: ${TEMPLATE}}`),
      after(`{launchType: EC2, desiredCount: ${TEMPLATE}}`, '{launchType: EC2, desiredCount: 3}'),
      after(
        '{launchType: EC2, placementStrategy: [{type: spread, field: host}]}',
        '{launchType: EC2, placementStrategy: [{field: host, type: spread}]}',
      ),
      after(
        `{launchType: EC2, placementStrategy: [{type: ${TEMPLATE}}]}`,
        '{launchType: EC2, placementStrategy: [{type: random}]}',
      ),
      after(`{${CODE_DEPLOY}}`, `{${CODE_DEPLOY}, desiredCount: 3}`),
      update('service: web\ndesiredCount: 3\n', 'service: web\ndesiredCount: 2\n'),
      update('service: web\ndesiredCount: 3\ndeploymentController:\n  type: CODE_DEPLOY\n', WAS),
      update(`service: web\ndesiredCount: 3\ndeploymentController:\n  type: ${TEMPLATE}\n`, WAS),
      update('service: web\ndesiredCount: 3\n', `${WAS}deploymentController:\n  type: ${TEMPLATE}\n`),
      '{launchType: EC2, desiredCount: 3}',
      after(
        '{networkConfiguration: {awsvpcConfiguration: {subnets: [subnet-0a1b2c3d]}}}',
        `{networkConfiguration: {awsvpcConfiguration: {subnets: [${TEMPLATE}]}}}`,
      ),
      // Null is as good as nothing.
      after(
        '{deploymentConfiguration: {maximumPercent: 200, alarms: null}}',
        '{deploymentConfiguration: {maximumPercent: 200}}',
      ),
      after(
        '{deploymentConfiguration: {maximumPercent: 200}}',
        '{deploymentConfiguration: {maximumPercent: 200, alarms: null}}',
      ),
      after('{platformVersion: 1.4.0}', '{platformVersion: null}'),
    ],
  },
  'provider-change-without-force': {
    speaks: [
      after(WEB, providers('asg')),
      after(providers('a'), providers('b')),
      update(MOVED, WAS),
      update(`${MOVED}forceNewDeployment: false\n`, WAS),
      update(MOVED, `${WAS}capacityProviderStrategy:\n  - capacityProvider: old\n    weight: 1\n`),
      update(MOVED, 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n'),
    ],
    silent: [
      after(providers('a'), providers('a')),
      update(`${MOVED}forceNewDeployment: true\n`, WAS),
      update(`${MOVED}forceNewDeployment: ${TEMPLATE}\n`, WAS),
      after(`{${CODE_DEPLOY}}`, providers('asg', `, ${CODE_DEPLOY}`)),
      providers('asg'),
    ],
  },
  'service-connect-port-changed': {
    speaks: [
      ports('name: http, appProtocol: http', 'name: http, appProtocol: grpc'),
      ports('name: http, protocol: tcp', 'name: http, protocol: udp'),
      ports('name: http, appProtocol: http', 'name: http'),
    ],
    silent: [
      ports('name: http, appProtocol: http', 'name: http, appProtocol: http'),
      ports('name: old, appProtocol: http', 'name: http, appProtocol: grpc'),
      ports('name: http, appProtocol: http', 'name: new, appProtocol: grpc'),
      ports('name: http, appProtocol: http', 'name: http, appProtocol: grpc', connect('http', false)),
      ports('name: http, appProtocol: http', 'name: http, appProtocol: grpc', connect(TEMPLATE)),
      ports('name: http, appProtocol: http', `name: http, appProtocol: ${TEMPLATE}`),
      { text: connect(), previous: connect(), taskDefinition: task('name: http, appProtocol: grpc') },
      { text: connect(), previous: connect() },
    ],
  },
  'update-cannot-change': {
    speaks: [
      after('{launchType: EC2, cluster: a}', '{launchType: EC2, cluster: b}'),
      after('{launchType: EC2, tags: [{key: a}]}', '{launchType: EC2, tags: [{key: b}]}'),
      after('{launchType: EC2}', '{launchType: EC2, role: ecs}'),
      after('{cluster: a}', '{cluster: a, launchType: FARGATE}'),
      after('{launchType: EC2}', '{launchType: EC2, schedulingStrategy: DAEMON}'),
    ],
    silent: [
      after('{launchType: EC2, clientToken: a}', '{launchType: EC2, clientToken: b}'),
      after('{serviceName: a}', '{serviceName: b}'),
      after('{launchType: EC2, schedulingStrategy: REPLICA}', '{launchType: EC2}'),
      after('{launchType: EC2}', '{launchType: EC2, schedulingStrategy: REPLICA, cluster: default, tags: []}'),
      after('{launchType: EC2, desiredCount: 2}', '{launchType: EC2, desiredCount: 3}'),
      '{launchType: EC2, cluster: b}',
    ],
  },
  'update-not-for-controller': {
    speaks: [
      after(
        '{deploymentController: {type: EXTERNAL}}',
        '{deploymentController: {type: EXTERNAL}, deploymentConfiguration: {maximumPercent: 150}}',
      ),
      after(`{${CODE_DEPLOY}}`, `{${CODE_DEPLOY}, platformVersion: 1.4.0}`),
      update(
        'service: web\ntaskDefinition: web:2\ndesiredCount: 2\n',
        `${WAS}deploymentController:\n  type: CODE_DEPLOY\n`,
      ),
      update(
        'service: api\nforceNewDeployment: true\ndesiredCount: 2\n',
        `${WAS}deploymentController:\n  type: CODE_DEPLOY\n`,
      ),
    ],
    silent: [
      after(`{${CODE_DEPLOY}}`, `{${CODE_DEPLOY}, deploymentConfiguration: {maximumPercent: 150}, ${SMALL}}`),
      after('{deploymentController: {type: EXTERNAL}}', `{deploymentController: {type: EXTERNAL}, ${SMALL}}`),
      after(`{serviceName: a, ${CODE_DEPLOY}}`, `{serviceName: b, ${CODE_DEPLOY}, ${ELSEWHERE}}`),
      // Moving between controllers is a change of its own.
      after('{launchType: EC2}', `{${CODE_DEPLOY}, taskDefinition: "web:2"}`),
      after('{launchType: EC2}', '{launchType: EC2, taskDefinition: "web:2"}'),
      `{${CODE_DEPLOY}, taskDefinition: "web:2"}`,
      update(
        'service: api\nforceNewDeployment: false\ndesiredCount: 2\n',
        `${WAS}deploymentController:\n  type: CODE_DEPLOY\n`,
      ),
      after(`{${CODE_DEPLOY}}`, `{${CODE_DEPLOY}, newMember: 1}`),
      // Looked at without its previous version: update-with-code-deploy.
      update(
        'service: web\ntaskDefinition: web:2\ndesiredCount: 2\ndeploymentController:\n  type: CODE_DEPLOY\n',
        `${WAS}deploymentController:\n  type: CODE_DEPLOY\n`,
      ),
      update(
        'service: web\nforceNewDeployment: true\ndesiredCount: 2\n',
        `${WAS}deploymentController:\n  type: EXTERNAL\n`,
      ),
    ],
  },
};

const named = (name: string, cluster: string) =>
  `serviceName: ${name}\n${cluster}taskDefinition: web:1\ndesiredCount: 2\n`;
const MAIN = 'cluster: main\n';
const ARN = 'cluster: arn:aws:ecs:eu-west-1:111122223333:cluster/main\n';
const beside = (text: string, other: string, file = 'other.yaml'): CaseWithFiles => ({
  text,
  beside: { [file]: other },
});

const OTHER_TG = TG.replace('/web/', '/api/');
const REGISTRY = 'arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-a1b2c3d4e5f6g7h8';
const behind = (name: string, first: string, second?: string) =>
  `${named(name, '')}loadBalancers:\n  - targetGroupArn: ${first}\n    containerName: web\n    containerPort: 80\n${
    second ? `    advancedConfiguration:\n      alternateTargetGroupArn: ${second}\n` : ''
  }`;
const found = (name: string, arn: string) => `${named(name, '')}serviceRegistries:\n  - registryArn: ${arn}\n`;

export const workspace: Edges = {
  'service-defined-twice': {
    speaks: [
      beside(named('web', MAIN), named('web', MAIN)),
      beside(named('web', MAIN), named('web', MAIN), 'prod/other.yaml'),
      beside(named('web', ARN), named('web', ARN), 'prod/other.yaml'),
      // The one beside it says most.
      { text: named('web', MAIN), beside: { 'prod/a.yaml': named('web', MAIN), 'b.yaml': named('web', MAIN) } },
      // Of many as many are named as one can take in.
      ...[2, 3, 19, 20, 21, 22].map((n) => ({
        text: named('web', MAIN),
        beside: Object.fromEntries(Array.from({ length: n }, (_, i) => [`f${i}/a${i}.yaml`, named('web', MAIN)])),
      })),
    ],
    silent: [
      beside(named('web', MAIN), named('api', MAIN)),
      beside(named('web', ''), named('web', '')),
      beside(named('web', MAIN), named('web', '')),
      beside(named(TEMPLATE, MAIN), named(TEMPLATE, MAIN)),
      beside(named('web', `cluster: ${TEMPLATE}\n`), named('web', `cluster: ${TEMPLATE}\n`)),
    ],
  },
  'target-group-in-two-services': {
    speaks: [
      beside(behind('web', TG), behind('api', TG)),
      beside(behind('web', OTHER_TG, TG), behind('api', TG)),
      beside(behind('web', TG), behind('api', OTHER_TG, TG)),
    ],
    silent: [
      beside(behind('web', TG), behind('api', OTHER_TG)),
      beside(behind('web', TG), behind('web', TG)),
      beside(behind(TEMPLATE, TG), behind('api', TG)),
      beside(behind('web', TG), behind(TEMPLATE, TG)),
      beside(behind('web', TEMPLATE), behind('api', TEMPLATE)),
    ],
  },
  'registry-in-two-services': {
    speaks: [beside(found('web', REGISTRY), found('api', REGISTRY))],
    silent: [
      beside(found('web', REGISTRY), found('api', REGISTRY.replace('srv-', 'srv-x'))),
      beside(found('web', REGISTRY), found('web', REGISTRY)),
      beside(found('web', TEMPLATE), found('api', TEMPLATE)),
    ],
  },

  'update-with-code-deploy': {
    speaks: [
      {
        text: `service: web\nloadBalancers:\n  - loadBalancerName: a\ndesiredCount: 2\ndeploymentController:\n  type: CODE_DEPLOY\n`,
        profile: 'update-service',
      },
    ],
    silent: [
      {
        text: `service: web\ntaskDefinition: ${TEMPLATE}\nloadBalancers: []\ndesiredCount: 2\ndeploymentController:\n  type: CODE_DEPLOY\n`,
        profile: 'update-service',
      },
    ],
  },
};
