/**
 * Reads the YAML that nearly every definition is written in, several times as fast as the yaml package does: one document
 * of block maps and lists, scalars and flow collections on one line, comments. Anything else (anchors, tags, block and
 * multi-line scalars, escapes, a second document, a missing value, an error) is left to the package: the answer is then
 * undefined, and nothing has happened. Where it answers, the tree is the one that the package gives; a test compares the two.
 */
import { type Build, checkDuplicates, DEEPEST, hasTemplate, makeScalar, makeTemplateNode } from './build';
import type { Comment, Doc, Entry, MapNode, Node, Parent, ScalarNode, SeqNode } from './node';
import { isPlainStart, type PlainValue, readPlain } from './plain-scalar';

const LF = 10;
const CR = 13;
const SPACE = 32;
const HASH = 35;
const COLON = 58;
const DASH = 45;
const DOUBLE = 34;
const SINGLE = 39;
const COMMA = 44;
const OPEN = { seq: 91, map: 123 } as const;
const CLOSE = { seq: 93, map: 125 } as const;

/** Tabs, byte order marks, directives, and document marks but at the very start: rare, and with rules of their own. */
const UNUSUAL = ['\t', '\ufeff', '\n---', '\n...', '\n%'];
const UNUSUAL_START = /^(?:\.\.\.|%|---[^ \r\n])/;

function isUnusual(text: string): boolean {
  return UNUSUAL_START.test(text) || UNUSUAL.some((sign) => text.includes(sign));
}

export function readPlainYaml(build: Build): Doc[] | undefined {
  if (build.broken.length > 0 || isUnusual(build.text)) return undefined;
  const { problems } = build;
  const reader = new PlainReader(build);
  build.problems = [];
  const doc = reader.read();
  if (doc) {
    for (const comment of reader.comments) build.comments.push(comment);
    for (const problem of build.problems) problems.push(problem);
  }
  build.problems = problems;
  return doc && [doc];
}

class PlainReader {
  readonly comments: Comment[] = [];
  private readonly text: string;
  /** Where we are. At the start of a node: its first character. */
  private at = 0;
  /** Column of the first character of the line that is being read; -1 at the end of the text. */
  private indent = 0;
  private depth = 0;

  constructor(private readonly build: Build) {
    this.text = build.text;
  }

  read(): Doc | undefined {
    const marked = this.text.startsWith('---');
    this.at = marked ? 3 : 0;
    if (!(marked ? this.toNextLine() : this.toContent(0)) || this.indent !== 0) return undefined;
    const doc: Doc = { kind: 'doc', index: 0, start: marked ? 0 : this.at, end: this.text.length };
    const root = this.readBlock(doc, 0);
    if (!this.atEnd() || (root?.kind !== 'map' && root?.kind !== 'seq')) return undefined;
    doc.root = root;
    return doc;
  }

  private atEnd(): boolean {
    return this.indent === -1;
  }

  /** From the start of a line to the next content, noting comments on the way; false when a line cannot be read. */
  private toContent(lineStart: number): boolean {
    const { text } = this;
    for (let start = lineStart; ; ) {
      let i = start;
      while (text.charCodeAt(i) === SPACE) i++;
      const c = text.charCodeAt(i);
      if (Number.isNaN(c)) {
        this.at = text.length;
        this.indent = -1;
        return true;
      }
      if (c === LF || (c === CR && text.charCodeAt(i + 1) === LF)) start = i + (c === LF ? 1 : 2);
      else if (c === HASH) {
        const end = this.endOfLine(i);
        this.noteComment(i, end);
        if (end >= text.length) start = end;
        else start = text.charCodeAt(end) === CR ? end + 2 : end + 1;
      } else {
        this.at = i;
        this.indent = i - start;
        return true;
      }
    }
  }

  /** After a node: nothing or a comment may follow on its line. Goes on to the next content. */
  private toNextLine(): boolean {
    const { text } = this;
    const from = this.at;
    let i = from;
    while (text.charCodeAt(i) === SPACE) i++;
    if (text.charCodeAt(i) === HASH) {
      if (i === from) return false;
      const end = this.endOfLine(i);
      this.noteComment(i, end);
      i = end;
    }
    if (i >= text.length) return this.toContent(i);
    if (text.charCodeAt(i) === CR && text.charCodeAt(i + 1) === LF) i++;
    return text.charCodeAt(i) === LF && this.toContent(i + 1);
  }

  private endOfLine(from: number): number {
    const { text } = this;
    const found = text.indexOf('\n', from);
    if (found === -1) return text.length;
    return found > from && text.charCodeAt(found - 1) === CR ? found - 1 : found;
  }

  private noteComment(start: number, end: number): void {
    this.comments.push({ start, end, text: this.build.original.slice(start + 1, end).trim() });
  }

  /** A node whose first character is at `at`, in column `column` of its line. */
  private readBlock(parent: Parent, column: number): Node | undefined {
    if (++this.depth >= DEEPEST / 4) return undefined;
    const node = this.isDash() ? this.readSeq(parent, column) : this.readMapOrScalar(parent, column);
    this.depth--;
    return node;
  }

