import { familyOf } from '../../model/companion';
import { factOf, replace } from '../fixes';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { quote } from '../words';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  family: string;
  file: string;
}

const config = (service: string) =>
  `region: eu-west-1\ncluster: main\nservice: web\nservice_definition: ${service}\ntask_definition: taskdef.yaml\n`;
const FILES = {
  'ecspresso.yml': config('ecs-service-def.yaml'),
  'ecspresso-json.yml': config('ecs-service-def.json'),
};
const SERVICE = ON_FARGATE.replace('web:1', '⟦api:1⟧');

export default defineRule<Data>({
  id: 'other-task-definition-family',
  severity: 'information',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['today:family'],
  docs: {
    what: 'The task definition file that belongs to the service is of another family than the one the service names.',
    why: 'What is checked and previewed is the file; what ECS runs is the family in the service. One of the two names is out of date.',
    instead: 'Name the family of the file, or point the settings at the right file.',
    links: [CREATE_SERVICE],
  },
  check({ service, taskDefinition }, report) {
    const named = service.get('taskDefinition');
    const family = taskDefinition?.get('family');
    const want = named.value === undefined ? undefined : familyOf(named.value);
    if (!family?.known || want === undefined || family.value === want) return;
    report({
      at: named,
      data: { family: want, file: family.value as string },
      related: [{ at: family, message: 'The family of the file' }],
    });
  },
  message: ({ family, file }) =>
    `The service runs the family ${quote(family)}, but the task definition file beside it is of the family ${quote(file)}. The checks look at the file. Make the two agree.`,
  fix: ({ at, data }) => [{ title: `Write ${data.file}`, safe: false, changes: replace(factOf(at), data.file) }],
  examples: {
    invalid: [
      { text: SERVICE, fixed: ON_FARGATE.replace('web:1', 'web'), taskDefinition: fargateTask(), beside: FILES },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask(), beside: FILES }],
  },
});
