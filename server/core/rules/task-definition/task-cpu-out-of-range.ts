import { REGISTER_TASK_DEFINITION } from '../links';
import { defineRule } from '../rule';
import { thousands } from '../words';
import { fargateReason, systemOf, taskDefinitionOf } from './parts';
import { ec2Task, ON_EC2 } from './samples';
import { sizeOf } from './sizes';

/** CPU units. Source: cpu of RegisterTaskDefinition. */
const LEAST = 128;
const MOST = 196_608;

export default defineRule<{ cpu: number }>({
  id: 'task-cpu-out-of-range',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['today:cpu'],
  docs: {
    what: 'cpu of a task that is below 128 units or above 196,608, off Fargate.',
    why: 'AWS documents 0.125 to 192 vCPU for a task on instances.',
    instead: 'Write 128 or more, or leave cpu out: the containers can ask for less.',
    links: [REGISTER_TASK_DEFINITION],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const cpu = sizeOf(taskDefinition.get('cpu').value, 'vcpu');
    if (cpu === undefined || (cpu >= LEAST && cpu <= MOST)) return;
    // Fargate has a table of its own; on Windows the value is not looked at.
    if (fargateReason(ctx) || systemOf(taskDefinition) !== 'linux') return;
    report({ at: taskDefinition.get('cpu'), data: { cpu } });
  },
  message: ({ cpu }) =>
    `AWS documents ${LEAST} to ${thousands(MOST)} CPU units for a task on instances, and this asks for ${thousands(cpu)}. Change the number, or leave cpu out.`,
  examples: {
    invalid: [{ text: ON_EC2, taskDefinition: ec2Task('', 'cpu: ⟦"100"⟧\n') }],
    valid: [
      { text: ON_EC2, taskDefinition: ec2Task('', 'cpu: "128"\n') },
      { text: ON_EC2, taskDefinition: ec2Task('', 'cpu: 192 vCPU\n') },
    ],
  },
});
