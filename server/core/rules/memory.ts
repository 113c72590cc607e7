import type { Definition } from '../definition';
import { canonicalName, type Fact } from '../model/fact';
import { BEYOND, bitOf, type Reads, SHAPE, TRAITS } from '../model/reads';
import { checkShape, type ShapeProblems } from '../model/shape-check';
import type { Rested } from '../notes';
import type { Rule } from './rule';

/**
 * What is known of a definition from a moment ago: which rules found nothing, and what each of them looked at. While
 * what a silent rule looked at stands as it stood, it stays silent and need not run. Rules that found something always
 * run again, so that places and fixes are those of the text as it is.
 */
export interface Memory {
  /** Says which rules will run, in order; they are spoken of by their place in the list. */
  begin(rules: readonly Rule[]): void;
  isStillSilent(place: number): boolean;
  noteSilent(place: number, reads: Reads): void;
  checkShape(): ShapeProblems;
}

/** What a definition was in the last snapshot, as far as the next one asks. */
export type Was = Pick<Definition, 'kind' | 'profile' | 'prefix' | 'notes' | 'companion' | 'traits'>;

/** The same without the tree and the facts that it was read from, which are a burden while the next ones are made. */
export function withoutFacts({ kind, profile, prefix, notes, companion, traits }: Definition): Was | undefined {
  if (!notes.rested) return undefined;
  const [ran, had] = [companion(), traits()];
  return { kind, profile, prefix, notes, companion: () => ran, traits: () => had };
}

/** All bits: whatever changed, the rule has to run. */
const SPEAKS = -1;
const NOTHING: ReadonlySet<string> = new Set();

/** The memory for a definition, given the same definition in the last snapshot of its document. */
export function remember(now: Definition, before: Was | undefined): Memory {
  const last = before?.notes.rested;
  const own: Rested = { rules: [], looked: new Int32Array(0), dirty: NOTHING, texts: readTexts(now.root) };
  now.notes.rested = own;
  const changed = before && last && isSameKind(now, before) ? changedMembers(own.texts, last.texts) : undefined;
  const comparable = changed !== undefined && before?.companion()?.file === now.companion()?.file;
  let bits = changed && before ? changedBits(changed, now, before) : BEYOND;
  return {
    begin(rules) {
      own.rules = rules;
      own.looked =
        comparable && last?.rules === rules ? last.looked.slice() : new Int32Array(rules.length).fill(SPEAKS);
    },
    isStillSilent(place) {
      if (((own.looked[place] as number) & bits) === 0) return true;
      own.looked[place] = SPEAKS;
      return false;
    },
    noteSilent(place, reads) {
      if ((reads.bits & BEYOND) === 0) own.looked[place] = reads.bits;
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

function isSameKind(now: Definition, before: Was): boolean {
  return now.kind === before.kind && now.profile === before.profile && now.prefix === before.prefix;
}

function changedBits(changed: ReadonlySet<string>, now: Definition, before: Was): number {
  let bits = BEYOND;
  for (const name of changed) bits |= bitOf(name);
  if (changed.size > 0 && !sameTraits(now, before)) bits |= TRAITS;
  return bits;
}

/** Top-level members whose text is not what it was; undefined when the two cannot be compared by text. */
function changedMembers(a: Rested['texts'], b: Rested['texts']): ReadonlySet<string> | undefined {
  if (!a || !b) return undefined;
  const changed = new Set<string>();
  for (const [name, text] of a) if (b.get(name) !== text) changed.add(name);
  if (b.size !== a.size || changed.size > 0) for (const name of b.keys()) if (!a.has(name)) changed.add(name);
  return changed;
}

/** The text of each member; undefined where text does not say all: anchors and aliases, members that may be hidden. */
function readTexts(root: Fact): Map<string, string> | undefined {
  const map = root.target;
  const { tree } = root.file;
  if (map?.kind !== 'map' || map.open) return undefined;
  if (tree.syntax === 'yaml' && /[&*]/.test(tree.text.slice(map.start, map.end))) return undefined;
  const found = new Map<string, string>();
  for (const [name, { entry }] of root.entriesOf) if (entry) found.set(name, tree.text.slice(entry.start, entry.end));
  return found.size === map.entries.length ? found : undefined;
}

function sameTraits(now: Definition, before: Was): boolean {
  const [a, b] = [now.traits(), before.traits()];
  return (Object.keys(a) as (keyof typeof a)[]).every((name) => a[name] === b[name]);
}

function dirtyMembers(problems: ShapeProblems, root: Fact): ReadonlySet<string> {
  if (Object.keys(problems).length === 0) return NOTHING;
  const names = Object.values(problems)
    .flat()
    .map((problem) => ('fact' in problem ? problem.fact : problem.owner).pointer.split('/')[1] ?? '');
  return new Set(names.map((name) => canonicalName(root.shape, name)));
}
