import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { quote } from '../words';
import { mappingsOf, rangeOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  text: string;
  right: string | undefined;
}

const range = (text: string) => fargateTask(`    portMappings:\n      - containerPortRange: ${text}\n`);

export default defineRule<Data>({
  id: 'wrong-port-range',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-port-range-reversed'],
  docs: {
    what: 'A containerPortRange that is no range: the first port is not below the last, or the text is something else.',
    why: "\"Invalid 'containerPortRange' setting for container 'app'.\"",
    instead: 'Write first and last port with a hyphen: 8000-8010. A single port goes into containerPort.',
    links: [api('PortMapping')],
  },
  check(ctx, report) {
    for (const mapping of mappingsOf(taskDefinitionOf(ctx))) {
      const fact = mapping.get('containerPortRange');
      const text = fact.value;
      const parts = rangeOf(text);
      if (text === undefined || (parts && parts.first >= 1 && parts.first < parts.last && parts.last <= 65_535))
        continue;
      const reversed = parts && parts.last >= 1 && parts.last < parts.first && parts.first <= 65_535;
      report({ at: fact, data: { text, right: reversed ? `${parts.last}-${parts.first}` : undefined } });
    }
  },
  message: ({ text, right }) =>
    right !== undefined
      ? `The range ${quote(text)} begins with the higher port, and ECS refuses the definition. Write ${right}.`
      : `${quote(text)} is no range of ports, and ECS refuses the definition. Write the first and a higher last port, such as 8000-8010; a single port goes into containerPort.`,
  fix: ({ at, data }) =>
    data.right === undefined
      ? []
      : [{ title: `Write ${data.right}`, safe: false, changes: replace(factOf(at), data.right) }],
  examples: {
    invalid: [
      { text: ON_FARGATE, taskDefinition: range('⟦8010-8000⟧'), fixed: range('8000-8010') },
      { text: ON_FARGATE, taskDefinition: range('⟦8000:8010⟧') },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: range('8000-8010') }],
  },
});
