import { github, REGISTER_TASK_DEFINITION } from '../links';
import { refusedOnFargate } from './refused-on-fargate';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

export default refusedOnFargate({
  id: 'shared-namespace-on-fargate',
  sources: ['recorded:pf-ecs-fargate-ipc-mode', 'recorded:pf-ecs-fargate-pid-mode-host', 'error:taskDefinition[3]'],
  docs: {
    what: 'ipcMode, or pidMode host, on Fargate.',
    why: 'Nothing can be shared with an instance that is not yours: "Fargate compatible task definitions do not support ipcMode", and "Tasks using the Fargate launch type do not support pidMode \'host\'." pidMode task is taken.',
    instead: 'Remove ipcMode; write pidMode: task where containers have to see one another.',
    links: [REGISTER_TASK_DEFINITION, github('cn-terraform/terraform-aws-ecs-fargate/issues/2')],
  },
  find(taskDefinition) {
    const [ipc, pid] = [taskDefinition.get('ipcMode'), taskDefinition.get('pidMode')];
    return [
      ...(ipc.known ? [{ fact: ipc, name: 'ipcMode' }] : []),
      ...(pid.is('host') ? [{ fact: pid, name: 'pidMode host' }] : []),
    ];
  },
  advice: 'Remove it. Containers of one task can see one another with pidMode: task.',
  examples: {
    invalid: [
      { text: ON_FARGATE, taskDefinition: fargateTask('', '⟦ipcMode⟧: task\n'), fixed: fargateTask() },
      { text: ON_FARGATE, taskDefinition: fargateTask('', '⟦pidMode⟧: host\n') },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask('', 'pidMode: task\n') },
      { text: ON_EC2, taskDefinition: ec2Task('', 'ipcMode: host\n') },
    ],
  },
});
