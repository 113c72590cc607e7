import { factOf, remove } from '../fixes';
import { REGISTER_TASK_DEFINITION } from '../links';
import { defineRule } from '../rule';
import { containersOf, keyOf, taskDefinitionOf } from './parts';
import { ec2Task, ON_EC2 } from './samples';

interface Data {
  refused: boolean;
}

const ACCELERATOR = '⟦inferenceAccelerators⟧:\n  - deviceName: device_1\n    deviceType: eia2.medium\n';

export default defineRule<Data>({
  id: 'elastic-inference',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-fargate-inference-accelerator'],
  docs: {
    what: 'inferenceAccelerators, or a container that asks for one.',
    why: 'Elastic Inference no longer exists: "Unsupported field \'inferenceAccelerators\'."',
    instead: 'Remove them. Instances with GPUs or with Inferentia take their place.',
    links: [REGISTER_TASK_DEFINITION],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const accelerators = taskDefinition.get('inferenceAccelerators');
    if (accelerators.some) report({ at: keyOf(accelerators), data: { refused: true }, tags: ['deprecated'] });
    for (const item of containersOf(taskDefinition).flatMap((c) => c.get('resourceRequirements').items)) {
      const type = item.get('type');
      if (type.is('InferenceAccelerator'))
        report({ at: type, data: { refused: false }, severity: 'warning', tags: ['deprecated'] });
    }
  },
  message: ({ refused }) =>
    `Elastic Inference no longer exists${refused ? ', and ECS refuses the member' : ', so no task gets such an accelerator'}. Remove it; instances with GPUs or Inferentia take its place.`,
  fix({ at, data }) {
    const fact = factOf(at);
    const target = data.refused ? fact : fact.parent;
    return target ? [{ title: 'Remove it', safe: data.refused, changes: remove(target) }] : [];
  },
  examples: {
    invalid: [
      { text: ON_EC2, taskDefinition: ec2Task('', ACCELERATOR), fixed: ec2Task() },
      {
        text: ON_EC2,
        taskDefinition: ec2Task(
          '    resourceRequirements:\n      - type: ⟦InferenceAccelerator⟧\n        value: device_1\n',
        ),
      },
    ],
    valid: [
      { text: ON_EC2, taskDefinition: ec2Task('', 'inferenceAccelerators: []\n') },
      { text: ON_EC2, taskDefinition: ec2Task('    resourceRequirements:\n      - type: GPU\n        value: "1"\n') },
    ],
  },
});
