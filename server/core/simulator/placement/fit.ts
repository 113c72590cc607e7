/** Does a task fit on an instance, and if not, why not. */
import { DISCONNECTED, DRAINING, type Fleet, LOST, OPEN } from './fleet';
import { brokenConstraints, type CompiledRules, constraintsHold } from './rules';
import type { Lack, TaskNeeds } from './types';

/** The quick answer. */
export function fits(fleet: Fleet, rules: CompiledRules, needs: TaskNeeds, i: number): boolean {
  return (
    fleet.state[i] === OPEN &&
    (fleet.cpu[i] as number) >= needs.cpu &&
    (fleet.memory[i] as number) >= needs.memory &&
    (!needs.gpus || (fleet.gpus[i] as number) >= needs.gpus) &&
    (!needs.interfaces || interfacesFit(fleet, rules, needs.interfaces, i)) &&
    (!needs.hostPorts || portsFree(fleet, needs.hostPorts, i)) &&
    (!needs.attributes || needs.attributes.every((name) => fleet.attributes[i]?.[name] !== undefined)) &&
    constraintsHold(rules, fleet, i)
  );
}

function interfacesFit(fleet: Fleet, rules: CompiledRules, interfaces: number, i: number): boolean {
  const zone = fleet.zones[i] as number;
  return (
    (fleet.interfaces[i] as number) >= interfaces &&
    (fleet.addresses[zone] as number) >= interfaces &&
    (!rules.zones || rules.zones.has(fleet.zoneNames[zone] as string))
  );
}

function portsFree(fleet: Fleet, ports: readonly string[], i: number): boolean {
  const used = fleet.ports[i] as Map<string, number>;
  return ports.every((port) => !used.get(port));
}

export interface LackDetail {
  lack: Lack;
  /** What the instance has beside what the task needs. */
  detail: string;
}

/** Everything that speaks against an instance; empty when the task fits. */
export function lacksOf(fleet: Fleet, rules: CompiledRules, needs: TaskNeeds, i: number): LackDetail[] {
  const found: LackDetail[] = [];
  const add = (lack: Lack, detail: string) => found.push({ lack, detail });
  const short = (lack: Lack, what: string, free: number | undefined, need: number | undefined) => {
    if (need && (free as number) < need) add(lack, `${what}: ${free} free, ${need} needed`);
  };
  if (fleet.state[i] === LOST) add('LOST', 'the instance is gone');
  if (fleet.state[i] === DRAINING) add('DRAINING', 'the instance is DRAINING and takes no new tasks');
  if (fleet.state[i] === DISCONNECTED) add('AGENT', 'the container agent is not connected');
  short('CPU', 'CPU units', fleet.cpu[i], needs.cpu);
  short('MEMORY', 'MiB of memory', fleet.memory[i], needs.memory);
  short('GPU', 'GPUs', fleet.gpus[i], needs.gpus);
  short('ENI', 'network interfaces', fleet.interfaces[i], needs.interfaces);
  addZoneLacks(fleet, rules, needs, i, add);
  for (const port of needs.hostPorts ?? []) {
    if (fleet.ports[i]?.get(port)) add('PORT', `host port ${port} is taken`);
  }
  for (const name of needs.attributes ?? []) {
    if (fleet.attributes[i]?.[name] === undefined) add('ATTRIBUTE', `the attribute ${name} is not set`);
  }
  for (const broken of brokenConstraints(rules, fleet, i)) add('CONSTRAINT', broken);
  return found;
}

function addZoneLacks(
  fleet: Fleet,
  rules: CompiledRules,
  needs: TaskNeeds,
  i: number,
  add: (lack: Lack, detail: string) => void,
): void {
  if (!needs.interfaces) return;
  const zone = fleet.zones[i] as number;
  const name = fleet.zoneNames[zone] as string;
  const free = fleet.addresses[zone] as number;
  if (free < needs.interfaces)
    add('ADDRESS', `addresses in the subnets of ${name}: ${free} free, ${needs.interfaces} needed`);
  if (rules.zones && !rules.zones.has(name)) add('ZONE', `the service has no subnet in ${name}`);
}
