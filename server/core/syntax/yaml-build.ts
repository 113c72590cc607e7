/** Documents of the yaml package → our own tree. One walk, no closures, nothing resolved that is not asked for. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
  type Node as YamlNode,
} from 'yaml';
import { type Build, checkDuplicates, hasTemplate, isMergeKey, makeScalar, makeTemplateNode } from './build';
import type { AliasNode, Doc, Entry, MapNode, Node, Parent, ScalarNode, SeqNode, Span } from './node';
import { startOfLine } from './position';
import { skipTrivia } from './trivia';

const CORE_TAG = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/;

export class YamlBuilder {
  private anchors = new Map<string, Node>();
  private nextTag = 0;

  /** `tags`: where tags stand in the text, in order. */
  constructor(
    private readonly build: Build,
    private readonly tags: readonly Span[],
  ) {}

  buildDoc(document: Document.Parsed, index: number): Doc {
    this.anchors = new Map();
    const [start, , end] = document.range;
    const doc: Doc = { kind: 'doc', index, start, end: this.endOfTrivia(end) };
    const contents = document.contents as YamlNode | null;
    if (contents && !(isScalar(contents) && isEmpty(contents))) doc.root = this.toNode(contents, doc);
    return doc;
  }

  /** The package lets some documents (`[]` and two empty lines) end before the empty lines and comments behind them. */
  private endOfTrivia(offset: number): number {
    const { text } = this.build;
    const next = skipTrivia(this.build, offset);
    return next === text.length ? next : Math.max(offset, startOfLine(text, next));
  }

  private toNode(source: YamlNode, parent: Parent): Node {
    let node: Node;
    if (isScalar(source)) node = this.toScalar(source, parent);
    else if (isMap(source)) node = this.toMap(source as YAMLMap<YamlNode, YamlNode>, parent);
    else if (isSeq(source)) node = this.toSeq(source as YAMLSeq<YamlNode>, parent);
    else if (isAlias(source)) return this.toAlias(source.source, source.range as [number, number, number], parent);
    else throw new Error('a YAML node is a scalar, a map, a sequence or an alias');
    const tag = (source as Scalar).tag;
    // A scalar without a tag of its own may be given one by its schema; only written tags count.
    if (tag !== undefined && tag !== '!') return this.applyTag(node, tag, parent);
    return node;
  }

  private toScalar(source: Scalar, parent: Parent): Node {
    const range = source.range as [number, number, number];
    const start = range[0];
    const style = STYLES[source.type ?? 'PLAIN'] ?? 'plain';
    const end = style === 'block' ? this.trimEnd(start, range[1]) : range[1];
    let node: Node;
    if (hasTemplate(this.build, start, end)) node = makeTemplateNode(this.build, start, end, parent);
    else if (this.build.broken.some((span) => span.start < end && start < span.end)) {
      const source = this.build.original.slice(start, end);
      node = { kind: 'unknown', start, end, parent, reason: 'broken', source };
    } else {
      const value = toValue(source);
      node = makeScalar(start, end, parent, value, style, this.build.original.slice(start, end));
    }
    if (source.anchor !== undefined) this.setAnchor(node, source.anchor);
    return node;
  }

  /** A block scalar owns the blank lines after it; its span should not. */
  private trimEnd(start: number, end: number): number {
    const { text } = this.build;
    let i = end;
    while (i > start && text.charCodeAt(i - 1) <= 32) i--;
    return i;
  }

  private setAnchor(node: Node, anchor: string): void {
    node.anchor = anchor;
    this.anchors.set(anchor, node);
  }

  private toMap(source: YAMLMap<YamlNode, YamlNode>, parent: Parent): MapNode {
    const range = source.range as [number, number, number];
    const items = source.items;
    const map: MapNode = {
      kind: 'map',
      start: range[0],
      end: range[1],
      parent,
      flow: source.flow === true,
      entries: [],
      open: false,
    };
    if (source.anchor !== undefined) this.setAnchor(map, source.anchor);
    for (let i = 0; i < items.length; i++) map.entries.push(this.toEntry(items[i] as Pair<YamlNode, YamlNode>, map));
    // A first key that is only a broken anchor is placed before the map that it begins.
    map.start = Math.min(map.start, map.entries[0]?.start ?? map.start);
    map.end = endOf(map, map.entries[map.entries.length - 1]);
    checkDuplicates(this.build, map);
    return map;
  }

  private toSeq(source: YAMLSeq<YamlNode>, parent: Parent): SeqNode {
    const range = source.range as [number, number, number];
    const items = source.items;
    const seq: SeqNode = {
      kind: 'seq',
      start: range[0],
      end: range[1],
      parent,
      flow: source.flow === true,
      items: [],
      open: false,
    };
    if (source.anchor !== undefined) this.setAnchor(seq, source.anchor);
    for (let i = 0; i < items.length; i++) seq.items.push(this.toNode(items[i] as YamlNode, seq));
    seq.end = endOf(seq, seq.items[seq.items.length - 1]);
    return seq;
  }

  private toEntry(pair: Pair<YamlNode, YamlNode>, map: MapNode): Entry {
    const entry = { kind: 'entry', start: 0, end: 0, parent: map, name: '' } as unknown as Entry;
    const key = this.toKey(pair.key, entry);
    entry.key = key;
    entry.start = key.start;
    entry.end = key.end;
    if (pair.value) {
      const value = this.toNode(pair.value, entry);
      entry.value = value;
      if (value.end > entry.end) entry.end = value.end;
    } else if (map.flow || this.isExplicit(key.start)) {
      // `{ a }` and `? a` mean null; a name without a colon in a block is still being typed.
      entry.value = makeScalar(key.end, key.end, entry, null, 'plain', '');
    }
    if (entry.dynamic) map.open = map.irregular = true;
    else if (entry.name === '<<' && isMergeKey(entry)) {
      map.irregular = true;
      this.build.merging.push(map);
    }
    return entry;
  }

  /** True for a key behind `? `. */
  private isExplicit(keyStart: number): boolean {
    const { text } = this.build;
    let i = keyStart - 1;
    while (i >= 0 && text.charCodeAt(i) <= 32) i--;
    return text[i] === '?' && (i === 0 || text.charCodeAt(i - 1) <= 32);
  }

  /** Sets the entry's name on the way. Keys that are no scalars are named by their text. */
  private toKey(source: YamlNode, entry: Entry): ScalarNode {
    const { build } = this;
    const range = source.range as [number, number, number];
    const start = range[0];
    const end = range[1];
    if (isScalar(source)) {
      const written = build.original.slice(start, end);
      const style = STYLES[source.type ?? 'PLAIN'] ?? 'plain';
      const dynamic = hasTemplate(build, start, end);
      if (dynamic) entry.dynamic = true;
      // The text is the name where the value is none: `1:` and `true:` and `~:` are what they look like.
      entry.name = dynamic || typeof source.value !== 'string' ? written : source.value;
      const key = makeScalar(start, end, entry, dynamic ? written : toValue(source), style, written);
      if (source.anchor !== undefined) this.setAnchor(key, source.anchor);
      return key;
    }
    const node = this.toNode(source, entry);
    const target = node.kind === 'alias' ? node.target : undefined;
    const text = build.original.slice(node.start, node.end);
    entry.name = target?.kind === 'scalar' ? String(target.value) : text;
    if (hasTemplate(build, node.start, node.end)) entry.dynamic = true;
    return makeScalar(node.start, node.end, entry, entry.name, 'plain', text);
  }

  private toAlias(name: string, range: readonly [number, number, number], parent: Parent): AliasNode {
    const alias: AliasNode = { kind: 'alias', start: range[0], end: range[1], parent, name };
    const target = this.anchors.get(name);
    const cyclic = target !== undefined && isInside(alias, target);
    if (target && !cyclic) alias.target = target;
    else if (name !== '') {
      const message = cyclic
        ? `*${name} stands inside the value it refers to, so it would never end.`
        : `There is no anchor &${name} before this in the same document.`;
      const code = cyclic ? 'cyclic-alias' : 'undefined-alias';
      this.build.problems.push({ code, severity: 'error', start: range[0], end: range[1], message });
    }
    return alias;
  }

  private applyTag(node: Node, tag: string, parent: Parent): Node {
    const { tags, build } = this;
    while (this.nextTag + 1 < tags.length && (tags[this.nextTag + 1] as Span).end <= node.start) this.nextTag++;
    const written = tags[this.nextTag];
    if (CORE_TAG.test(tag)) {
      node.tag = `!!${tag.slice('tag:yaml.org,2002:'.length)}`;
      return node;
    }
    const start = written && written.end <= node.start ? written.start : node.start;
    const source = build.original.slice(start, node.end);
    const unknown: Node = { kind: 'unknown', start, end: node.end, parent, reason: 'intrinsic', source };
    unknown.tag = tag.startsWith('tag:yaml.org,2002:') ? `!!${tag.slice('tag:yaml.org,2002:'.length)}` : tag;
    if (node.anchor !== undefined) this.setAnchor(unknown, node.anchor);
    return unknown;
  }
}

/** A block ends where its last member ends, not after the blank lines and comments that follow. */
function endOf(collection: MapNode | SeqNode, last: Span | undefined): number {
  if (!last || last.end < collection.start) return collection.end;
  return collection.flow ? Math.max(collection.end, last.end) : last.end;
}

const STYLES: Record<string, ScalarNode['style']> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

function toValue(source: Scalar): ScalarNode['value'] {
  const value = source.value;
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return String(source.source ?? value);
}

function isEmpty(source: Scalar): boolean {
  return source.value === null && source.range?.[0] === source.range?.[1] && source.anchor === undefined && !source.tag;
}

function isInside(node: Node, ancestor: Node): boolean {
  let at: Node | Entry | Doc = node.parent;
  while (at.kind !== 'doc') {
    if (at === ancestor) return true;
    at = at.parent;
  }
  return false;
}
