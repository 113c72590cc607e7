import type { Fact } from '../../model/fact';
import { append } from '../fixes';
import { github, REGISTER_TASK_DEFINITION } from '../links';
import { defineRule } from '../rule';
import { list } from '../words';
import { keyOf, runsOn } from './parts';
import { ec2Task, fargateTask, ON_EC2, ON_FARGATE } from './samples';

interface Data {
  launchType: string;
  listed: string[];
  /** Fargate certainly refuses it: it is not even made for awsvpc, or has no size. */
  certain: boolean;
}

export default defineRule<Data>({
  id: 'launch-type-not-in-compatibilities',
  severity: 'error',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R208', 'error:fargate-compat'],
  docs: {
    what: 'The service runs on a launch type that requiresCompatibilities of its task definition leaves out.',
    why: 'The definition was not checked for that launch type when it was registered. For Fargate ECS answers "Task definition does not support launch_type FARGATE." unless the definition happens to be fit for it; for EC2 nearly every definition is.',
    instead: 'Add the launch type to requiresCompatibilities and register the definition again.',
    links: [REGISTER_TASK_DEFINITION, github('aws/aws-cli/issues/3983')],
  },
  check(ctx, report) {
    const { taskDefinition, traits } = ctx;
    const items = taskDefinition?.get('requiresCompatibilities');
    const { launch } = traits;
    if (!taskDefinition || !items?.count || launch === undefined) return;
    const listed = (items.items as Fact<string>[]).map((item) => item.value);
    if (listed.some((value) => value === undefined || value === launch)) return;
    const unfit =
      taskDefinition.get('networkMode').isNot('awsvpc', 'bridge' as 'awsvpc') ||
      taskDefinition.get('cpu').absent ||
      taskDefinition.get('memory').absent;
    const severity = launch === 'EC2' ? 'information' : launch === 'FARGATE' && unfit ? 'error' : 'warning';
    report({
      at: runsOn(ctx),
      data: { launchType: launch, listed: listed as string[], certain: severity === 'error' },
      severity,
      related: [{ at: keyOf(items), message: 'What the task definition is checked for' }],
    });
  },
  message({ launchType, listed, certain }) {
    const was = `requiresCompatibilities of the task definition has ${list(listed)} and not ${launchType}`;
    if (certain)
      return `${was}, and the definition is not fit for it: ECS refuses the service. Add ${launchType} there.`;
    if (launchType === 'EC2')
      return `${was}. ECS did not check it for EC2, though most definitions for ${listed[0]} run there. Add EC2 to have it checked.`;
    return `${was}: ECS did not check it for ${launchType}, and refuses the service unless it is fit for it all the same. Add ${launchType} there.`;
  },
  fix({ data }, { taskDefinition }) {
    const items = taskDefinition?.get('requiresCompatibilities');
    if (!items) return [];
    const title = `Add ${data.launchType} to requiresCompatibilities`;
    return [{ title, safe: false, uri: items.file.uri, changes: append(items, data.launchType) }];
  },
  examples: {
    invalid: [
      {
        text: ON_FARGATE.replace('FARGATE', '⟦FARGATE⟧'),
        taskDefinition: ec2Task(),
        also: ['fargate-without-awsvpc', 'missing-task-size'],
      },
      {
        text: ON_FARGATE.replace('FARGATE', '⟦FARGATE⟧'),
        taskDefinition: fargateTask().replace('[FARGATE]', '[EC2]'),
      },
      { text: ON_EC2.replace('EC2', '⟦EC2⟧'), taskDefinition: ec2Task().replace('[EC2]', '[EXTERNAL]') },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: fargateTask() },
      { text: ON_FARGATE, taskDefinition: fargateTask().replace('[FARGATE]', '[EC2, FARGATE]') },
      { text: ON_FARGATE, taskDefinition: fargateTask().replace('requiresCompatibilities: [FARGATE]\n', '') },
    ],
  },
});
