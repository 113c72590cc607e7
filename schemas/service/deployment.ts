import { choice, integer, optional, required, structure } from '../fields';
import { assumed, documented, recorded } from '../meta';
import { earlySuccess } from './early-success';
import { alarms, circuitBreaker } from './failure-detection';
import { hookList } from './lifecycle-hooks';
import { canaryConfiguration, linearConfiguration, strategyChoice } from './strategies';

const deploymentConfiguration = structure('DeploymentConfiguration', {
  strategy: optional(strategyChoice(), {
    doc: `How the ECS controller goes from old to new. ROLLING replaces tasks in place within the two percentages; the others run a second full
      set and move traffic. Not for CODE_DEPLOY or EXTERNAL, which have their own ways.`,
    default: 'ROLLING',
    guide: 'deployment-types.html',
    since: '2026',
    rank: 2,
  }),
  maximumPercent: optional(integer({ min: assumed(0, 'a share of tasks cannot be negative') }), {
    doc: `Upper limit on tasks of all revisions that may be running or pending during a deployment, in percent of desiredCount, rounded down. It
      decides how many new tasks can start before old ones stop. REPLICA services are refused below 100; DAEMON services take only
      up to 100. Together with minimumHealthyPercent it has to leave room for at least one task, or nothing ever moves.`,
    default: { value: 200, cases: [{ when: 'schedulingStrategy is DAEMON', value: 100 }] },
    unit: 'percent',
    guide: 'deployment-type-ecs.html',
    rank: 1,
  }),
  minimumHealthyPercent: optional(
    integer({
      min: assumed(0, 'a share of tasks cannot be negative'),
      max: recorded(100, 'ecs-service-deployment-percent (2026-09)'),
    }),
    {
      doc: `Lower limit on healthy tasks during a deployment, in percent of desiredCount, rounded up. At 100 new tasks have to be healthy
        before old ones go, which needs spare capacity; below, ECS may stop old tasks first. With few tasks the rounding eats the difference:
        50 percent of one task is one task. The console fills in 50 for DAEMON services, the API does not.`,
      default: { value: 100, cases: [{ when: 'schedulingStrategy is DAEMON', value: 0 }] },
      unit: 'percent',
      guide: 'deployment-type-ecs.html',
      rank: 1,
    },
  ),
  deploymentCircuitBreaker: optional(circuitBreaker, {
    doc: `Gives a deployment up once too many of its tasks have failed, and can roll it back. Only for the ECS controller, and not with a
      Classic Load Balancer. Off by default, so that a broken version is tried again and again for ever.`,
    default: { text: 'off' },
    guide: 'deployment-circuit-breaker.html',
    since: 'BOTO3-2024',
    rank: 1,
    snippet: { enable: true, rollback: true },
  }),
  alarms: optional(alarms, {
    doc: `CloudWatch alarms that end a deployment as failed. All three members are needed. Only with the ECS controller. Choose alarms that can
      fire within minutes: afterwards nobody rolls back.`,
    default: { text: 'none' },
    guide: 'deployment-alarm-failure.html',
    since: 'BOTO3-2024',
    rank: 2,
    snippet: { alarmNames: ['«alarm»'], enable: true, rollback: true },
  }),
  bakeTimeInMinutes: optional(integer({ min: documented(0), max: documented(1440, 'developer guide, bake time') }), {
    doc: `How long old and new tasks run side by side after all production traffic has moved. Until it is over a rollback is a matter of
      seconds; you pay for both sets meanwhile. Meant for BLUE_GREEN, LINEAR and CANARY; the reference asks for it with BLUE_GREEN.`,
    unit: 'minutes',
    guide: 'deployment-type-blue-green.html',
    since: '2026',
    rank: 2,
  }),
  lifecycleHooks: optional(hookList(), {
    doc: `Functions to call, or pauses to make, at given stages of a BLUE_GREEN, LINEAR or CANARY deployment. A hook that fails rolls the
      deployment back.`,
    guide: 'deployment-lifecycle-hooks.html',
    since: '2026',
    snippet: [
      {
        hookTargetArn: '«arn:aws:lambda:»',
        roleArn: '«arn:aws:iam::»',
        lifecycleStages: ['«POST_TEST_TRAFFIC_SHIFT»'],
      },
    ],
  }),
  linearConfiguration: optional(linearConfiguration, {
    doc: `Size and pace of the steps of a LINEAR deployment. Only together with strategy LINEAR and the ECS controller.`,
    default: { text: '10 percent every 6 minutes' },
    guide: 'deployment-type-linear.html',
    since: '2026',
    snippet: { stepPercent: '«10»', stepBakeTimeInMinutes: '«6»' },
  }),
  canaryConfiguration: optional(canaryConfiguration, {
    doc: `Size and duration of the first step of a CANARY deployment. Only together with strategy CANARY and the ECS controller.`,
    default: { text: '5 percent for 10 minutes' },
    guide: 'canary-deployment.html',
    since: '2026',
    snippet: { canaryPercent: '«5»', canaryBakeTimeInMinutes: '«10»' },
  }),
  earlySuccessCriteria: optional(earlySuccess, {
    doc: `Declares a rolling deployment done once a share of its tasks is healthy, and finishes the rest in the background. Saves waiting on
      services with many tasks. Only for ROLLING.`,
    default: { text: 'off' },
    since: '2026',
    snippet: { enable: true, healthyPercent: '«90»', sourceServiceRevisionCleanup: '«BLOCKING|DEFERRED»' },
  }),
});

/** How one version gives way to the next. */
export const deployment = {
  deploymentController: optional(
    structure('DeploymentController', {
      type: required(
        choice({
          ECS: 'ECS itself: rolling, blue/green, linear or canary, as deploymentConfiguration.strategy says.',
          CODE_DEPLOY: 'AWS CodeDeploy swaps two task sets behind a load balancer.',
          EXTERNAL: 'Your own tool creates task sets through the API.',
        }),
        {
          doc: `Who drives deployments. CODE_DEPLOY needs one load balancer entry; EXTERNAL wants neither taskDefinition nor loadBalancers here,
            since task sets carry them. Circuit breaker, alarms and strategies belong to ECS alone.`,
          default: 'ECS',
          rank: 1,
        },
      ),
    }),
    {
      doc: `The machinery behind deployments. Leave it out unless CodeDeploy or a tool of your own is in charge: blue/green no longer needs CodeDeploy.
        Since July 2025 it can be changed in place by an update.`,
      default: { text: 'ECS' },
      guide: 'deployment-types.html',
      rank: 2,
      update: 'in-place',
      snippet: { type: '«ECS|CODE_DEPLOY|EXTERNAL»' },
    },
  ),
  deploymentConfiguration: optional(deploymentConfiguration, {
    doc: `How a deployment goes: how many tasks at once, when it counts as failed, how traffic moves. Changing it starts no deployment; it
      applies from the next one on.`,
    default: { text: 'rolling, 100 to 200 percent, no circuit breaker' },
    guide: 'deployment-types.html',
    rank: 1,
    update: 'in-place',
    snippet: {
      minimumHealthyPercent: '«100»',
      maximumPercent: '«200»',
      deploymentCircuitBreaker: { enable: true, rollback: true },
    },
  }),
};
