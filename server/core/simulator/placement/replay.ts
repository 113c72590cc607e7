/** Placement, shares and targets in the form of the reference traces: what a trace gives in, what it expects out. */
import { balanced } from './balanced';
import { createFleet } from './fleet';
import { split } from './providers';
import { countOwn, createRoom, pickInstance, settleTask } from './room';
import { reservation } from './scaling';
import type { PlacementStrategy, ProviderShare, TaskNeeds } from './types';

/** One function for each kind of trace that this folder answers. */
export const placementReplays = {
  place: (input: PlaceInput) => place(input),
  split: (input: { n: number; strategy: ProviderShare[] }) => ({ counts: split(input.n, input.strategy) }),
  balanced: (input: { desired: number; azs: number }) => ({ counts: balanced(input.desired, input.azs) }),
  reservation: (input: { M: number; N: number }) => ({ value: reservation(input.M, input.N) }),
};

export interface PlaceInput {
  count: number;
  task: { cpu: number; mem: number; eni?: boolean };
  /** `n`: tasks of the service already there; what is free is given without them. */
  instances: readonly { id: string; az: string; cpu: number; mem: number; eni?: number; n?: number }[];
  strategy?: readonly PlacementStrategy[];
  distinct?: boolean;
  /** The task takes a static host port. */
  port?: boolean;
}

export interface PlaceResult {
  /** Instance ids in order of placement. */
  seq: string[];
  /** Totals afterwards, the earlier tasks included. */
  perAz: Record<string, number>;
  perInstance: Record<string, number>;
  failed: number;
}

/** Amounts in millionths, so that three times 0.1 fits in 0.3. */
const exact = (amount: number) => Math.round(amount * 1_000_000);

export function place(input: PlaceInput): PlaceResult {
  const { task } = input;
  const port = 'static/tcp';
  const needs: TaskNeeds = {
    cpu: exact(task.cpu),
    memory: exact(task.mem),
    interfaces: task.eni ? 1 : 0,
    hostPorts: input.port ? [port] : undefined,
  };
  const fleet = createFleet(
    input.instances.map(({ id, az, cpu, mem, eni }) => ({
      id,
      zone: az,
      cpu: exact(cpu),
      memory: exact(mem),
      interfaces: task.eni ? (eni ?? 0) : undefined,
    })),
    new Map(),
  );
  const room = createRoom(fleet, {
    group: 'service:replay',
    constraints: input.distinct ? [{ type: 'distinctInstance' }] : [],
    strategy: input.strategy ?? [],
    seed: 1,
  });
  for (const { id, n = 0 } of input.instances) {
    const i = fleet.ids.indexOf(id);
    countOwn(room, i, n);
    // Earlier tasks of the service hold its static port as well.
    if (input.port && n > 0) fleet.ports[i]?.set(port, n);
  }
  const seq: string[] = [];
  for (let k = 0; k < input.count; k++) {
    const i = pickInstance(room, needs);
    if (i < 0) break;
    settleTask(room, i, needs, 1);
    seq.push(fleet.ids[i] as string);
  }
  return {
    seq,
    ...totals(
      fleet.ids,
      fleet.zones.map((zone) => fleet.zoneNames[zone] as string),
      fleet.own,
    ),
    failed: input.count - seq.length,
  };
}

function totals(
  ids: readonly string[],
  zones: readonly string[],
  own: readonly number[],
): Pick<PlaceResult, 'perAz' | 'perInstance'> {
  const perAz: Record<string, number> = {};
  const perInstance: Record<string, number> = {};
  for (const [i, id] of ids.entries()) {
    perInstance[id] = own[i] as number;
    perAz[zones[i] as string] = (perAz[zones[i] as string] ?? 0) + (own[i] as number);
  }
  return { perAz, perInstance };
}
