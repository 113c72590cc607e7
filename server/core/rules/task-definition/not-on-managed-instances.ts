import type { TaskDefinition } from '../../../../schemas';
import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { containersOf, keyOf, requires, taskDefinitionOf, volumesOf } from './parts';
import { fargateTask } from './samples';

interface Data {
  name: string;
}

/** What AWS documents as not valid for tasks on managed instances. Source: developer guide, managed-instances-tasks-services. */
const OF_TASK = ['ephemeralStorage', 'ipcMode', 'proxyConfiguration'] as const;
const OF_CONTAINER = [
  'dnsSearchDomains',
  'dnsServers',
  'dockerLabels',
  'dockerSecurityOptions',
  'extraHosts',
  'hostname',
  'links',
] as const;
const OF_LINUX = ['maxSwap', 'swappiness', 'sharedMemorySize', 'tmpfs'] as const;

const SERVICE =
  'serviceName: web\ntaskDefinition: web\ndesiredCount: 2\ncapacityProviderStrategy:\n  - capacityProvider: web-managed\n    weight: 1\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n';
const task = (container = '', top = '') => fargateTask(container, top).replace('[FARGATE]', '[MANAGED_INSTANCES]');

export default defineRule<Data>({
  id: 'not-on-managed-instances',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['inference'],
  docs: {
    what: 'A setting that tasks on ECS Managed Instances do not take, in a definition with MANAGED_INSTANCES in requiresCompatibilities.',
    why: 'AWS documents these as not valid there: ephemeralStorage, ipcMode, proxyConfiguration, dnsSearchDomains, dnsServers, dockerLabels, dockerSecurityOptions, extraHosts, hostname, links, disableNetworking, maxSwap, swappiness, sharedMemorySize, tmpfs, folders of the host, Docker volumes and FSx volumes. The definition is checked for it when it is registered.',
    instead: 'Remove it, or take MANAGED_INSTANCES out of requiresCompatibilities.',
    links: [guide('managed-instances-tasks-services')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const managed = requires(taskDefinition, 'MANAGED_INSTANCES');
    if (!managed) return;
    const related = [{ at: managed, message: 'The definition is checked for managed instances' }];
    for (const [name, fact] of settingsOf(taskDefinition)) report({ at: keyOf(fact), data: { name }, related });
  },
  message: ({ name }) =>
    `AWS documents that tasks on managed instances do not take ${name}, and the definition is checked for them. Remove it, or take MANAGED_INSTANCES out of requiresCompatibilities.`,
  fix: ({ at }) => [{ title: 'Remove it', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: SERVICE,
        taskDefinition: task('    dockerLabels:\n      a: b\n').replace('dockerLabels', '⟦dockerLabels⟧'),
      },
      {
        text: SERVICE,
        taskDefinition: task('', 'ephemeralStorage:\n  sizeInGiB: 50\n')
          .replace('ephemeral', '⟦ephemeral')
          .replace('Storage:', 'Storage⟧:'),
        fixed: task(),
      },
      {
        text: SERVICE,
        taskDefinition: task(
          '    linuxParameters:\n      ⟦tmpfs⟧:\n        - containerPath: /tmp\n          size: 64\n',
        ),
      },
    ],
    valid: [
      { text: SERVICE, taskDefinition: task('    linuxParameters:\n      initProcessEnabled: true\n') },
      { text: SERVICE, taskDefinition: task('    dockerLabels: {}\n') },
    ],
  },
});

function* settingsOf(taskDefinition: Fact<TaskDefinition>): Generator<[string, Fact]> {
  for (const name of OF_TASK) {
    const fact = taskDefinition.get(name);
    if (fact.known) yield [name, fact as Fact];
  }
  for (const container of containersOf(taskDefinition)) {
    for (const name of OF_CONTAINER) {
      const fact = container.get(name);
      if (name === 'hostname' ? fact.known : fact.some) yield [name, fact as Fact];
    }
    if (container.get('disableNetworking').is(true)) yield ['disableNetworking', container.get('disableNetworking')];
    for (const name of OF_LINUX) {
      const fact = container.get('linuxParameters').get(name);
      if (name === 'tmpfs' ? fact.some : fact.known) yield [name, fact as Fact];
    }
  }
  for (const volume of volumesOf(taskDefinition)) {
    const kinds: [string, Fact][] = [
      ['folders of the host', volume.get('host').get('sourcePath')],
      ['Docker volumes', volume.get('dockerVolumeConfiguration') as Fact],
      ['FSx volumes', volume.get('fsxWindowsFileServerVolumeConfiguration') as Fact],
    ];
    yield* kinds.filter(([, fact]) => fact.known);
  }
}
