import { type Edges, TEMPLATE } from './edges';

const TARGET_GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef';
const LB = `loadBalancers: [{targetGroupArn: ${TARGET_GROUP}, containerName: web, containerPort: 80}]`;
const CODE_DEPLOY = `deploymentController: {type: CODE_DEPLOY}, ${LB}`;
const ANY = `deploymentController: {type: ${TEMPLATE}}`;
const LAMBDA =
  'hookTargetArn: arn:aws:lambda:eu-west-1:111122223333:function:check, roleArn: arn:aws:iam::111122223333:role/hooks';
const LATTICE =
  'vpcLatticeConfigurations: [{roleArn: arn:aws:iam::111122223333:role/lattice, targetGroupArn: arn:aws:vpc-lattice:eu-west-1:111122223333:targetgroup/tg-0123456789abcdef0, portName: http}]';
const hooks = (count: number, hook: string) => `[${Array.from({ length: count }, () => hook).join(', ')}]`;
const BREAKER = 'deploymentCircuitBreaker: {enable: true, rollback: true}';

export const deployment: Edges = {
  'alarms-with-other-controller': {
    speaks: [
      '{deploymentController: {type: EXTERNAL}, deploymentConfiguration: {alarms: {alarmNames: [], enable: false, rollback: false}}}',
    ],
    silent: [
      `{${ANY}, deploymentConfiguration: {alarms: {alarmNames: [a], enable: true, rollback: true}}}`,
      `{${CODE_DEPLOY}, deploymentConfiguration: {maximumPercent: 200}}`,
    ],
  },
  'bake-time-with-rolling': {
    speaks: ['{deploymentConfiguration: {strategy: ROLLING, bakeTimeInMinutes: 5}}'],
    silent: [
      '{deploymentConfiguration: {bakeTimeInMinutes: 0}}',
      '{deploymentConfiguration: {strategy: BLUE_GREEN, bakeTimeInMinutes: 5}}',
      `{deploymentConfiguration: {strategy: ${TEMPLATE}, bakeTimeInMinutes: 5}}`,
    ],
  },
  'circuit-breaker-with-other-controller': {
    silent: [
      `{${ANY}, deploymentConfiguration: {${BREAKER}}}`,
      `{${CODE_DEPLOY}, deploymentConfiguration: {deploymentCircuitBreaker: {enable: false, rollback: false}}}`,
    ],
  },
  'circuit-breaker-with-traffic-shift': {
    speaks: [`{deploymentConfiguration: {strategy: CANARY, ${BREAKER}}}`],
    silent: [
      `{deploymentConfiguration: {strategy: BLUE_GREEN, deploymentCircuitBreaker: {enable: false, rollback: false}}}`,
      `{${CODE_DEPLOY}, deploymentConfiguration: {strategy: BLUE_GREEN, ${BREAKER}}}`,
      `{deploymentConfiguration: {strategy: ${TEMPLATE}, ${BREAKER}}}`,
      `{deploymentConfiguration: {${BREAKER}}}`,
    ],
  },
  'early-success-below-minimum': {
    speaks: [
      '{deploymentConfiguration: {earlySuccessCriteria: {enable: true, healthyPercent: 99}}}',
      '{deploymentConfiguration: {minimumHealthyPercent: 100, earlySuccessCriteria: {enable: true, healthyPercent: 0}}}',
      '{schedulingStrategy: DAEMON, deploymentConfiguration: {minimumHealthyPercent: 50, earlySuccessCriteria: {enable: true, healthyPercent: 49}}}',
    ],
    silent: [
      '{deploymentConfiguration: {earlySuccessCriteria: {enable: true, healthyPercent: 100}}}',
      '{deploymentConfiguration: {minimumHealthyPercent: 50, earlySuccessCriteria: {enable: true, healthyPercent: 50}}}',
      '{deploymentConfiguration: {earlySuccessCriteria: {enable: false, healthyPercent: 50}}}',
      '{deploymentConfiguration: {earlySuccessCriteria: {enable: true, healthyPercent: -1}}}',
      '{deploymentConfiguration: {minimumHealthyPercent: 101, earlySuccessCriteria: {enable: true, healthyPercent: 50}}}',
      '{schedulingStrategy: DAEMON, deploymentConfiguration: {earlySuccessCriteria: {enable: true, healthyPercent: 50}}}',
    ],
  },
  'early-success-with-other-strategy': {
    silent: [
      `{${ANY}, deploymentConfiguration: {earlySuccessCriteria: {enable: true, healthyPercent: 100}}}`,
      `{deploymentConfiguration: {strategy: ${TEMPLATE}, earlySuccessCriteria: {enable: true, healthyPercent: 100}}}`,
      '{deploymentConfiguration: {strategy: BLUE_GREEN, earlySuccessCriteria: {enable: false}}}',
    ],
  },
  'external-controller-with-task-set-member': {
    silent: [
      '{deploymentController: {type: EXTERNAL}, loadBalancers: [], serviceRegistries: []}',
      `{deploymentController: {type: EXTERNAL}, taskDefinition: ${TEMPLATE}, launchType: ${TEMPLATE}}`,
    ],
  },
  'hooks-without-traffic-shift': {
    speaks: [
      {
        text: '{service: web, deploymentConfiguration: {strategy: ROLLING, lifecycleHooks: [{targetType: PAUSE, lifecycleStages: [POST_SCALE_UP]}]}}',
        profile: 'update-service',
      },
    ],
    silent: [
      `{${ANY}, deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: [{${LAMBDA}, lifecycleStages: [PRE_SCALE_UP]}]}}`,
      '{deploymentConfiguration: {lifecycleHooks: []}}',
      `{deploymentConfiguration: {strategy: ${TEMPLATE}, lifecycleHooks: [{${LAMBDA}, lifecycleStages: [PRE_SCALE_UP]}]}}`,
    ],
  },
  'incomplete-early-success': {
    speaks: ['{deploymentConfiguration: {earlySuccessCriteria: {enable: true}}}'],
    silent: [
      '{deploymentConfiguration: {earlySuccessCriteria: {enable: true, healthyPercent: null, sourceServiceRevisionCleanup: BLOCKING}}}',
      '{deploymentConfiguration: {earlySuccessCriteria: {enable: false}}}',
      `{deploymentConfiguration: {earlySuccessCriteria: {enable: true, healthyPercent: ${TEMPLATE}, sourceServiceRevisionCleanup: BLOCKING}}}`,
    ],
  },
  'incomplete-lambda-hook': {
    speaks: [
      `{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: [{${LAMBDA}, lifecycleStages: []}]}}`,
      `{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: [{targetType: AWS_LAMBDA, ${LAMBDA}}]}}`,
      '{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: [{lifecycleStages: [PRE_SCALE_UP]}]}}',
    ],
    silent: [
      '{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: [{targetType: PAUSE, lifecycleStages: [PRE_SCALE_UP]}]}}',
      `{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: [{targetType: ${TEMPLATE}, lifecycleStages: [PRE_SCALE_UP]}]}}`,
      `{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: [{${LAMBDA.replace(/arn:aws:iam.*/, 'null')}, lifecycleStages: [PRE_SCALE_UP]}]}}`,
      '{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: [check]}}',
      `{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: [${TEMPLATE}]}}`,
      '{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: [null]}}',
    ],
  },
  'maximum-percent-below-100': {
    speaks: [
      '{deploymentConfiguration: {maximumPercent: 99, minimumHealthyPercent: 50}}',
      '{deploymentConfiguration: {maximumPercent: 0, minimumHealthyPercent: 0}}',
    ],
    silent: [
      '{deploymentConfiguration: {maximumPercent: 100, minimumHealthyPercent: 50}}',
      '{deploymentConfiguration: {maximumPercent: -1}}',
      '{schedulingStrategy: DAEMON, deploymentConfiguration: {maximumPercent: 50}}',
      `{${CODE_DEPLOY}, deploymentConfiguration: {maximumPercent: 50}}`,
    ],
  },
  'minimum-above-maximum-percent': {
    speaks: ['{schedulingStrategy: DAEMON, deploymentConfiguration: {minimumHealthyPercent: 100, maximumPercent: 99}}'],
    silent: [
      '{schedulingStrategy: DAEMON, deploymentConfiguration: {minimumHealthyPercent: 101, maximumPercent: 50}}',
      '{deploymentConfiguration: {minimumHealthyPercent: 100, maximumPercent: 99}}',
      '{deploymentConfiguration: {minimumHealthyPercent: 150, maximumPercent: 120}}',
      '{schedulingStrategy: DAEMON, deploymentConfiguration: {minimumHealthyPercent: 50, maximumPercent: 50}}',
    ],
  },
  'missing-bake-time': {
    silent: [
      `{${CODE_DEPLOY}, deploymentConfiguration: {strategy: BLUE_GREEN}}`,
      '{deploymentConfiguration: {strategy: BLUE_GREEN, bakeTimeInMinutes: null}}',
      '{deploymentConfiguration: {strategy: BLUE_GREEN, bakeTimeInMinutes: 0}}',
      '{deploymentConfiguration: {strategy: LINEAR}}',
    ],
  },
  'no-alarm-names': {
    silent: [
      '{deploymentConfiguration: {alarms: {enable: true, rollback: true}}}',
      '{deploymentConfiguration: {alarms: {alarmNames: [], enable: false, rollback: false}}}',
      `{deploymentConfiguration: {alarms: {alarmNames: ${TEMPLATE}, enable: true, rollback: true}}}`,
    ],
  },
  'pause-hook-while-traffic-moves': {
    speaks: [
      '{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: [{targetType: PAUSE, lifecycleStages: [POST_SCALE_UP, TEST_TRAFFIC_SHIFT, PRODUCTION_TRAFFIC_SHIFT]}]}}',
    ],
    silent: [
      `{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: [{${LAMBDA}, lifecycleStages: [TEST_TRAFFIC_SHIFT]}]}}`,
      '{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: [{targetType: PAUSE, lifecycleStages: [PRE_SCALE_UP]}]}}',
    ],
  },
  'pause-hook-with-target': {
    speaks: [
      '{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: [{targetType: PAUSE, hookDetails: {a: 1}, lifecycleStages: [PRE_SCALE_UP]}]}}',
    ],
  },
  'percentages-that-block-deployments': {
    speaks: ['{deploymentConfiguration: {maximumPercent: 100}}'],
    silent: [
      '{schedulingStrategy: DAEMON, deploymentConfiguration: {maximumPercent: 100, minimumHealthyPercent: 100}}',
      `{${CODE_DEPLOY}, deploymentConfiguration: {maximumPercent: 100, minimumHealthyPercent: 100}}`,
      {
        text: 'service: web\nschedulingStrategy: REPLICA\ndeploymentController:\n  type: ECS\ndeploymentConfiguration:\n  maximumPercent: 100\n',
        profile: 'update-service',
      },
    ],
  },
  'percentages-with-other-controller': {
    speaks: [
      '{deploymentController: {type: EXTERNAL}, deploymentConfiguration: {maximumPercent: 150}}',
      `{launchType: FARGATE, ${CODE_DEPLOY}, deploymentConfiguration: {maximumPercent: 150}}`,
    ],
    silent: [
      `{${ANY}, deploymentConfiguration: {maximumPercent: 150}}`,
      `{${CODE_DEPLOY}, deploymentConfiguration: {maximumPercent: 200, minimumHealthyPercent: 100}}`,
    ],
  },
  'several-alarms-in-one-name': {
    speaks: [`{deploymentConfiguration: {alarms: {alarmNames: ["a, b", ${TEMPLATE}], enable: true, rollback: true}}}`],
  },
  'shift-settings-without-strategy': {
    speaks: ['{deploymentConfiguration: {strategy: CANARY, linearConfiguration: {stepPercent: 10}}}'],
    silent: [
      `{deploymentConfiguration: {strategy: ${TEMPLATE}, linearConfiguration: {stepPercent: 10}}}`,
      '{deploymentConfiguration: {strategy: LINEAR, linearConfiguration: {stepPercent: 10}}}',
    ],
  },
  'shift-without-traffic': {
    speaks: ['{deploymentConfiguration: {strategy: CANARY}}'],
    silent: [
      `{deploymentConfiguration: {strategy: LINEAR}, ${LATTICE}}`,
      `{deploymentController: {type: EXTERNAL}, deploymentConfiguration: {strategy: LINEAR}}`,
      '{deploymentConfiguration: {strategy: BLUE_GREEN}}',
      '{deploymentConfiguration: {strategy: LINEAR}, serviceConnectConfiguration: {enabled: true, namespace: shop}}',
      `{deploymentConfiguration: {strategy: LINEAR}, ${LB}}`,
    ],
  },
  'strategy-with-other-controller': {
    silent: [
      `{${ANY}, deploymentConfiguration: {strategy: CANARY}}`,
      `{${CODE_DEPLOY}, deploymentConfiguration: {strategy: ROLLING}}`,
      `{${CODE_DEPLOY}, deploymentConfiguration: {strategy: ${TEMPLATE}}}`,
    ],
  },
  'threshold-above-100-percent': {
    speaks: [
      '{deploymentConfiguration: {deploymentCircuitBreaker: {enable: true, rollback: true, thresholdConfiguration: {type: BOUNDED_PERCENT, value: 101}}}}',
    ],
    silent: [
      '{deploymentConfiguration: {deploymentCircuitBreaker: {enable: true, rollback: true, thresholdConfiguration: {type: BOUNDED_PERCENT, value: 100}}}}',
      '{deploymentConfiguration: {deploymentCircuitBreaker: {enable: true, rollback: true, thresholdConfiguration: {type: BOUNDED_PERCENT}}}}',
      '{deploymentConfiguration: {deploymentCircuitBreaker: {enable: true, rollback: true, thresholdConfiguration: {type: COUNT, value: 200}}}}',
    ],
  },
  'too-many-hooks': {
    speaks: [
      `{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: ${hooks(11, `{${LAMBDA}, lifecycleStages: [PRE_SCALE_UP]}`)}}}`,
      `{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: ${hooks(11, `{targetType: AWS_LAMBDA, ${LAMBDA}, lifecycleStages: [PRE_SCALE_UP]}`)}}}`,
      `{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: ${hooks(11, '{targetType: PAUSE, lifecycleStages: [PRE_SCALE_UP]}')}}}`,
    ],
    silent: [
      `{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: ${hooks(10, `{${LAMBDA}, lifecycleStages: [PRE_SCALE_UP]}`)}}}`,
      `{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: ${hooks(11, TEMPLATE)}}}`,
      `{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: ${hooks(6, `{${LAMBDA}, lifecycleStages: [PRE_SCALE_UP]}, {targetType: PAUSE, lifecycleStages: [PRE_SCALE_UP]}`)}}}`,
      `{deploymentConfiguration: {strategy: BLUE_GREEN, lifecycleHooks: [${'{lifecycleStages: [POST_SCALE_UP]}, '.repeat(10)}null]}}`,
    ],
  },
};
