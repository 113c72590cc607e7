/**
 * What a keystroke leaves alone in JSON text is not read again: a map or list whose text is that of the last tree, and
 * in which nothing was wrong, is passed over and read when somebody looks into it. Nothing of the last tree is kept.
 */

import { compareTexts } from './compare-texts';
import type { Entry, MapNode, Node, Parent, SeqNode, Span, Tree } from './node';
import { lastFrom } from './path';

/** Where maps and lists that were passed over are read from. */
export interface Source {
  text: string;
  /** Reads the map or list at `start`, which is known to be in order. */
  read(start: number, parent: Parent, depth: number): Node;
}

/** Shorter ones are read at once: to remember them would cost as much. */
const SHORT = 512;

/** Levels that are read one by one. Each looks for the ends of the next; deeper down that is not worth its while. */
const LEVELS = 8;

/** The maps and lists of an earlier tree that stand in the text as they stood. */
export class Unchanged {
  private readonly root: Node | undefined;
  /** How far the texts agree from their starts, and from where on in the new one to their ends. */
  private readonly until: number;
  private readonly from: number;
  private readonly by: number;

  constructor(
    private readonly last: Tree,
    private readonly source: Source,
  ) {
    this.root = last.docs[0]?.root;
    const { until, from, by } = compareTexts(last.text, source.text);
    [this.until, this.from, this.by] = [until, from, by];
  }

  /** The map or list that begins at `start`, below `depth` others, if it is as it was. */
  find(start: number, parent: Parent, depth: number): MapNode | SeqNode | undefined {
    const isAfter = start >= this.from;
    if (!isAfter && start >= this.until) return undefined;
    const by = isAfter ? this.by : 0;
    const old = this.findOld(start - by, depth);
    if (!old || old.end - old.start < SHORT || !(isAfter || old.end <= this.until)) return undefined;
    return this.isInOrder(old) ? skip(old.kind, this.source, start, old.end + by, parent, depth) : undefined;
  }

  private findOld(start: number, depth: number): MapNode | SeqNode | undefined {
    let at = this.root;
    for (let level = 0; at && (at.kind === 'map' || at.kind === 'seq'); level++) {
      if (level === depth) return at.start === start ? at : undefined;
      const child: Node | Entry | undefined = lastFrom<Node | Entry>(at.kind === 'map' ? at.entries : at.items, start);
      at = child?.kind === 'entry' ? child.value : child;
    }
    return undefined;
  }

  /** All that is wrong with JSON, comments among it, is a problem that begins where it stands. */
  private isInOrder({ start, end }: Span): boolean {
    const { problems } = this.last;
    let [low, high] = [0, problems.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((problems[middle] as Span).start < start) low = middle + 1;
      else high = middle;
    }
    const next = problems[low];
    return next === undefined || next.start >= end;
  }
}

/** The map or list at `start`, which is in order, as part of one that was passed over; undefined when it is to be read. */
export function skipPart(source: Source, start: number, parent: Parent, depth: number): MapNode | SeqNode | undefined {
  if (depth >= LEVELS) return undefined;
  const end = findClose(source.text, start);
  if (end - start < SHORT) return undefined;
  return skip(source.text[start] === '{' ? 'map' : 'seq', source, start, end, parent, depth);
}

/** The end of the map or list that begins at `start`, in text that is in order. */
function findClose(text: string, start: number): number {
  let depth = 0;
  for (let i = start; ; i++) {
    const c = text.charCodeAt(i);
    if (c === 34) i = findQuote(text, i + 1);
    else if (c === 123 || c === 91) depth++;
    else if ((c === 125 || c === 93) && --depth === 0) return i + 1;
  }
}

/** The quote that ends the string that goes on at `start`: one behind an even number of backslashes. */
function findQuote(text: string, start: number): number {
  for (let i = text.indexOf('"', start); ; i = text.indexOf('"', i + 1)) {
    let first = i;
    while (first > start && text.charCodeAt(first - 1) === 92) first--;
    if ((i - first) % 2 === 0) return i;
  }
}

function skip(
  kind: 'map' | 'seq',
  source: Source,
  start: number,
  end: number,
  parent: Parent,
  depth: number,
): MapNode | SeqNode {
  return new (kind === 'map' ? UnreadMap : UnreadSeq)(source, start, end, parent, depth);
}

abstract class Unread {
  readonly flow = true;
  open = false;

  constructor(
    private readonly source: Source,
    public start: number,
    public end: number,
    public parent: Parent,
    private readonly depth: number,
  ) {}

  protected read(): Node {
    return this.source.read(this.start, this.parent, this.depth);
  }
}

class UnreadMap extends Unread implements MapNode {
  readonly kind = 'map';
  private known: Entry[] | undefined;

  get entries(): Entry[] {
    if (!this.known) {
      this.known = (this.read() as MapNode).entries;
      for (const entry of this.known) entry.parent = this;
    }
    return this.known;
  }
}

class UnreadSeq extends Unread implements SeqNode {
  readonly kind = 'seq';
  private known: Node[] | undefined;

  get items(): Node[] {
    if (!this.known) {
      this.known = (this.read() as SeqNode).items;
      for (const item of this.known) item.parent = this;
    }
    return this.known;
  }
}
