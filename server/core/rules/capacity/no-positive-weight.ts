import type { Fact } from '../../model/fact';
import { set } from '../fixes';
import { CREATE_SERVICE, github } from '../links';
import { defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';

interface Data {
  providers: number;
}

export default defineRule<Data>({
  id: 'no-positive-weight',
  severity: 'error',
  group: 'capacity',
  on: 'service',
  since: '0.1.0',
  sources: ['R213', 'R214', 'error:cps-weight-zero', 'recorded:pf-ecs-svc-capacity-provider-zero-weight'],
  docs: {
    what: 'A capacity provider strategy in which no provider has a weight above 0.',
    why: 'A weight that is left out counts as 0, so that ECS would not know where to put a task: "There are no capacity providers in the capacity provider strategy with a weight value greater than zero."',
    instead:
      'Give at least one provider a weight of 1 or more. Weights are shares: 1 and 3 give one and three tasks of every four.',
    links: [CREATE_SERVICE, github('terraform-aws-modules/terraform-aws-ecs/issues/27')],
  },
  check({ service }, report) {
    const strategy = service.get('capacityProviderStrategy');
    const providers = strategy.count;
    if (!providers) return;
    const weights = strategy.items.map((item) => item.get('weight'));
    if (!weights.every((weight) => weight.absent || weight.is(0))) return;
    // A list that holds something else than providers is reported as such.
    if (!strategy.items.every((item) => item.known)) return;
    const only = weights.length === 1 ? weights[0] : undefined;
    const at = only?.known ? only : { fact: strategy as Fact<unknown>, key: true as const };
    report({ at, data: { providers } });
  },
  message: ({ providers }) =>
    providers === 1
      ? 'The only provider of capacityProviderStrategy has no weight, which counts as 0, and ECS refuses a strategy in which no weight is above 0: write weight: 1.'
      : `None of the ${providers} providers in capacityProviderStrategy has a weight above 0 (left out, it counts as 0), and ECS refuses that: give at least one of them a weight of 1 or more.`,
  fix: (_, { service }) => {
    const first = service.get('capacityProviderStrategy').items[0];
    if (!first) return [];
    const name = first.get('capacityProvider').value ?? 'the first provider';
    return [{ title: `Set the weight of ${name} to 1`, safe: false, changes: set(first, 'weight', 1) }];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}⟦capacityProviderStrategy⟧:\n  - capacityProvider: FARGATE\n    weight: 0\n  - capacityProvider: FARGATE_SPOT\n${NETWORK}`,
        fixed: `${WEB}capacityProviderStrategy:\n  - capacityProvider: FARGATE\n    weight: 1\n  - capacityProvider: FARGATE_SPOT\n${NETWORK}`,
      },
      {
        text: `${WEB}⟦capacityProviderStrategy⟧:\n  - capacityProvider: web-asg\n`,
        fixed: `${WEB}capacityProviderStrategy:\n  - capacityProvider: web-asg\n    weight: 1\n`,
      },
    ],
    valid: [
      {
        text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: FARGATE\n    base: 1\n  - capacityProvider: FARGATE_SPOT\n    weight: 1\n${NETWORK}`,
      },
    ],
  },
});
