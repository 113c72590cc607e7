import type { TaskDefinition } from '../../../../schemas';
import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { containersOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE, SIDE } from './samples';

interface Data {
  /** The names around the circle, the first one again at the end. */
  circle: string[];
}

const depends = (name: string) => `    dependsOn:\n      - containerName: ${name}\n        condition: START\n`;

export default defineRule<Data>({
  id: 'dependency-cycle',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['inference'],
  docs: {
    what: 'Containers that wait for one another in a circle, or one that waits for itself.',
    why: 'None of them can be the first to start. How ECS answers has not been recorded; the task cannot run in any case.',
    instead: 'Take one of the dependencies away.',
    links: [api('ContainerDependency')],
  },
  check(ctx, report) {
    for (const { at, circle } of circlesIn(taskDefinitionOf(ctx))) report({ at, data: { circle } });
  },
  message: ({ circle, circle: [name] }) =>
    circle.length === 2
      ? `The container ${name} waits for itself and never starts. Remove the entry.`
      : `The containers wait for one another in a circle (${circle.join(' → ')}), so none can start first. Remove one of the dependencies.`,
  fix({ at }) {
    const entry = factOf(at).parent;
    return entry ? [{ title: 'Remove this dependency', safe: false, changes: remove(entry) }] : [];
  },
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`${depends('side')}${SIDE}${depends('⟦app⟧')}`),
      },
      { text: ON_FARGATE, taskDefinition: fargateTask(depends('⟦app⟧')) },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask(`${depends('side')}${SIDE}`) }],
  },
});

/** Each circle once, at the dependency that closes it when containers are followed in file order. */
function circlesIn(taskDefinition: Fact<TaskDefinition>): { at: Fact; circle: string[] }[] {
  const byName = new Map(containersOf(taskDefinition).map((container) => [container.get('name').value, container]));
  const done = new Set<string>();
  const found: { at: Fact; circle: string[] }[] = [];
  const visit = (name: string, path: string[]) => {
    done.add(name);
    for (const dependency of byName.get(name)?.get('dependsOn').items ?? []) {
      const fact = dependency.get('containerName');
      const next = fact.value;
      if (next === undefined) continue;
      const start = [...path, name].indexOf(next);
      if (start >= 0) found.push({ at: fact as Fact, circle: [...[...path, name].slice(start), next] });
      else if (!done.has(next)) visit(next, [...path, name]);
    }
  };
  for (const name of byName.keys()) if (name !== undefined && !done.has(name)) visit(name, []);
  return found;
}
