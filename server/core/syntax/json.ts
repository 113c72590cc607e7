/** JSON text → tree. Never gives up: what cannot be read is reported, and the maps and lists around it become open. */
import {
  type Build,
  checkDuplicates,
  DEEPEST,
  firstAfter,
  hasTemplate,
  makeScalar,
  makeTemplateNode,
  shorten,
  startBuild,
} from './build';
import { JsonScanner, Kind } from './json-scan';
import { type Source, skipPart, Unchanged } from './json-unchanged';
import type { Doc, Entry, MapNode, Node, Parent, ScalarNode, SeqNode, Tree } from './node';

/** Shorter texts are read in less time than it takes to compare them. */
const WORTHWHILE = 8192;

/** `previous`: a tree of an earlier state of the text; what has not changed since is not read until it is looked at. */
export function parseJson(build: Build, previous?: Tree): Doc[] {
  if (previous && build.text.length >= WORTHWHILE && isBare(previous) && build.text === build.original) {
    const unchanged = new Unchanged(previous, sourceOf(build.text));
    return [new JsonReader(build, (start, parent, depth) => unchanged.find(start, parent, depth)).readDoc()];
  }
  return [new JsonReader(build).readDoc()];
}

/** True for a tree whose text was read as it is: under a mask, a value hangs on more than its own text. */
function isBare({ syntax, templates, problems }: Tree): boolean {
  return syntax === 'json' && templates.length === 0 && !problems.some(({ code }) => code === 'merge-conflict');
}

function sourceOf(text: string): Source {
  const source: Source = {
    text,
    read(start, parent, depth) {
      const within: Skip = (at, ...rest) => (at === start ? undefined : skipPart(source, at, ...rest));
      return new JsonReader(startBuild(text, text), within).readAt(start, parent, depth);
    },
  };
  return source;
}

/** A map or list that need not be read, by its start. */
type Skip = (start: number, parent: Parent, depth: number) => MapNode | SeqNode | undefined;

class JsonReader {
  private readonly scan: JsonScanner;
  private endReported = false;

  constructor(
    private readonly build: Build,
    private readonly skip?: Skip,
  ) {
    this.scan = new JsonScanner(build);
  }

  readAt(start: number, parent: Parent, depth: number): Node {
    this.scan.end = start;
    this.scan.next();
    return this.readValue(parent, depth);
  }

  readDoc(): Doc {
    const { scan, build } = this;
    const doc: Doc = { kind: 'doc', index: 0, start: 0, end: build.text.length };
    // Stray closing signs before the value must not hide it.
    while (isStray(scan.next()))
      this.report('unexpected-token', `Nothing is open here that this ${this.word()} could close or divide.`);
    if (scan.kind === Kind.End) return doc;
    doc.root = this.readValue(doc, 0);
    if ((scan.kind as Kind) !== Kind.End) {
      scan.end = build.text.length;
      this.report(
        'extra-text',
        'The JSON value ends before this. Nothing may follow it: check for a closing brace too many.',
      );
      if (doc.root.kind === 'map' || doc.root.kind === 'seq') doc.root.open = true;
    }
    return doc;
  }

  /** Reads the value that begins at the current token and moves past it. */
  private readValue(parent: Parent, depth: number): Node {
    const { scan, build } = this;
    const { start, end, kind } = scan;
    if (kind === Kind.OpenMap || kind === Kind.OpenSeq) {
      if (depth >= DEEPEST) return this.skipDeep(parent);
      const known = this.skip?.(start, parent, depth);
      if (known) {
        scan.end = known.end;
        scan.next();
        return known;
      }
      return kind === Kind.OpenMap ? this.readMap(parent, depth + 1) : this.readSeq(parent, depth + 1);
    }
    const source = build.original.slice(start, end);
    let node: Node;
    if (kind === Kind.String) {
      node = hasTemplate(build, start, end)
        ? makeTemplateNode(build, start, end, parent)
        : makeScalar(start, end, parent, scan.value, 'double', source);
    } else if (kind === Kind.Word) {
      node = { kind: 'unknown', start, end, parent, reason: 'broken', source };
      this.report('unexpected-token', explainWord(source));
    } else {
      const value = kind === Kind.Number ? Number(scan.value) : kind === Kind.Null ? null : kind === Kind.True;
      node = makeScalar(start, end, parent, value, 'plain', source);
    }
    scan.next();
    return node;
  }

