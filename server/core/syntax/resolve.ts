/** Reading a tree: aliases followed, merge keys opened, plain values taken out. */
import { DEEPEST, isMergeKey } from './build';
import type { AliasNode, Entry, MapNode, Node, Plain } from './node';

/** Longest chain of aliases that is followed. */
const LONGEST_CHAIN = 32;

/** The node itself, or what an alias stands for; undefined for an undefined, cyclic or endless alias. */
export function resolveAlias(node: Node | undefined): Exclude<Node, AliasNode> | undefined {
  let at = node;
  for (let i = 0; at?.kind === 'alias'; i++) {
    if (i >= LONGEST_CHAIN) return undefined;
    at = at.target;
  }
  return at;
}

const merged = new WeakMap<MapNode, readonly Entry[]>();

/**
 * The members that a reader of the file sees: of repeated names the last one, then those that merge keys bring and no
 * own member hides (these carry `via`, the alias through which they came). Members under a template key are left out.
 * When a directive may choose between repeated members, all of them are given.
 */
export function members(map: MapNode): readonly Entry[] {
  return membersOf(map, 0);
}

/** What is found out about a map is kept: maps that merge each other twice over would take for ever otherwise. */
function membersOf(map: MapNode, depth: number): readonly Entry[] {
  if (!map.irregular) return map.entries;
  let entries = merged.get(map);
  if (!entries) {
    entries = collectMembers(map, depth);
    merged.set(map, entries);
  }
  return entries;
}

function collectMembers(map: MapNode, depth: number): Entry[] {
  const own: Entry[] = [];
  const lastOf = new Map<string, Entry>();
  const merges: Entry[] = [];
  for (const entry of map.entries) {
    if (isMergeKey(entry)) merges.push(entry);
    else if (!entry.dynamic) {
      own.push(entry);
      lastOf.set(entry.name, entry);
    }
  }
  const entries = map.open ? own : own.filter((entry) => lastOf.get(entry.name) === entry);
  const names = new Set(lastOf.keys());
  for (const merge of merges) {
    // `<<: [*a, *b]`: the earlier one wins (YAML merge key type).
    for (const source of mergeSources(merge)) addMerged(source, map, names, entries, depth);
  }
  return entries;
}

function mergeSources(merge: Entry): readonly Node[] {
  if (!merge.value) return [];
  const value = merge.value.kind === 'alias' ? (resolveAlias(merge.value) ?? merge.value) : merge.value;
  return value.kind === 'seq' ? value.items : [merge.value];
}

/** A map is open when something that it merges is open or cannot be resolved. Call in order of the text. */
export function openMerging(map: MapNode): void {
  for (const merge of map.entries) {
    if (!isMergeKey(merge)) continue;
    for (const source of mergeSources(merge)) {
      const target = resolveAlias(source);
      if (!target || target.kind === 'unknown' || (target.kind === 'map' && target.open)) map.open = true;
    }
  }
}

function addMerged(source: Node, map: MapNode, names: Set<string>, entries: Entry[], depth: number): void {
  const target = resolveAlias(source);
  if (target?.kind !== 'map' || depth >= DEEPEST) return;
  const via = source.kind === 'alias' ? source : undefined;
  const brought = membersOf(target, depth + 1);
  for (const entry of brought) {
    if (names.has(entry.name)) continue;
    names.add(entry.name);
    const use = via ?? entry.via;
    entries.push(use ? { ...entry, parent: map, via: use } : entry);
  }
}

/** Most nodes that toPlain writes out: aliases of aliases can stand for more than any memory holds. */
const BUDGET = 200_000;

/**
 * The plain value of a node. Unknown values, missing ones and everything past the budget become undefined in maps (so
 * the member is left out) and null in lists; numbers that JSON cannot hold stay numbers.
 */
export function toPlain(node: Node | undefined): Plain | undefined {
  return writePlain(node, { left: BUDGET, depth: 0 });
}

function writePlain(node: Node | undefined, budget: { left: number; depth: number }): Plain | undefined {
  const target = resolveAlias(node);
  if (!target || target.kind === 'unknown' || budget.left-- <= 0 || budget.depth > 1000) return undefined;
  if (target.kind === 'scalar') return target.value;
  budget.depth++;
  let plain: Plain;
  if (target.kind === 'seq') plain = target.items.map((item) => writePlain(item, budget) ?? null);
  else {
    const pairs: [string, Plain][] = [];
    for (const entry of members(target)) {
      const value = writePlain(entry.value, budget);
      if (value !== undefined) pairs.push([entry.name, value]);
    }
    plain = Object.fromEntries(pairs);
  }
  budget.depth--;
  return plain;
}
