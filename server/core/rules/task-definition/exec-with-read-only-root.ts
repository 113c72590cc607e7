import { guide } from '../links';
import { defineRule } from '../rule';
import { list } from '../words';
import { containersOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  containers: string[];
}

const SERVICE = `${ON_FARGATE}enableExecuteCommand: `;
const ROLE = 'taskRoleArn: arn:aws:iam::111122223333:role/web\n';

export default defineRule<Data>({
  id: 'exec-with-read-only-root',
  severity: 'warning',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['inference'],
  docs: {
    what: 'enableExecuteCommand, and every container has a read-only root file system.',
    why: 'The agent of ECS Exec has to write into the container. AWS documents that it does not work with readonlyRootFilesystem: the service is created, and execute-command fails.',
    instead: 'Let the container that you want to look into write, or leave ECS Exec off.',
    links: [guide('ecs-exec')],
  },
  check({ service, taskDefinition }, report) {
    const exec = service.get('enableExecuteCommand');
    if (!exec.is(true) || !taskDefinition?.get('containerDefinitions').count) return;
    const flags = containersOf(taskDefinition).map((container) => container.get('readonlyRootFilesystem'));
    if (!flags.every((flag) => flag.is(true))) return;
    const containers = containersOf(taskDefinition).flatMap((container) => container.get('name').value ?? []);
    report({
      at: exec,
      data: { containers },
      related: flags.map((at) => ({ at, message: 'A read-only root file system' })),
    });
  },
  message: ({ containers }) =>
    `The root file system of ${containers.length > 1 ? 'the containers' : 'the container'} ${list(containers)} is read-only, and AWS documents that ECS Exec does not work then. Let the container that you want to look into write, or write false.`,
  examples: {
    invalid: [
      {
        text: `${SERVICE}⟦true⟧\n`,
        taskDefinition: fargateTask('    readonlyRootFilesystem: true\n', ROLE),
      },
    ],
    valid: [{ text: `${SERVICE}true\n`, taskDefinition: fargateTask('', ROLE) }],
  },
});
