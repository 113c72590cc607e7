import { REGISTER_TASK_DEFINITION } from '../links';
import { defineRule } from '../rule';
import { keyOf, taskDefinitionOf } from './parts';
import { appMesh, EC2_SIDE, ec2Task, fargateTask, ON_EC2, ON_FARGATE, SIDE } from './samples';

interface Data {
  mode: string | undefined;
}

export default defineRule<Data>({
  id: 'proxy-without-awsvpc',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-proxy-configuration-awsvpc-required'],
  docs: {
    what: 'proxyConfiguration for App Mesh with a network mode other than awsvpc.',
    why: 'The proxy needs the network interface of the task: "APPMESH proxy configuration is only supported in networkMode=awsvpc".',
    instead: 'Set networkMode: awsvpc, or use Service Connect, which also takes bridge.',
    links: [REGISTER_TASK_DEFINITION],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const proxy = taskDefinition.get('proxyConfiguration');
    const mode = taskDefinition.get('networkMode');
    // On Fargate the mode is refused anyhow, which another rule says.
    if (!proxy.known || mode.unknown || mode.is('awsvpc') || ctx.traits.fargate === true) return;
    if (!proxy.get('type').absent && !proxy.get('type').is('APPMESH')) return;
    const related = mode.known ? [{ at: mode, message: 'The network mode' }] : [];
    report({ at: keyOf(proxy), data: { mode: mode.value }, related });
  },
  message: ({ mode }) =>
    `An App Mesh proxy works only with the network mode awsvpc, and ${mode === undefined ? 'none is named' : `this is ${mode}`}: ECS refuses the definition. Set networkMode: awsvpc, or use Service Connect instead.`,
  examples: {
    invalid: [
      {
        text: ON_EC2,
        taskDefinition: ec2Task(EC2_SIDE, appMesh('side').replace('proxyConfiguration', '⟦proxyConfiguration⟧')),
      },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask(SIDE, appMesh('side')) }],
  },
});
