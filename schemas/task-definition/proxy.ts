import { choice, optional, required, structure, text } from '../fields';
import { proxyProperties } from './lifecycle';

export const proxyConfiguration = structure('ProxyConfiguration', {
  containerName: required(text(), {
    doc: `The container that is the proxy, by its name in this task definition.`,
    names: 'refers container',
    rank: 1,
  }),
  type: optional(choice({ APPMESH: 'AWS App Mesh, the only one there was.' }), {
    doc: `The kind of proxy: \`APPMESH\` and nothing else.`,
    default: 'APPMESH',
  }),
  properties: optional(proxyProperties(), {
    doc: `Ports and ids for the proxy: ProxyIngressPort, ProxyEgressPort, AppPorts, IgnoredUID, EgressIgnoredIPs and others.`,
  }),
});
