import { type CaseWithFiles, type Edges, TEMPLATE } from './edges';

const connect = (services: string, more = '') =>
  `{serviceConnectConfiguration: {enabled: true, namespace: internal, services: [${services}]}${more}}`;
const entry = (more: string) => `{portName: http, ${more}}`;
const alias = (port: number | string, dnsName: string) => `clientAliases: [{port: ${port}, dnsName: ${dnsName}}]`;
const NAMED =
  '{containerDefinitions: [{name: web, image: "web:1", memory: 128, portMappings: [{name: admin, containerPort: 81}, {name: http, containerPort: 8080}]}]}';
const timeout = (idle: number, request: number) =>
  connect(
    entry(`timeout: {idleTimeoutSeconds: ${idle}, perRequestTimeoutSeconds: ${request}}, clientAliases: [{port: 80}]`),
  );
const REGISTRY = 'registryArn: arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-a';

/** Two services in one file, the second as given. */
const two = (first: string, second: string): CaseWithFiles => ({ text: `${first}---\n${second}` });
const whole = (
  name: string,
  {
    cluster = 'cluster: main\n',
    namespace = '  namespace: shop\n',
    enabled = 'true',
    discovery = 'site',
    dns = 'site',
  } = {},
) =>
  `serviceName: ${name}\n${cluster}taskDefinition: ${name}:1\ndesiredCount: 2\nserviceConnectConfiguration:\n  enabled: ${enabled}\n${namespace}  services:\n    - portName: http\n      discoveryName: ${discovery}\n      clientAliases:\n        - port: 80\n          dnsName: ${dns}\n`;
const NAMESPACE = '  namespace: arn:aws:servicediscovery:eu-west-1:111122223333:namespace/ns-a\n';
const OTHER_CLUSTER = { cluster: 'cluster: staging\n' };

const together = {
  speaks: [
    two(whole('web'), whole('api')),
    // One namespace by its ARN is one, whatever the cluster; else the name counts in its cluster.
    two(whole('web', { namespace: NAMESPACE }), whole('api', { namespace: NAMESPACE, ...OTHER_CLUSTER })),
    two(whole('web', { namespace: '' }), whole('api', { namespace: '' })),
    two(whole('web'), whole('api', { cluster: 'cluster: arn:aws:ecs:eu-west-1:111122223333:cluster/main\n' })),
  ],
  silent: [
    two(whole('web'), whole('web')),
    two(whole('web'), whole('api', OTHER_CLUSTER)),
    two(whole('web'), whole('api', { namespace: '  namespace: other\n' })),
    two(whole('web'), whole('api', { enabled: 'false' })),
    two(whole('web', { enabled: 'false' }), whole('api')),
    two(whole('web', { cluster: '' }), whole('api', { cluster: '' })),
    two(
      whole('web', { namespace: `  namespace: ${TEMPLATE}\n` }),
      whole('api', { namespace: `  namespace: ${TEMPLATE}\n` }),
    ),
    two(whole('web', { discovery: 'a', dns: 'a' }), whole('api', { discovery: 'b', dns: 'b' })),
    two(whole('web', { discovery: TEMPLATE, dns: TEMPLATE }), whole('api', { discovery: TEMPLATE, dns: TEMPLATE })),
    two(whole(TEMPLATE), whole('api')),
    two(whole('web'), whole(TEMPLATE)),
  ],
};

