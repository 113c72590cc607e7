import { set } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { list } from '../words';
import { fargateReason, taskDefinitionOf, topOf } from './parts';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';
import { FARGATE_CPU, memoriesFor, sizeOf } from './sizes';

interface Data {
  missing: ('cpu' | 'memory')[];
}

export default defineRule<Data>({
  id: 'missing-task-size',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-fargate-task-cpu-memory'],
  docs: {
    what: 'A task definition for Fargate without cpu or memory for the whole task.',
    why: 'Fargate makes a machine of that size for each task: "Fargate requires that \'cpu\' be defined at the task level", and the same for memory. Figures of the containers do not do.',
    instead: 'Add cpu and memory at the top of the definition, in one of the sizes that Fargate has.',
    links: [guide('fargate-tasks-services')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const reason = fargateReason(ctx);
    const missing = (['cpu', 'memory'] as const).filter((name) => taskDefinition.get(name).omitted);
    if (!reason || missing.length === 0) return;
    report({ at: topOf(taskDefinition), data: { missing }, related: [reason] });
  },
  message: ({ missing }) =>
    `Fargate needs ${list(missing)} for the task as a whole, and ECS refuses the definition without. Add ${missing.length > 1 ? 'them' : 'it'} at the top: the figures of the containers do not count for this.`,
  fix({ data: { missing } }, ctx) {
    // Which cpu was meant with a memory that is there is not plain.
    if (!missing.includes('memory')) return [];
    const root = taskDefinitionOf(ctx);
    const cpu = missing.includes('cpu') ? FARGATE_CPU[0] : sizeOf(root.get('cpu').value, 'vcpu');
    const memory = cpu === undefined ? undefined : memoriesFor(cpu)?.[0];
    if (memory === undefined) return [];
    const sizes = { cpu: String(cpu), memory: String(memory) };
    const title = `Add ${list(missing.map((name) => `${name} ${sizes[name]}`))}`;
    return [{ title, safe: false, changes: missing.flatMap((name) => set(root, name, sizes[name])) }];
  },
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask().replace('family', '⟦family⟧').replace('memory: "512"\n', ''),
        fixed: `${fargateTask().replace('memory: "512"\n', '')}memory: "512"\n`,
      },
      { text: ON_FARGATE, taskDefinition: fargateTask().replace('family', '⟦family⟧').replace('cpu: "256"\n', '') },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask() },
      { text: ON_EC2, taskDefinition: ec2Task() },
    ],
  },
});
