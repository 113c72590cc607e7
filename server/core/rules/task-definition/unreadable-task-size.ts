import { github, REGISTER_TASK_DEFINITION } from '../links';
import { defineRule } from '../rule';
import { quote } from '../words';
import { taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';
import { sizeOf } from './sizes';

interface Data {
  name: 'cpu' | 'memory';
  value: string;
}

const task = (cpu: string, memory: string) =>
  fargateTask().replace('cpu: "256"\nmemory: "512"', `cpu: ${cpu}\nmemory: ${memory}`);

export default defineRule<Data>({
  id: 'unreadable-task-size',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['error:taskDefinition[6]'],
  docs: {
    what: 'cpu or memory of the task is no amount: a word, a percentage, a unit of something else.',
    why: 'ECS reads CPU units or vCPU, and MiB or GB: "Invalid \'cpu\' setting for task."',
    instead: 'Write cpu as "1024" or "1 vCPU", memory as "2048" or "2 GB".',
    links: [REGISTER_TASK_DEFINITION, github('oranmoshai/ecsServiceRestart/issues/2')],
  },
  check(ctx, report) {
    for (const name of ['cpu', 'memory'] as const) {
      const fact = taskDefinitionOf(ctx).get(name);
      const value = fact.why === 'empty' ? '' : fact.value;
      if (value === undefined || sizeOf(value, name === 'cpu' ? 'vcpu' : 'gb') !== undefined) continue;
      report({ at: fact, data: { name, value } });
    }
  },
  message: ({ name, value }) =>
    `${quote(value)} is no amount of ${name === 'cpu' ? 'CPU' : 'memory'} that ECS can read, and it refuses the definition. Write ${name === 'cpu' ? 'CPU units ("1024") or vCPU ("1 vCPU")' : 'MiB ("2048") or GB ("2 GB")'}.`,
  examples: {
    invalid: [
      { text: ON_FARGATE, taskDefinition: task('⟦one⟧', '"512"') },
      { text: ON_FARGATE, taskDefinition: task('"256"', '⟦512 MB⟧') },
      { text: ON_FARGATE, taskDefinition: task('⟦""⟧', '"512"') },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: task('.25 vcpu', '0.5GB') }],
  },
});
