import { replace } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';
import { list } from '../words';
import { certainlyLinux, olderThan } from './platform';

interface Data {
  version: string;
  features: string[];
}

export default defineRule<Data>({
  id: 'old-platform-for-feature',
  severity: 'warning',
  group: 'capacity',
  on: 'service',
  since: '0.1.0',
  sources: ['R238'],
  docs: {
    what: 'ECS Exec, Service Connect or managed EBS volumes on a Fargate platform version before 1.4.0.',
    why: 'AWS documents all three for Linux platform version 1.4.0 or later. ECS answers that requested capabilities are not supported, or the feature does not work.',
    instead: 'Write LATEST or 1.4.0, or leave platformVersion out.',
    links: [guide('platform-fargate'), guide('ecs-exec')],
  },
  check(ctx, report) {
    const { service, traits } = ctx;
    if (traits.fargate !== true || !olderThan(service, 1, 4) || !certainlyLinux(ctx)) return;
    const exec = service.get('enableExecuteCommand');
    const volume = service
      .get('volumeConfigurations')
      .items.map((item) => item.get('managedEBSVolume'))
      .find((ebs) => ebs.known);
    const uses = [
      ...(exec.is(true) ? [{ at: exec, name: 'ECS Exec' }] : []),
      ...(traits.serviceConnect
        ? [{ at: service.get('serviceConnectConfiguration').get('enabled'), name: 'Service Connect' }]
        : []),
      ...(volume ? [{ at: { fact: volume, key: true as const }, name: 'a managed EBS volume' }] : []),
    ];
    if (uses.length === 0) return;
    const version = service.get('platformVersion');
    report({
      at: version,
      data: { version: version.value as string, features: uses.map((use) => use.name) },
      related: uses.map(({ at, name }) => ({ at, message: `${name} is asked for here` })),
    });
  },
  message: ({ version, features }) =>
    `AWS documents ${list(features)} for Fargate platform version 1.4.0 or later, and this asks for ${version}. Write LATEST or 1.4.0.`,
  fix: (_, { service }) => [
    { title: 'Write LATEST', safe: false, changes: replace(service.get('platformVersion'), 'LATEST') },
  ],
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: FARGATE\nplatformVersion: ⟦1.3.0⟧\nenableExecuteCommand: true\n${NETWORK}`,
        fixed: `${WEB}launchType: FARGATE\nplatformVersion: LATEST\nenableExecuteCommand: true\n${NETWORK}`,
      },
    ],
    valid: [
      { text: `${WEB}launchType: FARGATE\nplatformVersion: 1.4.0\nenableExecuteCommand: true\n${NETWORK}` },
      { text: `${WEB}launchType: FARGATE\nplatformVersion: 1.0.0\nenableExecuteCommand: true\n${NETWORK}` },
    ],
  },
});
