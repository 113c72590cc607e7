import { factOf, remove } from '../fixes';
import { REGISTER_TASK_DEFINITION } from '../links';
import { defineRule } from '../rule';
import { containersOf, keyOf, taskDefinitionOf } from './parts';
import { ec2Task, ON_EC2 } from './samples';

interface Data {
  mode: 'none' | 'host';
}

const PORT = '    portMappings:\n      - containerPort: 80\n';
const RANGE = '    portMappings:\n      - containerPortRange: 8000-8010\n';

export default defineRule<Data>({
  id: 'ports-not-for-network-mode',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['today:networkMode'],
  docs: {
    what: 'Port mappings with the network mode none, or a range of ports with host.',
    why: 'AWS documents that none has no port mappings, since there is no network, and that ranges are for bridge and awsvpc.',
    instead: 'Remove them, or choose another network mode.',
    links: [REGISTER_TASK_DEFINITION],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const mode = taskDefinition.get('networkMode');
    const related = [{ at: mode, message: 'The network mode' }];
    for (const container of containersOf(taskDefinition)) {
      const list = container.get('portMappings');
      if (mode.is('none') && list.some) report({ at: keyOf(list), data: { mode: 'none' }, related });
      if (!mode.is('host')) continue;
      const ranges = list.items.map((mapping) => mapping.get('containerPortRange')).filter((range) => range.known);
      for (const range of ranges) report({ at: keyOf(range), data: { mode: 'host' }, related });
    }
  },
  message: ({ mode }) =>
    mode === 'none'
      ? 'With the network mode none the containers have no network, and AWS documents that they cannot have port mappings. Remove them, or choose another mode.'
      : 'AWS documents port ranges for the network modes bridge and awsvpc, not for host. Remove the range; under host the container can use any free port.',
  fix: ({ at }) => [{ title: 'Remove it', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: ON_EC2,
        taskDefinition: ec2Task(PORT.replace('portMappings', '⟦portMappings⟧'), '', 'none'),
        fixed: ec2Task('', '', 'none'),
      },
      {
        text: ON_EC2,
        taskDefinition: ec2Task(RANGE.replace('containerPortRange', '⟦containerPortRange⟧'), '', 'host'),
      },
    ],
    valid: [{ text: ON_EC2, taskDefinition: ec2Task(RANGE) }],
  },
});
