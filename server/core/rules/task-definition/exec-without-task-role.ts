import { factOf, replace } from '../fixes';
import { github, guide } from '../links';
import { defineRule } from '../rule';
import { topOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

const SERVICE = `${ON_FARGATE}enableExecuteCommand: `;

export default defineRule<Record<string, never>>({
  id: 'exec-without-task-role',
  severity: 'error',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R344', 'error:exec-role'],
  docs: {
    what: 'enableExecuteCommand in a service whose task definition has no taskRoleArn.',
    why: 'The agent of ECS Exec speaks to Systems Manager with the task role, which needs the ssmmessages permissions. Without one ECS answers "a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again." The role of an instance does not do.',
    instead: 'Give the task definition a taskRoleArn, or leave ECS Exec off.',
    links: [guide('ecs-exec'), github('aws/aws-toolkit-jetbrains/issues/3649')],
  },
  check({ service, taskDefinition }, report) {
    const exec = service.get('enableExecuteCommand');
    if (!exec.is(true) || !taskDefinition?.known || !taskDefinition.get('taskRoleArn').absent) return;
    report({
      at: exec,
      data: {},
      related: [{ at: topOf(taskDefinition), message: 'The task definition has no taskRoleArn' }],
    });
  },
  message: () =>
    'ECS Exec works with the task role, and the task definition has no taskRoleArn: ECS refuses the service. Add the ARN of a role with the ssmmessages permissions there, or write false.',
  fix: ({ at }) => [{ title: 'Leave ECS Exec off', safe: false, changes: replace(factOf(at), false) }],
  examples: {
    invalid: [{ text: `${SERVICE}⟦true⟧\n`, fixed: `${SERVICE}false\n`, taskDefinition: fargateTask() }],
    valid: [
      {
        text: `${SERVICE}true\n`,
        taskDefinition: fargateTask('', 'taskRoleArn: arn:aws:iam::111122223333:role/web\n'),
      },
      { text: `${SERVICE}false\n`, taskDefinition: fargateTask() },
    ],
  },
});
