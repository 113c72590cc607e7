import { factOf, remove, set } from '../fixes';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';

interface Data {
  name: string;
}

export default defineRule<Data>({
  id: 'provider-without-share',
  severity: 'information',
  group: 'capacity',
  on: 'service',
  since: '0.1.0',
  sources: ['R215'],
  docs: {
    what: 'A capacity provider with neither a weight nor a base, beside others that have one.',
    why: 'Tasks are handed out by base first and by weight then. A provider without either stands in the list and never gets a task.',
    instead: 'Give it a weight or a base, or take it out of the list.',
    links: [CREATE_SERVICE],
  },
  check({ service }, report) {
    const { items } = service.get('capacityProviderStrategy');
    if (!items.some((item) => (item.get('weight').value ?? 0) > 0)) return;
    for (const item of items) {
      const none = (['weight', 'base'] as const).every((part) => item.get(part).absent || item.get(part).is(0));
      const name = item.get('capacityProvider');
      if (none && name.known) report({ at: name, data: { name: name.value as string } });
    }
  },
  message: ({ name }) =>
    `The provider ${name} has neither a weight nor a base, so it never gets a task. Give it a weight, or take it out of the strategy.`,
  fix({ at, data }) {
    const item = factOf(at).parent;
    if (!item) return [];
    return [
      { title: `Set the weight of ${data.name} to 1`, safe: false, changes: set(item, 'weight', 1) },
      { title: `Remove ${data.name}`, safe: false, changes: remove(item) },
    ];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: FARGATE\n    weight: 1\n  - capacityProvider: ⟦FARGATE_SPOT⟧\n    weight: 0\n${NETWORK}`,
        fixed: `${WEB}capacityProviderStrategy:\n  - capacityProvider: FARGATE\n    weight: 1\n  - capacityProvider: FARGATE_SPOT\n    weight: 1\n${NETWORK}`,
      },
    ],
    valid: [
      {
        text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: FARGATE\n    base: 1\n  - capacityProvider: FARGATE_SPOT\n    weight: 1\n${NETWORK}`,
      },
    ],
  },
});
