/** From a cluster description to single instances. */
import type { SingleInstance } from './fleet';
import type { ClusterPlan, InstancePlan } from './types';

/**
 * Every instance with an id of its own: as given, with `-1`, `-2` … where an entry stands for several, `i-1`, `i-2` …
 * where there is none. Ids given twice get a number as well.
 */
export function expandInstances(instances: readonly InstancePlan[]): SingleInstance[] {
  const all: SingleInstance[] = [];
  const taken = new Set<string>();
  let unnamed = 0;
  for (const plan of instances) {
    const count = plan.count ?? 1;
    for (let k = 1; k <= count; k++) {
      let id = plan.id === undefined ? `i-${++unnamed}` : count > 1 ? `${plan.id}-${k}` : plan.id;
      while (taken.has(id)) id = plan.id === undefined ? `i-${++unnamed}` : `${id}-${k + 1}`;
      taken.add(id);
      all.push({ ...plan, id });
    }
  }
  return all;
}

/** Free addresses by zone in those subnets of the cluster that the service uses; zones without a figure are left out. */
export function addressesByZone(cluster: ClusterPlan, subnets: readonly string[] | undefined): Map<string, number> {
  const addresses = new Map<string, number>();
  for (const { id, zone, freeAddresses } of cluster.subnets ?? []) {
    if (subnets && !subnets.includes(id)) continue;
    addresses.set(zone, (addresses.get(zone) ?? 0) + (freeAddresses ?? Number.POSITIVE_INFINITY));
  }
  return addresses;
}

/** Zones of the service's subnets, as far as the description knows them; undefined when it knows not all. */
export function zonesOfSubnets(cluster: ClusterPlan, subnets: readonly string[] | undefined): string[] | undefined {
  if (!subnets?.length) return undefined;
  const zones = subnets.map((id) => cluster.subnets?.find((subnet) => subnet.id === id)?.zone);
  return zones.includes(undefined) ? undefined : [...new Set(zones as string[])];
}
