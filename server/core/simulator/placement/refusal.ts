/** Why a task was placed nowhere: a table of reasons, and the sentence part that ECS's event carries. */
import { type LackDetail, lacksOf } from './fit';
import type { Room } from './room';
import type { Lack, TaskNeeds } from './types';

export interface ReasonRow {
  instance: string;
  zone: string;
  lacks: LackDetail[];
}

/** One row an instance, in order of id; an empty list of lacks means that the task fits there. */
export function reasonsTable(room: Room, needs: TaskNeeds, provider?: string): ReasonRow[] {
  const { fleet, rules } = room;
  return fleet.ids.map((instance, i) => {
    const lacks = lacksOf(fleet, rules, needs, i);
    const other = provider !== undefined && fleet.providers[i] !== provider;
    if (other) lacks.unshift({ lack: 'PROVIDER', detail: `the instance is not of the capacity provider ${provider}` });
    return { instance, zone: fleet.zoneNames[fleet.zones[i] as number] as string, lacks };
  });
}

/** The words of ECS for a lack: the reason in EventBridge and RunTask failures, and what is said of the closest instance. */
const WORDS: Readonly<Record<Lack, { reason: string; says: string }>> = {
  CPU: { reason: 'RESOURCE:CPU', says: 'has too few CPU units free' },
  MEMORY: { reason: 'RESOURCE:MEMORY', says: 'has too little memory free' },
  GPU: { reason: 'RESOURCE:GPU', says: 'has too few GPUs free' },
  PORT: { reason: 'RESOURCE:PORTS', says: 'already uses a host port that the task needs' },
  ENI: { reason: 'RESOURCE:ENI', says: 'has no network interface left' },
  ADDRESS: { reason: 'RESOURCE:ENI', says: 'has no free address left in the subnets of its zone' },
  ATTRIBUTE: { reason: 'ATTRIBUTE', says: 'lacks an attribute that the task needs' },
  CONSTRAINT: { reason: 'CONSTRAINT', says: 'breaks a placement constraint' },
  ZONE: { reason: 'RESOURCE:ENI', says: 'is in a zone where the service has no subnet' },
  PROVIDER: { reason: 'NO_INSTANCE', says: 'belongs to another capacity provider' },
  AGENT: { reason: 'AGENT', says: 'has an agent that is not connected' },
  DRAINING: { reason: 'NO_INSTANCE', says: 'is DRAINING' },
  LOST: { reason: 'NO_INSTANCE', says: 'is gone' },
};

/** How near an instance is to taking the task: those out of the question altogether come last. */
const HOPELESS: ReadonlySet<Lack> = new Set(['LOST', 'PROVIDER', 'DRAINING', 'AGENT', 'ZONE']);

export interface Shortage {
  reason: string;
  detail: string;
  closestInstance?: string;
}

/** The closest instance is the one with the fewest lacks, the lowest id among equals (inference; ECS does not say how it chooses). */
export function explainShortage(room: Room, needs: TaskNeeds, provider?: string): Shortage {
  const rows = reasonsTable(room, needs, provider).filter((row) => row.lacks[0]?.lack !== 'PROVIDER');
  const hopeful = rows.filter((row) => !row.lacks.some((item) => HOPELESS.has(item.lack)));
  const among = hopeful.length > 0 ? hopeful : rows.filter((row) => !row.lacks.some((item) => item.lack === 'LOST'));
  let closest = among[0];
  for (const row of among) if (row.lacks.length < (closest?.lacks.length ?? 0)) closest = row;
  const first = closest?.lacks[0];
  if (!closest || !first) return { reason: 'NO_INSTANCE', detail: noInstance(room, provider) };
  return {
    reason: WORDS[first.lack].reason,
    detail: `${closest.instance} ${WORDS[first.lack].says} (${first.detail})`,
    closestInstance: closest.instance,
  };
}

function noInstance(room: Room, provider: string | undefined): string {
  const where = provider === undefined ? 'the cluster' : `the capacity provider ${provider}`;
  return room.fleet.ids.length === 0
    ? `${where} has no container instances`
    : `${where} has no container instance left`;
}

/** How many instances lack what, most frequent first: the summary of a table. */
export function countLacks(rows: readonly ReasonRow[]): { lack: Lack; instances: number }[] {
  const counts = new Map<Lack, number>();
  for (const row of rows) {
    for (const lack of new Set(row.lacks.map((item) => item.lack))) counts.set(lack, (counts.get(lack) ?? 0) + 1);
  }
  return [...counts].map(([lack, instances]) => ({ lack, instances })).sort((a, b) => b.instances - a.instances);
}
