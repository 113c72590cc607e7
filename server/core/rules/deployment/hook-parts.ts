import { WEB } from '../samples';

/** The beginning of examples about lifecycle hooks: a blue/green service, up to the items of the list. */
export const HOOKS = `${WEB}deploymentConfiguration:\n  strategy: BLUE_GREEN\n  bakeTimeInMinutes: 5\n  lifecycleHooks:\n`;
/** One hook that calls a function. */
export const LAMBDA_HOOK =
  '    - hookTargetArn: arn:aws:lambda:eu-west-1:111122223333:function:smoke-test\n      roleArn: arn:aws:iam::111122223333:role/ecsHookRole\n      lifecycleStages: [POST_TEST_TRAFFIC_SHIFT]\n';
/** One hook that waits for a person. */
export const PAUSE_HOOK = '    - targetType: PAUSE\n      lifecycleStages: [PRE_PRODUCTION_TRAFFIC_SHIFT]\n';
