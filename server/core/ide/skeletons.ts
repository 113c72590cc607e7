/**
 * Beginnings of service definitions: YAML snippets with a comment where a choice is to be made. In JSON they are the same
 * without the comments. A test holds each against the rules and simulates its first rollout.
 */
import { parse, type Syntax, transcode } from '../syntax';

export interface Skeleton {
  id: string;
  title: string;
  /** What it is for, in a sentence. */
  detail: string;
  /** YAML in snippet syntax: `${1:web}` is a place to fill in. */
  yaml: string;
}

const HEAD = 'serviceName: ${1:web}\ncluster: ${2:production}\ntaskDefinition: ${3:web}\n';

const NETWORK = `networkConfiguration:
  awsvpcConfiguration:
    # Private subnets in two zones or more; they need a way to the registry of the image.
    subnets:
      - \${4:subnet-0123456789abcdef0}
      - \${5:subnet-0123456789abcdef1}
    securityGroups:
      - \${6:sg-0123456789abcdef0}
    assignPublicIp: DISABLED
`;

/** A broken release goes back by itself, and nobody waits for it. */
const BREAKER = `  deploymentCircuitBreaker:
    enable: true
    rollback: true
`;

const TARGET = 'arn:aws:elasticloadbalancing:${7:eu-west-1}:${8:123456789012}';
const LOAD_BALANCER = `loadBalancers:
  # The target group takes targets by IP address, and a listener uses it already.
  - targetGroupArn: ${TARGET}:targetgroup/\${9:web}/\${10:0123456789abcdef}
    # As the task definition names them.
    containerName: \${11:app}
    containerPort: \${12:8080}
# Failed checks do not count for so long after a task has started.
healthCheckGracePeriodSeconds: \${13:60}
`;

const TAGS = 'enableECSManagedTags: true\npropagateTags: SERVICE\n';

export const SKELETONS: readonly Skeleton[] = [
  {
    id: 'fargate-load-balancer',
    title: 'Fargate behind a load balancer',
    detail: 'Tasks on Fargate, replaced a few at a time, with an Application or Network Load Balancer in front.',
    yaml: `${HEAD}desiredCount: \${14:2}
launchType: FARGATE
deploymentConfiguration:
  # All old tasks stay until the new ones are healthy; for a while there are twice as many.
  minimumHealthyPercent: 100
  maximumPercent: 200
${BREAKER}${NETWORK}${LOAD_BALANCER}${TAGS}`,
  },
  {
    id: 'ec2-replica',
    title: 'Replicas on EC2 instances',
    detail: 'A number of tasks on container instances of your own, spread over the zones.',
    yaml: `${HEAD}desiredCount: \${4:2}
launchType: EC2
deploymentConfiguration:
  # One of two tasks may stop first, so that no spare room is needed on the instances.
  minimumHealthyPercent: 50
  maximumPercent: 200
${BREAKER}placementStrategy:
  # The zones first: then the loss of one takes the fewest tasks along.
  - type: spread
    field: attribute:ecs.availability-zone
  - type: binpack
    field: memory
${TAGS}`,
  },
  {
    id: 'daemon',
    title: 'Daemon on every instance',
    detail: 'One task on each container instance, such as an agent for logs or metrics.',
    yaml: `serviceName: \${1:agent}
cluster: \${2:production}
taskDefinition: \${3:agent}
launchType: EC2
# There is no desiredCount: the instances decide.
schedulingStrategy: DAEMON
deploymentConfiguration:
  # On an instance the old task stops before the new one starts. 0 lets all of them do so at once.
  minimumHealthyPercent: 0
  maximumPercent: 100
${TAGS}`,
  },
  {
    id: 'blue-green',
    title: 'Blue/green deployments',
    detail: 'A second full set of tasks beside the first, and all traffic moved at once, with time to go back.',
    yaml: `${HEAD}desiredCount: \${14:2}
launchType: FARGATE
deploymentConfiguration:
  # LINEAR or CANARY would move the traffic in steps.
  strategy: BLUE_GREEN
  # So long both sets run after the traffic has moved.
  bakeTimeInMinutes: \${15:10}
  minimumHealthyPercent: 100
  maximumPercent: 200
${NETWORK}loadBalancers:
  - targetGroupArn: ${TARGET}:targetgroup/\${9:web-blue}/\${10:0123456789abcdef}
    containerName: \${11:app}
    containerPort: \${12:8080}
    advancedConfiguration:
      # The other set's target group, the rule that sends traffic, and the role that may change the rule.
      alternateTargetGroupArn: ${TARGET}:targetgroup/\${16:web-green}/\${17:fedcba9876543210}
      productionListenerRule: ${TARGET}:listener-rule/app/\${18:web}/\${19:0123456789abcdef}/\${20:0123456789abcdef}/\${21:0123456789abcdef}
      roleArn: arn:aws:iam::\${8:123456789012}:role/\${22:ecsInfrastructureRole}
healthCheckGracePeriodSeconds: \${13:60}
${TAGS}`,
  },
  {
    id: 'service-connect',
    title: 'Service Connect',
    detail: 'Other services of the namespace reach the tasks by a name, through a proxy that ECS adds.',
    yaml: `${HEAD}desiredCount: \${14:2}
launchType: FARGATE
deploymentConfiguration:
  minimumHealthyPercent: 100
  maximumPercent: 200
${BREAKER}${NETWORK}serviceConnectConfiguration:
  enabled: true
  # A namespace of AWS Cloud Map; left out, the default of the cluster.
  namespace: \${7:internal}
  services:
    # The name of a port mapping in the task definition.
    - portName: \${8:http}
      clientAliases:
        # What clients call: http://web:8080
        - port: \${9:8080}
          dnsName: \${1:web}
${TAGS}`,
  },
];

/** A skeleton as a snippet in a syntax. JSON has no comments. */
export function skeletonText({ yaml }: Skeleton, syntax: Syntax): string {
  if (syntax === 'yaml') return yaml;
  // A place to fill in looks like a template; one that holds a number stands for a number.
  const isText = ({ source }: { source: string }) => !/^\$\{\d+:\d+\}$/.test(source);
  return transcode(parse(yaml, 'yaml'), { to: 'json', comments: 'drop', isText }) ?? '';
}
