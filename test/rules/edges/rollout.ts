import { type Edges, TEMPLATE } from './edges';

const figures = (desired: number, min: number | string, max: number | string, more = '') =>
  `{desiredCount: ${desired}, deploymentConfiguration: {minimumHealthyPercent: ${min}, maximumPercent: ${max}}${more}}`;
const threshold = (desired: number, type: string, value: number | string, more = '') =>
  `{desiredCount: ${desired}, deploymentConfiguration: {${more}deploymentCircuitBreaker: {enable: true, rollback: true, thresholdConfiguration: {type: ${type}, value: ${value}}}}}`;
const linear = (step: number | string, wait: number | string, bake: number | string) =>
  `{deploymentConfiguration: {strategy: LINEAR, bakeTimeInMinutes: ${bake}, linearConfiguration: {stepPercent: ${step}, stepBakeTimeInMinutes: ${wait}}}}`;
const canary = (wait: number | string, bake: number | string) =>
  `{deploymentConfiguration: {strategy: CANARY, bakeTimeInMinutes: ${bake}, canaryConfiguration: {canaryBakeTimeInMinutes: ${wait}}}}`;
const ports = (mode: string, mapping: string) =>
  `{networkMode: ${mode}, containerDefinitions: [{name: web, image: "web:1", memory: 128, portMappings: [${mapping}]}]}`;
const ON_PORTS =
  '{launchType: EC2, desiredCount: 2, deploymentConfiguration: {minimumHealthyPercent: 100, maximumPercent: 200}}';
const breaker = (enable: boolean, rollback: boolean, more = '') =>
  `{${more}deploymentConfiguration: {deploymentCircuitBreaker: {enable: ${enable}, rollback: ${rollback}}}}`;

