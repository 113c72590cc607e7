import type { ObjectShape, Shape } from '../../../schemas/shape';
import {
  type AliasNode,
  type Entry,
  type MapNode,
  members,
  type Node,
  resolveAlias,
  type ScalarNode,
  type Span,
  type Tree,
} from '../syntax';
import { bitOf, Reads, WHOLE } from './reads';

/** The file a fact stands in; facts of two files can meet in one finding. */
export interface FileRef {
  uri: string;
  tree: Tree;
}

/** What all facts of one definition share. */
export interface Binding {
  file: FileRef;
  /** Empty strings count as absent (ecspresso drops them). Where they do not, they are unknown: a shape rule reports them. */
  dropsEmpty: boolean;
  /** Notes what is looked at, while a rule runs. */
  reads?: Reads;
  /** What was worked out about a definition as a whole, by the work, with the bits of what that looked at. Kept here so that it goes when the definition does. */
  kept?: Map<object, { of: Fact; made: unknown; bits: number }>;
}

const NOTHING: readonly never[] = [];

/** The plain values that a fact of this type can hold; any of them where the type is not known. An intersection, as facts are covariant. */
type ScalarOf<T> = T & (string | number | boolean);

/**
 * One value of a definition, three-valued:
 * - `known`: the file says it, and it has the type that the schema wants;
 * - `unknown`: it comes from a template, an intrinsic, a broken line or a wrong type; `why` says which;
 * - `absent`: the file does not say it (and could not, unseen, say it elsewhere).
 *
 * Absent and unknown facts answer `get` and `items` too, so that a rule can walk a path without asking at each step.
 * `node` is where the value stands for the reader: for a value behind an alias or a merge key, the use.
 */
export class Fact<out T = unknown> {
  private children?: Map<string, Fact<unknown>>;
  /** The members that stand in the file; `children` comes to hold those too that somebody asked for in vain. */
  private inFile: readonly [string, Fact<unknown>][] = NOTHING;
  private list?: Fact<unknown>[];

  constructor(
    readonly state: 'known' | 'unknown' | 'absent',
    /** The name or the place in the parent as the file has it; undefined for the root of a definition. */
    private readonly key: string | number | undefined,
    readonly parent: Fact<unknown> | undefined,
    /** The resolved value, behind aliases. */
    readonly target: Node | undefined,
    /** The use: what a finding should underline for the value. */
    readonly node: Node | undefined,
    /** The member that holds the value, for findings about the key and for removal. */
    readonly entry: Entry | undefined,
    /** What the schema says may stand here; undefined where the schema does not know the member. */
    readonly shape: Shape | undefined,
    readonly binding: Binding,
    readonly why?: Why,
  ) {}

  /** JSON pointer inside the definition, `` for its root. Few facts are asked: it is not kept. */
  get pointer(): string {
    const { key, parent } = this;
    if (key === undefined || !parent) return '';
    return `${parent.pointer}/${typeof key === 'number' ? key : escapePointer(key)}`;
  }

  get file(): FileRef {
    return this.binding.file;
  }

  get known(): boolean {
    return this.state === 'known';
  }
  get unknown(): boolean {
    return this.state === 'unknown';
  }
  get absent(): boolean {
    return this.state === 'absent';
  }
  /** Not in the file at all. A member that is null or empty is absent, too, but has findings of its own. */
  get omitted(): boolean {
    return this.state === 'absent' && !this.entry;
  }
  /** Known or unknown: the file gives something here. */
  get given(): boolean {
    return this.state !== 'absent';
  }

  /** The scalar value when known, else undefined. For maps and lists use `get` and `items`. */
  get value(): ScalarOf<T> | undefined {
    const node = this.target;
    if (this.state !== 'known' || node?.kind !== 'scalar') return undefined;
    return node.value as ScalarOf<T>;
  }

  /** True when known and equal to the value. */
  is(value: ScalarOf<T>): boolean {
    return this.state === 'known' && this.target?.kind === 'scalar' && this.target.value === value;
  }

  /** True when known to be something else, or absent where `whenAbsent` (the default that ECS takes) differs. */
  isNot(value: ScalarOf<T>, whenAbsent?: T): boolean {
    if (this.state === 'absent') return whenAbsent !== undefined && whenAbsent !== value;
    return this.state === 'known' && !this.is(value);
  }

  /** A member of a map. Never undefined: missing members are absent facts (unknown when the map may hide members). */
  get<K extends keyof NonNullable<T> & string>(key: K): Fact<NonNullable<NonNullable<T>[K]>> {
    if (!this.parent && this.binding.reads) this.binding.reads.bits |= bitOf(key);
    this.children ??= this.bindMembers();
    let child = this.children.get(key);
    if (!child) {
      child = this.missing(key);
      this.children.set(key, child);
    }
    return child as Fact<NonNullable<NonNullable<T>[K]>>;
  }

