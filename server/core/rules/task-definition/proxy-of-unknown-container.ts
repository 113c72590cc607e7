import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { either, nearest, quote } from '../words';
import { containersNamed, containersOf, namesOf, taskDefinitionOf } from './parts';
import { appMesh, fargateTask, ON_FARGATE, SIDE } from './samples';

interface Data {
  name: string;
  names: string[];
}

export default defineRule<Data>({
  id: 'proxy-of-unknown-container',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-proxy-configuration-container-missing'],
  docs: {
    what: 'proxyConfiguration names a container that the task definition does not have.',
    why: '"Proxy container [envoy] does not exist."',
    instead: 'Write the name of the container that is the proxy.',
    links: [api('ProxyConfiguration')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const name = taskDefinition.get('proxyConfiguration').get('containerName');
    if (name.value === undefined || containersNamed(taskDefinition, name.value)?.length !== 0) return;
    report({ at: name, data: { name: name.value, names: namesOf(containersOf(taskDefinition)) } });
  },
  message: ({ name, names }) =>
    `The task definition has no container ${quote(name)} that could be the proxy, and ECS refuses it. Write ${either(names)}, or remove proxyConfiguration.`,
  fix({ at, data }) {
    const near = nearest(data.name, data.names);
    return near ? [{ title: `Write ${near}`, safe: false, changes: replace(factOf(at), near) }] : [];
  },
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(SIDE, appMesh('⟦sid⟧')),
        fixed: fargateTask(SIDE, appMesh('side')),
      },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask(SIDE, appMesh('side')) }],
  },
});
