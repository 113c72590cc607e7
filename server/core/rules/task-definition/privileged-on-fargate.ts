import { api } from '../links';
import { containersOf } from './parts';
import { refusedOnFargate } from './refused-on-fargate';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

export default refusedOnFargate({
  id: 'privileged-on-fargate',
  sources: ['recorded:pf-ecs-fargate-privileged'],
  docs: {
    what: 'A privileged container on Fargate.',
    why: "A privileged container is root on its instance, and on Fargate the instance is not yours: \"Fargate requires that the 'privileged' setting be 'false' at the container level.\"",
    instead: 'Remove privileged. For tracing, the capability SYS_PTRACE is there.',
    links: [api('ContainerDefinition')],
  },
  find: (taskDefinition) =>
    containersOf(taskDefinition)
      .map((container) => container.get('privileged'))
      .filter((fact) => fact.is(true))
      .map((fact) => ({ fact, name: 'privileged containers' })),
  advice: 'Remove privileged.',
  examples: {
    invalid: [{ text: ON_FARGATE, taskDefinition: fargateTask('    ⟦privileged⟧: true\n'), fixed: fargateTask() }],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask('    privileged: false\n') },
      { text: ON_EC2, taskDefinition: ec2Task('    privileged: true\n') },
    ],
  },
});
