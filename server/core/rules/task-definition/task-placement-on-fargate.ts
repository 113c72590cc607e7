import { REGISTER_TASK_DEFINITION } from '../links';
import { refusedOnFargate } from './refused-on-fargate';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

const CONSTRAINT = 'placementConstraints:\n  - type: memberOf\n    expression: attribute:ecs.os-type == linux\n';

export default refusedOnFargate({
  id: 'task-placement-on-fargate',
  sources: ['recorded:pf-ecs-fargate-placement-constraints'],
  docs: {
    what: 'placementConstraints in a task definition for Fargate.',
    why: 'There are no instances to choose from: "Fargate compatible task definitions do not support constraints".',
    instead: 'Remove them. Subnets decide the Availability Zones of Fargate tasks.',
    links: [REGISTER_TASK_DEFINITION],
  },
  find(taskDefinition) {
    const fact = taskDefinition.get('placementConstraints');
    return fact.some ? [{ fact, name: 'placement constraints' }] : [];
  },
  advice: 'Remove them; subnets decide where Fargate tasks run.',
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask('', CONSTRAINT.replace('placementConstraints', '⟦placementConstraints⟧')),
        fixed: fargateTask(),
      },
    ],
    valid: [{ text: ON_EC2, taskDefinition: ec2Task('', CONSTRAINT) }],
  },
});
