import { type Edges, TEMPLATE } from './edges';

const TG = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef';
const GROUP = `targetGroupArn: ${TG}, containerName: web, containerPort: 80`;
const ADMIN = `targetGroupArn: ${TG.replace('/web/', '/admin/')}, containerName: web, containerPort: 81`;
const LISTENER = (kind: string) => `arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/${kind}/web/0a1b/2c3d`;
const CLASSIC = 'loadBalancerName: web, containerName: web, containerPort: 80';
const CLASSIC_TOO = `targetGroupArn: ${TEMPLATE}, ${CLASSIC}`;
const SHIFT = (strategy: string) => `deploymentConfiguration: {strategy: ${strategy}, bakeTimeInMinutes: 5}`;
const matcher = (codes: string) =>
  `{gatewayConnectors: [{portName: http, healthCheck: {healthCheckPath: /, matcher: {${codes}}}}]}`;
const ONE = '{containerDefinitions: [{name: web, image: "web:1", memory: 128, portMappings: [{containerPort: 80}]}]}';
const TWO =
  '{containerDefinitions: [{name: web, image: "web:1", memory: 128, portMappings: [{containerPort: 80}]}, {name: api, image: "api:1", memory: 128}]}';

export const loadBalancing: Edges = {
  'advanced-configuration-with-rolling': {
    silent: [
      `{deploymentController: {type: EXTERNAL}, loadBalancers: [{${GROUP}, advancedConfiguration: {}}]}`,
      `{${SHIFT('LINEAR')}, loadBalancers: [{${GROUP}, advancedConfiguration: {}}]}`,
      `{loadBalancers: [{${GROUP}, advancedConfiguration: ${TEMPLATE}}]}`,
    ],
  },
  'advanced-configuration-in-some-entries': {
    speaks: [`{${SHIFT('ROLLING')}, loadBalancers: [{${ADMIN}}, {${GROUP}, advancedConfiguration: {}}]}`],
    silent: [
      `{loadBalancers: [{${ADMIN}}, {${GROUP}, advancedConfiguration: ${TEMPLATE}}]}`,
      `{loadBalancers: [{${ADMIN}, advancedConfiguration: ${TEMPLATE}}, {${GROUP}, advancedConfiguration: {}}]}`,
      `{${SHIFT('LINEAR')}, loadBalancers: [{${ADMIN}}, {${GROUP}, advancedConfiguration: {}}]}`,
      `{loadBalancers: [{${CLASSIC}}, {${GROUP}, advancedConfiguration: {}}]}`,
    ],
  },
  'advanced-configuration-with-classic': {
    silent: [
      `{loadBalancers: [{${CLASSIC}, advancedConfiguration: ${TEMPLATE}}]}`,
      `{loadBalancers: [{${CLASSIC_TOO}, advancedConfiguration: {}}]}`,
      '{loadBalancers: [{containerName: web, containerPort: 80, advancedConfiguration: {}}]}',
    ],
  },
  'duplicate-target-group': {
    speaks: [
      `{${SHIFT('CANARY')}, loadBalancers: [{${GROUP}}, {${GROUP.replace('80', '81')}}]}`,
      `{${SHIFT('CANARY')}, loadBalancers: [{${GROUP}}, {${GROUP.replace('containerName: web', 'containerName: api')}}]}`,
    ],
    silent: [
      `{${SHIFT('CANARY')}, loadBalancers: [{${GROUP.replace(TG, TEMPLATE)}}, {${GROUP.replace(TG, TEMPLATE).replace('80', '81')}}]}`,
      `{${SHIFT('CANARY')}, loadBalancers: [{${GROUP}}, {${GROUP}}]}`,
      `{${SHIFT('ROLLING')}, loadBalancers: [{${GROUP}}, {${GROUP.replace('80', '81')}}]}`,
      `{deploymentConfiguration: {strategy: ${TEMPLATE}}, loadBalancers: [{${GROUP}}, {${GROUP.replace('80', '81')}}]}`,
    ],
  },
  'listener-instead-of-rule': {
    speaks: [`{loadBalancers: [{${GROUP}, advancedConfiguration: {testListenerRule: "${LISTENER('app')}"}}]}`],
    silent: [
      `{loadBalancers: [{${GROUP}, advancedConfiguration: {testListenerRule: "${LISTENER('net')}"}}]}`,
      `{loadBalancers: [{${GROUP}, advancedConfiguration: {testListenerRule: ${TEMPLATE}}}]}`,
    ],
  },
  'test-listener-rule-same': {
    speaks: [
      `{loadBalancers: [{${ADMIN}, advancedConfiguration: {productionListenerRule: "${LISTENER('net')}"}}, {${GROUP}, advancedConfiguration: {testListenerRule: "${LISTENER('net')}"}}]}`,
      `{vpcLatticeConfigurations: [{portName: http, targetGroupArn: ${TG}, advancedConfiguration: {productionListenerRule: one, testListenerRule: one}}]}`,
    ],
    silent: [
      `{loadBalancers: [{${ADMIN}, advancedConfiguration: {productionListenerRule: ${TEMPLATE}, testListenerRule: ${TEMPLATE}}}]}`,
    ],
  },
  'alternate-target-group-same': {
    silent: [
      `{${SHIFT('CANARY')}, loadBalancers: [{${GROUP}, advancedConfiguration: {alternateTargetGroupArn: ${TEMPLATE}}}]}`,
    ],
  },
  'classic-load-balancer-with-awsvpc': {
    speaks: [
      `{networkConfiguration: {awsvpcConfiguration: {subnets: [subnet-0a1b2c3d]}}, loadBalancers: [{${CLASSIC}}]}`,
      { text: `{launchType: EC2, loadBalancers: [{${CLASSIC}}]}`, taskDefinition: '{networkMode: awsvpc}' },
      { text: `{launchType: FARGATE, loadBalancers: [{${CLASSIC}}]}`, taskDefinition: '{networkMode: bridge}' },
    ],
    silent: [
      `{launchType: EC2, loadBalancers: [{${CLASSIC}}]}`,
      `{launchType: FARGATE, loadBalancers: [{${CLASSIC_TOO}}]}`,
      `{launchType: FARGATE, loadBalancers: [{loadBalancerName: ${TEMPLATE}, containerName: web, containerPort: 80}]}`,
    ],
  },
  'classic-load-balancer-with-code-deploy': {
    silent: [
      `{deploymentController: {type: CODE_DEPLOY}, loadBalancers: [{${CLASSIC_TOO}}]}`,
      `{deploymentController: {type: CODE_DEPLOY}, loadBalancers: [{loadBalancerName: ${TEMPLATE}, containerName: web, containerPort: 80}]}`,
      '{deploymentController: {type: CODE_DEPLOY}, loadBalancers: [{containerName: web, containerPort: 80}]}',
    ],
  },
  'classic-load-balancer-with-traffic-shift': {
    silent: [
      `{${SHIFT('CANARY')}, loadBalancers: [{${CLASSIC_TOO}}]}`,
      `{${SHIFT('CANARY')}, loadBalancers: [{containerName: web, containerPort: 80}]}`,
      `{loadBalancers: [{${CLASSIC}}]}`,
    ],
    speaks: [`{${SHIFT('CANARY')}, loadBalancers: [{${CLASSIC}}]}`],
  },
  'code-deploy-without-load-balancer': {
    speaks: ['{deploymentController: {type: CODE_DEPLOY}, loadBalancers: []}'],
    silent: [`{deploymentController: {type: CODE_DEPLOY}, loadBalancers: ${TEMPLATE}}`],
  },
  'gateway-health-check-timeout': {
    speaks: [
      '{gatewayConnectors: [{portName: http, healthCheck: {healthCheckTimeoutSeconds: 10, healthCheckIntervalSeconds: 10}}]}',
    ],
    silent: [
      '{gatewayConnectors: [{portName: http, healthCheck: {healthCheckTimeoutSeconds: 9, healthCheckIntervalSeconds: 10}}]}',
      '{gatewayConnectors: [{portName: http, healthCheck: {healthCheckTimeoutSeconds: 60}}]}',
    ],
  },
  'gateway-matcher': {
    speaks: [
      matcher('httpCode: "99"'),
      matcher('httpCode: "600"'),
      matcher('httpCode: "200-199"'),
      matcher('httpCode: "200,x"'),
      matcher('grpcCode: "100"'),
      matcher('grpcCode: "0-100"'),
      matcher('httpCode: "200", grpcCode: "0"'),
    ],
    silent: [
      matcher('httpCode: "100-599"'),
      matcher('httpCode: "200, 301-302"'),
      matcher('grpcCode: "0-99"'),
      matcher(`httpCode: ${TEMPLATE}, grpcCode: "0"`),
      matcher(`httpCode: "200", grpcCode: ${TEMPLATE}`),
    ],
  },
  'incomplete-advanced-configuration': {
    speaks: [
      `{${SHIFT('CANARY')}, loadBalancers: [{${GROUP}, advancedConfiguration: {alternateTargetGroupArn: ${TG}2}}]}`,
      `{${SHIFT('LINEAR')}, vpcLatticeConfigurations: [{portName: http, advancedConfiguration: {alternateTargetGroupArn: ${TG}2}}]}`,
    ],
    silent: [
      `{loadBalancers: [{${GROUP}, advancedConfiguration: {alternateTargetGroupArn: ${TG}2}}]}`,
      `{${SHIFT('LINEAR')}, loadBalancers: [{${GROUP}, advancedConfiguration: ${TEMPLATE}}]}`,
    ],
  },
  'load-balancer-name-not-classic': {
    speaks: [
      `{loadBalancers: [{loadBalancerName: ${TG}, targetGroupArn: ${TG}, containerName: web, containerPort: 80}]}`,
      '{loadBalancers: [{loadBalancerName: web-123.eu-west-1.elb.amazonaws.com, containerName: web, containerPort: 80}]}',
      '{loadBalancers: [{loadBalancerName: net/web/0123456789abcdef, containerName: web, containerPort: 80}]}',
    ],
    silent: [`{loadBalancers: [{${CLASSIC}}]}`],
  },
  'load-balancer-without-container': {
    speaks: [
      { text: `{launchType: EC2, loadBalancers: [{targetGroupArn: ${TG}}]}`, taskDefinition: ONE },
      { text: `{launchType: EC2, loadBalancers: [{targetGroupArn: ${TG}, containerName: web}]}`, taskDefinition: ONE },
      { text: `{launchType: EC2, loadBalancers: [{targetGroupArn: ${TG}, containerPort: 80}]}`, taskDefinition: TWO },
      {
        text: `{launchType: EC2, loadBalancers: [{targetGroupArn: ${TG}, containerName: web}]}`,
        taskDefinition: '{cpu: "256"}',
      },
    ],
    silent: [
      `{loadBalancers: [web]}`,
      `{loadBalancers: [${TEMPLATE}]}`,
      `{loadBalancers: [{${GROUP}}]}`,
      // An entry that is not written yet.
      'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nloadBalancers:\n  - \n',
    ],
  },
  'load-balancer-without-target': {
    silent: [
      '{loadBalancers: [web]}',
      `{loadBalancers: [{targetGroupArn: ${TEMPLATE}, containerName: web, containerPort: 80}]}`,
      'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nloadBalancers:\n  - \n',
    ],
  },
  'several-entries-with-classic': {
    silent: [
      `{loadBalancers: [{${GROUP}}, {${CLASSIC_TOO}}]}`,
      `{loadBalancers: [{${GROUP}}, {containerName: web, containerPort: 81}]}`,
      `{loadBalancers: [{${CLASSIC}}]}`,
    ],
    speaks: [
      `{loadBalancers: [{${CLASSIC}}, {${CLASSIC.replace('web,', 'admin,')}}]}`,
      // One entry is neither kind, or both: that is said elsewhere, and no mixture.
      `{loadBalancers: [{${CLASSIC}}, {containerName: web, containerPort: 81}]}`,
      `{loadBalancers: [{${CLASSIC}}, {${GROUP}, loadBalancerName: admin}]}`,
      `{loadBalancers: [{${GROUP}}, {${CLASSIC}}]}`,
    ],
  },
  'traffic-shift-without-advanced-configuration': {
    speaks: [
      `{${SHIFT('LINEAR')}, vpcLatticeConfigurations: [{portName: http, targetGroupArn: ${TG}}]}`,
      `{${SHIFT('CANARY')}, loadBalancers: [{${GROUP}}]}`,
    ],
    silent: [
      `{loadBalancers: [{${GROUP}}]}`,
      `{${SHIFT('LINEAR')}, loadBalancers: [{${CLASSIC}}]}`,
      `{${SHIFT('LINEAR')}, loadBalancers: [{${GROUP}, advancedConfiguration: ${TEMPLATE}}]}`,
    ],
  },
};
