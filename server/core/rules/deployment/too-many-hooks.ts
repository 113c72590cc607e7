import { guide } from '../links';
import { defineRule } from '../rule';
import { HOOKS, LAMBDA_HOOK, PAUSE_HOOK } from './hook-parts';

/** Of each kind. Source: AWS samples citing the developer guide (api/today.md). */
const MOST = 10;

interface Data {
  type: string;
  count: number;
}

export default defineRule<Data>({
  id: 'too-many-hooks',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['today:lifecycleHooks'],
  docs: {
    what: `More than ${MOST} lifecycle hooks of one kind.`,
    why: `AWS documents at most ${MOST} hooks that call a function and ${MOST} that pause.`,
    instead: 'Let one function do several things, or let one hook name several stages.',
    links: [guide('deployment-lifecycle-hooks')],
  },
  check({ service }, report) {
    const hooks = service.get('deploymentConfiguration').get('lifecycleHooks').items;
    for (const type of ['AWS_LAMBDA', 'PAUSE'] as const) {
      const same = hooks.filter(
        (hook) =>
          hook.get('targetType').is(type) || (type === 'AWS_LAMBDA' && hook.known && hook.get('targetType').absent),
      );
      const first = same[MOST];
      if (first) report({ at: first, data: { type, count: same.length } });
    }
  },
  message: ({ type, count }) =>
    `AWS documents at most ${MOST} ${type} hooks, and there are ${count}. Let one hook name several stages, or one function do several things.`,
  examples: {
    invalid: [
      {
        text: `${HOOKS}${PAUSE_HOOK.repeat(MOST)}    - ⟦targetType: PAUSE\n      lifecycleStages: [PRE_PRODUCTION_TRAFFIC_SHIFT]⟧\n`,
      },
    ],
    valid: [{ text: `${HOOKS}${PAUSE_HOOK.repeat(MOST)}${LAMBDA_HOOK}` }],
  },
});
