import { changedMembers } from '../../model/compare';
import type { Fact } from '../../model/fact';
import { set } from '../fixes';
import { github, UPDATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { controllerOf } from './parts';

export default defineRule<{ fromLaunchType: boolean }>({
  id: 'provider-change-without-force',
  severity: 'warning',
  group: 'update',
  on: 'previous',
  since: '0.1.0',
  sources: ['error:cps-force', 'today:UpdateService'],
  docs: {
    what: 'A changed capacity provider strategy in an update that does not force a new deployment.',
    why: 'When a service moves from a launch type to capacity providers ECS refuses the update unless a deployment is forced ("you must force a new deployment"). A change of the strategy alone leaves the running tasks where they are until the next deployment.',
    instead: 'Pass --force-new-deployment, or set forceNewDeployment in an update file.',
    links: [UPDATE_SERVICE, github('aws/aws-cdk/issues/34631')],
  },
  check(ctx, report) {
    if (!ctx.previous || controllerOf(ctx) !== 'ECS') return;
    const forced = (ctx.service as Fact<{ forceNewDeployment?: boolean }>).get('forceNewDeployment');
    if (forced.is(true) || forced.unknown) return;
    const changed = changedMembers(ctx.service, ctx.previous).find((c) => c.name === 'capacityProviderStrategy');
    if (!changed) return;
    const fromLaunchType = ctx.previous.get('launchType').known && changed.before.absent;
    report({
      at: { fact: changed.now, key: true },
      data: { fromLaunchType },
      severity: fromLaunchType && ctx.profile === 'update-service' ? 'error' : 'warning',
    });
  },
  message: ({ fromLaunchType }) =>
    fromLaunchType
      ? 'The previous version had a launch type, and ECS refuses to move the service to capacity providers without a forced deployment: pass --force-new-deployment.'
      : 'A new capacity provider strategy does not move running tasks: without a forced deployment it holds only for tasks that start later. Pass --force-new-deployment to apply it now.',
  fix: (_, ctx) =>
    ctx.profile === 'update-service'
      ? [{ title: 'Force a new deployment', safe: false, changes: set(ctx.service, 'forceNewDeployment', true) }]
      : [],
  examples: {
    invalid: [
      {
        previous:
          'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ncapacityProviderStrategy:\n  - capacityProvider: blue\n    weight: 1\n',
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n⟦capacityProviderStrategy⟧:\n  - capacityProvider: green\n    weight: 1\n',
      },
    ],
    valid: [
      {
        previous:
          'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ncapacityProviderStrategy:\n  - capacityProvider: blue\n    weight: 1\n',
        text: 'serviceName: web\ntaskDefinition: web:2\ndesiredCount: 2\ncapacityProviderStrategy:\n  - capacityProvider: blue\n    weight: 1\n',
      },
    ],
  },
});
