import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { either, nearest, quote } from '../words';
import { containersNamed, containersOf, namesOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE, SIDE } from './samples';

interface Data {
  name: string;
  names: string[];
}

const from = (name: string) => `    volumesFrom:\n      - sourceContainer: ${name}\n${SIDE}`;

export default defineRule<Data>({
  id: 'volumes-from-unknown-container',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-volumesfrom-source-container-missing'],
  docs: {
    what: 'volumesFrom names a container that the task definition does not have.',
    why: "\"Invalid 'volumesFrom' setting. Unknown container: 'nope'.\"",
    instead: 'Write the name of another container of the task definition.',
    links: [api('VolumeFrom')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    for (const container of containersOf(taskDefinition)) {
      for (const entry of container.get('volumesFrom').items) {
        const name = entry.get('sourceContainer');
        if (name.value === undefined || containersNamed(taskDefinition, name.value)?.length !== 0) continue;
        const others = containersOf(taskDefinition).filter((other) => other !== container);
        report({ at: name, data: { name: name.value, names: namesOf(others) } });
      }
    }
  },
  message: ({ name, names }) =>
    `The task definition has no container ${quote(name)} whose mounts could be taken over, and ECS refuses it. ${names.length > 0 ? `Write ${either(names)}, or remove the entry.` : 'Remove the entry.'}`,
  fix({ at, data }) {
    const right = nearest(data.name, data.names) ?? (data.names.length === 1 ? data.names[0] : undefined);
    return right === undefined ? [] : [{ title: `Write ${right}`, safe: false, changes: replace(factOf(at), right) }];
  },
  examples: {
    invalid: [{ text: ON_FARGATE, taskDefinition: fargateTask(from('⟦sid⟧')), fixed: fargateTask(from('side')) }],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask(from('side')) }],
  },
});
