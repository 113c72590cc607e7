/**
 * Which tasks stop first (simulator.md §3.5): spread takes from the fullest group, binpack from the instance that is
 * emptiest already, no strategy from the fullest zone and there from the fullest instance. What the guide leaves to
 * chance within a zone goes to the lowest instance and the earliest task (assumption); random strategies draw.
 */
import { type Grouping, instanceKey } from './levels';
import { createPicker, type Ranking } from './picker';
import type { Room } from './room';

/**
 * @param instances by candidate, in order of launch: the instance its task is on
 * @returns indices of candidates, the first to stop first; at most `count`
 */
export function chooseStops(room: Room, instances: readonly number[], count: number): number[] {
  const waiting = candidatesByInstance(instances);
  const tally = startTally(room);
  const picker = createPicker(
    room.fleet,
    fullestFirst(room, tally),
    (i) => (waiting.get(i)?.length ?? 0) > 0,
    room.random,
  );
  const chosen: number[] = [];
  while (chosen.length < count) {
    const i = picker.pick();
    if (i < 0) break;
    chosen.push(waiting.get(i)?.pop() as number);
    takeOff(tally, i);
    picker.touch(i);
  }
  return chosen;
}

/** The earliest candidate of an instance stands last, where it is cheap to take. */
function candidatesByInstance(instances: readonly number[]): Map<number, number[]> {
  const byInstance = new Map<number, number[]>();
  for (let candidate = instances.length - 1; candidate >= 0; candidate--) {
    const i = instances[candidate] as number;
    const list = byInstance.get(i);
    if (list) list.push(candidate);
    else byInstance.set(i, [candidate]);
  }
  return byInstance;
}

/** Tasks of the service still to be counted on: by instance, and by group of each grouping. */
interface Tally {
  readonly instances: number[];
  readonly groups: ReadonlyMap<Grouping, number[]>;
}

function startTally({ fleet, groupings }: Room): Tally {
  const less = (own: readonly number[], leaving: readonly number[]) => own.map((n, k) => n - (leaving[k] as number));
  return {
    instances: less(fleet.own, fleet.leaving),
    groups: new Map(groupings.map((grouping) => [grouping, less(grouping.own, grouping.leaving)])),
  };
}

function takeOff(tally: Tally, i: number): void {
  tally.instances[i] = (tally.instances[i] as number) - 1;
  for (const [grouping, counts] of tally.groups) {
    const group = grouping.of[i] as number;
    counts[group] = (counts[group] as number) - 1;
  }
}

/** The levels of placement turned round: most tasks, or most room, goes first. */
function fullestFirst({ fleet, ranking }: Room, tally: Tally): Ranking {
  return {
    levels: ranking.levels,
    groupKey: (grouping, group) => -(tally.groups.get(grouping)?.[group] as number),
    aloneKey: (level, i) =>
      -(level.kind === 'instance' ? (tally.instances[i] as number) : instanceKey(fleet, level, i)),
  };
}
