import { choice, integer, list, optional, required, structure, text } from '../fields';
import { assumed, documented, recorded } from '../meta';

const awsvpc = structure('AwsVpcConfiguration', {
  subnets: required(
    list(text(), {
      minItems: recorded(1, 'getmoto/moto ecs models: "subnets can not be empty."'),
      maxItems: recorded(16, 'docker-archive/compose-cli#996: "subnets can have at most 16 items."'),
      uniqueBy: assumed([], 'the same subnet twice has no effect'),
    }),
    {
      doc: `The subnets in which tasks get their network interfaces, all of one VPC. Give at least two in different Availability Zones, or
        one zone takes the service with it. Each task takes an address, twice as many during a deployment at 200 percent. A private subnet
        needs NAT or endpoints, or the image cannot be pulled.`,
      names: 'refers subnet',
      guide: 'task-networking.html',
      rank: 1,
    },
  ),
  securityGroups: optional(
    list(text(), { maxItems: documented(5), uniqueBy: assumed([], 'the same group twice has no effect') }),
    {
      doc: `The security groups of the task interfaces, by id (\`sg-…\`), all of the VPC of the subnets. They have to let the load balancer
        and, with Service Connect, the other tasks in. Left out or empty, the VPC's default group applies, which as a rule admits only its own
        members: health checks then fail without a word.`,
      default: { text: 'the default security group of the VPC' },
      names: 'refers security-group',
      rank: 1,
    },
  ),
  assignPublicIp: optional(
    choice({
      ENABLED: 'Each task interface gets a public address. Fargate only.',
      DISABLED: 'Private addresses only.',
    }),
    {
      doc: `Whether each task gets a public address: a word, not a boolean. In a public subnet without one, a Fargate task cannot reach the
        registry and stops with a pull error, since an internet gateway alone does not help. EC2 and EXTERNAL services are refused with ENABLED.`,
      default: 'DISABLED',
      guide: 'fargate-task-networking.html',
      rank: 1,
    },
  ),
});

/** Interfaces of the tasks and the time they get to become healthy. */
export const network = {
  networkConfiguration: optional(
    structure('NetworkConfiguration', {
      awsvpcConfiguration: optional(awsvpc, {
        doc: `The subnets and security groups for tasks with an interface of their own. The only thing networkConfiguration can hold:
          without it the outer member carries nothing.`,
        needed: assumed(true, 'networkConfiguration has no other member'),
        rank: 1,
        snippet: { subnets: ['«subnet-»'], securityGroups: ['«sg-»'], assignPublicIp: '«DISABLED|ENABLED»' },
      }),
    }),
    {
      doc: `The network of tasks that run in awsvpc mode. Needed there, so always on Fargate, and refused for task definitions with bridge,
        host or none. A change starts a deployment; running tasks keep their interfaces until they are replaced.`,
      guide: 'task-networking.html',
      rank: 1,
      update: 'deploys',
      snippet: {
        awsvpcConfiguration: {
          subnets: ['«subnet-»'],
          securityGroups: ['«sg-»'],
          assignPublicIp: '«DISABLED|ENABLED»',
        },
      },
    },
  ),
  healthCheckGracePeriodSeconds: optional(integer({ min: documented(0), max: documented(2_147_483_647) }), {
    doc: `For how long after its start a task may fail load balancer, VPC Lattice and container health checks without being replaced. Set it
      above the time the application needs to come up, or slow starters are killed over and over. It does not make a task count as healthy any
      sooner. Without any such check it is unused; it was even refused until 2024.`,
    default: 0,
    unit: 'seconds',
    rank: 1,
    update: 'in-place',
  }),
};
