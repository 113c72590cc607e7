import { type Edges, TEMPLATE } from './edges';

export const scheduling: Edges = {
  'daemon-with-desired-count': {
    silent: [`{schedulingStrategy: DAEMON, desiredCount: ${TEMPLATE}}`, '{desiredCount: 0}'],
  },
  'daemon-with-maximum-percent-above-100': {
    speaks: ['{schedulingStrategy: DAEMON, deploymentConfiguration: {maximumPercent: 101}}'],
    silent: [
      '{schedulingStrategy: DAEMON, deploymentConfiguration: {maximumPercent: 100}}',
      '{schedulingStrategy: DAEMON}',
    ],
  },
  'daemon-without-launch-type': {
    silent: [
      '{schedulingStrategy: DAEMON, launchType: EC2}',
      '{schedulingStrategy: DAEMON, launchType: null}',
      '{schedulingStrategy: DAEMON, capacityProviderStrategy: [{capacityProvider: web-asg, weight: 1}]}',
      '{cluster: main}',
    ],
  },
  'missing-desired-count': {
    silent: [
      'serviceName: web\ntaskDefinition: web:1\ndesiredCount: null\n',
      `serviceName: web\ntaskDefinition: web:1\ndesiredCount: ${TEMPLATE}\n`,
      'serviceName: web\ndeploymentController:\n  type: EXTERNAL\n',
      `serviceName: web\ntaskDefinition: web:1\ndeploymentController:\n  type: ${TEMPLATE}\n`,
    ],
  },
};
