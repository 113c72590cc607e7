import { factOf, remove } from '../fixes';
import { CREATE_SERVICE, github } from '../links';
import { defineRule } from '../rule';
import { keyOf, topOf } from './parts';
import { ec2Task, ON_EC2, ON_EC2_AWSVPC } from './samples';

interface Data {
  mode: string | undefined;
}

export default defineRule<Data>({
  id: 'network-configuration-without-awsvpc',
  severity: 'error',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R300', 'error:netcfg-not-awsvpc', 'recorded:pf-ecs-service-network-config-mode'],
  docs: {
    what: 'networkConfiguration for a task definition whose network mode is not awsvpc.',
    why: 'Subnets and security groups are for tasks with an interface of their own. In the modes bridge, host and none tasks have none, and ECS answers "Network Configuration is not valid for the given networkMode of this task definition."',
    instead:
      'Remove networkConfiguration, or give the task definition the network mode awsvpc. Left out, the mode is bridge.',
    links: [CREATE_SERVICE, github('cloudposse/terraform-aws-ecs-alb-service-task/issues/22')],
  },
  check({ service, taskDefinition, traits }, report) {
    const network = service.get('networkConfiguration');
    const mode = taskDefinition?.get('networkMode');
    if (!taskDefinition?.known || !mode || mode.unknown) return;
    // On Fargate it is the mode that is wrong, which another rule says.
    const open = service.get('launchType').given || service.get('capacityProviderStrategy').given;
    if (traits.fargate === true || (traits.fargate === undefined && open)) return;
    if (!network.get('awsvpcConfiguration').known || mode.is('awsvpc')) return;
    report({
      at: keyOf(network),
      data: { mode: mode.value },
      related: [{ at: mode.known ? mode : topOf(taskDefinition), message: 'The task definition' }],
    });
  },
  message: ({ mode }) =>
    `The task definition ${mode === undefined ? 'names no network mode, so it is bridge' : `has the network mode ${mode}`}, and ECS takes networkConfiguration only with awsvpc. Remove it, or set networkMode: awsvpc in the task definition.`,
  fix: ({ at }) => [{ title: 'Remove networkConfiguration', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: ON_EC2_AWSVPC.replace('networkConfiguration', '⟦networkConfiguration⟧'),
        fixed: ON_EC2,
        taskDefinition: ec2Task(),
      },
      {
        text: ON_EC2_AWSVPC.replace('networkConfiguration', '⟦networkConfiguration⟧'),
        taskDefinition: ec2Task().replace('networkMode: bridge\n', ''),
      },
    ],
    valid: [
      { text: ON_EC2_AWSVPC, taskDefinition: ec2Task('', '', 'awsvpc') },
      { text: ON_EC2, taskDefinition: ec2Task() },
    ],
  },
});
