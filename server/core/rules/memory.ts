import type { Definition } from '../engine';
import { canonicalName, type Fact } from '../model/fact';
import { BEYOND, bitOf, type Reads, SHAPE, TRAITS } from '../model/reads';
import { checkShape, type ShapeProblems } from '../model/shape-check';
import type { Rule } from './rule';

/**
 * What is known of a definition from a moment ago: which rules found nothing, and what each of them looked at. While
 * what a silent rule looked at stands as it stood, it stays silent and need not run. Rules that found something always
 * run again, so that places and fixes are those of the text as it is.
 */
export interface Memory {
  isStillSilent(rule: Rule): boolean;
  noteSilent(rule: Rule, reads: Reads): void;
  checkShape(): ShapeProblems;
}

interface Kept {
  /** Bits of what each silent rule looked at. */
  silent: Map<Rule, number>;
  /** Top-level members with departures from the schema. */
  dirty: ReadonlySet<string>;
}

const kept = new WeakMap<Definition, Kept>();
const NONE: ReadonlyMap<Rule, number> = new Map();

/** The memory for a definition, given the same definition in the last snapshot of its document. */
export function remember(now: Definition, before: Definition | undefined): Memory {
  const last = before && kept.get(before);
  const changed = last && before ? changedMembers(now, before) : undefined;
  const silent = changed && last && before?.companion()?.file === now.companion()?.file ? last.silent : NONE;
  let bits = changed && last && before ? changedBits(changed, now, before) : BEYOND;
  const own: Kept = { silent: new Map(), dirty: new Set() };
  kept.set(now, own);
  return {
    isStillSilent(rule) {
      const looked = silent.get(rule);
      if (looked === undefined || (looked & bits) !== 0) return false;
      own.silent.set(rule, looked);
      return true;
    },
    noteSilent(rule, reads) {
      if ((reads.bits & BEYOND) === 0) own.silent.set(rule, reads.bits);
    },
    checkShape() {
      const clean = changed && ((name: string) => !changed.has(name) && !last?.dirty.has(name));
      const problems = checkShape(now.root, clean);
      own.dirty = dirtyMembers(problems, now.root);
      if (own.dirty.size > 0 || last?.dirty.size !== 0) bits |= SHAPE;
      return problems;
    },
  };
}

function changedBits(changed: ReadonlySet<string>, now: Definition, before: Definition): number {
  let bits = BEYOND;
  for (const name of changed) bits |= bitOf(name);
  if (changed.size > 0 && !sameTraits(now, before)) bits |= TRAITS;
  return bits;
}

/** Top-level members whose text is not what it was; undefined when the two cannot be compared by text. */
function changedMembers(now: Definition, before: Definition): ReadonlySet<string> | undefined {
  if (now.kind !== before.kind || now.profile !== before.profile || now.prefix !== before.prefix) return undefined;
  const [a, b] = [textByMember(now), textByMember(before)];
  if (!a || !b) return undefined;
  const changed = new Set<string>();
  for (const [name, text] of a) if (b.get(name) !== text) changed.add(name);
  for (const name of b.keys()) if (!a.has(name)) changed.add(name);
  return changed;
}

const texts = new WeakMap<Definition, Map<string, string> | 'unclear'>();

/** The text of each member; undefined where text does not say all: anchors and aliases, members that may be hidden. */
function textByMember(definition: Definition): Map<string, string> | undefined {
  let found = texts.get(definition);
  if (!found) {
    found = readTexts(definition.root) ?? 'unclear';
    texts.set(definition, found);
  }
  return found === 'unclear' ? undefined : found;
}

function readTexts(root: Fact): Map<string, string> | undefined {
  const map = root.target;
  const { tree } = root.file;
  if (map?.kind !== 'map' || map.open) return undefined;
  if (tree.syntax === 'yaml' && /[&*]/.test(tree.text.slice(map.start, map.end))) return undefined;
  const found = new Map<string, string>();
  for (const entry of map.entries) {
    const name = canonicalName(root.shape, entry.name);
    if (found.has(name)) return undefined;
    found.set(name, tree.text.slice(entry.start, entry.end));
  }
  return found;
}

function sameTraits(now: Definition, before: Definition): boolean {
  const [a, b] = [now.traits(), before.traits()];
  return (Object.keys(a) as (keyof typeof a)[]).every((name) => a[name] === b[name]);
}

function dirtyMembers(problems: ShapeProblems, root: Fact): ReadonlySet<string> {
  const names = Object.values(problems)
    .flat()
    .map((problem) => ('fact' in problem ? problem.fact : problem.owner).pointer.split('/')[1] ?? '');
  return new Set(names.map((name) => canonicalName(root.shape, name)));
}
