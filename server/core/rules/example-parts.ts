/** Beginnings and parts that examples share, so that each shows what is its own. */

/** A service as most begin. */
export const WEB = 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n';
/** A daemon, on instances. */
export const AGENT = 'serviceName: agent\ntaskDefinition: agent:1\nschedulingStrategy: DAEMON\nlaunchType: EC2\n';
/** Where Fargate tasks get their interfaces. */
export const NETWORK =
  'networkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d, subnet-4e5f6a7b]\n';
/** A target group for the container `web`. */
export const TARGET_GROUP =
  'loadBalancers:\n  - targetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef\n    containerName: web\n    containerPort: 80\n';
/** A Classic Load Balancer for the container `web`. */
export const CLASSIC = 'loadBalancers:\n  - loadBalancerName: web-elb\n    containerName: web\n    containerPort: 80\n';
