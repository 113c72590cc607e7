import { set } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { requires, taskDefinitionOf, topOf } from './parts';
import { fargateTask } from './samples';

interface Data {
  mode: string | undefined;
}

const SERVICE =
  'serviceName: web\ntaskDefinition: web\ndesiredCount: 2\ncapacityProviderStrategy:\n  - capacityProvider: web-managed\n    weight: 1\n';
const task = (mode: string) =>
  fargateTask().replace('[FARGATE]', '[MANAGED_INSTANCES]').replace('networkMode: awsvpc\n', mode);

export default defineRule<Data>({
  id: 'network-mode-not-for-managed-instances',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['inference'],
  docs: {
    what: 'A task definition with MANAGED_INSTANCES in requiresCompatibilities, and a network mode other than awsvpc and host, or none.',
    why: 'AWS documents awsvpc and host for ECS Managed Instances, and that a definition without a network mode cannot run there.',
    instead: 'Set networkMode: awsvpc, or host.',
    links: [guide('managed-instance-networking')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const mode = taskDefinition.get('networkMode');
    const managed = requires(taskDefinition, 'MANAGED_INSTANCES');
    if (!managed || mode.unknown || mode.is('awsvpc') || mode.is('host')) return;
    // Fargate is stricter, and has a rule of its own.
    if (requires(taskDefinition, 'FARGATE')) return;
    report({
      at: mode.known ? mode : topOf(taskDefinition),
      data: { mode: mode.value },
      related: [{ at: managed, message: 'The definition is checked for managed instances' }],
    });
  },
  message: ({ mode }) =>
    `AWS documents that managed instances run tasks with the network mode awsvpc or host${mode === undefined ? ', and none is named here' : `, not ${mode}`}. Set networkMode: awsvpc, or take MANAGED_INSTANCES out of requiresCompatibilities.`,
  fix(_, ctx) {
    const root = taskDefinitionOf(ctx);
    const changes = set(root, 'networkMode', 'awsvpc');
    return [{ title: 'Set networkMode: awsvpc', safe: false, changes }];
  },
  examples: {
    invalid: [
      { text: SERVICE, taskDefinition: task('networkMode: ⟦bridge⟧\n'), fixed: task('networkMode: awsvpc\n') },
      { text: SERVICE, taskDefinition: task('').replace('family', '⟦family⟧') },
    ],
    valid: [{ text: SERVICE, taskDefinition: task('networkMode: host\n') }],
  },
});
