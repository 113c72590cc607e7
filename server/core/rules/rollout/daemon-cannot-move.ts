import { factOf, replace } from '../fixes';
import { github, guide } from '../links';
import { defineRule } from '../rule';

interface Data {
  min: number;
}

export default defineRule<Data>({
  id: 'daemon-cannot-move',
  severity: 'warning',
  group: 'rollout',
  on: 'service',
  since: '0.1.0',
  sources: ['simulator:§5'],
  docs: {
    what: 'A DAEMON service whose floor leaves no task to stop.',
    why: 'A daemon runs one task on each instance and never two, so every update stops a task before it starts the next. With a floor of 100 percent none may stop; with more than 50 percent none may on a single instance. The deployment then stays IN_PROGRESS for ever.',
    instead:
      'Set minimumHealthyPercent to 0, which is the default of the API for DAEMON, or to a share that leaves at least one instance.',
    links: [guide('ecs_service-options'), github('terraform-aws-modules/terraform-aws-ecs/issues/391')],
  },
  check(ctx, report) {
    if (ctx.traits.scheduling !== 'DAEMON' || ctx.traits.controller !== 'ECS') return;
    const fact = ctx.service.get('deploymentConfiguration').get('minimumHealthyPercent');
    const min = fact.value;
    // Above 100 the range has been reported.
    if (min === undefined || min <= 0 || min > 100) return;
    report({ at: fact, data: { min }, severity: min === 100 ? 'warning' : 'information' });
  },
  message: ({ min }) => {
    if (min === 100)
      return `No update of this daemon can ever finish: minimumHealthyPercent 100 lets no task stop, and a daemon starts the next task on an instance only after the old one has stopped. Set minimumHealthyPercent below 100; 0 is the default.`;
    const instances = Math.ceil(100 / (100 - min));
    return `With minimumHealthyPercent ${min} an update of this daemon needs at least ${instances} instances: on fewer, ${min}% rounded up is all of them, none may stop, and the update never finishes.`;
  },
  fix: ({ at }) => [{ title: 'Set minimumHealthyPercent to 0', safe: false, changes: replace(factOf(at), 0) }],
  examples: {
    invalid: [
      {
        text: 'serviceName: agent\ntaskDefinition: agent:1\nlaunchType: EC2\nschedulingStrategy: DAEMON\ndeploymentConfiguration:\n  minimumHealthyPercent: ⟦100⟧\n',
        fixed:
          'serviceName: agent\ntaskDefinition: agent:1\nlaunchType: EC2\nschedulingStrategy: DAEMON\ndeploymentConfiguration:\n  minimumHealthyPercent: 0\n',
      },
    ],
    valid: [{ text: 'serviceName: agent\ntaskDefinition: agent:1\nlaunchType: EC2\nschedulingStrategy: DAEMON\n' }],
  },
});
