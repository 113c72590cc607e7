import { guide } from '../links';
import { defineRule } from '../rule';
import { quote } from '../words';
import { containersOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

const VOLUMES = 'volumes:\n  - name: data\n  - name: cache\n';
const mounts = (second: string) =>
  `    mountPoints:\n      - sourceVolume: data\n        containerPath: /data\n      - sourceVolume: cache\n        containerPath: ${second}\n`;

export default defineRule<{ path: string }>({
  id: 'mount-path-twice',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['inference'],
  docs: {
    what: 'Two volumes mounted at the same path of a container.',
    why: 'Docker does not start such a container ("Duplicate mount point"), so every task of the service fails.',
    instead: 'Give each mount a path of its own.',
    links: [guide('using_data_volumes')],
  },
  check(ctx, report) {
    for (const container of containersOf(taskDefinitionOf(ctx))) {
      const seen = new Map<string, Parameters<typeof report>[0]['at']>();
      for (const mount of container.get('mountPoints').items) {
        const path = mount.get('containerPath');
        if (path.value === undefined) continue;
        const plain = path.value.replace(/\/+$/, '');
        const first = seen.get(plain);
        if (first) report({ at: path, data: { path: path.value }, related: [{ at: first, message: 'The first one' }] });
        else seen.set(plain, path);
      }
    }
  },
  message: ({ path }) =>
    `Another volume is mounted at ${quote(path)} in this container, and Docker starts no container with two mounts at one path. Give each a path of its own.`,
  examples: {
    invalid: [{ text: ON_FARGATE, taskDefinition: fargateTask(mounts('⟦/data/⟧'), VOLUMES) }],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask(mounts('/cache'), VOLUMES) }],
  },
});
