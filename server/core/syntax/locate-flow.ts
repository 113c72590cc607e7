/**
 * Cursor contexts between brackets: JSON, and flow collections in YAML. Reads the tokens from the opening bracket up to
 * the cursor and keeps a stack of what is open, so that what follows the cursor may be as broken as it likes.
 */
import { type Build, startBuild } from './build';
import { type CursorContext, nowhere } from './cursor';
import { JsonScanner, Kind } from './json-scan';
import { applyMasks, type Mask } from './mask';
import type { Doc, Entry, MapNode, Node, SeqNode, Span, Tree } from './node';
import { findNode, type Path } from './path';
import { lineAt } from './position';
import { maskTemplates } from './template';

interface Level {
  kind: 'map' | 'seq';
  start: number;
  /** key: a name comes next. colon: a name was read. value: the colon was read. after: a value was read. */
  state: 'key' | 'colon' | 'value' | 'after';
  name: string;
  index: number;
  /** Names whose reading is complete. */
  names: string[];
}

/** Context at `offset`, which is inside the collection that begins at `from` and has the path `base`. */
export function locateInFlow(tree: Tree, doc: Doc, from: number, base: Path, offset: number): CursorContext {
  const build = scanBuild(tree);
  const scan = new JsonScanner(build);
  if (from > 0) scan.end = from;
  const levels: Level[] = [];
  let rootRead = false;
  let previousEnd = from;
  for (;;) {
    const kind = scan.next();
    if (kind === Kind.End || scan.start >= offset || holdsCursor(scan, build.text, offset)) break;
    previousEnd = scan.end;
    if (kind === Kind.OpenMap || kind === Kind.OpenSeq) {
      const isMap = kind === Kind.OpenMap;
      levels.push({
        kind: isMap ? 'map' : 'seq',
        start: scan.start,
        state: isMap ? 'key' : 'value',
        name: '',
        index: 0,
        names: [],
      });
    } else if (kind === Kind.CloseMap || kind === Kind.CloseSeq) {
      levels.pop();
      rootRead ||= levels.length === 0;
      finishValue(levels.at(-1));
    } else step(levels.at(-1), scan);
  }
  const level = levels.at(-1);
  if (!level) return rootRead ? nowhere(doc, offset) : atRoot(tree, doc, offset, wordAt(scan, build.text, offset));
  const word = wordAt(scan, build.text, offset);
  return describe(tree, doc, build.text, base, levels, level, word, previousEnd, offset);
}

/** Text as the JSON reader sees it; YAML comments are blanked since the reader does not know them. */
function scanBuild(tree: Tree): Build {
  const { text } = maskTemplates(tree.text, tree.syntax);
  if (tree.syntax === 'json') return startBuild(tree.text, text);
  const masks: Mask[] = tree.comments.map(({ start, end }) => ({ start, end, with: 'blank' }));
  return startBuild(tree.text, applyMasks(text, masks));
}

/** The token under the cursor is what a completion replaces; it says nothing about the state before it. */
function holdsCursor(scan: JsonScanner, text: string, offset: number): boolean {
  if (scan.kind === Kind.String || scan.value.startsWith("'")) {
    if (offset < scan.end) return true;
    return offset === scan.end && (scan.end - scan.start < 2 || text[scan.end - 1] !== text[scan.start]);
  }
  return isWord(scan.kind) && offset <= scan.end;
}

function isWord(kind: Kind): boolean {
  return kind >= Kind.String;
}

function step(level: Level | undefined, scan: JsonScanner): void {
  if (!level) return;
  if (scan.kind === Kind.Comma) {
    if (level.state !== 'key') level.index++;
    level.state = level.kind === 'map' ? 'key' : 'value';
  } else if (scan.kind === Kind.Colon) level.state = 'value';
  else if (level.kind === 'seq') level.state = 'after';
  else if (level.state === 'value') level.state = 'after';
  else {
    level.name = scan.kind === Kind.String ? scan.value : scan.value.replace(/^'(.*?)'?$/, '$1');
    level.names.push(level.name);
    level.state = 'colon';
  }
}

function finishValue(level: Level | undefined): void {
  if (level) level.state = 'after';
}

/** Span of the token under the cursor. Of an unclosed string only the word itself: the rest of the line is someone else's. */
function wordAt(scan: JsonScanner, text: string, offset: number): Span {
  if (
    !isWord(scan.kind) ||
    scan.start > offset ||
    scan.end < offset ||
    (scan.start === offset && scan.kind !== Kind.Word && scan.kind !== Kind.String)
  ) {
    return { start: offset, end: offset };
  }
  const first = text[scan.start];
  const isQuoted = first === '"' || first === "'";
  if (scan.start === offset && isQuoted) return { start: offset, end: offset };
  if (!isQuoted || (scan.end - scan.start > 1 && text[scan.end - 1] === first))
    return { start: scan.start, end: scan.end };
  let end = offset;
  while (end < scan.end && /[\w-]/.test(text[end] as string)) end++;
  return { start: scan.start, end };
}

