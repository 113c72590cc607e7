import { factOf, remove } from '../fixes';
import { REGISTER_TASK_DEFINITION } from '../links';
import { defineRule } from '../rule';
import { keyOf, requires, taskDefinitionOf } from './parts';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

const STORAGE = 'ephemeralStorage:\n  sizeInGiB: 50\n';

export default defineRule<Record<string, never>>({
  id: 'ephemeral-storage-on-ec2',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-fargate-ephemeral-storage-ec2'],
  docs: {
    what: 'ephemeralStorage in a task definition with EC2 in requiresCompatibilities.',
    why: 'It is the scratch disk of Fargate; on an instance the disk of the instance counts: "Tasks using the EC2 launch type do not support EphemeralStorage."',
    instead: 'Remove ephemeralStorage, or take EC2 out of requiresCompatibilities.',
    links: [REGISTER_TASK_DEFINITION],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const storage = taskDefinition.get('ephemeralStorage');
    const ec2 = requires(taskDefinition, 'EC2');
    if (!storage.known || !ec2) return;
    report({ at: keyOf(storage), data: {}, related: [{ at: ec2, message: 'The definition is checked for EC2' }] });
  },
  message: () =>
    'ephemeralStorage is for Fargate, and ECS refuses it with EC2 in requiresCompatibilities. Remove it, or take EC2 out there.',
  fix: ({ at }) => [{ title: 'Remove ephemeralStorage', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: ON_EC2,
        taskDefinition: ec2Task('', STORAGE.replace('ephemeralStorage', '⟦ephemeralStorage⟧')),
        fixed: ec2Task(),
      },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask('', STORAGE) }],
  },
});
