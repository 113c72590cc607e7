import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { HOOKS, LAMBDA_HOOK } from './hook-parts';

interface Data {
  has: string;
}

export default defineRule<Data>({
  id: 'hooks-without-traffic-shift',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['today:lifecycleHooks'],
  profiles: ['create-service', 'ecspresso', 'update-service'],
  docs: {
    what: 'lifecycleHooks in a service whose deployments roll, or whose controller is not ECS.',
    why: 'AWS documents the hooks for the stages of BLUE_GREEN, LINEAR and CANARY deployments under the ECS controller. A rolling deployment has no such stages, so the hooks would not run.',
    instead: 'Set strategy to BLUE_GREEN, LINEAR or CANARY, or remove lifecycleHooks.',
    links: [guide('deployment-lifecycle-hooks')],
  },
  check({ service, traits }, report) {
    const hooks = service.get('deploymentConfiguration').get('lifecycleHooks');
    if (!hooks.some) return;
    const controller =
      traits.controller && traits.controller !== 'ECS' ? `the ${traits.controller} controller` : undefined;
    const strategy = traits.strategy === 'ROLLING' ? 'the strategy ROLLING' : undefined;
    const has = controller ?? strategy;
    if (has) report({ at: { fact: hooks, key: true }, data: { has } });
  },
  message: ({ has }) =>
    `AWS documents lifecycleHooks for BLUE_GREEN, LINEAR and CANARY deployments of the ECS controller, and this service has ${has}: the hooks would not run. Change the strategy, or remove them.`,
  fix: ({ at }) => [{ title: 'Remove lifecycleHooks', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${WEB}deploymentConfiguration:\n  maximumPercent: 200\n  ⟦lifecycleHooks⟧:\n${LAMBDA_HOOK}`,
        fixed: `${WEB}deploymentConfiguration:\n  maximumPercent: 200\n`,
      },
    ],
    valid: [{ text: `${HOOKS}${LAMBDA_HOOK}` }],
  },
});
