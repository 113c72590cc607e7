import { api } from '../links';
import { containersOf } from './parts';
import { refusedOnFargate } from './refused-on-fargate';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

export default refusedOnFargate({
  id: 'docker-security-options-on-fargate',
  sources: ['recorded:pf-ecs-fargate-docker-security-options'],
  docs: {
    what: 'dockerSecurityOptions for a container on Fargate.',
    why: 'SELinux, AppArmor and credential files are matters of an instance: "Fargate compatible task definitions do not support dockerSecurityOptions".',
    instead: 'Remove them. For Active Directory there are credentialSpecs.',
    links: [api('ContainerDefinition')],
  },
  find: (taskDefinition) =>
    containersOf(taskDefinition)
      .map((container) => container.get('dockerSecurityOptions'))
      .filter((fact) => fact.some)
      .map((fact) => ({ fact, name: 'dockerSecurityOptions' })),
  advice: 'Remove them.',
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask('    ⟦dockerSecurityOptions⟧: [no-new-privileges]\n'),
        fixed: fargateTask(),
      },
    ],
    valid: [{ text: ON_EC2, taskDefinition: ec2Task('    dockerSecurityOptions: [no-new-privileges]\n') }],
  },
});
