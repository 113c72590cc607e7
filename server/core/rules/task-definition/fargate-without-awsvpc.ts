import { set } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { runsOn, topOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  mode: string | undefined;
}

const task = (mode: string) => fargateTask().replace('networkMode: awsvpc\n', mode);

export default defineRule<Data>({
  id: 'fargate-without-awsvpc',
  severity: 'error',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R299', 'recorded:pf-ecs-fargate-network-mode'],
  docs: {
    what: 'A service on Fargate runs a task definition whose network mode is not awsvpc.',
    why: 'On Fargate each task has an interface of its own. A definition with another mode, or without one, is not fit for it: "Fargate only supports network mode \'awsvpc\'."',
    instead: 'Set networkMode: awsvpc in the task definition. It does not become awsvpc by itself.',
    links: [guide('fargate-tasks-services')],
  },
  check(ctx, report) {
    const { taskDefinition, traits } = ctx;
    const mode = taskDefinition?.get('networkMode');
    if (!taskDefinition?.known || !mode || mode.unknown || mode.is('awsvpc') || traits.fargate !== true) return;
    report({
      at: runsOn(ctx),
      data: { mode: mode.value },
      related: [{ at: mode.known ? mode : topOf(taskDefinition), message: 'The task definition' }],
    });
  },
  message: ({ mode }) =>
    `Fargate runs only tasks with the network mode awsvpc, and the task definition ${mode === undefined ? 'names none, which means bridge' : `has ${mode}`}: ECS refuses the service. Set networkMode: awsvpc in the task definition.`,
  fix(_, { taskDefinition }) {
    if (!taskDefinition) return [];
    const changes = set(taskDefinition, 'networkMode', 'awsvpc');
    const title = 'Set networkMode: awsvpc in the task definition';
    return [{ title, safe: false, uri: taskDefinition.file.uri, changes }];
  },
  examples: {
    invalid: [
      { text: ON_FARGATE.replace('FARGATE', '⟦FARGATE⟧'), taskDefinition: task('networkMode: bridge\n') },
      { text: ON_FARGATE.replace('FARGATE', '⟦FARGATE⟧'), taskDefinition: task('') },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask() }],
  },
});