function atRoot(tree: Tree, doc: Doc, offset: number, word: Span): CursorContext {
  const typed = tree.text.slice(word.start, offset);
  return { ...nowhere(doc, offset), at: 'value', flow: true, fresh: true, replace: word, typed, prefix: typed };
}

function describe(
  tree: Tree,
  doc: Doc,
  text: string,
  base: Path,
  levels: Level[],
  level: Level,
  word: Span,
  previousEnd: number,
  offset: number,
): CursorContext {
  const path: Path = [...base];
  for (const outer of levels.slice(0, -1)) path.push(outer.kind === 'map' ? outer.name : outer.index);
  const typed = tree.text.slice(word.start, offset);
  const opening = typed[0] === '"' || typed[0] === "'" ? typed[0] : '';
  const context: CursorContext = {
    ...nowhere(doc, offset),
    flow: true,
    path,
    replace: word,
    typed,
    prefix: typed.slice(opening.length),
  };
  const container = containerAt(doc, path, level.start);
  const following = followingToken(text, word.end);
  context.needs.quote = tree.syntax === 'json' ? '"' : opening;
  context.needs.comma =
    following !== ',' && following !== '}' && following !== ']' && following !== ':' && following !== '';
  context.indent = memberColumn(tree, container, level.start);
  if (container?.kind === 'map') context.map = container;
  else if (container) context.seq = container;
  if (level.kind === 'seq') {
    context.at = 'item';
    context.index = level.index;
    const node = container?.kind === 'seq' ? container.items[level.index] : undefined;
    if (node && node.start <= offset && offset <= node.end) context.node = node;
    if (level.state === 'after') addComma(context, previousEnd, 1);
    return context;
  }
  const entry = entryAt(container, offset, word);
  if (entry) context.entry = entry;
  if (level.state === 'colon' || level.state === 'value') {
    if (level.state === 'colon') return { ...context, at: 'none' };
    context.at = 'value';
    context.name = level.name;
    context.needs.space = tree.text[word.start - 1] === ':';
    if (entry?.value && entry.value.start <= offset && offset <= entry.value.end) context.node = entry.value;
    context.siblings = namesIn(container, level.names, level.name);
    return context;
  }
  context.at = 'key';
  context.name = context.prefix;
  context.needs.colon = following !== ':';
  if (!context.needs.colon) context.needs.comma = false;
  if (entry && offset <= entry.key.end) context.node = entry.key;
  context.siblings = namesIn(container, level.names, entry && offset <= entry.key.end ? entry.name : undefined);
  if (level.state === 'after') addComma(context, previousEnd, 0);
  return context;
}

function addComma(context: CursorContext, at: number, indexStep: number): void {
  context.also.push({ start: at, end: at, newText: ',' });
  if (context.index !== undefined) context.index += indexStep;
}

function containerAt(doc: Doc, path: Path, start: number): MapNode | SeqNode | undefined {
  const node: Node | undefined = findNode(doc.root, path);
  return (node?.kind === 'map' || node?.kind === 'seq') && node.start === start ? node : undefined;
}

/** The member around the cursor; right before a name the cursor is in none. */
function entryAt(container: MapNode | SeqNode | undefined, offset: number, word: Span): Entry | undefined {
  return container?.kind === 'map'
    ? container.entries.find(
        (one) => (one.start < offset || word.end > offset) && one.start <= offset && offset <= one.end,
      )
    : undefined;
}

function namesIn(container: MapNode | SeqNode | undefined, read: string[], typing: string | undefined): string[] {
  const names = new Set(read);
  if (container?.kind === 'map') for (const entry of container.entries) names.add(entry.name);
  if (typing !== undefined) names.delete(typing);
  return [...names];
}

/** First character after the cursor's word that is no white space. */
function followingToken(text: string, from: number): string {
  let i = from;
  while (i < text.length && text.charCodeAt(i) <= 32) i++;
  return text[i] ?? '';
}

function memberColumn(tree: Tree, container: MapNode | SeqNode | undefined, start: number): number {
  const children: readonly Span[] = container?.kind === 'map' ? container.entries : (container?.items ?? []);
  const first = children[0];
  const line = tree.lineStarts[lineAt(tree.lineStarts, first?.start ?? start)] as number;
  const lead = /^[ \t]*/.exec(tree.text.slice(line, line + 200))?.[0].length ?? 0;
  if (first && line + lead === first.start) return lead;
  return lead + (first ? 0 : 2);
}
