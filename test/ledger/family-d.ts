import type { LedgerRow } from './ledger';

/** Errors of UpdateService: only a file and its previous version show them together. */
const SERVICE = 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n';
const TARGET_GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef';
const CODE_DEPLOY = `${SERVICE}launchType: EC2\ndeploymentController:\n  type: CODE_DEPLOY\nloadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: web\n    containerPort: 80\n`;
const NETWORK = 'networkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n';
const CONNECT = `${SERVICE.replace('web:1', 'web')}launchType: EC2\nserviceConnectConfiguration:\n  enabled: true\n  namespace: shop\n  services:\n    - portName: http\n      clientAliases:\n        - port: 80\n`;
const PORT =
  'family: web\ncontainerDefinitions:\n  - name: web\n    image: web:1\n    memory: 128\n    portMappings:\n      - name: http\n        containerPort: 80\n        appProtocol: ';

const rule = (id: string, by: string, more: Partial<LedgerRow>): LedgerRow => ({ id, by: { rule: by }, ...more });

export const familyD: LedgerRow[] = [
  rule('error:cps-force', 'provider-change-without-force', {
    previous: `${SERVICE}launchType: EC2\n`,
    example: 'service: web\ncapacityProviderStrategy:\n  - capacityProvider: web-asg\n    weight: 1\n',
    profile: 'update-service',
  }),
  rule('error:cd-td', 'update-not-for-controller', {
    previous: CODE_DEPLOY,
    example: CODE_DEPLOY.replace('web:1', 'web:2'),
  }),
  rule('error:cd-net', 'update-not-for-controller', { previous: CODE_DEPLOY, example: `${CODE_DEPLOY}${NETWORK}` }),
  rule('error:cd-lb', 'update-not-for-controller', {
    previous: CODE_DEPLOY,
    example: CODE_DEPLOY.replace('containerPort: 80', 'containerPort: 81'),
  }),
  rule('error:update-launch-type', 'update-cannot-change', {
    previous: `${SERVICE}launchType: EC2\n`,
    example: `${SERVICE}launchType: FARGATE\n${NETWORK}`,
  }),
  rule('error:sc-immutable', 'service-connect-port-changed', {
    previous: CONNECT,
    example: CONNECT,
    previousTaskDefinition: `${PORT}http\n`,
    taskDefinition: `${PORT}http2\n`,
  }),
];
