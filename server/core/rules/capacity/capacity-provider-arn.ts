import { factOf, replace } from '../fixes';
import { CREATE_SERVICE, github } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

interface Data {
  /** The service part of the ARN: `ecs`, `autoscaling`. */
  of: string;
  name: string | undefined;
}

export default defineRule<Data>({
  id: 'capacity-provider-arn',
  severity: 'error',
  group: 'capacity',
  on: 'service',
  since: '0.1.0',
  sources: ['R223', 'error:cps-not-found'],
  docs: {
    what: 'An ARN where the short name of a capacity provider belongs.',
    why: 'ECS looks capacity providers up by name. An ARN of an Auto Scaling group was answered with "The specified capacity provider was not found"; for the ARN of a capacity provider the API reference of AWS has the short name, its developer guide the ARN too.',
    instead:
      'Write the short name: what follows capacity-provider/ in the ARN. An Auto Scaling group has to be made a capacity provider of the cluster first.',
    links: [CREATE_SERVICE, github('terraform-aws-modules/terraform-aws-ecs/issues/53')],
  },
  check({ service }, report) {
    for (const item of service.get('capacityProviderStrategy').items) {
      const provider = item.get('capacityProvider');
      const parts = /^arn:[\w-]*:([\w-]*):[^:]*:[^:]*:(.*)$/.exec(provider.value ?? '');
      if (!parts) continue;
      const of = parts[1] as string;
      const name = of === 'ecs' ? /^capacity-provider\/([\w-]+)$/.exec(parts[2] as string)?.[1] : undefined;
      report({ at: provider, data: { of, name }, severity: of === 'ecs' ? 'information' : 'error' });
    }
  },
  message: ({ of, name }) => {
    if (of === 'ecs')
      return `The API reference has the short name of a capacity provider here, only the developer guide an ARN too: write ${name ?? 'the last part of the ARN'} to be sure.`;
    return 'This ARN is no capacity provider, and ECS will not find it: write the short name of the capacity provider that was made for it.';
  },
  fix: ({ at, data }) =>
    data.name ? [{ title: `Write ${data.name}`, safe: true, changes: replace(factOf(at), data.name) }] : [],
  examples: {
    invalid: [
      {
        text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: ⟦arn:aws:ecs:eu-west-1:111122223333:capacity-provider/web-asg⟧\n    weight: 1\n`,
        fixed: `${WEB}capacityProviderStrategy:\n  - capacityProvider: web-asg\n    weight: 1\n`,
      },
      {
        text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: ⟦arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1111:autoScalingGroupName/web⟧\n    weight: 1\n`,
      },
    ],
    valid: [{ text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: web-asg\n    weight: 1\n` }],
  },
});
