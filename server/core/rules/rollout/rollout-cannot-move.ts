import { isStuckByBounds } from '../../simulator/bounds';
import { set } from '../fixes';
import { github, guide } from '../links';
import { defineRule } from '../rule';
import { count } from '../words';
import { firstGiven, type Rolling, rollingOf } from './certain';

export default defineRule<Rolling>({
  id: 'rollout-cannot-move',
  severity: 'warning',
  group: 'rollout',
  on: 'service',
  since: '0.1.0',
  sources: ['R270', 'simulator:S015', 'simulator:§1.4'],
  docs: {
    what: 'Percentages that round to no room at this number of tasks: no task may stop, and none may start.',
    why: 'ECS accepts the service and creates it. The next deployment then stays IN_PROGRESS for ever, with an event that it can neither start nor stop tasks because of the deployment configuration, until a time-out of whoever waits for it.',
    instead:
      'Let one task more run for a moment (raise maximumPercent), or let one task less be healthy (lower minimumHealthyPercent).',
    links: [guide('deployment-type-ecs'), github('aws/copilot-cli/issues/1369')],
  },
  check(ctx, report) {
    const rolling = rollingOf(ctx);
    if (!rolling || !isStuckByBounds(rolling.desired, rolling.min, rolling.max)) return;
    // ECS refuses 100 with 100 outright; that has a rule of its own.
    if (rolling.min >= 100 && rolling.max <= 100) return;
    const { minFact, maxFact, desiredFact } = rolling;
    const at = firstGiven(maxFact, minFact, desiredFact);
    const others = [maxFact, minFact, desiredFact].filter((f) => f !== at && f.node);
    report({ at, data: rolling, related: others.map((f) => ({ at: f, message: 'This figure takes part' })) });
  },
  message: ({ desired, min, max, bounds }) =>
    `No deployment of this service can ever finish. Of ${count(desired, 'task')} at least ${bounds.lower} must stay healthy (${min}% rounded up) and at most ${bounds.upper} may run (${max}% rounded down): none may stop, none may start. Raise maximumPercent to ${leastMaximum(desired)}, or lower minimumHealthyPercent to ${greatestMinimum(desired)}.`,
  fix({ data }, ctx) {
    const maximum = leastMaximum(data.desired);
    const minimum = greatestMinimum(data.desired);
    const path = (name: string) => ['deploymentConfiguration', name];
    return [
      {
        title: `Set maximumPercent to ${maximum}: one task more may start`,
        safe: false,
        changes: set(ctx.service, path('maximumPercent'), maximum),
      },
      {
        title: `Set minimumHealthyPercent to ${minimum}: one task may stop first`,
        safe: false,
        changes: set(ctx.service, path('minimumHealthyPercent'), minimum),
      },
    ];
  },
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 1\nlaunchType: EC2\ndeploymentConfiguration:\n  minimumHealthyPercent: 100\n  maximumPercent: ⟦150⟧\n',
        fixed:
          'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 1\nlaunchType: EC2\ndeploymentConfiguration:\n  minimumHealthyPercent: 100\n  maximumPercent: 200\n',
      },
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 3\nlaunchType: EC2\ndeploymentConfiguration:\n  minimumHealthyPercent: 67\n  maximumPercent: ⟦100⟧\n',
      },
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 3\nlaunchType: EC2\ndeploymentConfiguration:\n  maximumPercent: ⟦125⟧\n',
      },
    ],
    valid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 3\nlaunchType: EC2\ndeploymentConfiguration:\n  minimumHealthyPercent: 66\n  maximumPercent: 100\n',
      },
    ],
  },
});

/** The least maximumPercent that lets one task more run. */
function leastMaximum(desired: number): number {
  return Math.ceil(((desired + 1) * 100) / desired);
}

/** The greatest minimumHealthyPercent that lets one task less be healthy. */
function greatestMinimum(desired: number): number {
  return Math.floor(((desired - 1) * 100) / desired);
}
