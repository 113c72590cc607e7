import { type Edges, TEMPLATE } from './edges';

const ACCOUNT = '111122223333';
const targetGroup = (arn: string) =>
  `{loadBalancers: [{targetGroupArn: "${arn}", containerName: web, containerPort: 80}]}`;
const elb = (rest: string) => targetGroup(`arn:aws:elasticloadbalancing:${rest}`);
const TG = 'targetgroup/web/0123456789abcdef';
const both = (cluster: string, more: string) => `{cluster: "${cluster}", ${more}}`;
const CLUSTER = (region: string, account = '210987654321') => `arn:aws:ecs:${region}:${account}:cluster/main`;
const LB = `loadBalancers: [{targetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:${ACCOUNT}:${TG}, containerName: web, containerPort: 80}]`;
const advanced = (more: string) =>
  `loadBalancers: [{targetGroupArn: "{{ must_env \`TG\` }}", containerName: web, containerPort: 80, advancedConfiguration: {${more}}}]`;

export const identity: Edges = {
  'arns-of-several-accounts': {
    speaks: [
      both(CLUSTER('eu-west-1'), `taskDefinition: "arn:aws:ecs:eu-west-1:${ACCOUNT}:task-definition/web:1"`),
      both(CLUSTER('eu-west-1'), `role: "arn:aws:iam::${ACCOUNT}:role/ecs"`),
      both(
        CLUSTER('eu-west-1'),
        advanced(
          `productionListenerRule: "arn:aws:elasticloadbalancing:eu-west-1:${ACCOUNT}:listener-rule/app/web/0123456789abcdef/0123456789abcdef/0123456789abcdef"`,
        ),
      ),
      {
        text: `service: arn:aws:ecs:eu-west-1:${ACCOUNT}:service/main/web\ncluster: ${CLUSTER('eu-west-1')}\ndesiredCount: 1\n`,
        profile: 'update-service',
      },
    ],
    silent: [
      // Not all that ECS uses has to be of the account: keys, certificates, namespaces.
      both(
        CLUSTER('eu-west-1'),
        `serviceConnectConfiguration: {enabled: true, namespace: "arn:aws:servicediscovery:eu-west-1:${ACCOUNT}:namespace/ns-a"}`,
      ),
      // Words and made-up numbers stand for an account.
      both(CLUSTER('eu-west-1', '123456789012'), `role: "arn:aws:iam::${ACCOUNT}:role/ecs"`),
      both(CLUSTER('eu-west-1', '000000000000'), `role: "arn:aws:iam::${ACCOUNT}:role/ecs"`),
      both(CLUSTER('eu-west-1', '12345678'), `role: "arn:aws:iam::${ACCOUNT}:role/ecs"`),
      both(CLUSTER('eu-west-1', 'ACCOUNT_ID'), `role: "arn:aws:iam::${ACCOUNT}:role/ecs"`),
      both(CLUSTER('eu-west-1', ''), `role: "arn:aws:iam::${ACCOUNT}:role/ecs"`),
      // No account at all: malformed-arn.
      '{cluster: "arn:aws:ecs:eu-west-1:111122223333:cluster/web", taskDefinition: "arn:aws:ecs:eu-west-1:44445555666:task-definition/web:1"}',
    ],
  },
  'arns-of-several-regions': {
    speaks: [
      both(CLUSTER('eu-west-2', ACCOUNT), `taskDefinition: "arn:aws:ecs:eu-west-1:${ACCOUNT}:task-definition/web:1"`),
      both(
        CLUSTER('eu-west-2', ACCOUNT),
        `serviceConnectConfiguration: {enabled: true, namespace: "arn:aws:servicediscovery:eu-west-1:${ACCOUNT}:namespace/ns-a"}`,
      ),
      both(
        CLUSTER('eu-west-2', ACCOUNT),
        `serviceRegistries: [{registryArn: "arn:aws:servicediscovery:eu-west-1:${ACCOUNT}:service/srv-a"}]`,
      ),
      both(
        CLUSTER('eu-west-2', ACCOUNT),
        `vpcLatticeConfigurations: [{targetGroupArn: "arn:aws:vpc-lattice:eu-west-1:${ACCOUNT}:targetgroup/tg-0123456789abcdef0", portName: http}]`,
      ),
      both(
        CLUSTER('eu-west-2', ACCOUNT),
        `vpcLatticeConfigurations: [{portName: http, advancedConfiguration: {productionListenerRule: "arn:aws:vpc-lattice:eu-west-1:${ACCOUNT}:service/svc-0123456789abcdef0/listener/listener-0123456789abcdef0/rule/rule-0123456789abcdef0"}}]`,
      ),
      both(
        CLUSTER('eu-west-2', ACCOUNT),
        advanced(
          `productionListenerRule: "arn:aws:elasticloadbalancing:eu-west-1:${ACCOUNT}:listener-rule/app/web/0123456789abcdef/0123456789abcdef/0123456789abcdef"`,
        ),
      ),
      both(
        CLUSTER('eu-west-2', ACCOUNT),
        `volumeConfigurations: [{name: data, managedEBSVolume: {sizeInGiB: 10, kmsKeyId: "arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab"}}]`,
      ),
      {
        text: `service: arn:aws:ecs:eu-west-1:${ACCOUNT}:service/main/web\ncluster: ${CLUSTER('eu-west-2', ACCOUNT)}\ndesiredCount: 1\n`,
        profile: 'update-service',
      },
    ],
    silent: [
      both(CLUSTER('REGION', ACCOUNT), LB),
      both(CLUSTER('', ACCOUNT), LB),
      both(CLUSTER('eu-west-2', ACCOUNT), `role: "arn:aws:iam:eu-west-1:${ACCOUNT}:role/ecs"`),
    ],
  },
  'cluster-name': {
    speaks: [
      `{cluster: "${'a'.repeat(256)}"}`,
      '{cluster: "arn:aws:ecs:eu-west-1:111122223333:cluster/my cluster"}',
      '{cluster: a.b}',
      // The longest name that is shown whole, and the shortest that is not.
      ...[77, 78].map((length) => `{cluster: "${'a'.repeat(length)}!"}`),
    ],
    silent: [
      `{cluster: "${'a'.repeat(255)}"}`,
      '{cluster: "arn:aws:ecs:eu-west-1:111122223333:service/x"}',
      '{cluster: "<your cluster>"}',
      '{cluster: "arn:aws:ecs:eu-west-1:111122223333:cluster/main"}',
    ],
  },
  'constant-client-token': { silent: [`{clientToken: ${TEMPLATE}}`] },
  'malformed-arn': {
    speaks: [
      // Too few parts, spaces, upper case.
      targetGroup('arn:aws:elasticloadbalancing'),
      targetGroup(` arn:aws:elasticloadbalancing:eu-west-1:${ACCOUNT}:${TG}`),
      targetGroup(`arn:aws:elasticloadbalancing:eu-west-1: ${ACCOUNT}:${TG}`),
      targetGroup('my-group'),
      '{role: arn:role}',
      // Partitions.
      targetGroup(`arn:amazon:elasticloadbalancing:eu-west-1:${ACCOUNT}:${TG}`),
      elb(`cn-north-1:${ACCOUNT}:${TG}`),
      elb(`us-gov-west-1:${ACCOUNT}:${TG}`),
      elb(`eusc-de-east-1:${ACCOUNT}:${TG}`),
      elb(`us-iso-east-1:${ACCOUNT}:${TG}`),
      elb(`us-isob-east-1:${ACCOUNT}:${TG}`),
      targetGroup(`arn:aws-cn:elasticloadbalancing:eu-west-1:${ACCOUNT}:${TG}`),
      // Regions.
      elb(`:${ACCOUNT}:${TG}`),
      elb(`eu-west-1a:${ACCOUNT}:${TG}`),
      elb(`eu-west1:${ACCOUNT}:${TG}`),
      elb(`eu_west_1:${ACCOUNT}:${TG}`),
      elb(`9europe:${ACCOUNT}:${TG}`),
      `{role: "arn:aws:iam:eu-west-1:${ACCOUNT}:role/ecs"}`,
      // Accounts.
      elb(`eu-west-1:1111-2222-3333:${TG}`),
      elb(`eu-west-1:11112222333:${TG}`),
      elb(`eu-west-1:1111222233:${TG}`),
      elb(`eu-west-1:1111222233334:${TG}`),
      '{volumeConfigurations: [{name: data, managedEBSVolume: {sizeInGiB: 10, kmsKeyId: my key}}]}',
      '{loadBalancers: [{targetGroupArn: arn-web, containerName: web, containerPort: 80}]}',
      '{loadBalancers: [{targetGroupArn: "ARN:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef", containerName: web, containerPort: 80}]}',
      // Words in capitals are to be filled in; these are none.
      '{loadBalancers: [{targetGroupArn: A1, containerName: web, containerPort: 80}]}',
      '{loadBalancers: [{targetGroupArn: webAPI, containerName: web, containerPort: 80}]}',
      ...['aws-us-gov', 'aws-iso', 'aws-iso-b', 'aws-iso-e', 'aws-iso-f', 'aws-eusc'].map(
        (partition) => `{cluster: "arn:${partition}:ecs:eu-west-1:111122223333:cluster/web"}`,
      ),
      '{cluster: "arn:aws:ecs:eu-west-1:1111-2222-333:cluster/web"}',
      {
        text: '{}',
        taskDefinition:
          '{containerDefinitions: [{name: web, image: "web:1", memory: 128, environmentFiles: [{type: s3, value: bucket/web.env}]}]}',
      },
      '{loadBalancers: [{targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/", containerName: web, containerPort: 80}]}',
      '{cluster: "arn:aws:ecs:eu-west-1:111122223333:cluster/"}',
      {
        text: 'service: arn:aws:ecs:eu-west-1:111122223333:service/main/\ndesiredCount: 2\n',
        profile: 'update-service',
      },
    ],
    silent: [
      '{cluster: arn-cluster}',
      targetGroup('TARGET_GROUP_ARN'),
      targetGroup('arn:...'),
      targetGroup(`arn:aws-xx:elasticloadbalancing:eu-west-1:${ACCOUNT}:${TG}`),
      targetGroup(`arn:partition:elasticloadbalancing:eu-west-1:${ACCOUNT}:${TG}`),
      targetGroup(`arn:<partition>:elasticloadbalancing:eu-west-1:${ACCOUNT}:${TG}`),
      targetGroup(`arn:aws-cn:elasticloadbalancing:cn-north-1:${ACCOUNT}:${TG}`),
      targetGroup(`arn:aws-us-gov:elasticloadbalancing:us-gov-west-1:${ACCOUNT}:${TG}`),
      targetGroup(`arn:aws-eusc:elasticloadbalancing:eusc-de-east-1:${ACCOUNT}:${TG}`),
      targetGroup(`arn:aws-iso:elasticloadbalancing:us-iso-east-1:${ACCOUNT}:${TG}`),
      targetGroup(`arn:aws-iso-b:elasticloadbalancing:us-isob-east-1:${ACCOUNT}:${TG}`),
      targetGroup(`arn:aws-iso-e:elasticloadbalancing:eu-isoe-west-1:${ACCOUNT}:${TG}`),
      targetGroup(`arn:aws-iso-f:elasticloadbalancing:us-isof-south-1:${ACCOUNT}:${TG}`),
      elb(`region:${ACCOUNT}:${TG}`),
      elb(`<region>:${ACCOUNT}:${TG}`),
      elb(`eu-west-1:<account>:${TG}`),
      elb(`eu-west-1:account:${TG}`),
      elb(`eu-west-1:123456789:${TG}`),
      `{role: "arn:aws:iam:<region>:${ACCOUNT}:role/ecs"}`,
      '{volumeConfigurations: [{name: data, managedEBSVolume: {sizeInGiB: 10, kmsKeyId: alias/web}}]}',
      '{volumeConfigurations: [{name: data, managedEBSVolume: {sizeInGiB: 10, kmsKeyId: 1234abcd-12ab-34cd-56ef-1234567890ab}}]}',
      // Accounts that nobody owns.
      ...['123456', '0123', '77777'].map((account) => `{cluster: "arn:aws:ecs:eu-west-1:${account}:cluster/web"}`),
      '{cluster: "arn:aws:ecs:eu-west-1:team1:cluster/web"}',
      // Regions to be filled in.
      ...['ireland', 'region1', 'XX-XXXX1'].map(
        (region) => `{cluster: "arn:aws:ecs:${region}:111122223333:cluster/web"}`,
      ),
      '{role: "arn:aws-cn:iam::111122223333:role/ecs"}',
      '{loadBalancers: [{targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/TARGET_GROUP", containerName: web, containerPort: 80}]}',
      // The old format of services names no cluster.
      { text: 'service: arn:aws:ecs:eu-west-1:111122223333:service/web\ndesiredCount: 2\n', profile: 'update-service' },
      {
        text: '{}',
        taskDefinition:
          '{containerDefinitions: [{name: web, image: "web:1", memory: 128, environmentFiles: [{type: s3, value: "arn:aws:s3:::bucket/"}]}]}',
      },
    ],
  },
  'missing-task-definition': {
    speaks: ['serviceName: web\ndesiredCount: 1\ndeploymentController:\n  type: CODE_DEPLOY\n'],
    silent: [
      'serviceName: web\ndesiredCount: 1\ntaskDefinition: null\n',
      'serviceName: web\ndeploymentController:\n  type: EXTERNAL\n',
      `serviceName: web\ndesiredCount: 1\ndeploymentController:\n  type: ${TEMPLATE}\n`,
    ],
  },
  'role-with-service-linked-role': {
    speaks: [
      {
        text: `{launchType: EC2, role: ecsServiceRole, ${LB}}`,
        taskDefinition: '{networkMode: awsvpc}',
      },
      `{launchType: EC2, role: ecsServiceRole, networkConfiguration: {awsvpcConfiguration: {subnets: [subnet-0a1b2c3d]}}, ${LB}}`,
      '{deploymentController: {type: EXTERNAL}, role: ecsServiceRole}',
      `{capacityProviderStrategy: [{capacityProvider: FARGATE, weight: 1}], role: ecsServiceRole, ${LB}}`,
      '{launchType: EC2, role: ecsRole, loadBalancers: [{}], serviceRegistries: [{registryArn: "arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-a"}]}',
      '{launchType: EC2, role: ecsRole, loadBalancers: [{targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef", containerName: web, containerPort: 80}, {targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/api/0123456789abcdef", containerName: web, containerPort: 81}]}',
    ],
    silent: [
      `{launchType: EC2, role: ecsServiceRole, ${LB}}`,
      { text: '{launchType: EC2, role: ecsRole, loadBalancers: [{}]}', taskDefinition: '{networkMode: bridge}' },
    ],
  },
  'role-without-load-balancer': {
    speaks: ['{launchType: EC2, role: ecsServiceRole, loadBalancers: []}'],
    silent: [
      '{launchType: EC2, role: ecsServiceRole, vpcLatticeConfigurations: [{portName: http}]}',
      `{launchType: EC2, role: ecsServiceRole, deploymentController: {type: ${TEMPLATE}}}`,
      '{launchType: FARGATE, role: ecsServiceRole}',
      `{launchType: EC2, role: ${TEMPLATE}}`,
    ],
  },
  'task-definition-name': {
    speaks: [
      `{taskDefinition: "${'a'.repeat(256)}"}`,
      '{taskDefinition: "web:0"}',
      '{taskDefinition: "arn:aws:ecs:eu-west-1:111122223333:task-definition/web:latest"}',
      '{taskDefinition: "arn:aws:ecs:eu-west-1:111122223333:task-definition/web page"}',
    ],
    silent: [
      '{taskDefinition: "web:01"}',
      `{taskDefinition: "${'a'.repeat(255)}:12"}`,
      '{taskDefinition: web}',
      '{taskDefinition: "arn:aws:ecs:eu-west-1:111122223333:task-definition/web"}',
      '{taskDefinition: "arn:aws:ecs:eu-west-1:111122223333:service/web"}',
      '{taskDefinition: "<family>"}',
    ],
  },
  'wrong-arn-resource': {
    speaks: [
      `{role: "arn:aws:iam::${ACCOUNT}:instance-profile/ecs"}`,
      `{role: "arn:aws:iam::${ACCOUNT}:user/ecs"}`,
      `{role: "arn:aws:sts::${ACCOUNT}:assumed-role/ecs/session"}`,
      `{cluster: "arn:aws:eks:eu-west-1:${ACCOUNT}:cluster/main"}`,
      elb(`eu-west-1:${ACCOUNT}:loadbalancer/app/web/0123456789abcdef`),
      '{loadBalancers: [{targetGroupArn: "arn:aws:iam::111122223333:instance-profile/web", containerName: web, containerPort: 80}]}',
    ],
    silent: [
      `{cluster: "arn:aws:SERVICE:eu-west-1:${ACCOUNT}:cluster/main"}`,
      `{cluster: "arn:aws:ecs:eu-west-1:${ACCOUNT}:<resource>/main"}`,
      targetGroup('my-group'),
    ],
  },
};
