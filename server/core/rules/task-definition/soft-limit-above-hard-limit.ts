import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { containersOf, taskDefinitionOf } from './parts';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

interface Data {
  name: string;
  soft: number;
  hard: number;
}

const limits = (soft: string, hard: string) =>
  `    ulimits:\n      - name: nofile\n        softLimit: ${soft}\n        hardLimit: ${hard}\n`;

export default defineRule<Data>({
  id: 'soft-limit-above-hard-limit',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-ulimit-soft-over-hard'],
  docs: {
    what: 'A ulimit whose soft limit is above its hard limit.',
    why: 'The hard limit is the most that a program may ask for: "Soft limit exceeds hard limit for ulimit nofile".',
    instead: 'Lower softLimit or raise hardLimit.',
    links: [api('Ulimit')],
  },
  check(ctx, report) {
    for (const ulimit of containersOf(taskDefinitionOf(ctx)).flatMap((container) => container.get('ulimits').items)) {
      const [soft, hard] = [ulimit.get('softLimit'), ulimit.get('hardLimit')];
      // -1 stands for no limit.
      if (soft.value === undefined || hard.value === undefined || hard.value < 0 || soft.value <= hard.value) continue;
      report({
        at: soft,
        data: { name: String(ulimit.get('name').value ?? 'ulimit'), soft: soft.value, hard: hard.value },
        related: [{ at: hard, message: 'The hard limit' }],
      });
    }
  },
  message: ({ name, soft, hard }) =>
    `The soft limit of ${name}, ${soft}, is above the hard limit, ${hard}: ECS refuses the definition. Lower one or raise the other.`,
  fix: ({ at, data }) => [{ title: `Write ${data.hard}`, safe: false, changes: replace(factOf(at), data.hard) }],
  examples: {
    invalid: [
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(limits('⟦65536⟧', '1024')),
        fixed: fargateTask(limits('1024', '1024')),
      },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(limits('1024', '65536')) },
      { text: ON_EC2, taskDefinition: ec2Task(limits('1024', '-1')) },
    ],
  },
});
