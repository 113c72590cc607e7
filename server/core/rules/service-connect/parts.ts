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

/**
 * What a service claims in its namespace (names, aliases) as words that only services of that namespace share, each with
 * the facts that say it. None while the namespace or the service's own name is not known.
 */
export function claimsIn(
  service: Fact<Service>,
  kind: string,
  claimed: (service: Fact<Service>) => readonly (readonly [string, Fact<string>])[],
): ReadonlyMap<string, Fact<string>[]> {
  const claims = new Map<string, Fact<string>[]>();
  const key = namespaceKey(service);
  if (key === undefined || service.get('serviceName').value === undefined) return claims;
  for (const [claim, fact] of claimed(service)) {
    const word = `${kind} ${claim} in ${key}`;
    const same = claims.get(word);
    if (same) same.push(fact);
    else claims.set(word, [fact]);
  }
  return claims;
}
