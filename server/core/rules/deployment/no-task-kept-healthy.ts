import { WEB } from '../example-parts';
import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { count } from '../words';

interface Data {
  desired: number;
}

export default defineRule<Data>({
  id: 'no-task-kept-healthy',
  severity: 'information',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['R274'],
  docs: {
    what: 'minimumHealthyPercent 0 in a service that runs tasks.',
    why: 'ECS may then stop all old tasks before a new one is healthy: the service can be down during a deployment.',
    instead: 'Write 50 or 100, unless an interruption does not matter.',
    links: [api('DeploymentConfiguration')],
  },
  check({ service, traits }, report) {
    const minimum = service.get('deploymentConfiguration').get('minimumHealthyPercent');
    const desired = service.get('desiredCount').value;
    if (!minimum.is(0) || !desired || traits.scheduling !== 'REPLICA') return;
    if (traits.controller === 'ECS' && traits.strategy === 'ROLLING') report({ at: minimum, data: { desired } });
  },
  message: ({ desired }) =>
    `With minimumHealthyPercent 0 ECS may stop ${desired === 1 ? 'the only task' : `all ${count(desired, 'task')}`} before a new one is healthy. Write 50 or 100 if the service must stay up during deployments.`,
  fix: ({ at }) =>
    [50, 100].map((percent) => ({ title: `Write ${percent}`, safe: false, changes: replace(factOf(at), percent) })),
  examples: {
    invalid: [
      {
        text: `${WEB}deploymentConfiguration:\n  minimumHealthyPercent: ⟦0⟧\n  maximumPercent: 200\n`,
        fixed: `${WEB}deploymentConfiguration:\n  minimumHealthyPercent: 50\n  maximumPercent: 200\n`,
      },
    ],
    valid: [{ text: `${WEB}deploymentConfiguration:\n  minimumHealthyPercent: 50\n  maximumPercent: 200\n` }],
  },
});
