import type { TaskDefinition } from '../../../../schemas';
import type { Fact } from '../../model/fact';
import { append, factOf, replace, set } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { either, nearest, quote } from '../words';
import { containersOf, namesOf, taskDefinitionOf, volumesOf } from './parts';
import { DATA_MOUNT, fargateTask, ON_FARGATE } from './samples';

interface Data {
  name: string;
  names: string[];
  root: Fact<TaskDefinition>;
}

const MOUNT = (name: string) => DATA_MOUNT.replace('sourceVolume: data', `sourceVolume: ${name}`);
const VOLUME = 'volumes:\n  - name: data\n';

export default defineRule<Data>({
  id: 'mount-of-unknown-volume',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-mountpoint-source-volume-missing'],
  docs: {
    what: 'A container mounts a volume that the task definition does not declare.',
    why: '"Unknown volume \'nope\'."',
    instead: 'Write the name of a volume in volumes, or declare it there.',
    links: [api('MountPoint')],
  },
  check(ctx, report) {
    const root = taskDefinitionOf(ctx);
    const list = root.get('volumes');
    const volumes = volumesOf(root);
    if (list.count === undefined || volumes.some((volume) => volume.get('name').unknown)) return;
    for (const mount of containersOf(root).flatMap((container) => container.get('mountPoints').items)) {
      const name = mount.get('sourceVolume');
      const value = name.value;
      if (value === undefined || volumes.some((volume) => volume.get('name').is(value))) continue;
      report({ at: name, data: { name: value, names: namesOf(volumes), root } });
    }
  },
  message: ({ name, names }) =>
    `The task definition declares no volume ${quote(name)}, and ECS refuses it. ${names.length > 0 ? `Write ${either(names)}, or add it to volumes.` : 'Add it to volumes.'}`,
  fix({ at, data: { name, names, root } }) {
    const near = nearest(name, names);
    const volumes = root.get('volumes');
    const entry = { name };
    const changes = volumes.some ? append(volumes as Fact, entry) : set(root, 'volumes', [entry]);
    return [
      ...(near ? [{ title: `Write ${near}`, safe: false, changes: replace(factOf(at), near) }] : []),
      { title: `Declare the volume ${name}`, safe: false, changes },
    ];
  },
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(MOUNT('⟦dat⟧'), VOLUME),
        fixed: fargateTask(MOUNT('data'), VOLUME),
      },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(MOUNT('⟦data⟧')),
        fixed: `${fargateTask(MOUNT('data'))}${VOLUME}`,
      },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask(MOUNT('data'), VOLUME) }],
  },
});
