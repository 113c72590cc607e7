import { integer, list, optional, structure, text } from '../fields';
import { assumed, documented, recorded } from '../meta';

const PORT = { min: assumed(1, 'port 0 cannot listen'), max: assumed(65_535, 'there are no higher ports') };

const advancedConfiguration = structure('AdvancedConfiguration', {
  alternateTargetGroupArn: optional(text(), {
    doc: `The second target group. Each deployment registers the new tasks in whichever of the two is idle, so that they swap roles every
      time. It must differ from targetGroupArn and hang on the same listener or rule.`,
    needed: documented(true, 'developer guide, blue/green resources'),
    arn: { takes: ['target-group'] },
    rank: 1,
  }),
  productionListenerRule: optional(text(), {
    doc: `Where production traffic is switched: the ARN of a listener rule for an Application Load Balancer, of a listener for a Network Load
      Balancer. ECS rewrites its target weights; whatever else manages this rule, such as Terraform, will fight over them.`,
    needed: documented(true, 'developer guide, blue/green resources'),
    arn: { takes: ['listener-rule', 'listener'] },
    rank: 1,
  }),
  testListenerRule: optional(text(), {
    doc: `A rule, or for a Network Load Balancer a listener, through which the new tasks can be reached before they get production traffic.
      Without it there is nothing to test against in the TEST_TRAFFIC_SHIFT stages. It has to be another one than the production rule.`,
    arn: { takes: ['listener-rule', 'listener'] },
    rank: 2,
  }),
  roleArn: optional(text(), {
    doc: `The role with which ECS changes the listener rules, by ARN. It has to trust ecs.amazonaws.com and may carry the managed policy
      AmazonECSInfrastructureRolePolicyForLoadBalancers. It is not the task role and not the service-linked role.`,
    needed: documented(true, 'developer guide, blue/green resources'),
    arn: { takes: ['role'] },
    guide: 'infrastructure_IAM_role.html',
    rank: 1,
  }),
});

const loadBalancer = structure('LoadBalancer', {
  targetGroupArn: optional(text(), {
    doc: `The target group of an Application or Network Load Balancer, by its full ARN. It must be of target type \`ip\` for awsvpc tasks
      and \`instance\` otherwise, and a listener has to use it before the service is created. Either this or loadBalancerName.`,
    arn: { takes: ['target-group'] },
    rank: 1,
  }),
  loadBalancerName: optional(text(), {
    doc: `The name of a Classic Load Balancer, the old kind that registers instances. Not on Fargate, not with awsvpc, no rolloutState, no
      circuit breaker. For Application and Network Load Balancers leave it out and give targetGroupArn.`,
    names: 'refers load-balancer',
  }),
  containerName: optional(text(), {
    doc: `The container that takes the traffic, by the name it has in the task definition. Renaming it there and not here makes the next
      deployment fail at once.`,
    needed: recorded(true, 'aws/amazon-ecs-cli#359: "Container Name can not be blank."'),
    names: 'refers container',
    rank: 1,
  }),
  containerPort: optional(integer(PORT), {
    doc: `The port of that container, as in one of its portMappings: the container's, never the host port. It need not be the port of the
      listener.`,
    needed: documented(true, 'developer guide, service load balancing'),
    rank: 1,
  }),
  advancedConfiguration: optional(advancedConfiguration, {
    doc: `What BLUE_GREEN, LINEAR and CANARY need to move traffic: a second target group, the rule to switch, and a role to switch it with.
      Every load balancer of such a service needs one. Unused in rolling deployments.`,
    guide: 'deployment-type-blue-green.html',
    since: '2026',
    snippet: {
      alternateTargetGroupArn: '«arn:aws:elasticloadbalancing:»',
      productionListenerRule: '«arn:aws:elasticloadbalancing:»',
      roleArn: '«arn:aws:iam::»',
    },
  }),
});

const registry = structure('ServiceRegistry', {
  registryArn: optional(text(), {
    doc: `The Cloud Map service that the tasks are registered in, by ARN (\`…:service/srv-…\`). It has to exist; ECS does not create
      it. The ARN of a namespace does not work here.`,
    needed: assumed(true, 'an entry without a registry says nothing'),
    arn: { takes: ['registry'] },
    rank: 1,
  }),
  port: optional(integer(PORT), {
    doc: `The port to put into SRV records of tasks with an interface of their own. Either this or containerName with containerPort. A registry
      that keeps only A records refuses it.`,
  }),
  containerName: optional(text(), {
    doc: `The container whose address is registered, as named in the task definition. Needed, with containerPort, under bridge and host
      networking and for SRV records; refused when the registry keeps only A records.`,
    names: 'refers container',
    rank: 2,
  }),
  containerPort: optional(integer(PORT), {
    doc: `The container port that is registered. Goes together with containerName, and not together with port. Under bridge networking the
      record carries the host port that the task was given.`,
    rank: 2,
  }),
});

/** How traffic and names reach the tasks. */
export const traffic = {
  loadBalancers: optional(
    list(loadBalancer, {
      maxItems: recorded(5, 'hashicorp/terraform#25306: "load balancers can have at most 5 items."'),
      uniqueBy: assumed(['targetGroupArn', 'loadBalancerName', 'containerName', 'containerPort'], 'same target twice'),
    }),
    {
      doc: `The target groups in which ECS registers the tasks. Each entry ties one target group to a container and its port; several are
        possible with the ECS controller, exactly one with CODE_DEPLOY, none with EXTERNAL. A task counts as healthy only when all of them say
        so. A change starts a deployment.`,
      guide: 'service-load-balancing.html',
      rank: 1,
      update: 'deploys',
      snippet: [{ targetGroupArn: '«arn:aws:elasticloadbalancing:»', containerName: '«app»', containerPort: '«80»' }],
    },
  ),
  serviceRegistries: optional(list(registry, { maxItems: recorded(1, 'ecs-svc-registries-multiple (2026-09-08)') }), {
    doc: `Service discovery through Cloud Map DNS: tasks are registered under a name that others resolve themselves. One registry at most. DNS
      answers are cached, so clients may go on calling stopped tasks for a while; Service Connect avoids this. A change starts a deployment.`,
    guide: 'service-discovery.html',
    update: 'deploys',
    snippet: [{ registryArn: '«arn:aws:servicediscovery:»' }],
  }),
};
