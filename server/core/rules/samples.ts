import { WEB } from './example-parts';

export { WEB };

/** Texts that many examples begin with or contain, written once. The account is one that AWS keeps for documents. */
export const FARGATE = `${WEB}launchType: FARGATE\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n`;
export const EC2 = `${WEB}launchType: EC2\n`;

export const TARGET_GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef';
export const OTHER_TARGET_GROUP =
  'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web-2/fedcba9876543210';
export const RULE = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener-rule/app/web/0a1b/2c3d/4e5f';
export const TEST_RULE = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener-rule/app/web/0a1b/2c3d/6a7b';
export const REGISTRY = 'arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-a1b2c3d4e5f6g7h8';
export const ROLE = 'arn:aws:iam::111122223333:role/ecsInfrastructureRole';
