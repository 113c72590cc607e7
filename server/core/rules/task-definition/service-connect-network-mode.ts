import { api, github, guide } from '../links';
import { defineRule } from '../rule';
import { keyOf, topOf } from './parts';
import { ec2Task, ON_EC2 } from './samples';

interface Data {
  mode: string | undefined;
}

const CONNECT = `${ON_EC2}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n`;
const MARKED = CONNECT.replace('serviceConnectConfiguration', '⟦serviceConnectConfiguration⟧');

export default defineRule<Data>({
  id: 'service-connect-network-mode',
  severity: 'warning',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R384'],
  docs: {
    what: 'Service Connect for a task definition with the network mode host or none, or without one.',
    why: 'AWS documents Service Connect for the modes awsvpc and bridge only; the proxy of another mode cannot stand between the task and the network. A definition that leaves the mode out has been refused in practice too, although its default is bridge.',
    instead: 'Set networkMode to awsvpc or bridge in the task definition.',
    links: [guide('service-connect'), api('ServiceConnectService'), github('mreferre/yelb/issues/86')],
  },
  check({ service, taskDefinition, traits }, report) {
    if (!taskDefinition?.known || traits.serviceConnect !== true || traits.fargate === true) return;
    const mode = taskDefinition.get('networkMode');
    if (!mode.absent && !mode.is('host') && !mode.is('none')) return;
    // A networkConfiguration says that awsvpc was meant, and another rule asks for it.
    if (mode.absent && service.get('networkConfiguration').given) return;
    report({
      at: keyOf(service.get('serviceConnectConfiguration')),
      data: { mode: mode.value },
      related: [{ at: mode.known ? mode : topOf(taskDefinition), message: 'The task definition' }],
    });
  },
  message: ({ mode }) =>
    `AWS documents Service Connect for the network modes awsvpc and bridge, and the task definition ${mode === undefined ? 'names none: say bridge there, since leaving it out has been refused' : `has ${mode}. Use one of the two`}.`,
  examples: {
    invalid: [
      { text: MARKED, taskDefinition: ec2Task('', '', 'host') },
      { text: MARKED, taskDefinition: ec2Task().replace('networkMode: bridge\n', '') },
    ],
    valid: [{ text: CONNECT, taskDefinition: ec2Task() }],
  },
});
