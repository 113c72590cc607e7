import type { Fact } from '../../model/fact';
import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { either, nearest, quote } from '../words';
import { containersNamed, containersOf, namesOf, taskDefinitionOf } from './parts';
import { EC2_SIDE, ec2Task, ON_EC2 } from './samples';

interface Data {
  name: string;
  alias: string;
  names: string[];
}

export default defineRule<Data>({
  id: 'link-to-unknown-container',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['inference'],
  docs: {
    what: 'links names a container that the task definition does not have.',
    why: 'A link is to another container of the same task. There is nothing that it could lead to.',
    instead: 'Write the name of a container, or name:alias.',
    links: [api('ContainerDefinition')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    for (const container of containersOf(taskDefinition)) {
      for (const link of container.get('links').items as Fact<string>[]) {
        const [name, ...alias] = (link.value ?? '').split(':');
        if (!name || containersNamed(taskDefinition, name)?.length !== 0) continue;
        const names = namesOf(containersOf(taskDefinition).filter((other) => other !== container));
        report({ at: link, data: { name, alias: alias.map((part) => `:${part}`).join(''), names } });
      }
    }
  },
  message: ({ name, names }) =>
    `The task definition has no container ${quote(name)} that the link could lead to. ${names.length > 0 ? `Write ${either(names)}, or remove the link.` : 'Remove the link.'}`,
  fix({ at, data }) {
    const near = nearest(data.name, data.names);
    if (!near) return [];
    const right = near + data.alias;
    return [{ title: `Write ${right}`, safe: false, changes: replace(factOf(at), right) }];
  },
  examples: {
    invalid: [
      {
        text: ON_EC2,
        taskDefinition: ec2Task(`    links: ["⟦sid:db⟧"]\n${EC2_SIDE}`.replace('"⟦', '⟦"').replace('⟧"', '"⟧')),
        fixed: ec2Task(`    links: ["side:db"]\n${EC2_SIDE}`),
      },
    ],
    valid: [{ text: ON_EC2, taskDefinition: ec2Task(`    links: ["side:db"]\n${EC2_SIDE}`) }],
  },
});
