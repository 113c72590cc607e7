import { guide } from '../links';
import { defineRule } from '../rule';
import { list } from '../words';
import { HOOKS, LAMBDA_HOOK } from './hook-parts';

interface Data {
  missing: string[];
}

export default defineRule<Data>({
  id: 'incomplete-lambda-hook',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['today:lifecycleHooks'],
  docs: {
    what: 'A lifecycle hook that is to call a function, without the function, the role or the stages.',
    why: 'Unless targetType is PAUSE a hook calls a Lambda function: ECS needs to know which one, with which role, and when. AWS documents hookTargetArn and lifecycleStages as needed; without a role ECS cannot call the function.',
    instead: 'Add what is missing, or write targetType: PAUSE if a person is to decide.',
    links: [guide('deployment-lifecycle-hooks')],
  },
  check({ service }, report) {
    for (const hook of service.get('deploymentConfiguration').get('lifecycleHooks').items) {
      const type = hook.get('targetType');
      if (!hook.known || !(type.absent || type.is('AWS_LAMBDA'))) continue;
      const missing = (['hookTargetArn', 'roleArn', 'lifecycleStages'] as const).filter((name) => {
        const part = hook.get(name);
        return name === 'lifecycleStages' ? part.none : part.omitted;
      });
      if (missing.length > 0) report({ at: hook, data: { missing } });
    }
  },
  message: ({ missing }) =>
    `This hook calls a Lambda function and lacks ${list(missing)}, which AWS documents as needed. Add ${missing.length === 1 ? 'it' : 'them'}, or write targetType: PAUSE if a person is to decide.`,
  examples: {
    invalid: [
      {
        text: `${HOOKS}    - ⟦hookTargetArn: arn:aws:lambda:eu-west-1:111122223333:function:smoke-test\n      roleArn: arn:aws:iam::111122223333:role/ecsHookRole⟧\n`,
      },
      {
        text: `${HOOKS}    - ⟦roleArn: arn:aws:iam::111122223333:role/ecsHookRole\n      lifecycleStages: [POST_SCALE_UP]⟧\n`,
      },
    ],
    valid: [
      { text: `${HOOKS}${LAMBDA_HOOK}` },
      { text: `${HOOKS}    - targetType: PAUSE\n      lifecycleStages: [POST_SCALE_UP]\n` },
    ],
  },
});
