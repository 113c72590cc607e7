import { FARGATE_PROVIDERS, RESERVED_PROVIDER_PREFIX } from '../../model/traits';
import { factOf, remove } from '../fixes';
import { CREATE_SERVICE, github } from '../links';
import { defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';

interface Data {
  own: string;
  fargate: string;
}

export default defineRule<Data>({
  id: 'mixed-capacity-providers',
  severity: 'error',
  group: 'capacity',
  on: 'service',
  since: '0.1.0',
  sources: ['R221', 'error:cps-mix'],
  docs: {
    what: 'Fargate providers and other providers in one strategy.',
    why: 'A service runs either on Fargate or on instances: "A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers."',
    instead: 'Keep one kind. To run on both, make two services.',
    links: [CREATE_SERVICE, github('terraform-aws-modules/terraform-aws-ecs/issues/68')],
  },
  check({ service }, report) {
    const named = service
      .get('capacityProviderStrategy')
      .items.map((item) => item.get('capacityProvider'))
      .filter((provider) => provider.known);
    const fargate = named.find((provider) => FARGATE_PROVIDERS.has(provider.value as string));
    if (!fargate) return;
    for (const provider of named) {
      const own = provider.value as string;
      if (RESERVED_PROVIDER_PREFIX.test(own) || own.startsWith('arn:')) continue;
      const related = [{ at: fargate, message: 'A Fargate provider' }];
      report({ at: provider, data: { own, fargate: fargate.value as string }, related });
    }
  },
  message: ({ own, fargate }) =>
    `${own} is a provider of your own and ${fargate} is Fargate: ECS refuses a strategy that mixes the two. Keep one kind, or make two services.`,
  fix: ({ at, data }) => {
    const item = factOf(at).parent;
    return item ? [{ title: `Remove ${data.own}`, safe: false, changes: remove(item) }] : [];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: FARGATE\n    weight: 1\n  - capacityProvider: ⟦web-asg⟧\n    weight: 1\n${NETWORK}`,
        fixed: `${WEB}capacityProviderStrategy:\n  - capacityProvider: FARGATE\n    weight: 1\n${NETWORK}`,
      },
    ],
    valid: [
      {
        text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: web-asg\n    weight: 1\n  - capacityProvider: web-spot-asg\n    weight: 1\n`,
      },
    ],
  },
});
