import { UPDATE_REFUSES } from '../../../../schemas/runtime';
import { changedMembers } from '../../model/compare';
import { UPDATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { quote } from '../words';

interface Data {
  name: string;
  before: string;
}

/** What to do instead, where there is a way. Everything else needs a new service. */
const WAYS: Readonly<Record<string, string>> = {
  launchType: 'move to capacityProviderStrategy in an update with a forced deployment, or create a new service.',
  tags: 'tags change through TagResource and UntagResource, not through an update.',
  cluster: 'a service stays in its cluster: this would look for the service in another one, or create a second.',
};

export default defineRule<Data>({
  id: 'update-cannot-change',
  severity: 'error',
  group: 'update',
  on: 'previous',
  since: '0.1.0',
  sources: ['R202', 'error:update-launch-type', 'today:UpdateService'],
  docs: {
    what: 'A change of a member that UpdateService does not take, compared with the previous version.',
    why: 'The update is refused, or goes through without the change. A service keeps its scheduling strategy, launch type and role for life.',
    instead: 'Take the change back, or create a new service beside the old one and delete that later.',
    links: [UPDATE_SERVICE],
  },
  check(ctx, report) {
    if (!ctx.previous) return;
    for (const { name, now, before } of changedMembers(ctx.service, ctx.previous)) {
      if (!(UPDATE_REFUSES.has(name) || name === 'cluster') || name === 'clientToken' || name === 'serviceName')
        continue;
      const was = before.absent
        ? 'absent'
        : before.target?.kind === 'scalar'
          ? quote(before.target.value)
          : 'another value';
      report({ at: now, data: { name, before: was }, severity: name === 'tags' ? 'warning' : 'error' });
    }
  },
  message: ({ name, before }) =>
    `${name} was ${before} in the previous version, and an update cannot change it: ${WAYS[name] ?? 'create a new service.'}`,
  examples: {
    invalid: [
      {
        previous: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\n',
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: ⟦EXTERNAL⟧\n',
      },
    ],
    valid: [
      {
        previous: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\n',
        text: 'serviceName: web\ntaskDefinition: web:2\ndesiredCount: 3\nlaunchType: EC2\n',
      },
    ],
  },
});
