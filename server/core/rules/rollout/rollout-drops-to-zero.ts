import { set } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { count } from '../words';
import { type Rolling, rollingOf } from './certain';

type Data = Rolling & { certain: boolean };

export default defineRule<Data>({
  id: 'rollout-drops-to-zero',
  severity: 'information',
  group: 'rollout',
  on: 'service',
  since: '0.1.0',
  sources: ['R274', 'simulator:§1.4', 'simulator:S009'],
  docs: {
    what: 'A rolling update that stops every task before the first new one serves.',
    why: 'With a floor of zero healthy tasks ECS may stop all old tasks at once. With a maximum of 100 it has to: between stop and start nobody answers.',
    instead:
      'Keep a floor above zero, and room above 100 for new tasks to start beside the old ones. For a task of which only one may ever run, zero and 100 are right: switch the rule off there.',
    links: [guide('deployment-type-ecs')],
  },
  check(ctx, report) {
    const rolling = rollingOf(ctx);
    if (!rolling || rolling.bounds.lower > 0) return;
    const certain = rolling.bounds.upper <= rolling.desired;
    const severity = certain && ctx.traits.loadBalanced ? 'warning' : 'information';
    report({ at: rolling.minFact, data: { ...rolling, certain }, severity });
  },
  message: ({ desired, min, max, bounds, certain }) => {
    const tasks = desired === 1 ? 'the only task' : `all ${count(desired, 'task')}`;
    if (certain)
      return `Every deployment stops ${tasks} before a new one starts: at most ${bounds.upper} may run (${max}%) and none needs to stay healthy (${min}%). Until the new ones are healthy nothing answers.`;
    return `A deployment may stop ${tasks} at once, as none needs to stay healthy (${min}%). ECS does not document whether it starts new tasks first; a floor above zero makes it sure.`;
  },
  fix: ({ data }, ctx) => [
    {
      title: 'Keep all tasks healthy: minimumHealthyPercent 100, maximumPercent 200',
      safe: false,
      changes: [
        ...set(ctx.service, ['deploymentConfiguration', 'minimumHealthyPercent'], 100),
        ...(data.max === 200 ? [] : set(ctx.service, ['deploymentConfiguration', 'maximumPercent'], 200)),
      ],
    },
  ],
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\ndeploymentConfiguration:\n  minimumHealthyPercent: ⟦0⟧\n  maximumPercent: 100\n',
        fixed:
          'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\ndeploymentConfiguration:\n  minimumHealthyPercent: 100\n  maximumPercent: 200\n',
      },
    ],
    valid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\ndeploymentConfiguration:\n  minimumHealthyPercent: 50\n  maximumPercent: 100\n',
      },
    ],
  },
});
