import type { Fact } from '../../model/fact';
import { guide } from '../links';
import { containersOf } from './parts';
import { refusedOnFargate } from './refused-on-fargate';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

const GPU = '    resourceRequirements:\n      - type: GPU\n        value: "1"\n';
const NEURON = '      - type: NeuronDevice\n        value: "1"\n';

export default refusedOnFargate({
  id: 'gpu-on-fargate',
  sources: ['recorded:pf-ecs-fargate-gpu-resource'],
  docs: {
    what: 'A GPU for a container on Fargate.',
    why: '"Tasks using the Fargate launch type do not support GPU resource requirements."',
    instead: 'Run the task on instances with GPUs: a capacity provider of EC2 or Managed Instances.',
    links: [guide('ecs-gpu')],
  },
  find: (taskDefinition) =>
    containersOf(taskDefinition)
      .flatMap((container) => container.get('resourceRequirements').items)
      .filter((item) => item.get('type').is('GPU'))
      .map((item) => ({ fact: item.get('type'), name: 'GPUs', whole: item as Fact })),
  advice: 'Run the task on instances with GPUs.',
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`${GPU.replace('type', '⟦type⟧')}${NEURON}`),
        fixed: fargateTask(`    resourceRequirements:\n${NEURON}`),
      },
    ],
    valid: [{ text: ON_EC2, taskDefinition: ec2Task(GPU) }],
  },
});
