import type { Service } from '../../../../schemas';
import type { Fact } from '../../model/fact';
import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { connectServices } from '../service-connect/parts';
import { either, nearest, quote } from '../words';
import { keyOf, mappingsNamed, portNamesOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  name: string;
  names: string[];
}

const CONNECT = `${ON_FARGATE}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  services:\n    - clientAliases:\n        - port: 80\n      portName: `;
const TASK = fargateTask('    portMappings:\n      - containerPort: 80\n        name: http\n');

export default defineRule<Data>({
  id: 'port-name-not-in-task-definition',
  severity: 'error',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R350', 'recorded:pf-ecs-svc-connect-port-name-missing'],
  docs: {
    what: 'Service Connect, VPC Lattice or a gateway connector refers to a port name that no port mapping of the task definition has.',
    why: 'ECS finds the port by the name of its mapping: "portName(nope) does not refer to any named PortMapping in the container definitions". A container name or a port number does not do.',
    instead: 'Write the name of a port mapping, or name the mapping in the task definition.',
    links: [api('ServiceConnectService'), api('PortMapping')],
  },
  check({ service, taskDefinition }, report) {
    if (!taskDefinition) return;
    for (const fact of portNames(service)) {
      const name = fact.value;
      if (name === undefined || mappingsNamed(taskDefinition, name)?.length !== 0) continue;
      const related = [{ at: keyOf(taskDefinition.get('containerDefinitions')), message: 'The containers' }];
      report({ at: fact, data: { name, names: portNamesOf(taskDefinition) }, related });
    }
  },
  message: ({ name, names }) =>
    `No port mapping of the task definition has the name ${quote(name)}, and ECS refuses the service. ${names.length > 0 ? `Write ${either(names)}.` : 'None has a name: add name to the port mapping that is meant.'}`,
  fix({ at, data }) {
    const near = nearest(data.name, data.names);
    const names = near ? [near, ...data.names.filter((n) => n !== near)] : data.names;
    return names.slice(0, 3).map((name) => ({
      title: `Write ${name}`,
      safe: false,
      changes: replace(factOf(at), name),
    }));
  },
  examples: {
    invalid: [
      { text: `${CONNECT}⟦htpp⟧\n`, fixed: `${CONNECT}http\n`, taskDefinition: TASK },
      { text: `${CONNECT}⟦app⟧\n`, taskDefinition: fargateTask('    portMappings:\n      - containerPort: 80\n') },
    ],
    valid: [{ text: `${CONNECT}http\n`, taskDefinition: TASK }, { text: `${CONNECT}web\n` }],
  },
});

function portNames(service: Fact<Service>): Fact<string>[] {
  return [
    ...connectServices(service).map((entry) => entry.get('portName')),
    ...service.get('vpcLatticeConfigurations').items.map((entry) => entry.get('portName')),
    ...service.get('gatewayConnectors').items.map((entry) => entry.get('portName')),
  ] as Fact<string>[];
}
