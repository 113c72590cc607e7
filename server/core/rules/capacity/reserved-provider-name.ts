import { FARGATE_PROVIDERS, RESERVED_PROVIDER_PREFIX } from '../../model/traits';
import { factOf, replace } from '../fixes';
import { api, CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';
import { nearest, quote } from '../words';

interface Data {
  name: string;
  meant: string | undefined;
}

export default defineRule<Data>({
  id: 'reserved-provider-name',
  severity: 'error',
  group: 'capacity',
  on: 'service',
  since: '0.1.0',
  sources: ['R222', 'recorded:pf-ecs-cp-name-reserved-prefix'],
  docs: {
    what: 'A capacity provider name that begins with aws, ecs or fargate and is neither FARGATE nor FARGATE_SPOT.',
    why: 'No provider of your own can have such a name ("The name cannot be prefixed with aws, ecs, or fargate"), and the two Fargate providers are written in capitals. ECS does not find it.',
    instead: 'Write FARGATE or FARGATE_SPOT in capitals, or the name of your own provider.',
    links: [CREATE_SERVICE, api('CreateCapacityProvider')],
  },
  check({ service }, report) {
    for (const item of service.get('capacityProviderStrategy').items) {
      const provider = item.get('capacityProvider');
      const name = provider.value;
      if (name === undefined || FARGATE_PROVIDERS.has(name) || !RESERVED_PROVIDER_PREFIX.test(name)) continue;
      const meant = nearest(name.replaceAll('-', '_'), [...FARGATE_PROVIDERS]);
      // Only lower case was tried against the API: whether AWS-x is reserved too is not known.
      report({
        at: provider,
        data: { name, meant },
        severity: /^(?:aws|ecs|fargate)/.test(name) ? 'error' : 'warning',
      });
    }
  },
  message: ({ name, meant }) =>
    meant
      ? `The Fargate providers are written FARGATE and FARGATE_SPOT: ECS finds no capacity provider ${quote(name)}. Write ${meant}.`
      : `No capacity provider can be called ${quote(name)}: names of your own must not begin with aws, ecs or fargate, so ECS will not find it. Check the name.`,
  fix: ({ at, data }) => {
    if (!data.meant) return [];
    const safe = data.name.toUpperCase().replaceAll('-', '_') === data.meant;
    return [{ title: `Write ${data.meant}`, safe, changes: replace(factOf(at), data.meant) }];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: ⟦fargate_spot⟧\n    weight: 1\n${NETWORK}`,
        fixed: `${WEB}capacityProviderStrategy:\n  - capacityProvider: FARGATE_SPOT\n    weight: 1\n${NETWORK}`,
      },
      { text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: ⟦ecs-web-asg⟧\n    weight: 1\n` },
    ],
    valid: [{ text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: web-ecs-asg\n    weight: 1\n` }],
  },
});
