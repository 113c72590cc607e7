/**
 * The state of placement for one service: the fleet, its rules, and pickers that every change keeps up to date.
 * All changes of the fleet go through here.
 */
import { createRandom, type Random } from '../random';
import { fits } from './fit';
import { addInstance, changeRoom, type Fleet, type SingleInstance } from './fleet';
import { type Grouping, instanceKey, joinGroup, readLevels } from './levels';
import { createPicker, type Picker, type Ranking } from './picker';
import { type CompiledRules, compileRules, meetInstance, refreshFacts } from './rules';
import type { PlacementRules, TaskNeeds } from './types';

export interface Room {
  readonly fleet: Fleet;
  readonly rules: CompiledRules;
  readonly ranking: Ranking;
  readonly groupings: readonly Grouping[];
  readonly pickers: Map<TaskNeeds, Map<string | undefined, Picker>>;
  readonly random: Random;
  readonly addresses: ReadonlyMap<string, number>;
}

export function createRoom(
  fleet: Fleet,
  source: PlacementRules,
  addresses: ReadonlyMap<string, number> = new Map(),
): Room {
  const groupings: Grouping[] = [];
  const levels = readLevels(source.strategy, groupings, source.choice);
  const rules = compileRules(source);
  const room: Room = {
    fleet,
    rules,
    ranking: {
      levels,
      groupKey: (grouping, group) => grouping.own[group] as number,
      aloneKey: (level, i) => instanceKey(fleet, level, i),
    },
    groupings,
    pickers: new Map(),
    random: createRandom(source.seed),
    addresses,
  };
  for (let i = 0; i < fleet.ids.length; i++) welcome(room, i);
  return room;
}

function welcome(room: Room, i: number): void {
  for (const grouping of room.groupings) joinGroup(grouping, room.fleet, i, room.rules.source.choice);
  meetInstance(room.rules, room.fleet, i);
}

/** The best instance for one more task, -1 when it fits nowhere. Needs are known by identity. */
export function pickInstance(room: Room, needs: TaskNeeds, provider?: string, zone?: number): number {
  return pickerFor(room, needs, provider).pick(zone);
}

function pickerFor(room: Room, needs: TaskNeeds, provider: string | undefined): Picker {
  let byProvider = room.pickers.get(needs);
  if (!byProvider) {
    byProvider = new Map();
    room.pickers.set(needs, byProvider);
  }
  let picker = byProvider.get(provider);
  if (!picker) {
    const { fleet, rules } = room;
    const admits = (i: number) =>
      (provider === undefined || fleet.providers[i] === provider) && fits(fleet, rules, needs, i);
    picker = createPicker(fleet, room.ranking, admits, room.random);
    byProvider.set(provider, picker);
  }
  return picker;
}

/** Puts a task of the service on an instance (+1) or takes it away (-1). */
export function settleTask(room: Room, i: number, needs: TaskNeeds, by: 1 | -1): void {
  const { fleet } = room;
  const zone = fleet.zones[i] as number;
  const hadAddress = (fleet.addresses[zone] as number) > 0;
  changeRoom(fleet, i, needs, -by);
  countOwn(room, i, by);
  if (hadAddress !== (fleet.addresses[zone] as number) > 0) touchZone(room, zone);
  else touchInstance(room, i);
}

/** Counts a task of the service without taking any room for it. */
export function countOwn(room: Room, i: number, by: number): void {
  const { fleet } = room;
  fleet.own[i] = (fleet.own[i] as number) + by;
  for (const { own, of } of room.groupings) own[of[i] as number] = (own[of[i] as number] as number) + by;
  refreshFacts(room.rules, fleet, i);
}

/** A task of the service was told to stop (+1), or a stopping one is gone (-1). */
export function countLeaving(room: Room, i: number, by: 1 | -1): void {
  const { fleet } = room;
  fleet.leaving[i] = (fleet.leaving[i] as number) + by;
  for (const { leaving, of } of room.groupings) leaving[of[i] as number] = (leaving[of[i] as number] as number) + by;
}

export function setState(room: Room, i: number, state: number): void {
  room.fleet.state[i] = state;
  touchInstance(room, i);
}

export function joinFleet(room: Room, instance: SingleInstance): number {
  const i = addInstance(room.fleet, instance, room.addresses);
  welcome(room, i);
  touchInstance(room, i);
  return i;
}

export function touchInstance(room: Room, i: number): void {
  for (const byProvider of room.pickers.values()) for (const picker of byProvider.values()) picker.touch(i);
}

/** The subnets of a zone ran out of addresses, or have one again: that concerns all of its instances. */
function touchZone(room: Room, zone: number): void {
  for (let i = 0; i < room.fleet.ids.length; i++) if (room.fleet.zones[i] === zone) touchInstance(room, i);
}
