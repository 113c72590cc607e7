import { factOf, replace } from '../fixes';
import { CREATE_SERVICE, guide } from '../links';
import { defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';
import { systemOf } from './parts';
import { fargateTask } from './samples';

const service = (provider: string) =>
  `${WEB}capacityProviderStrategy:\n  - capacityProvider: ${provider}\n    weight: 1\n${NETWORK}`;
const WINDOWS = fargateTask('', 'runtimePlatform:\n  operatingSystemFamily: WINDOWS_SERVER_2022_CORE\n').replace(
  'cpu: "256"\nmemory: "512"',
  'cpu: "1024"\nmemory: "2048"',
);

export default defineRule<Record<string, never>>({
  id: 'spot-with-windows',
  severity: 'warning',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R229'],
  docs: {
    what: 'FARGATE_SPOT for a task definition with a Windows operating system.',
    why: 'AWS documents that Fargate Spot runs Linux tasks only.',
    instead: 'Use FARGATE for Windows tasks.',
    links: [CREATE_SERVICE, guide('fargate-capacity-providers')],
  },
  check({ service, taskDefinition }, report) {
    if (!taskDefinition || systemOf(taskDefinition) !== 'windows') return;
    const family = taskDefinition.get('runtimePlatform').get('operatingSystemFamily');
    for (const item of service.get('capacityProviderStrategy').items) {
      const provider = item.get('capacityProvider');
      if (!provider.is('FARGATE_SPOT')) continue;
      report({ at: provider, data: {}, related: [{ at: family, message: 'The system of the tasks' }] });
    }
  },
  message: () =>
    'AWS documents that FARGATE_SPOT runs Linux tasks only, and the task definition is for Windows. Use FARGATE.',
  fix: ({ at }) => [{ title: 'Write FARGATE', safe: false, changes: replace(factOf(at), 'FARGATE') }],
  examples: {
    invalid: [{ text: service('⟦FARGATE_SPOT⟧'), fixed: service('FARGATE'), taskDefinition: WINDOWS }],
    valid: [
      { text: service('FARGATE'), taskDefinition: WINDOWS },
      { text: service('FARGATE_SPOT'), taskDefinition: fargateTask() },
    ],
  },
});
