import { factOf, remove, replace } from '../fixes';
import { BLUE_GREEN_ERRORS, guide } from '../links';
import { defineRule } from '../rule';
import { HOOKS, PAUSE_HOOK } from './hook-parts';

/** Where a pause may not stand, and the stage just before. Source: lifecycle hook page, api/today.md. */
const BEFORE: Readonly<Record<string, string>> = {
  TEST_TRAFFIC_SHIFT: 'POST_SCALE_UP',
  PRODUCTION_TRAFFIC_SHIFT: 'PRE_PRODUCTION_TRAFFIC_SHIFT',
};

interface Data {
  stage: string;
  before: string;
  already: boolean;
}

export default defineRule<Data>({
  id: 'pause-hook-while-traffic-moves',
  severity: 'error',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['today:lifecycleHooks'],
  docs: {
    what: 'A PAUSE hook at TEST_TRAFFIC_SHIFT or PRODUCTION_TRAFFIC_SHIFT.',
    why: 'At these two stages traffic is on the move, and a deployment cannot pause there. ECS refuses the hook: "Invalid lifecycle stage provided for Pause Hook".',
    instead: 'Pause at the stage before (POST_SCALE_UP, PRE_PRODUCTION_TRAFFIC_SHIFT) or after.',
    links: [guide('deployment-lifecycle-hooks'), BLUE_GREEN_ERRORS],
  },
  check({ service }, report) {
    for (const hook of service.get('deploymentConfiguration').get('lifecycleHooks').items) {
      if (!hook.get('targetType').is('PAUSE')) continue;
      const stages = hook.get('lifecycleStages').items;
      for (const stage of stages) {
        const before = BEFORE[stage.value ?? ''];
        if (!before) continue;
        const already = stages.some((other) => other.value === before);
        report({ at: stage, data: { stage: stage.value as string, before, already } });
      }
    }
  },
  message: ({ stage, before }) =>
    `A deployment cannot pause at ${stage}, where traffic is moving: ECS refuses the hook. Pause at ${before}, the stage before.`,
  fix: ({ at, data }) =>
    data.already
      ? [{ title: `Remove ${data.stage}`, safe: false, changes: remove(factOf(at)) }]
      : [{ title: `Pause at ${data.before}`, safe: false, changes: replace(factOf(at), data.before) }],
  examples: {
    invalid: [
      {
        text: `${HOOKS}    - targetType: PAUSE\n      lifecycleStages: [⟦PRODUCTION_TRAFFIC_SHIFT⟧]\n`,
        fixed: `${HOOKS}${PAUSE_HOOK}`,
      },
    ],
    valid: [{ text: `${HOOKS}${PAUSE_HOOK}` }],
  },
});
