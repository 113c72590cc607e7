import { service as serviceShape } from '../../../../schemas/runtime';
import { changedMembers } from '../../model/compare';
import { UPDATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { controllerOf } from './parts';

interface Data {
  name: string;
  deploys: boolean;
}

export default defineRule<Data>({
  id: 'change-starts-deployment',
  severity: 'information',
  group: 'update',
  on: 'previous',
  since: '0.1.0',
  sources: ['today:UpdateService', 'simulator:§1.1'],
  docs: {
    what: 'What a change from the previous version does: starts a new deployment, or takes effect without one.',
    why: 'A deployment replaces every task; a change without one leaves the running tasks as they are, sometimes against what was meant.',
    instead: 'Nothing to mend. To roll out a change that starts no deployment, force one.',
    links: [UPDATE_SERVICE],
  },
  check(ctx, report) {
    if (!ctx.previous || controllerOf(ctx) !== 'ECS') return;
    for (const { name, now } of changedMembers(ctx.service, ctx.previous)) {
      const effect = serviceShape.members[name]?.update;
      if (effect !== 'deploys' && effect !== 'in-place') continue;
      report({ at: { fact: now, key: true }, data: { name, deploys: effect === 'deploys' } });
    }
  },
  message: ({ name, deploys }) =>
    deploys
      ? `Changing ${name} starts a new deployment: every task is replaced.`
      : name === 'desiredCount'
        ? 'Changing desiredCount scales the service and starts no deployment.'
        : `Changing ${name} takes effect without a new deployment: running tasks stay as they are.`,
  examples: {
    invalid: [
      {
        previous: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\n',
        text: 'serviceName: web\n⟦taskDefinition⟧: web:2\n⟦desiredCount⟧: 3\nlaunchType: EC2\n',
      },
    ],
    valid: [
      {
        previous: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\n',
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\npropagateTags: NONE\n',
      },
    ],
  },
});
