import type { TaskDefinition } from '../../../../schemas';
import type { Fact } from '../../model/fact';
import { replace } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { either } from '../words';
import { fargateReason, systemOf, taskDefinitionOf } from './parts';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';
import { FARGATE_CPU, inWords, isFargateSize, memoriesFor, memoryInWords, sizeOf } from './sizes';

interface Data {
  cpu: number;
  memory: number | undefined;
  /** What is wrong: the amount of CPU, the memory with it, or too little CPU for Windows. */
  wrong: 'cpu' | 'memory' | 'windows' | 'windows-large';
}

const task = (cpu: string, memory: string, top = '') =>
  fargateTask('', top).replace('cpu: "256"\nmemory: "512"', `cpu: ${cpu}\nmemory: ${memory}`);
const WINDOWS = 'runtimePlatform:\n  operatingSystemFamily: WINDOWS_SERVER_2022_CORE\n';

export default defineRule<Data>({
  id: 'size-not-on-fargate',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-fargate-windows-cpu-under-1vcpu', 'today:cpu, memory'],
  docs: {
    what: 'cpu and memory of a task in a size that Fargate does not have.',
    why: 'Fargate has a fixed table of sizes: "No Fargate configuration exists for given values". Windows tasks need 1 vCPU at least, and AWS documents 4 vCPU as their most.',
    instead: 'Choose an amount of CPU of the table, and memory in the range that goes with it.',
    links: [guide('fargate-tasks-services')],
  },
  check(ctx, report) {
    const reason = fargateReason(ctx);
    const taskDefinition = taskDefinitionOf(ctx);
    const found = reason && problemOf(taskDefinition);
    if (!found) return;
    const at = taskDefinition.get(found.wrong === 'memory' ? 'memory' : 'cpu');
    report({ at, data: found, related: [reason], severity: found.wrong === 'windows-large' ? 'warning' : 'error' });
  },
  message({ cpu, memory, wrong }) {
    if (wrong === 'windows')
      return `Windows tasks on Fargate need 1024 CPU units (1 vCPU) at least, and ${cpu} are asked for: ECS refuses the definition. Write 1024 with 2 GB of memory or more.`;
    if (wrong === 'windows-large')
      return `AWS documents 8, 16 and 32 vCPU on Fargate for Linux alone, and the task is for Windows. Write 4096 or less.`;
    if (wrong === 'cpu')
      return `Fargate has no tasks with ${cpu} CPU units, and ECS refuses the definition. Write ${either(FARGATE_CPU)}.`;
    if (memory === undefined) return '';
    return `With ${cpu} CPU units Fargate has ${memoryInWords(cpu)}, not ${inWords(memory)}: ECS refuses the definition. Change memory, or take another amount of cpu.`;
  },
  fix({ data }, ctx) {
    const { cpu, memory, wrong } = data;
    const taskDefinition = taskDefinitionOf(ctx);
    if (wrong === 'memory' && memory !== undefined) {
      const right = nearestMemory(cpu, memory);
      const changes = replace(taskDefinition.get('memory'), String(right));
      return right === undefined ? [] : [{ title: `Set memory to ${right}`, safe: false, changes }];
    }
    if (wrong !== 'cpu') return [];
    const right = FARGATE_CPU.find((size) => size >= cpu && (memory === undefined || isFargateSize(size, memory)));
    if (right === undefined) return [];
    const changes = replace(taskDefinition.get('cpu'), String(right));
    return [{ title: `Set cpu to ${right}`, safe: false, changes }];
  },
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: task('"512"', '⟦"512"⟧'),
        fixed: task('"512"', '"1024"'),
      },
      { text: ON_FARGATE, taskDefinition: task('⟦"300"⟧', '"1024"'), fixed: task('"512"', '"1024"') },
      { text: ON_FARGATE, taskDefinition: task('⟦"512"⟧', '"2048"', WINDOWS) },
      { text: ON_FARGATE, taskDefinition: task('1 vCPU', '⟦1 GB⟧'), fixed: task('1 vCPU', '"2048"') },
      { text: ON_FARGATE, taskDefinition: task('"32768"', '⟦"65536"⟧'), fixed: task('"32768"', '"122880"') },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: task('.25 vCPU', '0.5 GB') },
      { text: ON_FARGATE, taskDefinition: task('"8192"', '"20480"') },
      { text: ON_FARGATE, taskDefinition: task('32 vCPU', '244 GB') },
      { text: ON_EC2, taskDefinition: ec2Task('', 'cpu: "300"\nmemory: "700"\n') },
    ],
  },
});

function problemOf(taskDefinition: Fact<TaskDefinition>): Data | undefined {
  const cpu = sizeOf(taskDefinition.get('cpu').value, 'vcpu');
  const memory = sizeOf(taskDefinition.get('memory').value, 'gb');
  if (cpu === undefined) return undefined;
  if (!memoriesFor(cpu)) return { cpu, memory, wrong: 'cpu' };
  if (systemOf(taskDefinition) === 'windows') {
    if (cpu < 1024) return { cpu, memory, wrong: 'windows' };
    if (cpu > 4096) return { cpu, memory, wrong: 'windows-large' };
  }
  return memory === undefined || isFargateSize(cpu, memory) ? undefined : { cpu, memory, wrong: 'memory' };
}

/** The least memory of the size that holds as much, else the most there is. */
function nearestMemory(cpu: number, memory: number): number | undefined {
  const all = memoriesFor(cpu);
  return all?.find((mib) => mib >= memory) ?? all?.[all.length - 1];
}
