import { api } from '../links';
import { defineRule } from '../rule';
import { mappingsOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

export default defineRule<Record<string, never>>({
  id: 'port-mapping-without-port',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['inference'],
  docs: {
    what: 'A port mapping without containerPort and without containerPortRange.',
    why: 'It says nothing about which port of the container is meant. The API model requires neither; the answer of ECS has not been recorded.',
    instead: 'Add the port on which the container listens.',
    links: [api('PortMapping')],
  },
  check(ctx, report) {
    for (const mapping of mappingsOf(taskDefinitionOf(ctx))) {
      if (!mapping.known || !mapping.get('containerPort').absent || !mapping.get('containerPortRange').absent) continue;
      report({ at: mapping, data: {} });
    }
  },
  message: () =>
    'The mapping does not say which port of the container is meant. Add containerPort, or containerPortRange.',
  examples: {
    invalid: [{ text: ON_FARGATE, taskDefinition: fargateTask('    portMappings:\n      - ⟦name: http⟧\n') }],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask('    portMappings:\n      - containerPort: 80\n') }],
  },
});