  private isDash(): boolean {
    if (this.text.charCodeAt(this.at) !== DASH) return false;
    return isBreak(this.text.charCodeAt(this.at + 1));
  }

  private readMapOrScalar(parent: Parent, column: number): Node | undefined {
    if (this.findKeyEnd(false) !== -1) return this.readMap(parent, column);
    const node = this.readInline(parent);
    // A deeper line would go on with the scalar.
    if (!node || !this.toNextLine()) return undefined;
    return this.indent > this.outer(parent) ? undefined : node;
  }

  /** Column that a continuation of a scalar under `parent` would have to pass; only list items come here. */
  private outer(parent: Parent): number {
    return parent.kind === 'seq' ? this.columnOf(parent.start) : -1;
  }

  private columnOf(offset: number): number {
    return offset - (this.text.lastIndexOf('\n', offset - 1) + 1);
  }

  private readSeq(parent: Parent, column: number): SeqNode | undefined {
    const seq: SeqNode = { kind: 'seq', start: this.at, end: this.at, parent, flow: false, items: [], open: false };
    do {
      const lineStart = this.at - column;
      const afterDash = ++this.at;
      while (this.text.charCodeAt(this.at) === SPACE) this.at++;
      const c = this.text.charCodeAt(this.at);
      if (c === HASH || isBreak(c)) {
        this.at = afterDash;
        if (!this.toNextLine() || this.indent <= column) return undefined;
      } else {
        this.indent = this.at - lineStart;
        if (this.isDash()) return undefined;
      }
      const item = this.readBlock(seq, this.indent);
      if (!item || this.indent > column) return undefined;
      seq.items.push(item);
      seq.end = item.end;
    } while (this.indent === column && this.isDash());
    return seq;
  }

  private readMap(parent: Parent, column: number): MapNode | undefined {
    const map: MapNode = { kind: 'map', start: this.at, end: this.at, parent, flow: false, entries: [], open: false };
    do {
      const entry = this.readKey(map);
      if (!entry) return undefined;
      const value = this.readValue(entry, column);
      if (!value || this.indent > column) return undefined;
      entry.value = value;
      entry.end = map.end = value.end;
      map.entries.push(entry);
    } while (this.indent === column && !this.isDash());
    // A list where the next name should be belongs to nobody.
    if (this.indent === column) return undefined;
    checkDuplicates(this.build, map);
    return map;
  }

  /** After the colon: a value on the same line, or a block below that is deeper, or a list in the same column. */
  private readValue(entry: Entry, column: number): Node | undefined {
    const c = this.text.charCodeAt(this.at);
    if (c !== HASH && !isBreak(c)) {
      const value = this.readInline(entry);
      return value && this.toNextLine() ? value : undefined;
    }
    this.at = this.text.charCodeAt(this.at - 1) === SPACE ? this.at - 1 : this.at;
    if (!this.toNextLine() || this.indent < column) return undefined;
    if (this.indent > column || this.isDash()) return this.readBlock(entry, this.indent);
    return undefined;
  }

  /** The offset of the colon after a plain or quoted name at `at`; -1 when there is no such name. */
  private findKeyEnd(inFlow: boolean): number {
    const { text } = this;
    const first = text.charCodeAt(this.at);
    let i = this.at;
    if (first === DOUBLE || first === SINGLE) {
      i = this.findQuote(this.at) + 1;
      if (i === 0) return -1;
    } else {
      if (!isPlainStart(text, i, inFlow)) return -1;
      for (let c = text.charCodeAt(i); !(c === COLON && isBreak(text.charCodeAt(i + 1))); c = text.charCodeAt(++i)) {
        if (
          Number.isNaN(c) ||
          c === LF ||
          (inFlow && isFlowSign(c)) ||
          (c === HASH && text.charCodeAt(i - 1) === SPACE)
        )
          return -1;
      }
    }
    return text.charCodeAt(i) === COLON && isBreak(text.charCodeAt(i + 1)) ? i : -1;
  }

  private readKey(map: MapNode): Entry | undefined {
    const { text, build } = this;
    const start = this.at;
    const colon = this.findKeyEnd(map.flow);
    if (colon === -1 || text.charCodeAt(colon - 1) === SPACE || hasTemplate(build, start, colon)) return undefined;
    const source = text.slice(start, colon);
    const first = text.charCodeAt(start);
    const quoted = first === DOUBLE || first === SINGLE;
    const value = quoted ? source.slice(1, -1) : readPlain(source);
    if (typeof value !== 'string' || value === '<<') return undefined;
    const entry = { kind: 'entry', start, end: colon, parent: map, name: value } as unknown as Entry;
    entry.key = this.scalar(start, colon, entry, value, styleOf(first));
    this.at = colon + 1;
    while (text.charCodeAt(this.at) === SPACE) this.at++;
    return entry;
  }

