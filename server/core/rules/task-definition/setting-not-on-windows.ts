import type { TaskDefinition } from '../../../../schemas';
import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { containersOf, keyOf, systemOf, taskDefinitionOf } from './parts';
import { ec2Task, ON_EC2 } from './samples';

interface Data {
  name: string;
}

/** Members that AWS documents as not supported for Windows containers. Source: ContainerDefinition, RegisterTaskDefinition. */
const SWITCHES = ['privileged', 'readonlyRootFilesystem', 'disableNetworking'] as const;
const MEMBERS = ['linuxParameters', 'ulimits', 'links', 'dnsServers', 'dnsSearchDomains', 'extraHosts'] as const;

const WINDOWS = 'runtimePlatform:\n  operatingSystemFamily: WINDOWS_SERVER_2022_CORE\n';
const LINUX_PARAMETERS = '    linuxParameters:\n      initProcessEnabled: true\n';

export default defineRule<Data>({
  id: 'setting-not-on-windows',
  severity: 'warning',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['inference'],
  docs: {
    what: 'A setting of Linux for containers that run on Windows.',
    why: 'AWS documents linuxParameters, ulimits, privileged, readonlyRootFilesystem, disableNetworking, links, dnsServers, dnsSearchDomains, extraHosts, pidMode and ipcMode as not supported for Windows containers.',
    instead: 'Remove it.',
    links: [api('ContainerDefinition')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    if (systemOf(taskDefinition) !== 'windows') return;
    const related = [
      { at: taskDefinition.get('runtimePlatform').get('operatingSystemFamily'), message: 'The system of the tasks' },
    ];
    for (const [name, fact] of linuxOnly(taskDefinition)) report({ at: keyOf(fact), data: { name }, related });
  },
  message: ({ name }) => `The task is for Windows, and AWS documents that ${name} is not supported there. Remove it.`,
  fix: ({ at }) => [{ title: 'Remove it', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: ON_EC2,
        taskDefinition: ec2Task(LINUX_PARAMETERS.replace('linuxParameters', '⟦linuxParameters⟧'), WINDOWS),
        fixed: ec2Task('', WINDOWS),
      },
    ],
    valid: [
      { text: ON_EC2, taskDefinition: ec2Task(LINUX_PARAMETERS) },
      { text: ON_EC2, taskDefinition: ec2Task('', WINDOWS) },
    ],
  },
});

function linuxOnly(taskDefinition: Fact<TaskDefinition>): [string, Fact][] {
  const modes = (['pidMode', 'ipcMode'] as const)
    .filter((name) => taskDefinition.get(name).known)
    .map((name): [string, Fact] => [name, taskDefinition.get(name)]);
  const others = containersOf(taskDefinition).flatMap((container) => [
    ...SWITCHES.filter((name) => container.get(name).is(true)).map((name): [string, Fact] => [
      name,
      container.get(name),
    ]),
    ...MEMBERS.filter((name) => container.get(name).some).map((name): [string, Fact] => [name, container.get(name)]),
  ]);
  return [...modes, ...others];
}
