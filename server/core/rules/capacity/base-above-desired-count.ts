import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';

interface Data {
  base: number;
  desired: number;
  name: string;
}

export default defineRule<Data>({
  id: 'base-above-desired-count',
  severity: 'information',
  group: 'capacity',
  on: 'service',
  since: '0.1.0',
  sources: ['R220'],
  docs: {
    what: 'A base larger than desiredCount, beside providers with weights.',
    why: 'The base is filled before any weight counts. As long as it is larger than the number of tasks, the other providers get none.',
    instead: 'Lower the base, unless the service is scaled beyond it later.',
    links: [CREATE_SERVICE],
  },
  check({ service }, report) {
    const desired = service.get('desiredCount').value;
    const { items } = service.get('capacityProviderStrategy');
    if (!desired) return;
    for (const item of items) {
      const base = item.get('base');
      if (base.value === undefined || base.value <= desired) continue;
      const others = items.filter((other) => other !== item && (other.get('weight').value ?? 0) > 0);
      if (others.length === 0) continue;
      const name = item.get('capacityProvider').value ?? 'this provider';
      report({ at: base, data: { base: base.value, desired, name } });
    }
  },
  message: ({ base, desired, name }) =>
    `The base of ${base} takes ${desired === 1 ? 'the only task' : `all ${desired} tasks`}, so that everything runs on ${name} and the other weights never count. Lower the base if they should.`,
  examples: {
    invalid: [
      {
        text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: FARGATE\n    base: ⟦3⟧\n    weight: 1\n  - capacityProvider: FARGATE_SPOT\n    weight: 3\n${NETWORK}`,
      },
    ],
    valid: [
      {
        text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: FARGATE\n    base: 1\n    weight: 1\n  - capacityProvider: FARGATE_SPOT\n    weight: 3\n${NETWORK}`,
      },
    ],
  },
});
