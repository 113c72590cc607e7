import { choice, flag, integer, list, optional, required, structure, text } from '../fields';
import { assumed } from '../meta';

const threshold = structure('ThresholdConfiguration', {
  type: required(
    choice({
      BOUNDED_PERCENT: 'value percent of the desired count, but at least 3 and at most 200.',
      UNBOUNDED_PERCENT: 'value percent of the desired count, without bounds.',
      COUNT: 'value itself, whatever the desired count.',
    }),
    {
      doc: `How value becomes a number of failed tasks. Percentages follow the desired count as it changes during the deployment. With
        BOUNDED_PERCENT and 50, five tasks trip after 3 failures, 25 after 13, a thousand after 200.`,
      default: 'BOUNDED_PERCENT',
      rank: 1,
    },
  ),
  value: required(
    integer({
      min: assumed(1, 'AWS samples: percentages run from 1 to 100; a count of 0 would never let a task start'),
    }),
    {
      doc: `How many failed tasks, or how many percent of the desired count. A percentage may be 1 to 100; a count has no stated end. High
      counts take long to reach, since failing tasks are started ever more slowly.`,
      default: 50,
      rank: 1,
    },
  ),
});

export const circuitBreaker = structure('DeploymentCircuitBreaker', {
  enable: required(flag(), {
    doc: `Turns the circuit breaker on. Off, a deployment whose tasks never get well stays IN_PROGRESS for ever and goes on starting tasks.`,
    rank: 1,
  }),
  rollback: required(flag(), {
    doc: `Whether a tripped breaker brings back the last deployment that completed. Without it the deployment fails and stands still. There is
      nothing to go back to on the very first deployment, nor while a rollback is under way.`,
    rank: 1,
  }),
  resetOnHealthyTask: optional(flag(), {
    doc: `Whether one healthy task puts the failure count back to 0. On, a version that comes up now and then may never trip the breaker; off,
      failures add up over the whole deployment.`,
    default: true,
    since: '2026',
  }),
  thresholdConfiguration: optional(threshold, {
    doc: `After how many failed tasks the breaker trips. Both members are needed when it is given. A failure is a task that never reaches
      RUNNING, or later one that is replaced because a health check failed.`,
    default: { text: 'BOUNDED_PERCENT 50: half of the desired count, at least 3, at most 200' },
    since: '2026',
    snippet: { type: '«BOUNDED_PERCENT|UNBOUNDED_PERCENT|COUNT»', value: '«50»' },
  }),
});

export const alarms = structure('DeploymentAlarms', {
  alarmNames: required(list(text(), { uniqueBy: assumed([], 'an alarm is watched once') }), {
    doc: `CloudWatch alarms to watch, by name, one in each list item; no commas inside, no ARNs. One that is already firing when a
        deployment starts switches the watching off for that deployment.`,
    names: 'refers alarm',
    rank: 1,
  }),
  rollback: required(flag(), {
    doc: `Whether an alarm brings back the last deployment that completed. Without it the deployment fails and stays as it is, with old and new
      tasks side by side.`,
    rank: 1,
  }),
  enable: required(flag(), {
    doc: `Turns the watching on. Needs at least one alarm name, and the ECS deployment controller. The deployment then stays open for a while
      after all tasks are replaced, so that alarms have time to fire.`,
    rank: 1,
  }),
});
