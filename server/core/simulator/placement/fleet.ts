/**
 * The instances of a cluster and what is free on each. Plain arrays by instance; an instance's index is its rank by
 * id, so that "lowest id" is "lowest index". Instances that managed scaling adds come last.
 */
import type { InstancePlan, ResidentTasks, TaskNeeds } from './types';

export const OPEN = 0;
export const DRAINING = 1;
export const DISCONNECTED = 2;
export const LOST = 3;

export interface Fleet {
  readonly ids: string[];
  readonly zoneNames: string[];
  /** By instance: index of its zone. */
  readonly zones: number[];
  readonly providers: (string | undefined)[];
  readonly attributes: Readonly<Record<string, string>>[];
  readonly plans: InstancePlan[];
  readonly state: number[];
  /** What is free now. Interfaces are Infinity where there is no limit. */
  readonly cpu: number[];
  readonly memory: number[];
  readonly gpus: number[];
  readonly interfaces: number[];
  /** Fixed host ports in use, `8080/tcp`, with the number of tasks on each. */
  readonly ports: Map<string, number>[];
  /** Tasks of the service that are not STOPPED, and those of them that were told to stop. */
  readonly own: number[];
  readonly leaving: number[];
  /** Tasks of others, and their groups. */
  readonly others: number[];
  readonly otherGroups: string[][];
  /** By zone: free addresses in the service's subnets; Infinity = enough. */
  readonly addresses: number[];
}

/** One instance, its count resolved. */
export type SingleInstance = InstancePlan & { id: string };

export function createFleet(instances: readonly SingleInstance[], addresses: ReadonlyMap<string, number>): Fleet {
  const fleet: Fleet = {
    ids: [],
    zoneNames: [],
    zones: [],
    providers: [],
    attributes: [],
    plans: [],
    state: [],
    cpu: [],
    memory: [],
    gpus: [],
    interfaces: [],
    ports: [],
    own: [],
    leaving: [],
    others: [],
    otherGroups: [],
    addresses: [],
  };
  for (const instance of [...instances].sort((a, b) => compareIds(a.id, b.id))) addInstance(fleet, instance, addresses);
  return fleet;
}

/** Adds one instance at the end; returns its index. */
export function addInstance(fleet: Fleet, plan: SingleInstance, addresses: ReadonlyMap<string, number>): number {
  fleet.ids.push(plan.id);
  fleet.zones.push(zoneIndex(fleet, plan.zone, addresses));
  fleet.providers.push(plan.capacityProvider);
  fleet.attributes.push(attributesOf(plan));
  fleet.plans.push(plan);
  fleet.state.push(plan.status === 'DRAINING' ? DRAINING : plan.agentConnected === false ? DISCONNECTED : OPEN);
  fleet.cpu.push(plan.cpu);
  fleet.memory.push(plan.memory);
  fleet.gpus.push(plan.gpus ?? 0);
  fleet.interfaces.push(plan.interfaces ?? Number.POSITIVE_INFINITY);
  fleet.ports.push(new Map());
  fleet.own.push(0);
  fleet.leaving.push(0);
  fleet.others.push(0);
  fleet.otherGroups.push([]);
  const index = fleet.ids.length - 1;
  for (const tasks of plan.tasks ?? []) settleOthers(fleet, index, tasks);
  return index;
}

function zoneIndex(fleet: Fleet, zone: string, addresses: ReadonlyMap<string, number>): number {
  const known = fleet.zoneNames.indexOf(zone);
  if (known >= 0) return known;
  fleet.addresses.push(addresses.get(zone) ?? Number.POSITIVE_INFINITY);
  return fleet.zoneNames.push(zone) - 1;
}

/** ECS fills the built-in attributes in by itself; what the description states wins. */
function attributesOf(plan: SingleInstance): Record<string, string> {
  return {
    'ecs.availability-zone': plan.zone,
    ...(plan.type ? { 'ecs.instance-type': plan.type } : {}),
    ...(plan.subnet ? { 'ecs.subnet-id': plan.subnet } : {}),
    ...plan.attributes,
  };
}

/** Host ports of others are described without their protocol; TCP is assumed. */
function settleOthers(fleet: Fleet, i: number, tasks: ResidentTasks): void {
  const { count = 1 } = tasks;
  fleet.others[i] = (fleet.others[i] as number) + count;
  fleet.otherGroups[i]?.push(tasks.group);
  changeRoom(
    fleet,
    i,
    { cpu: 0, memory: 0, ...tasks, hostPorts: tasks.hostPorts?.map((port) => `${port}/tcp`) },
    -count,
  );
}

/** Takes (sign -1) or gives back (sign +1) what tasks need. */
export function changeRoom(fleet: Fleet, i: number, needs: TaskNeeds, by: number): void {
  fleet.cpu[i] = (fleet.cpu[i] as number) + by * needs.cpu;
  fleet.memory[i] = (fleet.memory[i] as number) + by * needs.memory;
  if (needs.gpus) fleet.gpus[i] = (fleet.gpus[i] as number) + by * needs.gpus;
  if (needs.interfaces) {
    const zone = fleet.zones[i] as number;
    fleet.interfaces[i] = (fleet.interfaces[i] as number) + by * needs.interfaces;
    fleet.addresses[zone] = (fleet.addresses[zone] as number) + by * needs.interfaces;
  }
  const ports = fleet.ports[i] as Map<string, number>;
  for (const port of needs.hostPorts ?? []) ports.set(port, (ports.get(port) ?? 0) - by);
}

/** Ids in the order of people: `i-2` before `i-10`. */
export function compareIds(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let k = 0; k < Math.min(left.length, right.length); k++) {
    const x = left[k] as string;
    const y = right[k] as string;
    if (x === y) continue;
    const numbers = /^\d/.test(x) && /^\d/.test(y);
    if (numbers && Number(x) !== Number(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return left.length - right.length;
}
