import { factOf, replace } from '../fixes';
import { CREATE_SERVICE, github } from '../links';
import { isPlaceholder } from '../placeholder';
import { defineRule } from '../rule';
import { quote } from '../words';

interface Data {
  name: string;
  family: string | undefined;
  revision: string | undefined;
}

const service = (name: string) => `serviceName: web\ntaskDefinition: ${name}\ndesiredCount: 2\n`;

export default defineRule<Data>({
  id: 'task-definition-name',
  severity: 'error',
  group: 'identity',
  on: 'service',
  since: '0.1.0',
  sources: ['R144', 'error:td-charset'],
  docs: {
    what: 'A taskDefinition that is neither family, family:revision nor an ARN.',
    why: 'The family holds letters, digits, hyphens and underscores, the revision is a number: a file name or an image tag is answered with "Family contains invalid characters."',
    instead:
      'Write the family, with or without a revision: web or web:3. The task definition itself is registered separately.',
    links: [CREATE_SERVICE, github('aws/aws-cli/issues/6774')],
  },
  check({ service }, report) {
    const fact = service.get('taskDefinition');
    const name = fact.value;
    if (!name || isPlaceholder(name)) return;
    const short = /^arn:[^:]*:ecs:[^:]*:[^:]*:task-definition\/(.*)$/.exec(name)?.[1] ?? name;
    if (short.startsWith('arn:') || /^[\w-]{1,255}(?::0*[1-9]\d{0,9})?$/.test(short)) return;
    const parts = /^([\w-]{1,255}):([^/]*)$/.exec(short);
    report({ at: fact, data: { name, family: parts?.[1], revision: parts?.[2] } });
  },
  message: ({ name, family, revision }) =>
    family
      ? `${quote(revision)} is no revision of a task definition: revisions are whole numbers from 1, and ECS refuses anything else. Write ${family} for the newest, or ${family} with a colon and the number.`
      : `${quote(name)} is no task definition: ECS takes family, family:revision or an ARN, and a family holds letters, digits, hyphens and underscores only. Write the family under which it was registered.`,
  fix({ at, data }) {
    if (!data.family || data.name.startsWith('arn:')) return [];
    return [{ title: `Write ${data.family}`, safe: false, changes: replace(factOf(at), data.family) }];
  },
  examples: {
    invalid: [
      { text: service('⟦"web:latest"⟧'), fixed: service('"web"') },
      { text: service('⟦taskdef.json⟧') },
      { text: service('⟦file://taskdef.json⟧') },
    ],
    valid: [
      { text: service('web') },
      { text: service('web_app-2:14') },
      { text: service('web:007') },
      { text: service('arn:aws:ecs:eu-west-1:111122223333:task-definition/web:14') },
      { text: service('<TASK_DEFINITION>') },
    ],
  },
});
