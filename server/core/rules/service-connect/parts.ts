import type { Service } from '../../../../schemas';
import type { Fact } from '../../model/fact';

export type Connect = NonNullable<Service['serviceConnectConfiguration']>;
export type ConnectService = NonNullable<Connect['services']>[number];

/** What the service offers through Service Connect; nothing while it is switched off. */
export function connectServices(service: Fact<Service>): Fact<ConnectService>[] {
  const connect = service.get('serviceConnectConfiguration');
  return connect.get('enabled').is(false) ? [] : connect.get('services').items;
}

/**
 * The name under which Cloud Map keeps an entry: discoveryName, else portName; undefined while it is not known.
 * Source: CreateService, serviceConnectConfiguration.services.discoveryName.
 */
export function discoveryNameOf(entry: Fact<ConnectService>): Fact<string> | undefined {
  const name = entry.get('discoveryName').absent ? entry.get('portName') : entry.get('discoveryName');
  return name.known ? (name as Fact<string>) : undefined;
}

/**
 * What tells whether two services share a namespace: the namespace by ARN, or the cluster with the namespace by name
 * (or its default). Undefined while the files do not decide it.
 */
export function namespaceKey(service: Fact<Service>): string | undefined {
  const connect = service.get('serviceConnectConfiguration');
  if (!connect.get('enabled').is(true)) return undefined;
  const namespace = connect.get('namespace');
  if (namespace.value?.startsWith('arn:')) return namespace.value;
  const cluster = service.get('cluster').value;
  if (namespace.unknown || cluster === undefined) return undefined;
  return `${cluster.slice(cluster.lastIndexOf('/') + 1)} ${namespace.value ?? ''}`;
}

/** The other services in view that certainly share the namespace of this one. */
export function neighbours<W extends { service: Fact<Service> }>(service: Fact<Service>, workspace: readonly W[]): W[] {
  const key = namespaceKey(service);
  const name = service.get('serviceName').value;
  if (key === undefined || name === undefined) return [];
  return workspace.filter((other) => {
    const theirs = other.service.get('serviceName').value;
    return theirs !== undefined && theirs !== name && namespaceKey(other.service) === key;
  });
}
