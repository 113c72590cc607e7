import { factOf, remove } from '../fixes';
import { CREATE_SERVICE, github } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

interface Data {
  launchType: string;
}

export default defineRule<Data>({
  id: 'launch-type-with-capacity-provider-strategy',
  severity: 'error',
  group: 'capacity',
  on: 'service',
  since: '0.1.0',
  sources: ['R204', 'error:launch-and-cps', 'recorded:pf-ecs-service-launch-type-capacity-provider'],
  docs: {
    what: 'launchType and capacityProviderStrategy in one definition.',
    why: 'Both say where tasks run, and ECS takes only one of them: "Specifying both a launch type and capacity provider strategy is not supported."',
    instead:
      'Keep capacityProviderStrategy if you use Spot, managed scaling or several providers; otherwise keep launchType.',
    links: [CREATE_SERVICE, github('terraform-linters/tflint-ruleset-aws/issues/349')],
  },
  check({ service }, report) {
    const launchType = service.get('launchType');
    const strategy = service.get('capacityProviderStrategy');
    if (!launchType.known || !strategy.some) return;
    report({
      at: { fact: launchType, key: true },
      data: { launchType: launchType.value as string },
      related: [{ at: { fact: strategy, key: true }, message: 'The capacity provider strategy' }],
    });
  },
  message: ({ launchType }) =>
    `launchType ${launchType} and capacityProviderStrategy cannot be used together: ECS refuses the service. ` +
    'Keep capacityProviderStrategy if you use Spot or several providers, otherwise launchType.',
  fix({ at }, ctx) {
    const strategy = ctx.service.get('capacityProviderStrategy');
    return [
      { title: 'Remove launchType', safe: false, changes: remove(factOf(at)) },
      { title: 'Remove capacityProviderStrategy', safe: false, changes: remove(strategy) },
    ];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}⟦launchType⟧: EC2\ncapacityProviderStrategy:\n  - capacityProvider: web-asg\n    weight: 1\n`,
        fixed: `${WEB}capacityProviderStrategy:\n  - capacityProvider: web-asg\n    weight: 1\n`,
      },
    ],
    valid: [
      { text: `${WEB}capacityProviderStrategy:\n  - capacityProvider: web-asg\n    weight: 1\n` },
      { text: `${WEB}launchType: EC2\ncapacityProviderStrategy: []\n` },
    ],
  },
});