export const rollout: Edges = {
  'breaker-threshold-out-of-reach': {
    silent: [
      threshold(1, 'COUNT', 1),
      threshold(4, 'COUNT', 4),
      threshold(4, 'COUNT', 6),
      threshold(1, 'COUNT', 200, 'strategy: BLUE_GREEN, '),
      threshold(0, 'COUNT', 200),
      threshold(1, 'COUNT', TEMPLATE),
      threshold(1, TEMPLATE, 200),
      threshold(1, 'COUNT', 200).replace('enable: true', 'enable: false'),
      threshold(1, 'COUNT', 200).replace('desiredCount: 1', `desiredCount: ${TEMPLATE}`),
      threshold(1, 'COUNT', 200).replace(
        'deploymentConfiguration: {',
        `deploymentConfiguration: {maximumPercent: ${TEMPLATE}, `,
      ),
      // What is assumed of a template proves nothing.
      threshold(1, 'COUNT', 5000).replace('{', `{healthCheckGracePeriodSeconds: ${TEMPLATE}, `),
      // Slow, but within three hours.
      threshold(1, 'COUNT', 350),
    ],
    speaks: [
      threshold(1, 'COUNT', 5000),
      threshold(2, 'COUNT', 5000),
      ...[360, 700, 740].map((value) => threshold(1, 'COUNT', value)),
    ],
  },
  'daemon-cannot-move': {
    speaks: [
      '{schedulingStrategy: DAEMON, deploymentConfiguration: {minimumHealthyPercent: 1}}',
      '{schedulingStrategy: DAEMON, deploymentConfiguration: {minimumHealthyPercent: 66}}',
      '{schedulingStrategy: DAEMON, deploymentConfiguration: {minimumHealthyPercent: 100}}',
      '{schedulingStrategy: DAEMON, deploymentConfiguration: {minimumHealthyPercent: 50}}',
    ],
    silent: [
      '{schedulingStrategy: DAEMON, deploymentConfiguration: {minimumHealthyPercent: 0}}',
      '{schedulingStrategy: DAEMON, deploymentController: {type: EXTERNAL}, deploymentConfiguration: {minimumHealthyPercent: 100}}',
      '{schedulingStrategy: DAEMON}',
      '{deploymentConfiguration: {minimumHealthyPercent: 50}}',
      // Beyond the range: out-of-range.
      '{schedulingStrategy: DAEMON, deploymentConfiguration: {minimumHealthyPercent: 101}}',
    ],
  },
  'rollback-without-completed-deployment': {
    speaks: [breaker(true, true)],
    silent: [
      breaker(true, false),
      breaker(false, true),
      breaker(true, true, 'deploymentController: {type: EXTERNAL}, '),
    ],
  },
  'rollout-cannot-move': {
    speaks: [
      figures(1, 100, 150),
      figures(3, 67, 100),
      figures(1, 50, 100),
      figures(10, 91, 109),
      figures(5, 100, 101),
    ],
    silent: [
      figures(1, 100, 200),
      figures(3, 66, 100),
      figures(4, 100, 125),
      figures(2, 100, 100),
      figures(0, 100, 150),
      figures(1, TEMPLATE, 150),
      figures(1, 100, TEMPLATE),
      figures(1, 100, 150, ', deploymentController: {type: EXTERNAL}'),
      figures(1, 100, 150, ', schedulingStrategy: DAEMON'),
      '{desiredCount: 1, deploymentConfiguration: {strategy: BLUE_GREEN, minimumHealthyPercent: 100, maximumPercent: 150}}',
      '{desiredCount: 1, deploymentConfiguration: {minimumHealthyPercent: 100}}',
    ],
  },
  'rollout-drops-to-zero': {
    speaks: [
      figures(1, 0, 100),
      figures(2, 0, 200),
      figures(2, 0, 100, ', loadBalancers: [{loadBalancerName: web, containerName: web, containerPort: 80}]'),
      figures(2, 0, 200, ', loadBalancers: [{loadBalancerName: web, containerName: web, containerPort: 80}]'),
      figures(2, 0, 101),
    ],
    silent: [figures(2, 1, 200), figures(0, 0, 200), '{deploymentConfiguration: {maximumPercent: 200}}'],
  },
  'rollout-needs-spare-instance': {
    speaks: [
      '{launchType: EC2, desiredCount: 2, placementConstraints: [{type: distinctInstance}]}',
      '{launchType: EC2, desiredCount: 2, placementConstraints: [{type: distinctInstance}], deploymentConfiguration: {minimumHealthyPercent: 51, maximumPercent: 150}}',
      { text: ON_PORTS, taskDefinition: ports('bridge', '{containerPort: 80, hostPort: 8080}') },
      { text: ON_PORTS, taskDefinition: ports('host', '{containerPort: 80}') },
    ],
    silent: [
      '{launchType: FARGATE, desiredCount: 2, placementConstraints: [{type: distinctInstance}]}',
      '{launchType: EC2, desiredCount: 2, placementConstraints: [{type: distinctInstance}], deploymentConfiguration: {minimumHealthyPercent: 50}}',
      '{launchType: EC2, desiredCount: 2, placementConstraints: [{type: distinctInstance}], deploymentConfiguration: {minimumHealthyPercent: 100, maximumPercent: 149}}',
      '{launchType: EC2, desiredCount: 2, placementConstraints: [{type: memberOf, expression: "attribute:slot == 1"}]}',
      { text: ON_PORTS, taskDefinition: ports('bridge', '{containerPort: 80, hostPort: 0}') },
      { text: ON_PORTS, taskDefinition: ports('bridge', '{containerPort: 80}') },
      { text: ON_PORTS, taskDefinition: ports('awsvpc', '{containerPort: 80, hostPort: 80}') },
      { text: ON_PORTS, taskDefinition: ports('none', '{containerPort: 80, hostPort: 80}') },
      { text: ON_PORTS, taskDefinition: ports(TEMPLATE, '{containerPort: 80, hostPort: 80}') },
      { text: ON_PORTS, taskDefinition: ports('host', '{containerPortRange: 80-90}') },
    ],
  },
  'rollout-outlasts-waiter': {
    speaks: [
      figures(100, 100, 101),
      figures(20, 95, 100),
      figures(40, 95, 105),
      figures(
        3,
        66,
        100,
        ', loadBalancers: [{targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef", containerName: web, containerPort: 80}]',
      ),
    ],
    silent: [
      figures(2, 100, 150),
      figures(3, 100, 134),
      figures(100, 100, 200),
      figures(1, 100, 150),
      figures(100, 100, 101, `, launchType: ${TEMPLATE}`).replace('desiredCount: 100', `desiredCount: ${TEMPLATE}`),
      figures(100, 100, 101, `, healthCheckGracePeriodSeconds: ${TEMPLATE}`),
    ],
  },
  'shift-outlasts-limits': {
    speaks: [
      linear(10, 220, 1),
      linear(10, 221, 0),
      linear(50, 1981, 0),
      canary(1981, 0),
      canary(0, 1981),
      canary(1440, 42000),
      linear(3, 1310, 0),
      linear(33.4, 1440, 41761),
      // Nothing given: steps of 10 percent, 6 minutes each; 10 minutes for a canary.
      '{deploymentConfiguration: {strategy: LINEAR, bakeTimeInMinutes: 1927}}',
      '{deploymentConfiguration: {strategy: CANARY, bakeTimeInMinutes: 1971}}',
      // 30 days, and not more.
      linear(3.3, 1440, 0),
      linear(1, 1440, 0),
      '{deploymentConfiguration: {strategy: LINEAR, linearConfiguration: {stepBakeTimeInMinutes: 1440}}}',
    ],
    silent: [
      linear(10, 220, 0),
      linear(50, 1980, 0),
      canary(1980, 0),
      canary(990, 990),
      linear(0, 1440, 0),
      linear(-1, 1440, 0),
      linear(TEMPLATE, 1440, 0),
      linear(10, TEMPLATE, 0),
      linear(10, 220, TEMPLATE),
      canary(TEMPLATE, 0),
      '{deploymentConfiguration: {strategy: LINEAR, bakeTimeInMinutes: 1926}}',
      '{deploymentConfiguration: {strategy: CANARY, bakeTimeInMinutes: 1970}}',
      '{deploymentConfiguration: {strategy: BLUE_GREEN, bakeTimeInMinutes: 1440}}',
    ],
  },
};
