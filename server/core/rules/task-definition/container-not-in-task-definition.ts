import { factOf, replace } from '../fixes';
import { api, github } from '../links';
import { defineRule } from '../rule';
import { REGISTRY, TARGET_GROUP } from '../samples';
import { either, nearest, quote } from '../words';
import { containersNamed, containersOf, keyOf, namesOf, targetsOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  name: string;
  names: string[];
}

const ENTRY = `${ON_FARGATE}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerPort: 80\n    containerName: `;
const TASK = fargateTask('    portMappings:\n      - containerPort: 80\n');

export default defineRule<Data>({
  id: 'container-not-in-task-definition',
  severity: 'error',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: [
    'R165',
    'R180',
    'error:container-missing',
    'recorded:pf-ecs-svc-lb-container-name-missing',
    'recorded:pf-ecs-taskset-lb-container-missing',
  ],
  docs: {
    what: 'A load balancer or a service registry names a container that the task definition does not have.',
    why: 'ECS looks the container up when the service is created, and answers "The container nope does not exist in the task definition."',
    instead: 'Write the name of one of the containers, in the spelling of the task definition.',
    links: [api('LoadBalancer'), github('aws/amazon-ecs-agent/issues/1276')],
  },
  check({ service, taskDefinition }, report) {
    if (!taskDefinition) return;
    const containers = taskDefinition.get('containerDefinitions');
    for (const entry of targetsOf(service)) {
      const fact = entry.get('containerName');
      const name = fact.value;
      if (name === undefined || containersNamed(taskDefinition, name)?.length !== 0) continue;
      report({
        at: fact,
        data: { name, names: namesOf(containersOf(taskDefinition)) },
        related: [{ at: keyOf(containers), message: 'The containers' }],
      });
    }
  },
  message: ({ name, names }) =>
    `The task definition has no container ${quote(name)}, and ECS refuses the service. ${names.length > 0 ? `Write ${either(names)}.` : 'Name one that it has.'}`,
  fix({ at, data }) {
    const near = nearest(data.name, data.names);
    const names = near ? [near, ...data.names.filter((n) => n !== near)] : data.names;
    return names.slice(0, 3).map((name) => ({
      title: `Write ${name}`,
      safe: false,
      changes: replace(factOf(at), name),
    }));
  },
  examples: {
    invalid: [
      { text: `${ENTRY}⟦ap⟧\n`, fixed: `${ENTRY}app\n`, taskDefinition: TASK },
      {
        text: `${ON_FARGATE}serviceRegistries:\n  - registryArn: ${REGISTRY}\n    containerPort: 80\n    containerName: ⟦web⟧\n`,
        taskDefinition: TASK,
      },
    ],
    valid: [{ text: `${ENTRY}app\n`, taskDefinition: TASK }, { text: `${ENTRY}web\n` }],
  },
});
