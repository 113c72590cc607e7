import { planOf } from '../../rollout/plan-of';
import { durationWords } from '../../rollout/words';
import { simulate } from '../../simulator/simulate';
import { api, github } from '../links';
import { defineRule } from '../rule';

interface Data {
  threshold: number;
  tripAt: number | null;
  desired: number;
}

const HOUR_MS = 60 * 60 * 1000;
/** CloudFormation gives up on a service after three hours: a breaker that is slower than that helps nobody. */
const PATIENCE_HOURS = 3;
/** For so long the simulation looks whether it trips at all. */
const WATCHED_HOURS = 2 * PATIENCE_HOURS;

export default defineRule<Data>({
  id: 'breaker-threshold-out-of-reach',
  severity: 'information',
  group: 'rollout',
  on: 'service',
  since: '0.1.0',
  sources: ['simulator:§2.1', 'today:thresholdConfiguration'],
  docs: {
    what: 'A circuit breaker that needs more failed tasks than a broken rollout makes in hours.',
    why: 'Failures only come as fast as tasks start and die. With few tasks and a high threshold the breaker trips so late that whoever waits has long given up.',
    instead: 'Lower the threshold, or leave the default: half of the tasks, at least 3.',
    links: [api('ThresholdConfiguration'), github('aws/containers-roadmap/issues/1247')],
  },
  check(ctx, report) {
    const breaker = ctx.service.get('deploymentConfiguration').get('deploymentCircuitBreaker');
    const threshold = breaker.get('thresholdConfiguration');
    const value = threshold.get('value');
    const desired = ctx.service.get('desiredCount').value;
    if (!breaker.get('enable').is(true) || value.value === undefined || desired === undefined || desired < 1) return;
    // As many failures as tasks come in the first attempt: nothing to simulate.
    if (ctx.traits.strategy !== 'ROLLING' || !threshold.get('type').is('COUNT') || value.value <= desired) return;
    const { plan, assumed } = planOf({ service: ctx.service, traits: ctx.traits, taskDefinition: ctx.taskDefinition });
    if (assumed.length > 0) return;
    const failing = simulate({
      ...plan,
      scenario: [{ kind: 'tasks-fail', mode: 'crash' }],
      until: WATCHED_HOURS * HOUR_MS,
      // Failures are no progress, and yet not the end.
      options: { ...plan.options, patienceHours: WATCHED_HOURS },
    });
    const tripAt = failing.breaker?.tripAt ?? null;
    if (tripAt !== null && tripAt <= PATIENCE_HOURS * HOUR_MS) return;
    report({ at: value, data: { threshold: failing.breaker?.threshold ?? value.value, tripAt, desired } });
  },
  message: ({ threshold, tripAt, desired }) =>
    `The circuit breaker trips after ${threshold} failed tasks. With ${desired} desired that takes ${tripAt === null ? `more than ${durationWords(WATCHED_HOURS * HOUR_MS)}` : durationWords(tripAt)} (simulated: every task crashes before it is healthy). Lower the value, or leave the default of half the tasks, at least 3.`,
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 1\nlaunchType: EC2\ndeploymentConfiguration:\n  deploymentCircuitBreaker:\n    enable: true\n    rollback: true\n    thresholdConfiguration:\n      type: COUNT\n      value: ⟦5000⟧\n',
      },
    ],
    valid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 1\nlaunchType: EC2\ndeploymentConfiguration:\n  deploymentCircuitBreaker:\n    enable: true\n    rollback: true\n    thresholdConfiguration:\n      type: COUNT\n      value: 3\n',
      },
    ],
  },
});
