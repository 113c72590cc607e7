import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { HOOKS, PAUSE_HOOK } from './hook-parts';

interface Data {
  name: string;
}

export default defineRule<Data>({
  id: 'pause-hook-with-target',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['today:lifecycleHooks'],
  docs: {
    what: 'hookTargetArn or hookDetails in a hook with targetType PAUSE.',
    why: 'A pause calls nothing: it waits until somebody continues the deployment. AWS documents that it takes neither a target nor details.',
    instead: 'Remove the member, or write targetType: AWS_LAMBDA to call the function.',
    links: [guide('deployment-lifecycle-hooks')],
  },
  check({ service }, report) {
    for (const hook of service.get('deploymentConfiguration').get('lifecycleHooks').items) {
      if (!hook.get('targetType').is('PAUSE')) continue;
      for (const name of ['hookTargetArn', 'hookDetails'] as const) {
        const part = hook.get(name);
        if (part.known)
          report({
            at: { fact: part, key: true },
            data: { name },
            related: [{ at: hook.get('targetType'), message: 'The pause' }],
          });
      }
    }
  },
  message: ({ name }) =>
    `A PAUSE hook calls nothing, and AWS documents that it takes no ${name}. Remove it, or write targetType: AWS_LAMBDA to call a function.`,
  fix: ({ at, data }) => [{ title: `Remove ${data.name}`, safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${HOOKS}${PAUSE_HOOK}      ⟦hookTargetArn⟧: arn:aws:lambda:eu-west-1:111122223333:function:smoke-test\n`,
        fixed: `${HOOKS}${PAUSE_HOOK}`,
      },
    ],
    valid: [{ text: `${HOOKS}${PAUSE_HOOK}` }],
  },
});