  private readMap(parent: Parent, depth: number): MapNode {
    const { scan, build } = this;
    const map: MapNode = {
      kind: 'map',
      start: scan.start,
      end: scan.end,
      parent,
      flow: true,
      entries: [],
      open: false,
    };
    let comma = -1;
    for (scan.next(); ; ) {
      switch (scan.kind) {
        case Kind.CloseMap:
          if (comma >= 0) this.reportTrailingComma(comma);
          map.end = scan.end;
          scan.next();
          checkDuplicates(build, map);
          return map;
        case Kind.CloseSeq:
        case Kind.End:
          this.reportUnclosed(map.start, '{', '}');
          map.open = true;
          map.end = scan.previousEnd;
          checkDuplicates(build, map);
          return map;
        case Kind.String:
        case Kind.Word:
          if (map.entries.length > 0 && comma < 0) this.reportMissingComma('members');
          this.readEntry(map, depth);
          break;
        case Kind.Comma:
          map.open = true;
          this.report('unexpected-token', 'A member is missing before this comma.');
          comma = scan.start;
          scan.next();
          continue;
        default:
          map.open = true;
          this.report(
            'unexpected-token',
            `A member must begin with its name in double quotes; ${this.word()} does not.`,
          );
          this.skipValue(map, depth);
      }
      comma = -1;
      // After a member: one comma, or the end. Anything else goes round and is judged there.
      if ((scan.kind as Kind) === Kind.Comma) {
        comma = scan.start;
        scan.next();
      }
    }
  }

  private readEntry(map: MapNode, depth: number): void {
    const { scan, build } = this;
    const { start, end } = scan;
    const quoted = scan.kind === Kind.String;
    const name = quoted ? scan.value : scan.value.replace(/^'(.*?)'?$/, '$1');
    const dynamic = hasTemplate(build, start, end);
    const source = build.original.slice(start, end);
    const entry = { kind: 'entry', start, end, parent: map, name: dynamic ? source : name } as Entry;
    const key: ScalarNode = makeScalar(start, end, entry, entry.name, quoted ? 'double' : 'plain', source);
    entry.key = key;
    if (dynamic) {
      entry.dynamic = map.irregular = map.open = true;
    }
    if (!quoted) this.report('unquoted-key', `JSON needs double quotes around a name: write "${shorten(name)}".`);
    map.entries.push(entry);
    if (scan.next() === Kind.Colon) {
      entry.end = scan.end;
      scan.next();
    } else if (dynamic) {
      return; // A template alone among members writes whole members, not a name.
    } else {
      scan.report(start, end, 'missing-colon', `"${shorten(name)}" needs a colon and a value after it.`);
      map.open = true;
      if (!startsValue(scan.kind) || scan.kind === Kind.String || scan.kind === Kind.Word) return;
    }
    if (!startsValue(scan.kind)) {
      scan.report(start, entry.end, 'missing-value', `"${shorten(name)}" has no value yet.`);
      return;
    }
    if (scan.kind === Kind.String && this.isNextKey()) {
      scan.report(start, entry.end, 'missing-value', `"${shorten(name)}" has no value yet.`);
      return;
    }
    entry.value = this.readValue(entry, depth);
    entry.end = entry.value.end;
  }

  /** `"a":` ⏎ `"b": 1`: the string on the next line is the next name, not the value. */
  private isNextKey(): boolean {
    const { scan, build } = this;
    if (!/[\r\n]/.test(build.text.slice(scan.previousEnd, scan.start))) return false;
    let i = scan.end;
    while (' \t\r\n'.includes(build.text[i] ?? '.')) i++;
    return build.text[i] === ':';
  }

  private readSeq(parent: Parent, depth: number): SeqNode {
    const { scan } = this;
    const seq: SeqNode = { kind: 'seq', start: scan.start, end: scan.end, parent, flow: true, items: [], open: false };
    let comma = -1;
    for (scan.next(); ; ) {
      switch (scan.kind) {
        case Kind.CloseSeq:
          if (comma >= 0) this.reportTrailingComma(comma);
          seq.end = scan.end;
          scan.next();
          return seq;
        case Kind.CloseMap:
        case Kind.End:
          this.reportUnclosed(seq.start, '[', ']');
          seq.open = true;
          seq.end = scan.previousEnd;
          return seq;
        case Kind.Comma:
          seq.open = true;
          this.report('unexpected-token', 'An item is missing before this comma.');
          comma = scan.start;
          scan.next();
          continue;
        case Kind.Colon:
          seq.open = true;
          this.report('unexpected-token', 'A list has items, not names with values: this colon does not belong here.');
          scan.next();
          if (startsValue(scan.kind)) this.skipValue(seq, depth);
          break;
        default:
          if (seq.items.length > 0 && comma < 0) this.reportMissingComma('items');
          seq.items.push(this.readValue(seq, depth));
      }
      comma = -1;
      if ((scan.kind as Kind) === Kind.Comma) {
        comma = scan.start;
        scan.next();
      }
    }
  }

