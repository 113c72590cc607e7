/** Texts that many examples begin with or contain, written once. The account is one that AWS keeps for documents. */
export const WEB = 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n';

export const FARGATE = `${WEB}launchType: FARGATE\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n`;
export const EC2 = `${WEB}launchType: EC2\n`;

export const TARGET_GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef';
export const OTHER_TARGET_GROUP =
  'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web-2/fedcba9876543210';
export const RULE = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener-rule/app/web/0a1b/2c3d/4e5f';
export const TEST_RULE = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener-rule/app/web/0a1b/2c3d/6a7b';
export const REGISTRY = 'arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-a1b2c3d4e5f6g7h8';
export const ROLE = 'arn:aws:iam::111122223333:role/ecsInfrastructureRole';

/** A daemon, on instances. */
export const AGENT = 'serviceName: agent\ntaskDefinition: agent:1\nschedulingStrategy: DAEMON\nlaunchType: EC2\n';
/** Where Fargate tasks get their interfaces. */
export const NETWORK =
  'networkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d, subnet-4e5f6a7b]\n';
/** Behind a target group, and behind a Classic Load Balancer, with the container `web`. */
export const BEHIND_TARGET_GROUP = `loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: web\n    containerPort: 80\n`;
export const BEHIND_CLASSIC =
  'loadBalancers:\n  - loadBalancerName: web-elb\n    containerName: web\n    containerPort: 80\n';
