import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { keyOf, mappingsOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  name: string;
}

const PORTS = '    portMappings:\n      - containerPortRange: 8000-8010\n';

export default defineRule<Data>({
  id: 'port-and-port-range',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-port-range-with-host-port'],
  docs: {
    what: 'A port mapping with a range and a single port.',
    why: '"Invalid port mapping for container \'app\', cannot specify both single port and port range."',
    instead: 'Make two mappings of it, or keep one of the two.',
    links: [api('PortMapping')],
  },
  check(ctx, report) {
    for (const mapping of mappingsOf(taskDefinitionOf(ctx))) {
      const range = mapping.get('containerPortRange');
      const name = (['containerPort', 'hostPort'] as const).find((single) => mapping.get(single).known);
      if (!range.known || !name) continue;
      report({ at: keyOf(mapping.get(name)), data: { name }, related: [{ at: range, message: 'The range' }] });
    }
  },
  message: ({ name }) =>
    `${name} cannot stand beside containerPortRange: ECS refuses the definition. Keep one of them, or make two mappings.`,
  fix: ({ at, data }) => [{ title: `Remove ${data.name}`, safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`${PORTS}        ⟦hostPort⟧: 8000\n`),
        fixed: fargateTask(PORTS),
      },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask(PORTS) }],
  },
});
