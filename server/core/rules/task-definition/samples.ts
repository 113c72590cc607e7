import { EC2, FARGATE } from '../samples';

/** Services and task definitions that the examples of this folder begin with. */

/** A service on Fargate, and one on instances. */
export { EC2 as ON_EC2, FARGATE as ON_FARGATE };
/** One on instances whose tasks have interfaces of their own. */
export const ON_EC2_AWSVPC = `${EC2}networkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n`;

const ROLE = 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole';
const APP = 'containerDefinitions:\n  - name: app\n    image: nginx\n';
const FARGATE_TOP = `family: web\nrequiresCompatibilities: [FARGATE]\nnetworkMode: awsvpc\ncpu: "256"\nmemory: "512"\nexecutionRoleArn: ${ROLE}\n`;

/** A task definition for Fargate with one container, whose members follow with four spaces. `top` are more members in front. */
export const fargateTask = (container = '', top = '') => `${FARGATE_TOP}${top}${APP}${container}`;
/** One for instances in the network mode of the name. */
export const ec2Task = (container = '', top = '', mode = 'bridge') =>
  `family: web\nrequiresCompatibilities: [EC2]\nnetworkMode: ${mode}\n${top}${APP}    memory: 256\n${container}`;

/** A second container, whose members follow. */
export const SIDE = '  - name: side\n    image: envoy\n';
export const EC2_SIDE = `${SIDE}    memory: 64\n`;

/** A volume that the service configures, and its mount in a container. */
export const DATA_VOLUME = 'volumes:\n  - name: data\n    configuredAtLaunch: true\n';
export const DATA_MOUNT = '    mountPoints:\n      - sourceVolume: data\n        containerPath: /data\n';
/** Logs of a container to CloudWatch. */
export const AWSLOGS =
  '    logConfiguration:\n      logDriver: awslogs\n      options:\n        awslogs-group: /ecs/web\n        awslogs-region: eu-west-1\n        awslogs-stream-prefix: web\n';
/** An App Mesh proxy in the container of the name. */
export const appMesh = (container: string, leave = '') =>
  `proxyConfiguration:\n  type: APPMESH\n  containerName: ${container}\n  properties:\n${[
    ['ProxyIngressPort', '15000'],
    ['ProxyEgressPort', '15001'],
    ['AppPorts', '80'],
    ['EgressIgnoredIPs', '169.254.170.2'],
  ]
    .filter(([name]) => name !== leave)
    .map(([name, value]) => `    - name: ${name}\n      value: "${value}"\n`)
    .join('')}`;
/** An EFS volume, whose members follow with six spaces. */
export const efs = (members: string) =>
  `volumes:\n  - name: data\n    efsVolumeConfiguration:\n      fileSystemId: fs-0a1b2c3d\n${members}`;
