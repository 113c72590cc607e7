import type { Fact } from '../../model/fact';
import { api } from '../links';
import { containersOf } from './parts';
import { refusedOnFargate } from './refused-on-fargate';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

const add = (list: string) => `    linuxParameters:\n      capabilities:\n        add: [${list}]\n`;

export default refusedOnFargate({
  id: 'capability-not-on-fargate',
  sources: ['recorded:pf-ecs-fargate-capabilities-add'],
  docs: {
    what: 'A kernel capability other than SYS_PTRACE is added on Fargate.',
    why: '"NET_ADMIN is not allowed on Fargate." Only SYS_PTRACE can be added; any can be dropped.',
    instead: 'Remove the capability, or run the task on instances.',
    links: [api('KernelCapabilities')],
  },
  find: (taskDefinition) =>
    containersOf(taskDefinition)
      .flatMap((container) => container.get('linuxParameters').get('capabilities').get('add').items as Fact<string>[])
      .filter((fact) => fact.known && !fact.is('SYS_PTRACE'))
      .map((fact) => ({ fact, name: `capability ${fact.value}` })),
  advice: 'Remove it: only SYS_PTRACE can be added.',
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(add('SYS_PTRACE, ⟦NET_ADMIN⟧')),
        fixed: fargateTask(add('SYS_PTRACE')),
      },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(add('SYS_PTRACE')) },
      { text: ON_EC2, taskDefinition: ec2Task(add('NET_ADMIN')) },
    ],
  },
});
