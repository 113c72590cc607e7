import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { systemOf, taskDefinitionOf } from './parts';
import { ec2Task, ON_EC2 } from './samples';

const platform = (architecture: string) =>
  `runtimePlatform:\n  operatingSystemFamily: WINDOWS_SERVER_2022_CORE\n  cpuArchitecture: ${architecture}\n`;

export default defineRule<Record<string, never>>({
  id: 'arm-with-windows',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-windows-arm64'],
  docs: {
    what: 'A Windows operating system with the processor ARM64.',
    why: 'AWS documents ARM64 for Linux tasks only. That ECS refuses the pair has been tried, but the answer was about something else.',
    instead: 'Write X86_64, or use Linux.',
    links: [api('RuntimePlatform')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const platform = taskDefinition.get('runtimePlatform');
    const architecture = platform.get('cpuArchitecture');
    if (!architecture.is('ARM64') || systemOf(taskDefinition) !== 'windows') return;
    const related = [{ at: platform.get('operatingSystemFamily'), message: 'The system' }];
    report({ at: architecture, data: {}, related });
  },
  message: () => 'AWS documents ARM64 for Linux tasks only, and the system is Windows. Write X86_64, or use Linux.',
  fix: ({ at }) => [{ title: 'Write X86_64', safe: false, changes: replace(factOf(at), 'X86_64') }],
  examples: {
    invalid: [
      {
        text: ON_EC2,
        taskDefinition: ec2Task('', platform('⟦ARM64⟧')),
        fixed: ec2Task('', platform('X86_64')),
      },
    ],
    valid: [
      { text: ON_EC2, taskDefinition: ec2Task('', platform('X86_64')) },
      { text: ON_EC2, taskDefinition: ec2Task('', 'runtimePlatform:\n  cpuArchitecture: ARM64\n') },
    ],
  },
});
