import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { containersOf, fargateReason, keyOf, taskDefinitionOf } from './parts';
import { EC2_SIDE, ec2Task, fargateTask, ON_EC2, ON_FARGATE, SIDE } from './samples';

interface Data {
  name: string;
  /** AWS documents it for Fargate; nobody has seen it refused. */
  documented: boolean;
}

const INSTEAD: Readonly<Record<string, string>> = {
  links: 'Containers of the task reach one another at 127.0.0.1.',
  hostname: 'The host name is that of the network interface.',
  extraHosts: 'Use a private hosted zone for such names.',
  dnsServers: 'Set DNS in the DHCP options of the VPC.',
  dnsSearchDomains: 'Set them in the DHCP options of the VPC.',
  disableNetworking: 'Keep the network out with security groups.',
};

export default defineRule<Data>({
  id: 'setting-not-with-awsvpc',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: [
    'recorded:pf-ecs-awsvpc-extra-hosts',
    'recorded:pf-ecs-awsvpc-hostname',
    'recorded:pf-ecs-fargate-disable-networking',
    'recorded:pf-ecs-fargate-dns-servers',
    'recorded:pf-ecs-fargate-links',
  ],
  docs: {
    what: 'links, hostname, extraHosts, dnsServers or disableNetworking of a container under awsvpc, and dnsSearchDomains on Fargate.',
    why: 'The containers of such a task share one network interface that the VPC configures: "Links are not supported when networkMode=awsvpc.", "hostname is not supported on container when networkMode=awsvpc.", and the like for the others. Of dnsSearchDomains AWS documents that Fargate does not take it.',
    instead: 'Remove the member. Containers of one task reach one another at 127.0.0.1.',
    links: [guide('task-networking-awsvpc'), guide('fargate-tasks-services')],
  },
  check(ctx, report) {
    const taskDefinition = taskDefinitionOf(ctx);
    const mode = taskDefinition.get('networkMode');
    if (!mode.is('awsvpc')) return;
    const reason = fargateReason(ctx);
    const related = [{ at: mode, message: 'The network mode' }];
    for (const container of containersOf(taskDefinition)) {
      const given: [string, Fact][] = [
        ...(['links', 'extraHosts', 'dnsServers'] as const)
          .filter((name) => container.get(name).some)
          .map((name): [string, Fact] => [name, container.get(name)]),
        ...(container.get('hostname').known ? [['hostname', container.get('hostname')] as [string, Fact]] : []),
        ...(container.get('disableNetworking').is(true)
          ? [['disableNetworking', container.get('disableNetworking')] as [string, Fact]]
          : []),
      ];
      for (const [name, fact] of given) report({ at: keyOf(fact), data: { name, documented: false }, related });
      const domains = container.get('dnsSearchDomains');
      if (reason && domains.some)
        report({
          at: keyOf(domains),
          data: { name: 'dnsSearchDomains', documented: true },
          severity: 'warning',
          related: [reason],
        });
    }
  },
  message: ({ name, documented }) =>
    documented
      ? `AWS documents that Fargate does not take ${name}. Remove it. ${INSTEAD[name] ?? ''}`
      : `${name} does not go with the network mode awsvpc: ECS refuses the definition. Remove it. ${INSTEAD[name] ?? ''}`,
  fix: ({ at }) => [{ title: 'Remove it', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      { text: ON_FARGATE, taskDefinition: fargateTask('    ⟦hostname⟧: web\n'), fixed: fargateTask() },
      { text: ON_FARGATE, taskDefinition: fargateTask('    ⟦dnsSearchDomains⟧: [corp.local]\n'), fixed: fargateTask() },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(
          `    ⟦links⟧: [side]\n    ⟦dnsServers⟧: [10.0.0.2]\n    ⟦disableNetworking⟧: true\n    ⟦extraHosts⟧:\n      - hostname: db\n        ipAddress: 10.0.0.9\n${SIDE}`,
        ),
      },
    ],
    valid: [{ text: ON_EC2, taskDefinition: ec2Task(`    hostname: web\n    links: [side]\n${EC2_SIDE}`) }],
  },
});
