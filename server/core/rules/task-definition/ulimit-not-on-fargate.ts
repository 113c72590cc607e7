import type { Fact } from '../../model/fact';
import { api } from '../links';
import { containersOf } from './parts';
import { refusedOnFargate } from './refused-on-fargate';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

const ulimits = (name: string) =>
  `    ulimits:\n      - name: ${name}\n        softLimit: 65536\n        hardLimit: 65536\n`;

export default refusedOnFargate({
  id: 'ulimit-not-on-fargate',
  severity: 'information',
  sources: ['inference'],
  docs: {
    what: 'A ulimit other than nofile on Fargate.',
    why: 'AWS documents that Fargate tasks have the limits of the operating system, nofile excepted. The others have no effect.',
    instead: 'Remove it, or run the task on instances.',
    links: [api('ContainerDefinition')],
  },
  find: (taskDefinition) =>
    containersOf(taskDefinition)
      .flatMap((container) => container.get('ulimits').items)
      .map((item) => ({ fact: item.get('name') as Fact<string>, whole: item as Fact }))
      .filter(({ fact }) => fact.known && !fact.is('nofile'))
      .map(({ fact, whole }) => ({ fact, name: `ulimit ${fact.value}`, whole })),
  advice: 'Only nofile can be set.',
  examples: {
    invalid: [{ text: ON_FARGATE, taskDefinition: fargateTask(ulimits('memlock').replace('name', '⟦name⟧')) }],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(ulimits('nofile')) },
      { text: ON_EC2, taskDefinition: ec2Task(ulimits('memlock')) },
    ],
  },
});
