import type { Definition } from '../engine';
import { canonicalName, type Fact } from '../model/fact';
import type { Reads } from '../model/reads';
import { checkShape, type ShapeProblems } from '../model/shape-check';
import type { Rule, RuleScope } from './rule';

/**
 * What is known of a definition from a moment ago: which rules found nothing, and what each of them looked at. While
 * the members that a silent rule looked at stand as they stood, it stays silent and need not run. Rules that found
 * something always run again, so that places and fixes are those of the text as it is.
 */
export interface Memory {
  isStillSilent(rule: Rule): boolean;
  noteSilent(rule: Rule, reads: Reads): void;
  checkShape(): ShapeProblems;
}

interface Kept {
  silent: Map<Rule, Reads>;
  /** Top-level members with departures from the schema. */
  dirty: ReadonlySet<string>;
}

const kept = new WeakMap<Definition, Kept>();

/** Scopes whose rules look at more than the definition, its task definition and its traits. */
const NEVER_KEPT: ReadonlySet<RuleScope> = new Set(['workspace', 'previous', 'file']);

/** The memory for a definition, given the same definition in the last snapshot of its document. */
export function remember(now: Definition, before: Definition | undefined): Memory {
  const last = before && kept.get(before);
  const changed = last && before ? changedSince(now, before) : undefined;
  const own: Kept = { silent: new Map(), dirty: new Set() };
  kept.set(now, own);
  const same = {
    traits: before !== undefined && changed !== undefined && sameTraits(now, before),
    companion: before?.companion()?.file === now.companion()?.file,
  };
  return {
    isStillSilent(rule) {
      const reads = changed && same.companion ? last?.silent.get(rule) : undefined;
      if (!reads || !changed) return false;
      if ((reads.whole && changed.size > 0) || (reads.traits && !same.traits)) return false;
      for (const name of reads.members) if (changed.has(name)) return false;
      own.silent.set(rule, reads);
      return true;
    },
    noteSilent(rule, reads) {
      if (!reads.beyond && !NEVER_KEPT.has(rule.on)) own.silent.set(rule, reads);
    },
    checkShape() {
      const clean = changed && ((name: string) => !changed.has(name) && !last?.dirty.has(name));
      const problems = checkShape(now.root, clean);
      own.dirty = dirtyMembers(problems, now.root);
      return problems;
    },
  };
}

/** Top-level members whose text is not what it was; undefined when the two cannot be compared by text. */
function changedSince(now: Definition, before: Definition): ReadonlySet<string> | undefined {
  if (now.kind !== before.kind || now.profile !== before.profile || now.prefix !== before.prefix) return undefined;
  const [a, b] = [textByMember(now.root), textByMember(before.root)];
  if (!a || !b) return undefined;
  const changed = new Set<string>();
  for (const [name, text] of a) if (b.get(name) !== text) changed.add(name);
  for (const name of b.keys()) if (!a.has(name)) changed.add(name);
  return changed;
}

/** The text of each member; undefined where text does not say all: anchors and aliases, members that may be hidden. */
function textByMember(root: Fact): Map<string, string> | undefined {
  const map = root.target;
  const { tree } = root.file;
  if (map?.kind !== 'map' || map.open || (tree.syntax === 'yaml' && /[&*]/.test(tree.text))) return undefined;
  const texts = new Map<string, string>();
  for (const entry of map.entries) {
    const name = canonicalName(root.shape, entry.name);
    if (texts.has(name)) return undefined;
    texts.set(name, tree.text.slice(entry.start, entry.end));
  }
  return texts;
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
