import { EC2, FARGATE } from '../samples';

const CONNECT =
  'serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  logConfiguration:\n    logDriver: ';

/** A Fargate service whose proxy logs with a driver; options follow with six spaces. */
export const fargateLog = (driver: string) => `${FARGATE}${CONNECT}${driver}\n    options:\n`;
/** The same on EC2. */
export const ec2Log = (driver: string) => `${EC2}${CONNECT}${driver}\n    options:\n`;

export const GROUP = '      awslogs-group: /ecs/proxy\n';
export const REGION = '      awslogs-region: eu-west-1\n';
export const PREFIX = '      awslogs-stream-prefix: web\n';
export const SPLUNK = '      splunk-url: https://splunk.example.com:8088\n';
export const SPLUNK_TOKEN =
  '    secretOptions:\n      - name: splunk-token\n        valueFrom: /ecs/web/splunk-token\n';