  /** A scalar or flow collection that ends on this line. Leaves `at` behind it. */
  private readInline(parent: Parent): Node | undefined {
    const c = this.text.charCodeAt(this.at);
    if (c === OPEN.seq) return this.readFlowSeq(parent);
    if (c === OPEN.map) return this.readFlowMap(parent);
    return c === DOUBLE || c === SINGLE ? this.readQuoted(parent) : this.readPlainScalar(parent, false);
  }

  private readQuoted(parent: Parent): Node | undefined {
    const start = this.at;
    const close = this.findQuote(start);
    if (close === -1) return undefined;
    this.at = close + 1;
    return this.value(
      start,
      close + 1,
      parent,
      this.text.slice(start + 1, close),
      styleOf(this.text.charCodeAt(start)),
    );
  }

  /** The quote that closes the one at `open`; -1 when it is not on the line, or when there are escapes. */
  private findQuote(open: number): number {
    const { text } = this;
    const quote = text.charCodeAt(open);
    for (let i = open + 1; ; i++) {
      const c = text.charCodeAt(i);
      if (c === quote) return quote === SINGLE && text.charCodeAt(i + 1) === SINGLE ? -1 : i;
      if (Number.isNaN(c) || c === LF || (c === 92 && quote === DOUBLE)) return -1;
    }
  }

  private readPlainScalar(parent: Parent, inFlow: boolean): Node | undefined {
    const { text } = this;
    const start = this.at;
    if (!isPlainStart(text, start, inFlow)) return undefined;
    let end = start;
    for (let i = start; ; i++) {
      const c = text.charCodeAt(i);
      if (Number.isNaN(c) || c === LF || (c === CR && text.charCodeAt(i + 1) === LF)) break;
      if (c === SPACE) continue;
      if (c === HASH && text.charCodeAt(i - 1) === SPACE) break;
      if (c === COLON && (isBreak(text.charCodeAt(i + 1)) || (inFlow && isFlowSign(text.charCodeAt(i + 1)))))
        return undefined;
      if (inFlow && isFlowSign(c)) break;
      end = i + 1;
    }
    const value = readPlain(text.slice(start, end));
    if (value === undefined) return undefined;
    this.at = end;
    return this.value(start, end, parent, value, 'plain');
  }

  private readFlowSeq(parent: Parent): SeqNode | undefined {
    const seq: SeqNode = { kind: 'seq', start: this.at, end: 0, parent, flow: true, items: [], open: false };
    const read = () => {
      const item = this.readFlowItem(seq);
      if (item) seq.items.push(item);
      return item !== undefined;
    };
    return this.readFlow(seq, CLOSE.seq, read) ? seq : undefined;
  }

  private readFlowMap(parent: Parent): MapNode | undefined {
    const map: MapNode = { kind: 'map', start: this.at, end: 0, parent, flow: true, entries: [], open: false };
    const read = () => {
      const entry = this.readKey(map);
      const value = entry && this.readFlowItem(entry);
      if (!value) return false;
      entry.value = value;
      entry.end = value.end;
      map.entries.push(entry);
      return true;
    };
    if (!this.readFlow(map, CLOSE.map, read)) return undefined;
    checkDuplicates(this.build, map);
    return map;
  }

  /** Items between brackets and commas, all on one line. */
  private readFlow(collection: SeqNode | MapNode, close: number, read: () => boolean): boolean {
    const { text } = this;
    const skip = () => {
      while (text.charCodeAt(this.at) === SPACE) this.at++;
      return text.charCodeAt(this.at);
    };
    if (++this.depth >= DEEPEST / 4) return false;
    this.at++;
    if (skip() !== close) {
      for (;;) {
        if (!read()) return false;
        const c = skip();
        if (c === close) break;
        if (c !== COMMA) return false;
        this.at++;
        skip();
      }
    }
    this.depth--;
    collection.end = ++this.at;
    return true;
  }

  private readFlowItem(parent: Parent): Node | undefined {
    const c = this.text.charCodeAt(this.at);
    if (c === OPEN.seq) return this.readFlowSeq(parent);
    if (c === OPEN.map) return this.readFlowMap(parent);
    return c === DOUBLE || c === SINGLE ? this.readQuoted(parent) : this.readPlainScalar(parent, true);
  }

  private value(start: number, end: number, parent: Parent, value: PlainValue, style: ScalarNode['style']): Node {
    if (hasTemplate(this.build, start, end)) return makeTemplateNode(this.build, start, end, parent);
    return this.scalar(start, end, parent, value, style);
  }

  private scalar(
    start: number,
    end: number,
    parent: Parent,
    value: PlainValue,
    style: ScalarNode['style'],
  ): ScalarNode {
    return makeScalar(start, end, parent, value, style, this.build.original.slice(start, end));
  }
}

function styleOf(first: number): ScalarNode['style'] {
  if (first === DOUBLE) return 'double';
  return first === SINGLE ? 'single' : 'plain';
}

/** A blank or the end of the line or text. */
function isBreak(c: number): boolean {
  return c === SPACE || c === LF || c === CR || Number.isNaN(c);
}

function isFlowSign(c: number): boolean {
  return c === COMMA || c === OPEN.seq || c === OPEN.map || c === CLOSE.seq || c === CLOSE.map;
}
