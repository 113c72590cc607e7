import { api } from '../links';
import { containersOf } from './parts';
import { refusedOnFargate } from './refused-on-fargate';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

const linux = (member: string) => `    linuxParameters:\n      initProcessEnabled: true\n      ${member}\n`;

export default refusedOnFargate({
  id: 'swap-or-shared-memory-on-fargate',
  sources: ['recorded:pf-ecs-fargate-max-swap', 'recorded:pf-ecs-fargate-shared-memory-size'],
  docs: {
    what: 'maxSwap, swappiness or sharedMemorySize on Fargate.',
    why: 'Fargate sets these itself: "Fargate compatible task definitions do not support maxSwap", and the same for sharedMemorySize. AWS documents it for swappiness.',
    instead: 'Remove them. Programs that use much of /dev/shm can be told to use another folder.',
    links: [api('LinuxParameters')],
  },
  find: (taskDefinition) =>
    containersOf(taskDefinition).flatMap((container) => {
      const linux = container.get('linuxParameters');
      return (['maxSwap', 'sharedMemorySize', 'swappiness'] as const)
        .map((name) => ({ fact: linux.get(name), name, documented: name === 'swappiness' }))
        .filter(({ fact }) => fact.known);
    }),
  advice: 'Remove it, or run the task on instances.',
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(linux('⟦maxSwap⟧: 512')),
        fixed: fargateTask('    linuxParameters:\n      initProcessEnabled: true\n'),
      },
      { text: ON_FARGATE, taskDefinition: fargateTask(linux('⟦sharedMemorySize⟧: 256')) },
      { text: ON_FARGATE, taskDefinition: fargateTask(linux('⟦swappiness⟧: 10')) },
    ],
    valid: [{ text: ON_EC2, taskDefinition: ec2Task(linux('maxSwap: 512')) }],
  },
});
