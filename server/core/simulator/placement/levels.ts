/**
 * Placement strategies as levels of a comparison: each narrows the candidates to those with the least of something,
 * so the choice is the lexicographic least (simulator.md §3.4; the order of the list is an inference, S076).
 */
import type { Fleet } from './fleet';
import type { PlacementStrategy } from './types';

/** Instances that share a value of an attribute, and how many tasks of the service they hold together. */
export interface Grouping {
  readonly attribute: string;
  readonly values: string[];
  /** By instance: index of its value. */
  readonly of: number[];
  /** By value: tasks of the service that are not STOPPED, and those told to stop. */
  readonly own: number[];
  readonly leaving: number[];
}

export type Level =
  | { kind: 'group'; grouping: Grouping }
  | { kind: 'instance' }
  | { kind: 'cpu' }
  | { kind: 'memory' }
  | { kind: 'random' };

const ZONE = 'attribute:ecs.availability-zone';

/** Without a strategy: by zone, then by instance (API-2019 L30-L36). */
const DEFAULT: readonly PlacementStrategy[] = [
  { type: 'spread', field: ZONE },
  { type: 'spread', field: 'instanceId' },
];

/** What the documents leave open about the choice of an instance; options of the simulator. */
export interface ChoiceRules {
  placementTie: 'lowest-id' | 'random';
  missingAttribute: 'one-group' | 'each-alone';
}

export const CHOICE_RULES: ChoiceRules = { placementTie: 'lowest-id', missingAttribute: 'one-group' };

export function readLevels(
  strategy: readonly PlacementStrategy[],
  groupings: Grouping[],
  { placementTie }: ChoiceRules = CHOICE_RULES,
): Level[] {
  const levels = (strategy.length > 0 ? strategy : DEFAULT).map((item) => readLevel(item, groupings));
  return placementTie === 'random' ? [...levels, { kind: 'random' }] : levels;
}

function readLevel({ type, field = '' }: PlacementStrategy, groupings: Grouping[]): Level {
  if (type === 'random') return { kind: 'random' };
  if (type === 'binpack') return { kind: field.toLowerCase() === 'cpu' ? 'cpu' : 'memory' };
  if (field === 'instanceId' || field === 'host' || field === '') return { kind: 'instance' };
  const attribute = field.replace(/^attribute:/, '');
  let grouping = groupings.find((known) => known.attribute === attribute);
  if (!grouping) {
    grouping = { attribute, values: [], of: [], own: [], leaving: [] };
    groupings.push(grouping);
  }
  return { kind: 'group', grouping };
}

/** Instances that lack the attribute form a group of their own, or each one (option missingAttribute). */
export function joinGroup(grouping: Grouping, fleet: Fleet, i: number, rules: ChoiceRules = CHOICE_RULES): void {
  const missing = rules.missingAttribute === 'one-group' ? '' : `\n${fleet.ids[i]}`;
  const value = fleet.attributes[i]?.[grouping.attribute] ?? missing;
  let group = grouping.values.indexOf(value);
  if (group < 0) {
    group = grouping.values.push(value) - 1;
    grouping.own.push(0);
    grouping.leaving.push(0);
  }
  grouping.of[i] = group;
}

/** The key of an instance at a level that speaks of the instance alone. */
export function instanceKey(fleet: Fleet, level: Level, i: number): number {
  if (level.kind === 'cpu') return fleet.cpu[i] as number;
  if (level.kind === 'memory') return fleet.memory[i] as number;
  return level.kind === 'instance' ? (fleet.own[i] as number) : 0;
}