  /** The items of a list; empty when it is absent, unknown or no list. */
  get items(): Fact<NonNullable<T> extends (infer I)[] ? NonNullable<I> : unknown>[] {
    type Item = NonNullable<T> extends (infer I)[] ? NonNullable<I> : unknown;
    this.list ??= this.bindItems();
    return this.list as Fact<Item>[];
  }

  /** Number of items or members that are certainly there; undefined when unknown or when some may be hidden. */
  get count(): number | undefined {
    this.noteWhole();
    if (this.state === 'absent') return 0;
    if (this.state === 'unknown') return undefined;
    const node = this.target;
    if (node?.kind === 'seq') return node.open ? undefined : node.items.length;
    if (node?.kind === 'map') return node.open ? undefined : node.entries.length;
    return undefined;
  }

  /** Certainly has at least one item or member. */
  get some(): boolean {
    this.noteWhole();
    const node = this.target;
    if (this.state !== 'known') return false;
    return node?.kind === 'seq' ? node.items.length > 0 : node?.kind === 'map' ? node.entries.length > 0 : true;
  }

  /** Certainly absent or an empty list or map. */
  get none(): boolean {
    return this.count === 0;
  }

  /** The members that stand in the file with their facts, in file order, those with null among them. */
  get entriesOf(): readonly [string, Fact<unknown>][] {
    this.noteWhole();
    this.children ??= this.bindMembers();
    return this.inFile;
  }

  /** `items` without a static type, for code that walks any definition. */
  get itemsOf(): Fact<unknown>[] {
    return (this as Fact<unknown[]>).items;
  }

  /** What to underline: the value, else the key, else the nearest thing that is in the file. */
  get span(): Span | undefined {
    if (this.node && this.node.end > this.node.start) return this.node;
    if (this.entry) return this.entry.key;
    return this.parent?.span;
  }

  /** What to underline when the member as such is the matter: its key. Of a map that no key holds, its first key. */
  get keySpan(): Span | undefined {
    if (this.entry) return this.entry.via ?? this.entry.key;
    const first = this.node === this.target && this.target?.kind === 'map' ? this.target.entries[0] : undefined;
    return first?.key ?? this.span;
  }

  /** Says that the definition as a whole is looked at; only its root has to. */
  noteWhole(): void {
    if (!this.parent && this.binding.reads) this.binding.reads.bits |= WHOLE;
  }

  /** Lets go of what was read below; it is read again when it is asked for. */
  forget(): void {
    this.children = undefined;
    this.inFile = NOTHING;
    this.list = undefined;
    this.binding.kept = undefined;
  }

  private missing(key: string): Fact<unknown> {
    const hidden = this.state === 'unknown' || (this.target?.kind === 'map' && this.target.open);
    const shape = memberShape(this.shape, key);
    const self = this as Fact<unknown>;
    if (hidden)
      return new Fact('unknown', key, self, undefined, undefined, undefined, shape, this.binding, this.why ?? 'hidden');
    return new Fact('absent', key, self, undefined, undefined, undefined, shape, this.binding);
  }

  private bindMembers(): Map<string, Fact<unknown>> {
    const bound = new Map<string, Fact<unknown>>();
    if (this.state !== 'known' || this.target?.kind !== 'map') return bound;
    const use = this.node?.kind === 'alias' ? this.node : undefined;
    const inFile: [string, Fact<unknown>][] = [];
    for (const entry of members(this.target)) {
      let name = entry.name;
      let shape = memberShape(this.shape, name);
      if (!shape) {
        name = canonicalName(this.shape, name);
        if (name !== entry.name && bound.has(name)) continue;
        shape = memberShape(this.shape, name);
      }
      const child = bindNode(entry.value, entry.name, this, entry, entry.via ?? use, shape, this.binding);
      bound.set(name, child);
      inFile.push([name, child]);
    }
    // Of a name that stands there twice the last counts, in the place of the first.
    this.inFile = inFile.length === bound.size ? inFile : [...bound];
    return bound;
  }

  private bindItems(): Fact<unknown>[] {
    if (this.state !== 'known' || this.target?.kind !== 'seq') return [];
    const use = this.node?.kind === 'alias' ? this.node : undefined;
    const shape = this.shape?.type === 'list' ? this.shape.item : undefined;
    return this.target.items.map((item, i) =>
      bindNode(item, i, this as Fact<unknown>, undefined, use, shape, this.binding),
    );
  }
}

/**
 * Why a value is not known. `type`: it is there but not of the type that the schema wants, `empty`: an empty string;
 * both have shape findings of their own. `hidden`: its map may hold members that cannot be seen.
 */
