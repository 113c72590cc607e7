import { type Edges, TEMPLATE } from './edges';

const TD = '{containerDefinitions: [{name: web, image: "web:1", memory: 128}]}';
const CHECKED =
  '{containerDefinitions: [{name: web, image: "web:1", memory: 128, healthCheck: {command: [CMD, "true"]}}, {name: api, image: "api:1", memory: 128}]}';
const grace = (more: string) => ({ text: `{launchType: EC2, ${more}}`, taskDefinition: TD });
const subnets = (...ids: string[]) => `{networkConfiguration: {awsvpcConfiguration: {subnets: [${ids.join(', ')}]}}}`;

export const network: Edges = {
  'empty-network-configuration': {
    silent: [
      '{networkConfiguration: {awsvpcConfiguration: null}}',
      '{networkConfiguration: {awsVpc: {}}}',
      '{networkConfiguration: []}',
      `{networkConfiguration: ${TEMPLATE}}`,
    ],
  },
  'grace-period-without-health-check': {
    speaks: [
      grace('healthCheckGracePeriodSeconds: 1'),
      grace('healthCheckGracePeriodSeconds: 2, loadBalancers: []'),
      {
        text: '{healthCheckGracePeriodSeconds: 1}',
        taskDefinition: '{containerDefinitions: [{name: web, image: "web:1", memory: 128}]}',
      },
    ],
    silent: [
      grace('healthCheckGracePeriodSeconds: 0'),
      grace('healthCheckGracePeriodSeconds: -1'),
      grace('healthCheckGracePeriodSeconds: 60, deploymentController: {type: EXTERNAL}'),
      grace('healthCheckGracePeriodSeconds: 60, vpcLatticeConfigurations: [{portName: http}]'),
      grace('healthCheckGracePeriodSeconds: 60, gatewayConnectors: [{portName: http}]'),
      { text: '{launchType: EC2, healthCheckGracePeriodSeconds: 60}', taskDefinition: CHECKED },
      { text: '{launchType: EC2, healthCheckGracePeriodSeconds: 60}', taskDefinition: '{containerDefinitions: []}' },
      '{launchType: EC2, healthCheckGracePeriodSeconds: 60}',
      // Load balancers come with the task sets.
      {
        text: '{healthCheckGracePeriodSeconds: 60, deploymentController: {type: EXTERNAL}}',
        taskDefinition: '{containerDefinitions: [{name: web, image: "web:1", memory: 128}]}',
      },
      {
        text: '{healthCheckGracePeriodSeconds: 60, deploymentController: {type: CODE_DEPLOY}}',
        taskDefinition: '{containerDefinitions: [{name: web, image: "web:1", memory: 128}]}',
      },
    ],
  },
  'missing-network-configuration': {
    silent: [
      '{launchType: FARGATE, networkConfiguration: null}',
      `{launchType: FARGATE, networkConfiguration: ${TEMPLATE}}`,
      '{launchType: FARGATE, deploymentController: {type: EXTERNAL}}',
      `{launchType: FARGATE, deploymentController: {type: ${TEMPLATE}}}`,
      '{launchType: EC2}',
    ],
    speaks: [
      '{capacityProviderStrategy: [{capacityProvider: FARGATE, weight: 1}]}',
      { text: '{launchType: EC2}', taskDefinition: '{networkMode: awsvpc}' },
      { text: '{cluster: main}', taskDefinition: '{networkMode: awsvpc}' },
    ],
  },
  'not-a-subnet-id': {
    speaks: [
      subnets('arn:aws:ec2:eu-west-1:210987654321:subnet/subnet-0a1b2c3d'),
      subnets('sg-0a1b2c3d'),
      subnets('vpc-0a1b2c3d'),
      subnets('vpc-0a1b2cAB'),
      subnets('eni-0a1b2c3d'),
      subnets('subnet-0a1b2c3'),
      subnets('subnet-0a1b2c3g'),
      subnets('private-a'),
      '{networkConfiguration: {awsvpcConfiguration: {subnets: ["public one"]}}}',
    ],
    silent: [
      subnets('subnet-0a1b2c3d', 'subnet-0a1b2c3d4e5f60718'),
      subnets('subnet-1111'),
      subnets('subnet-xxxx', 'SUBNET_ID', "''"),
      subnets('subnet-zzz', 'subnet-SUBNET_ID_1', '"subnet-[first]"'),
      subnets('subnet-YYYY', 'subnet-YYYY'),
      subnets(TEMPLATE),
    ],
  },
  'not-a-security-group-id': {
    speaks: [
      '{networkConfiguration: {awsvpcConfiguration: {subnets: [subnet-0a1b2c3d], securityGroups: [subnet-0a1b2c3d]}}}',
    ],
  },
  'public-ip-without-fargate': {
    speaks: [
      '{capacityProviderStrategy: [{capacityProvider: web-asg, weight: 1}], networkConfiguration: {awsvpcConfiguration: {subnets: [subnet-0a1b2c3d], assignPublicIp: ENABLED}}}',
      '{launchType: EXTERNAL, networkConfiguration: {awsvpcConfiguration: {subnets: [subnet-0a1b2c3d], assignPublicIp: ENABLED}}}',
    ],
    silent: [
      '{launchType: MANAGED_INSTANCES, networkConfiguration: {awsvpcConfiguration: {subnets: [subnet-0a1b2c3d], assignPublicIp: ENABLED}}}',
      '{networkConfiguration: {awsvpcConfiguration: {subnets: [subnet-0a1b2c3d], assignPublicIp: ENABLED}}}',
      '{launchType: EC2, networkConfiguration: {awsvpcConfiguration: {subnets: [subnet-0a1b2c3d], assignPublicIp: DISABLED}}}',
    ],
  },
};
