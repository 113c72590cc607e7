import { choice, flag, integer, list, optional, required, structure, text } from '../fields';
import { assumed, documented } from '../meta';

const HIGHEST = assumed(65_535, 'there are no higher ports');

export const portMapping = structure('PortMapping', {
  containerPort: optional(integer({ min: assumed(1, 'port 0 cannot listen'), max: HIGHEST }), {
    doc: `The port on which the container listens. Either this or containerPortRange.`,
    rank: 1,
  }),
  hostPort: optional(integer({ min: assumed(0, '0 asks for a random port'), max: HIGHEST }), {
    doc: `The port of the instance. Under awsvpc and host it has to be left out or equal containerPort; under bridge 0 or nothing means a random one, which lets several
      tasks share an instance.`,
    default: {
      text: 'a random port',
      cases: [{ when: 'networkMode is awsvpc or host', text: 'the containerPort' }],
    },
  }),
  protocol: optional(
    choice({ tcp: 'TCP, the default.', udp: 'UDP.' }, documented(true, 'API reference: other values are taken as tcp')),
    {
      doc: `The transport protocol, in lower case: ECS takes anything else as tcp. It cannot be changed once Service Connect uses the port.`,
      default: 'tcp',
      rank: 2,
    },
  ),
  name: optional(
    text({
      minLength: assumed(1, 'an empty name names nothing'),
      maxLength: documented(64),
      pattern: documented('[a-z0-9_][a-z0-9_-]*'),
      patternHelp: 'lower-case letters, digits, underscores and hyphens, and does not begin with a hyphen',
    }),
    {
      doc: `The name of the port, unique in the task definition. Service Connect, VPC Lattice and gateway connectors refer to it as portName.`,
      names: 'defines port',
      rank: 1,
    },
  ),
  appProtocol: optional(choice({ http: 'HTTP/1.1.', http2: 'HTTP/2.', grpc: 'gRPC.' }), {
    doc: `What is spoken on the port, for Service Connect. Without it the proxy passes bytes on: no retries, no request metrics, no request timeouts. Cannot be changed later.`,
    default: { text: 'TCP' },
    rank: 2,
  }),
  containerPortRange: optional(text(), {
    doc: `A range of ports such as \`8000-8010\`, lowest first, instead of containerPort. Only for awsvpc and bridge. A range cannot be used by load balancers or Service
      Connect.`,
  }),
});

/** Network settings that people seldom need, since awsvpc refuses most of them. */
export const networking = {
  links: optional(list(text()), {
    doc: `Containers to reach by name under bridge networking, as \`name:alias\`. Refused with awsvpc.`,
  }),
  hostname: optional(text(), { doc: `The host name inside the container. Refused with awsvpc.` }),
  dnsServers: optional(list(text()), { doc: `DNS servers for the container. Refused with awsvpc.` }),
  dnsSearchDomains: optional(list(text()), { doc: `Domains that are tried for short host names.` }),
  extraHosts: optional(
    list(
      structure('HostEntry', {
        hostname: required(text(), { doc: `The name for the line in /etc/hosts of the container.`, rank: 1 }),
        ipAddress: required(text(), { doc: `The address that the name stands for in /etc/hosts.`, rank: 1 }),
      }),
    ),
    { doc: `Lines to add to /etc/hosts. Refused with awsvpc.` },
  ),
  disableNetworking: optional(flag(), {
    doc: `Takes the network away from the container. Refused with awsvpc, so on Fargate.`,
    default: false,
  }),
};
