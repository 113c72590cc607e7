import { factOf, remove } from '../fixes';
import { api, github } from '../links';
import { defineRule } from '../rule';
import { quote } from '../words';
import { containersOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  name: string;
}

const SECRET = '    secrets:\n      - name: TOKEN\n        valueFrom: /web/token\n';
const ENVIRONMENT = '    environment:\n      - name: LEVEL\n        value: info\n';

export default defineRule<Data>({
  id: 'secret-also-in-environment',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['issue:dagster-io/dagster#11622'],
  docs: {
    what: 'A variable that stands both in secrets and in environment of a container.',
    why: 'A variable has one value, and ECS refuses the definition: "The secret name must be unique and not shared with any new or existing environment variables set on the container". The other one may be the secret that lies open in plain text.',
    instead: 'Remove it from environment.',
    links: [api('ContainerDefinition'), github('dagster-io/dagster/issues/11622')],
  },
  check(ctx, report) {
    for (const container of containersOf(taskDefinitionOf(ctx))) {
      const secrets = container.get('secrets').items.map((secret) => secret.get('name'));
      for (const variable of container.get('environment').items) {
        const name = variable.get('name');
        const value = name.value;
        const twin = value === undefined ? undefined : secrets.find((secret) => secret.is(value));
        if (twin) report({ at: name, data: { name: value as string }, related: [{ at: twin, message: 'The secret' }] });
      }
    }
  },
  message: ({ name }) =>
    `${quote(name)} stands in secrets too, and ECS refuses a definition in which a secret shares its name with a variable. Remove it here, so that the secret counts.`,
  fix({ at }) {
    const item = factOf(at).parent;
    return item ? [{ title: 'Remove it from environment', safe: false, changes: remove(item) }] : [];
  },
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`${SECRET}${ENVIRONMENT}      - name: ⟦TOKEN⟧\n        value: abc\n`),
        fixed: fargateTask(SECRET + ENVIRONMENT),
      },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask(SECRET + ENVIRONMENT) }],
  },
});
