import { anything, choice, integer, list, optional, structure, text } from '../fields';
import { assumed, documented, model } from '../meta';

const stage = () =>
  choice({
    RECONCILE_SERVICE: 'At the start, and only when more than one revision is active, e.g. after a stopped deployment.',
    PRE_SCALE_UP: 'Before any new task starts. All production traffic on the old version.',
    POST_SCALE_UP: 'All new tasks run and are healthy. No traffic on them yet.',
    TEST_TRAFFIC_SHIFT: 'While test traffic moves to the new tasks. PAUSE is not allowed here.',
    POST_TEST_TRAFFIC_SHIFT: 'Test traffic reaches the new tasks: the place for end-to-end tests.',
    PRE_PRODUCTION_TRAFFIC_SHIFT: 'Before production traffic moves; at each step of LINEAR and CANARY.',
    PRODUCTION_TRAFFIC_SHIFT:
      'While production traffic moves; at each step of LINEAR and CANARY. PAUSE is not allowed here.',
    POST_PRODUCTION_TRAFFIC_SHIFT: 'All production traffic is on the new tasks; the bake time begins.',
  });

const timeout = structure('DeploymentLifecycleHookTimeoutConfiguration', {
  timeoutInMinutes: optional(integer({ min: model(1), max: model(20_160) }), {
    doc: `After how many minutes the hook counts as unanswered. Up to 20160, two weeks; a Lambda hook ends with its stage after 24 hours at
      the latest.`,
    default: 1440,
    unit: 'minutes',
    rank: 1,
  }),
  action: optional(
    choice({
      ROLLBACK: 'The deployment goes back to the previous revision.',
      CONTINUE: 'The deployment goes on to the next stage as if the hook had succeeded.',
    }),
    {
      doc: `What happens when the time is up. CONTINUE turns a gate into a delay: nobody objecting in time counts as consent.`,
      default: 'ROLLBACK',
      rank: 1,
    },
  ),
});

const hook = structure('DeploymentLifecycleHook', {
  targetType: optional(
    choice({
      AWS_LAMBDA: 'Calls a Lambda function and goes by its answer.',
      PAUSE: 'Waits until somebody calls ContinueServiceDeployment.',
    }),
    {
      doc: `Whether the hook calls a function or waits for a person. PAUSE takes neither hookTargetArn nor hookDetails, and cannot stand at the two
        stages in which traffic is moving.`,
      default: 'AWS_LAMBDA',
      rank: 2,
    },
  ),
  hookTargetArn: optional(text(), {
    doc: `The Lambda function to call, by ARN. It answers with hookStatus SUCCEEDED, FAILED or IN_PROGRESS; with IN_PROGRESS it is called again
      later. Needed unless targetType is PAUSE.`,
    arn: { takes: ['lambda'] },
    rank: 1,
  }),
  roleArn: optional(text(), {
    doc: `The role with which ECS calls the function, by ARN. It has to trust ecs.amazonaws.com and to allow lambda:InvokeFunction on the
      target.`,
    arn: { takes: ['role'] },
    rank: 1,
  }),
  lifecycleStages: optional(list(stage(), { uniqueBy: assumed([], 'a hook runs once at a stage') }), {
    doc: `The stages at which the hook runs, one or several. Scale-up, bake time and clean-up take no hooks.`,
    needed: documented(true, 'a hook without a stage never runs'),
    rank: 1,
  }),
  hookDetails: optional(anything(), {
    doc: `Anything of your own, as JSON or YAML, that the function gets with each call: a test suite, a ticket, a threshold. Kept as it is; no
      place for secrets. Not for PAUSE.`,
  }),
  timeoutConfiguration: optional(timeout, {
    doc: `How long to wait for the hook, and what to do then. Worth setting for PAUSE, where the wait is a person's.`,
    default: { text: 'ROLLBACK after 1440 minutes' },
    snippet: { timeoutInMinutes: '«1440»', action: '«ROLLBACK|CONTINUE»' },
  }),
});

export const hookList = () =>
  list(hook, { maxItems: documented(20, 'AWS samples: at most 10 Lambda and 10 PAUSE hooks') });
