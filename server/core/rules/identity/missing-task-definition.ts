import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';

interface Data {
  controller: string;
}

export default defineRule<Data>({
  id: 'missing-task-definition',
  severity: 'warning',
  group: 'identity',
  on: 'service',
  since: '0.1.0',
  sources: ['R141', 'R142'],
  profiles: ['create-service'],
  docs: {
    what: 'A service without taskDefinition.',
    why: 'With the ECS and CODE_DEPLOY controllers a new service has to say what it runs. The model leaves the member optional because with EXTERNAL each task set brings its own. A warning, because it may come beside the file: with --task-definition, or from a tool that fills it in, such as Harness.',
    instead:
      'Add taskDefinition: family, family:revision or an ARN. ecspresso fills it in by itself: such files have the profile ecspresso.',
    links: [CREATE_SERVICE],
  },
  check({ service, traits }, report) {
    const taskDefinition = service.get('taskDefinition');
    const { controller } = traits;
    if (!taskDefinition.omitted || controller === undefined || controller === 'EXTERNAL') return;
    const name = service.get('serviceName');
    report({ at: { fact: name.entry ? name : service, key: true }, data: { controller } });
  },
  message: ({ controller }) =>
    `With the ${controller} deployment controller a service needs taskDefinition, which says what its tasks run: without it the service cannot be created. Add it (family, family:revision or an ARN), or give --task-definition beside the file.`,
  examples: {
    invalid: [{ text: '⟦serviceName⟧: web\ndesiredCount: 1\nlaunchType: EC2\n' }],
    valid: [
      { text: 'serviceName: web\ndeploymentController:\n  type: EXTERNAL\n' },
      { text: 'desiredCount: 1\nlaunchType: EC2\n', profile: 'ecspresso' },
    ],
  },
});