export const serviceConnect: Edges = {
  'access-log-without-log-configuration': {
    silent: [
      '{serviceConnectConfiguration: {enabled: false, accessLogConfiguration: {format: JSON}}}',
      `{serviceConnectConfiguration: {enabled: true, namespace: shop, accessLogConfiguration: {format: JSON}, logConfiguration: ${TEMPLATE}}}`,
    ],
  },
  'client-alias-in-two-services': {
    ...together,
    silent: [
      ...together.silent,
      two(whole('web').replace('port: 80', 'port: 81'), whole('api')),
      two(whole('web').replace('port: 80', `port: ${TEMPLATE}`), whole('api').replace('port: 80', `port: ${TEMPLATE}`)),
    ],
  },
  'discovery-name-in-two-services': {
    ...together,
    silent: [
      ...together.silent,
      // Whether Service Connect is on they do not say.
      two(whole('web', { enabled: TEMPLATE }), whole('api', { enabled: TEMPLATE })),
      two(whole('web'), whole('api', { cluster: 'cluster: pain\n' })),
    ],
  },
  'connect-service-without-alias': {
    speaks: [
      { text: connect('{portName: http}'), taskDefinition: NAMED },
      { text: connect('{portName: other}'), taskDefinition: NAMED },
      { text: connect('{discoveryName: web}'), taskDefinition: NAMED },
    ],
    silent: [
      connect('http'),
      connect(entry(`clientAliases: ${TEMPLATE}`)),
      connect('{portName: http}').replace('enabled: true', 'enabled: false'),
      '{serviceConnectConfiguration: {enabled: true, namespace: shop, services: [null]}}',
    ],
  },
  'dns-name-labels': {
    speaks: [
      connect(entry(alias(80, 'a'.repeat(64)))),
      connect(entry(alias(80, 'a..b'))),
      connect(entry(alias(80, '.a'))),
      connect(entry(alias(80, '"."'))),
    ],
    silent: [
      connect(entry(alias(80, 'a'.repeat(63)))),
      connect(entry(alias(80, 'a.b.'))),
      connect(entry(alias(80, TEMPLATE))),
    ],
  },
  'duplicate-client-alias': {
    speaks: [connect(`${entry(alias(80, 'web'))}, {portName: api, ${alias(80, 'web')}}`)],
    silent: [
      connect(`${entry(alias(80, 'web'))}, {portName: api, ${alias(81, 'web')}}`),
      connect(`${entry(alias(80, 'web'))}, {portName: api, ${alias(80, 'api')}}`),
      connect(`${entry(alias(TEMPLATE, 'web'))}, {portName: api, ${alias(TEMPLATE, 'web')}}`),
      connect(`${entry(alias(80, TEMPLATE))}, {portName: api, ${alias(80, TEMPLATE)}}`),
    ],
  },
  'request-timeout-above-idle-timeout': {
    speaks: [timeout(10, 11)],
    silent: [timeout(10, 10), timeout(0, 60), timeout(10, 0)],
  },
  'service-connect-disabled': {
    speaks: [
      '{serviceConnectConfiguration: {enabled: false, namespace: shop}}',
      '{serviceConnectConfiguration: {enabled: false, namespace: shop, services: [{portName: http}]}}',
    ],
    silent: [
      '{serviceConnectConfiguration: {enabled: false}}',
      '{serviceConnectConfiguration: {enabled: false, services: []}}',
      `{serviceConnectConfiguration: {enabled: false, namespace: ${TEMPLATE}}}`,
      '{serviceConnectConfiguration: {enabled: true, namespace: shop}}',
    ],
  },
  'service-connect-with-other-controller': {
    speaks: [connect('', ', deploymentController: {type: EXTERNAL}')],
    silent: [
      connect('', `, deploymentController: {type: ${TEMPLATE}}`),
      connect('', ', deploymentController: {type: ECS}'),
    ],
  },
  'service-connect-without-namespace': {
    silent: [
      '{serviceConnectConfiguration: {enabled: false}}',
      `{serviceConnectConfiguration: {enabled: true, namespace: ${TEMPLATE}}}`,
      `{serviceConnectConfiguration: {enabled: ${TEMPLATE}}}`,
    ],
  },
  'registries-on-old-platform': {
    silent: [
      `{platformVersion: 1.0.0, serviceRegistries: [{${REGISTRY}}]}`,
      `{launchType: FARGATE, platformVersion: 1.3.0, serviceRegistries: [{${REGISTRY}}]}`,
      '{launchType: FARGATE, platformVersion: 1.0.0, serviceRegistries: []}',
    ],
  },
  'registry-with-port-and-container': {
    speaks: [
      `{serviceRegistries: [{${REGISTRY}, port: 1, containerName: web, containerPort: 80}]}`,
      '{serviceRegistries: [{registryArn: "arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-a", port: 1, containerName: web, containerPort: 80}]}',
      '{serviceRegistries: [{registryArn: "arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-a", port: 80, containerName: web}]}',
    ],
    silent: [
      `{serviceRegistries: [{${REGISTRY}, port: 0, containerName: web, containerPort: 80}]}`,
      `{serviceRegistries: [{${REGISTRY}, port: ${TEMPLATE}, containerName: web, containerPort: 80}]}`,
      '{serviceRegistries: [{registryArn: "arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-a", port: 0, containerName: web, containerPort: 80}]}',
    ],
  },
  'registry-without-arn': {
    silent: [
      '{serviceRegistries: [web]}',
      `{serviceRegistries: [{registryArn: ${TEMPLATE}}]}`,
      '{serviceRegistries: [null]}',
    ],
  },
};
