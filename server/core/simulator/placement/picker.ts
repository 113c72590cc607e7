/**
 * Picks the best instance by a ranking. Where its levels first compare groups (zones) and then instances, each group
 * keeps a heap and a pick looks at one instance per group; any other order of levels looks at every candidate.
 */
import type { Random } from '../random';
import type { Fleet } from './fleet';
import { createHeap, type IndexedHeap } from './heap';
import type { Grouping, Level } from './levels';

/** What is compared, level by level; the least goes first. */
export interface Ranking {
  readonly levels: readonly Level[];
  groupKey(grouping: Grouping, group: number): number;
  /** For levels that speak of the instance alone. */
  aloneKey(level: Level, i: number): number;
}

export interface Picker {
  /** The best instance, within one zone if asked so; -1 when none is admitted. */
  pick(zone?: number): number;
  /** Something on the instance changed, or it is new. */
  touch(i: number): void;
}

export function createPicker(fleet: Fleet, ranking: Ranking, admits: (i: number) => boolean, random: Random): Picker {
  const { levels } = ranking;
  const firstAlone = levels.findIndex((level) => level.kind !== 'group');
  const leading = firstAlone < 0 ? levels.length : firstAlone;
  const rest = levels.slice(leading);
  // After a random level nothing is left to compare.
  const draws = rest[0]?.kind === 'random';
  const simple = draws || rest.every((level) => level.kind !== 'group' && level.kind !== 'random');
  return simple
    ? createBuckets(fleet, ranking, leading, admits, draws ? random : undefined)
    : createScan(fleet, ranking, admits, random);
}

/** Remembers who admits a task, so that a pick only compares. */
function createScan(fleet: Fleet, ranking: Ranking, admits: (i: number) => boolean, random: Random): Picker {
  const open: boolean[] = [];
  const touch = (i: number) => {
    open[i] = admits(i);
  };
  for (let i = 0; i < fleet.ids.length; i++) touch(i);
  return {
    touch,
    pick: (zone) =>
      least(fleet, ranking, (i) => open[i] === true && (zone === undefined || fleet.zones[i] === zone), random),
  };
}

/** The first instance that no level puts behind another; drawn, where a level says random. */
function least(fleet: Fleet, ranking: Ranking, open: (i: number) => boolean, random: Random | undefined): number {
  const at = ranking.levels.findIndex((level) => level.kind === 'random');
  const compared = at < 0 ? ranking.levels : ranking.levels.slice(0, at);
  let best: number[] = [];
  for (let i = 0; i < fleet.ids.length; i++) {
    if (!open(i)) continue;
    const first = best[0];
    const difference = first === undefined ? -1 : compare(ranking, compared, i, first);
    if (difference < 0) best = [i];
    else if (difference === 0 && at >= 0) best.push(i);
  }
  return best[best.length > 1 && random ? random.below(best.length) : 0] ?? -1;
}

function compare(ranking: Ranking, levels: readonly Level[], a: number, b: number): number {
  for (const level of levels) {
    const difference = keyOf(ranking, level, a) - keyOf(ranking, level, b);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function keyOf(ranking: Ranking, level: Level, i: number): number {
  if (level.kind !== 'group') return ranking.aloneKey(level, i);
  return ranking.groupKey(level.grouping, level.grouping.of[i] as number);
}

interface Bucket {
  /** Index of its group at each leading level. */
  readonly groups: readonly number[];
  readonly heap: IndexedHeap;
}

function createBuckets(
  fleet: Fleet,
  ranking: Ranking,
  leading: number,
  admits: (i: number) => boolean,
  random: Random | undefined,
): Picker {
  const buckets: Bucket[] = [];
  const bucketOf: Bucket[] = [];
  const groupings = ranking.levels
    .slice(0, leading)
    .flatMap((level) => (level.kind === 'group' ? [level.grouping] : []));
  const rest = random ? [] : ranking.levels.slice(leading);

  function before(a: number, b: number): boolean {
    for (const level of rest) {
      const difference = ranking.aloneKey(level, a) - ranking.aloneKey(level, b);
      if (difference !== 0) return difference < 0;
    }
    return a < b;
  }
  function bucketFor(i: number): Bucket {
    const groups = groupings.map((grouping) => grouping.of[i] as number);
    let bucket = buckets.find((known) => known.groups.every((group, k) => group === groups[k]));
    if (!bucket) {
      bucket = { groups, heap: createHeap(before) };
      buckets.push(bucket);
    }
    return bucket;
  }
  function touch(i: number): void {
    const bucket = bucketOf[i] ?? bucketFor(i);
    bucketOf[i] = bucket;
    if (admits(i)) bucket.heap.put(i);
    else bucket.heap.remove(i);
  }
  /** The buckets that no group level puts behind another. */
  function foremost(): Bucket[] {
    let best: Bucket[] = [];
    for (const bucket of buckets) {
      if (bucket.heap.items.length === 0) continue;
      const first = best[0];
      const difference = first ? compareGroups(ranking, groupings, bucket, first) : -1;
      if (difference < 0) best = [bucket];
      else if (difference === 0) best.push(bucket);
    }
    return best;
  }
  function draw(from: readonly Bucket[], by: Random): number {
    const sizes = from.map((bucket) => bucket.heap.items.length);
    let at = by.below(sizes.reduce((sum, size) => sum + size, 0));
    for (const [k, size] of sizes.entries()) {
      if (at < size) return from[k]?.heap.items[at] as number;
      at -= size;
    }
    return -1;
  }
  for (let i = 0; i < fleet.ids.length; i++) touch(i);
  return {
    touch,
    pick(zone) {
      if (zone !== undefined) {
        return least(fleet, ranking, (i) => fleet.zones[i] === zone && bucketOf[i]?.heap.has(i) === true, random);
      }
      const best = foremost();
      if (best.length === 0) return -1;
      if (random) return draw(best, random);
      return best.map((bucket) => bucket.heap.top()).reduce((a, b) => (before(b, a) ? b : a));
    },
  };
}

function compareGroups(ranking: Ranking, groupings: readonly Grouping[], a: Bucket, b: Bucket): number {
  for (const [k, grouping] of groupings.entries()) {
    const difference =
      ranking.groupKey(grouping, a.groups[k] as number) - ranking.groupKey(grouping, b.groups[k] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