  /** Reads past a value that has no place in the tree; its own problems are still told. */
  private skipValue(parent: MapNode | SeqNode, depth: number): void {
    const outside: SeqNode = { ...(parent as SeqNode), kind: 'seq', items: [] };
    if (startsValue(this.scan.kind)) this.readValue(outside, depth);
    else this.scan.next();
  }

  private skipDeep(parent: Parent): Node {
    const { scan, build } = this;
    const start = scan.start;
    this.report('too-deep', `Nesting deeper than ${DEEPEST} levels is not read.`);
    let depth = 0;
    do {
      if (scan.kind === Kind.OpenMap || scan.kind === Kind.OpenSeq) depth++;
      else if (scan.kind === Kind.CloseMap || scan.kind === Kind.CloseSeq) depth--;
      scan.next();
    } while (depth > 0 && scan.kind !== Kind.End);
    const end = scan.previousEnd;
    return { kind: 'unknown', start, end, parent, reason: 'broken', source: build.original.slice(start, end) };
  }

  /** True when a blanked directive stands between two places, so that what lies there depends on the rendering. */
  private isBetweenDirectives(from: number, to: number): boolean {
    const hole = this.build.holes[firstAfter(this.build.holes, from)];
    return hole !== undefined && hole.start < to;
  }

  private reportTrailingComma(comma: number): void {
    if (this.isBetweenDirectives(comma, this.scan.start)) return;
    this.scan.report(
      comma,
      comma + 1,
      'trailing-comma',
      'JSON allows no comma after the last one: the AWS CLI refuses the file. Remove the comma.',
    );
  }

  private reportMissingComma(what: string): void {
    const { scan, build } = this;
    if (this.isBetweenDirectives(scan.previousEnd, scan.start)) return;
    // Where a colon or a value is missing, that has been told.
    const last = build.problems[build.problems.length - 1];
    if (last && last.end === scan.previousEnd && last.code.startsWith('missing-')) return;
    if (hasTemplate(build, scan.previousEnd - 1, scan.previousEnd) || hasTemplate(build, scan.start, scan.end)) return;
    scan.report(scan.previousEnd - 1, scan.previousEnd, 'missing-comma', `A comma is missing between two ${what}.`);
  }

  private reportUnclosed(start: number, open: string, close: string): void {
    // At the end of the file everything around is unclosed too; the innermost is where the work was.
    if (this.scan.kind === Kind.End && this.endReported) return;
    this.endReported ||= this.scan.kind === Kind.End;
    const found = this.scan.kind === Kind.End ? 'the file ends first' : `${this.word()} comes first`;
    this.scan.report(start, start + 1, 'unclosed', `This ${open} is never closed with ${close}: ${found}.`);
  }

  private report(code: string, message: string): void {
    this.scan.report(this.scan.start, this.scan.end, code, message);
  }

  private word(): string {
    return shorten(this.build.original.slice(this.scan.start, this.scan.end));
  }
}

function isStray(kind: Kind): boolean {
  return kind === Kind.CloseMap || kind === Kind.CloseSeq || kind === Kind.Comma || kind === Kind.Colon;
}

function startsValue(kind: Kind): boolean {
  return kind !== Kind.End && !isStray(kind);
}

function explainWord(source: string): string {
  if (/^(?:true|false|null)$/i.test(source)) return `JSON writes this in lower case: ${source.toLowerCase()}.`;
  if (/^(?:None|nil|undefined)$/.test(source)) return 'JSON writes a missing value as null, or leaves the member out.';
  if (source.startsWith("'")) return 'JSON strings stand in double quotes, not single ones.';
  return `${shorten(source)} is not a JSON value. A string needs double quotes around it.`;
}
