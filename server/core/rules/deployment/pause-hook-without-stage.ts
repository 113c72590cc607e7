import { factOf, set } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { HOOKS, PAUSE_HOOK } from './hook-parts';

export default defineRule<Record<string, never>>({
  id: 'pause-hook-without-stage',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['today:lifecycleHooks'],
  docs: {
    what: 'A PAUSE hook without lifecycleStages.',
    why: 'The stages say where the deployment waits. Without one there is nowhere to wait, and nobody is asked.',
    instead: 'Name the stage, such as PRE_PRODUCTION_TRAFFIC_SHIFT.',
    links: [guide('deployment-lifecycle-hooks')],
  },
  check({ service }, report) {
    for (const hook of service.get('deploymentConfiguration').get('lifecycleHooks').items) {
      if (hook.get('targetType').is('PAUSE') && hook.get('lifecycleStages').none) report({ at: hook, data: {} });
    }
  },
  message: () =>
    'This hook is to pause the deployment but names no lifecycleStages, so there is no place where it would wait. Name one, such as PRE_PRODUCTION_TRAFFIC_SHIFT.',
  fix: ({ at }) => [
    {
      title: 'Pause at PRE_PRODUCTION_TRAFFIC_SHIFT',
      safe: false,
      changes: set(factOf(at), 'lifecycleStages', ['PRE_PRODUCTION_TRAFFIC_SHIFT']),
    },
  ],
  examples: {
    invalid: [{ text: `${HOOKS}    - ⟦targetType: PAUSE⟧\n` }],
    valid: [{ text: `${HOOKS}${PAUSE_HOOK}` }],
  },
});
