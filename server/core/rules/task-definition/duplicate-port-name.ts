import type { Fact } from '../../model/fact';
import { REGISTER_TASK_DEFINITION } from '../links';
import { defineRule } from '../rule';
import { quote } from '../words';
import { mappingsOf, taskDefinitionOf } from './parts';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

interface Data {
  name: string;
  refused: boolean;
}

const PORTS = (second: string) =>
  `    portMappings:\n      - containerPort: 80\n        name: http\n      - containerPort: 81\n        name: ${second}\n`;

export default defineRule<Data>({
  id: 'duplicate-port-name',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-port-mapping-duplicate-name'],
  docs: {
    what: 'Two port mappings of a task definition with one name.',
    why: 'Service Connect and VPC Lattice find a port by its name: "When networkMode=awsvpc, port mapping name is already used". Recorded for awsvpc; elsewhere a warning.',
    instead: 'Give each port a name of its own.',
    links: [REGISTER_TASK_DEFINITION],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const refused = taskDefinition.get('networkMode').is('awsvpc');
    const seen = new Map<string, Fact<string>>();
    for (const mapping of mappingsOf(taskDefinition)) {
      const name = mapping.get('name');
      if (name.value === undefined) continue;
      const first = seen.get(name.value);
      if (!first) seen.set(name.value, name);
      else
        report({
          at: name,
          data: { name: name.value, refused },
          severity: refused ? 'error' : 'warning',
          related: [{ at: first, message: 'The first one' }],
        });
    }
  },
  message: ({ name, refused }) =>
    `Two ports have the name ${quote(name)}, so it does not say which is meant${refused ? ': ECS refuses the definition' : ''}. Give each a name of its own.`,
  examples: {
    invalid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(PORTS('⟦http⟧')) },
      { text: ON_EC2, taskDefinition: ec2Task(PORTS('⟦http⟧')) },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask(PORTS('admin')) }],
  },
});