export type Why = 'template' | 'intrinsic' | 'broken' | 'alias' | 'hidden' | 'type' | 'empty';

/** Binds a node to a fact. `use` is the alias through which the value is reached; it becomes the place of findings. */
export function bindNode(
  node: Node | undefined,
  key: string | number | undefined,
  parent: Fact<unknown> | undefined,
  entry: Entry | undefined,
  use: AliasNode | undefined,
  shape: Shape | undefined,
  binding: Binding,
): Fact<unknown> {
  const target = node && resolveAlias(node);
  const why = whyUnknown(node, target, shape, binding);
  const state = why ? 'unknown' : isNothing(target) ? 'absent' : 'known';
  return new Fact(state, key, parent, target, node && (use ?? node), entry, shape, binding, why);
}

function whyUnknown(node: Node | undefined, target: Node | undefined, shape: Shape | undefined, binding: Binding) {
  if (!node) return 'broken';
  if (!target) return 'alias';
  if (target.kind === 'unknown') return target.reason;
  if (target.kind === 'map' && isIntrinsic(target)) return 'intrinsic';
  if (isNothing(target)) return target.value === null || binding.dropsEmpty ? undefined : 'empty';
  return shape && !fits(target, shape) ? 'type' : undefined;
}

function isNothing(node: Node | undefined): node is ScalarNode {
  return node?.kind === 'scalar' && (node.value === null || node.value === '');
}

/** The fact at the root of a definition. */
export function rootFact<T>(root: MapNode | undefined, shape: Shape, binding: Binding): Fact<T> {
  if (!root) return new Fact<T>('absent', undefined, undefined, undefined, undefined, undefined, shape, binding);
  return bindNode(root, undefined, undefined, undefined, undefined, shape, binding) as Fact<T>;
}

/** Whether a value has the type that the schema wants. Limits and enums are no matter of type. */
export function fits(node: Node, shape: Shape): boolean {
  switch (shape.type) {
    case 'object':
    case 'map':
      return node.kind === 'map';
    case 'list':
      return node.kind === 'seq';
    case 'string':
      return node.kind === 'scalar' && typeof node.value === 'string';
    case 'boolean':
      return node.kind === 'scalar' && typeof node.value === 'boolean';
    case 'integer':
      return node.kind === 'scalar' && typeof node.value === 'number' && Number.isInteger(node.value);
    case 'double':
      return node.kind === 'scalar' && typeof node.value === 'number';
    default:
      return true;
  }
}

/** `{"Ref": …}` and `{"Fn::…": …}`: CloudFormation puts the value in later. */
function isIntrinsic(map: MapNode): boolean {
  if (map.entries.length !== 1) return false;
  const name = map.entries[0]?.name ?? '';
  return name === 'Ref' || name.startsWith('Fn::');
}

/** The schema's spelling of a key: ecspresso accepts `DesiredCount`, and a wrong case is one finding, not a chain of them. */
export function canonicalName(shape: Shape | undefined, name: string): string {
  if (shape?.type !== 'object' || memberOf(shape, name)) return name;
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  return memberOf(shape, lower) ? lower : name;
}

/** Asked for every member of every text. What all objects inherit (`constructor`) is no shape: it has no type. */
function memberOf(shape: ObjectShape, name: string): Shape | undefined {
  const member = shape.members[name];
  return member?.type === undefined ? undefined : member;
}

function memberShape(shape: Shape | undefined, name: string): Shape | undefined {
  if (shape?.type === 'object') return memberOf(shape, name);
  return shape?.type === 'map' ? shape.value : undefined;
}

/** JSON pointer escaping (RFC 6901). */
export function escapePointer(name: string): string {
  return name.includes('~') || name.includes('/') ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name;
}

/**
 * The same work, done once for each definition; whoever asks has looked at what it looked at. In a WeakMap it would stay,
 * with all that it was worked out from, until all of the memory is looked through: too long for what every keystroke
 * makes anew.
 */
export function onceForEach<F extends Fact, T>(work: (root: F) => T): (root: F) => T {
  return (root) => {
    const { binding } = root;
    binding.kept ??= new Map();
    let known = binding.kept.get(work);
    if (known?.of !== root) {
      known = { of: root, ...noting(binding, () => work(root)) };
      binding.kept.set(work, known);
    }
    if (binding.reads) binding.reads.bits |= known.bits;
    return known.made as T;
  };
}

/** Does some work and notes what is looked at meanwhile, apart from what was noted before. */
function noting<T>(binding: Binding, work: () => T): { made: T; bits: number } {
  const before = binding.reads;
  const reads = new Reads();
  binding.reads = reads;
  try {
    return { made: work(), bits: reads.bits };
  } finally {
    binding.reads = before;
  }
}
