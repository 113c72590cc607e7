import { type Edges, TEMPLATE } from './edges';

const TD_LINUX = '{runtimePlatform: {operatingSystemFamily: LINUX}}';

export const capacity: Edges = {
  'base-above-desired-count': {
    speaks: [
      '{desiredCount: 1, capacityProviderStrategy: [{capacityProvider: FARGATE_SPOT, weight: 1}, {capacityProvider: FARGATE, base: 2}]}',
    ],
    silent: [
      // A provider alone has nobody to take from, and weights of 0 ask for nothing.
      '{desiredCount: 1, capacityProviderStrategy: [{capacityProvider: FARGATE, base: 5, weight: 1}]}',
      '{desiredCount: 1, capacityProviderStrategy: [{capacityProvider: FARGATE, base: 5, weight: 1}, {capacityProvider: FARGATE_SPOT}]}',
      '{desiredCount: 1, capacityProviderStrategy: [{capacityProvider: FARGATE, base: 5, weight: 1}, {capacityProvider: FARGATE_SPOT, weight: 0}]}',
      '{desiredCount: 2, capacityProviderStrategy: [{capacityProvider: FARGATE, base: 2, weight: 1}, {capacityProvider: FARGATE_SPOT, weight: 1}]}',
      '{desiredCount: 0, capacityProviderStrategy: [{capacityProvider: FARGATE, base: 2, weight: 1}, {capacityProvider: FARGATE_SPOT, weight: 1}]}',
    ],
  },
  'fargate-spot-launch-type': {
    speaks: [
      '{launchType: FARGATE_SPOT, capacityProviderStrategy: [{capacityProvider: FARGATE_SPOT, weight: 1}]}',
      // Half of a fix is none: launchType cannot be removed here.
      `serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nx: &p\n  launchType: FARGATE_SPOT\n<<: *p\n`,
    ],
  },
  'managed-instances-launch-type': {
    speaks: ['{launchType: MANAGED_INSTANCES, capacityProviderStrategy: [{capacityProvider: managed, weight: 1}]}'],
    silent: ['{launchType: EC2}', `{launchType: ${TEMPLATE}}`],
  },
  'mixed-capacity-providers': {
    speaks: [
      '{capacityProviderStrategy: [{capacityProvider: web-asg, weight: 1}, {capacityProvider: api-asg}, {capacityProvider: FARGATE_SPOT}]}',
      `serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nx: &p\n  - capacityProvider: FARGATE\n  - capacityProvider: web-asg\n    weight: 1\ncapacityProviderStrategy: *p\n`,
    ],
    silent: [
      '{capacityProviderStrategy: [{capacityProvider: FARGATE, weight: 1}, {capacityProvider: FARGATE_SPOT}]}',
      // A misspelt name and an ARN have findings of their own.
      '{capacityProviderStrategy: [{capacityProvider: FARGATE, weight: 1}, {capacityProvider: fargate-spot}]}',
      '{capacityProviderStrategy: [{capacityProvider: FARGATE, weight: 1}, {capacityProvider: arn:aws:ecs:eu-west-1:111122223333:capacity-provider/a}]}',
    ],
  },
  'no-positive-weight': {
    speaks: [
      '{capacityProviderStrategy: [{capacityProvider: web-asg, weight: 0}]}',
      '{capacityProviderStrategy: [{weight: 0}, {capacityProvider: b}]}',
      // What stands behind an alias may be meant for others too, so that no fix changes it.
      `serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nx: &p\n  capacityProvider: web-asg\n  weight: 0\ncapacityProviderStrategy:\n  - *p\n`,
    ],
    silent: [
      '{capacityProviderStrategy: [web-asg]}',
      '{capacityProviderStrategy: []}',
      '{capacityProviderStrategy: [{capacityProvider: a}, {capacityProvider: b, weight: 1}]}',
      `{capacityProviderStrategy: [{capacityProvider: a, weight: ${TEMPLATE}}]}`,
      // An item that is not written yet is reported as such.
      '{capacityProviderStrategy: [{capacityProvider: a}, null]}',
    ],
  },
  'old-platform-for-feature': {
    speaks: [
      '{launchType: FARGATE, platformVersion: 1.3.0, volumeConfigurations: [{name: data, managedEBSVolume: {sizeInGiB: 10}}]}',
      '{launchType: FARGATE, platformVersion: 1.3.0, enableExecuteCommand: true, serviceConnectConfiguration: {enabled: true, namespace: shop}}',
      { text: '{launchType: FARGATE, platformVersion: 1.0.0, enableExecuteCommand: true}', taskDefinition: TD_LINUX },
      {
        text: '{launchType: FARGATE, platformVersion: 1.0.0, enableExecuteCommand: true}',
        taskDefinition: '{cpu: "256"}',
      },
    ],
    silent: [
      '{launchType: FARGATE, platformVersion: 1.4.0, enableExecuteCommand: true}',
      '{launchType: FARGATE, platformVersion: 2.0.0, enableExecuteCommand: true}',
      '{launchType: FARGATE, platformVersion: 1.3.0, enableExecuteCommand: false}',
      '{launchType: FARGATE, platformVersion: 1.3.0, volumeConfigurations: [{name: data}]}',
      '{launchType: EC2, platformVersion: 1.3.0, enableExecuteCommand: true}',
      // 1.0.0 is the version of Windows too.
      '{launchType: FARGATE, platformVersion: 1.0.0, enableExecuteCommand: true}',
      {
        text: '{launchType: FARGATE, platformVersion: 1.0.0, enableExecuteCommand: true}',
        taskDefinition: '{runtimePlatform: {operatingSystemFamily: WINDOWS_SERVER_2022_CORE}}',
      },
    ],
  },
  'platform-version-without-fargate': {
    speaks: ['{launchType: EXTERNAL, platformVersion: LATEST}', '{launchType: EC2, platformVersion: LATEST}'],
    silent: [
      '{launchType: MANAGED_INSTANCES, platformVersion: LATEST}',
      '{platformVersion: LATEST}',
      `{launchType: EC2, platformVersion: ${TEMPLATE}}`,
    ],
  },
  'provider-without-share': {
    speaks: [
      '{capacityProviderStrategy: [{capacityProvider: a, weight: 1}, {capacityProvider: b, weight: 0, base: 0}]}',
    ],
    silent: [
      // A strategy without any weight is refused, which is another finding.
      '{capacityProviderStrategy: [{capacityProvider: a}, {capacityProvider: b}]}',
      '{capacityProviderStrategy: [{capacityProvider: a, weight: 1}, {capacityProvider: b, base: 1}]}',
      '{capacityProviderStrategy: [{capacityProvider: a, weight: 1}, {base: 0}]}',
      '{capacityProviderStrategy: [{capacityProvider: a, weight: 1}, b]}',
    ],
  },
  'reserved-provider-name': {
    speaks: [
      '{capacityProviderStrategy: [{capacityProvider: Fargate_Spot, weight: 1}]}',
      '{capacityProviderStrategy: [{capacityProvider: aws-pool, weight: 1}]}',
      '{capacityProviderStrategy: [{capacityProvider: ECS-pool, weight: 1}]}',
      `serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nx: &p fargate\ncapacityProviderStrategy:\n  - capacityProvider: *p\n    weight: 1\n`,
    ],
    silent: ['{capacityProviderStrategy: [{capacityProvider: my-fargate, weight: 1}, {weight: 1}]}'],
  },
  'several-bases': {
    silent: ['{capacityProviderStrategy: [{capacityProvider: a, base: 1, weight: 1}, {capacityProvider: b, base: 0}]}'],
  },
  'spot-on-old-platform': {
    speaks: [
      '{platformVersion: 1.2.0, capacityProviderStrategy: [{capacityProvider: FARGATE_SPOT, weight: 1}]}',
      '{platformVersion: 0.9.0, capacityProviderStrategy: [{capacityProvider: FARGATE_SPOT, weight: 1}]}',
    ],
    silent: [
      '{platformVersion: 1.3.0, capacityProviderStrategy: [{capacityProvider: FARGATE_SPOT, weight: 1}]}',
      '{platformVersion: 2.0.0, capacityProviderStrategy: [{capacityProvider: FARGATE_SPOT, weight: 1}]}',
      '{platformVersion: LATEST, capacityProviderStrategy: [{capacityProvider: FARGATE_SPOT, weight: 1}]}',
      '{platformVersion: 1.2.0, capacityProviderStrategy: [{capacityProvider: FARGATE, weight: 1}]}',
    ],
  },
  'unknown-platform-version': {
    speaks: [
      '{launchType: FARGATE, platformVersion: 1.5.0}',
      '{launchType: FARGATE, platformVersion: 1.4.1}',
      '{launchType: FARGATE, platformVersion: 2.0.0}',
      '{launchType: FARGATE, platformVersion: "1.3"}',
      '{launchType: FARGATE, platformVersion: newest}',
      '{platformVersion: latest}',
    ],
    silent: [
      '{launchType: FARGATE, platformVersion: 1.1.0}',
      '{launchType: FARGATE, platformVersion: 1.2.0}',
      '{launchType: EC2, platformVersion: 1.5.0}',
      `{launchType: FARGATE, platformVersion: ${TEMPLATE}}`,
    ],
  },
  'launch-type-with-capacity-provider-strategy': {
    speaks: [
      `serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nx: &p\n  - capacityProvider: FARGATE\nlaunchType: FARGATE\ncapacityProviderStrategy: *p\n`,
    ],
  },
};
