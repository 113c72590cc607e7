import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { AGENT } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'daemon-with-volume-configurations',
  severity: 'warning',
  group: 'scheduling',
  on: 'service',
  since: '0.1.0',
  sources: ['R197'],
  docs: {
    what: 'volumeConfigurations in a DAEMON service.',
    why: 'AWS documents managed EBS volumes for REPLICA services only.',
    instead: 'Remove volumeConfigurations and use a volume of the instance, or make it a REPLICA service.',
    links: [CREATE_SERVICE],
  },
  check({ service, traits }, report) {
    const volumes = service.get('volumeConfigurations');
    if (traits.scheduling !== 'DAEMON' || !volumes.some) return;
    report({
      at: { fact: volumes, key: true },
      data: {},
      related: [{ at: service.get('schedulingStrategy'), message: 'The daemon scheduling strategy' }],
    });
  },
  message: () =>
    'AWS documents that volumeConfigurations are for REPLICA services only, and this one is a DAEMON. Use a volume of the instance instead, or make the service REPLICA.',
  examples: {
    invalid: [
      {
        text: `${AGENT}⟦volumeConfigurations⟧:\n  - name: data\n    managedEBSVolume:\n      roleArn: arn:aws:iam::111122223333:role/ecsInfrastructureRole\n      sizeInGiB: 10\n`,
      },
    ],
    valid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\nvolumeConfigurations:\n  - name: data\n    managedEBSVolume:\n      roleArn: arn:aws:iam::111122223333:role/ecsInfrastructureRole\n      sizeInGiB: 10\n',
      },
    ],
  },
});
