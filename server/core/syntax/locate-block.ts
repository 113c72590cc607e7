/**
 * Cursor contexts in YAML's block style, where indentation decides. A placeholder goes in where the cursor stands and
 * the document is read again: YAML itself then tells which map or list the line belongs to.
 */
import { type CursorContext, nowhere } from './cursor';
import type { Doc, Entry, MapNode, Node, SeqNode, Span, Tree } from './node';
import { parse } from './parse';
import { docAt, findNode, nodeAt, type Path, pathOf } from './path';
import { endOfLine, startOfLine } from './position';

const PLACEHOLDER = 'ecsPreflightCursor';
const KEY =
  /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#:'"{}[\]&*!|>%@`,-](?:[^#:]|:(?=\S)|(?<=\S)#)*?|-(?=\S)[^:]*?)\s*:(?=\s|$)/;

/** The line of the cursor, taken apart: `lead` spaces, `dashes`, then a name or a value. */
interface Line {
  start: number;
  end: number;
  lead: number;
  /** Where the dashes end and the text begins. */
  text: number;
  dashes: boolean;
}

export function locateInBlock(tree: Tree, doc: Doc, offset: number): CursorContext {
  const spot = nodeAt(tree, offset);
  const { node } = spot;
  if (node?.kind === 'scalar' && !spot.onKey && tree.text.slice(node.start, offset).includes('\n')) {
    // Inside text that runs over lines. Nothing to complete, but it is known what it is.
    if (node.style !== 'plain' && offset < node.end) return { ...nowhere(doc, offset), node, entry: spot.entry };
  }
  const line = readLine(tree.text, offset);
  const content = contentOf(tree, line);
  if (/^(?:---|\.\.\.)/.test(tree.text.slice(line.start, offset))) return nowhere(doc, offset);
  const key = KEY.exec(tree.text.slice(line.text, content.end));
  const colon = key ? line.text + key[0].length : -1;
  if (key && offset >= colon) return locateValue(tree, doc, offset, colon, content.end);
  if (key && offset >= line.text)
    return locateKey(tree, doc, offset, { start: line.text, end: colon - 1 }, false, line);
  const word = { start: Math.min(line.text, offset), end: Math.max(content.end, offset) };
  if (line.dashes && offset >= line.text) return locateItem(tree, doc, offset, word);
  return locateKey(tree, doc, offset, word, true, line);
}

function readLine(text: string, offset: number): Line {
  const start = startOfLine(text, offset);
  const end = endOfLine(text, offset);
  const [, lead = '', dashes = ''] = /^([ \t]*)((?:-(?:[ \t]+|$))*)/.exec(text.slice(start, end)) ?? [];
  return { start, end, lead: lead.length, text: start + lead.length + dashes.length, dashes: dashes !== '' };
}

/** The line without a comment and without white space at its end. */
function contentOf(tree: Tree, line: Line): Span {
  const comment = tree.comments.find((one) => one.start >= line.start && one.start < line.end);
  let end = comment?.start ?? line.end;
  while (end > line.text && /\s/.test(tree.text[end - 1] as string)) end--;
  return { start: line.text, end: Math.max(end, line.text) };
}

interface Trial {
  tree: Tree;
  entry?: Entry;
  node: Node;
  container: MapNode | SeqNode;
  path: Path;
}

/** Reads the document again with `insert` in place of `span` and tells where the placeholder ended up. */
function tryInsert(tree: Tree, doc: Doc, span: Span, insert: string): Trial | undefined {
  const isSingle = tree.docs.length === 1;
  const from = isSingle ? 0 : doc.start;
  const to = isSingle ? tree.text.length : doc.end;
  const text = tree.text.slice(from, span.start) + insert + tree.text.slice(span.end, Math.max(to, span.end));
  const trial = parse(text, 'yaml', undefined, { bounded: true });
  const at = span.start - from + insert.indexOf(PLACEHOLDER);
  const lineEnd = endOfLine(text, at);
  if (trial.problems.some((one) => one.severity === 'error' && one.start <= lineEnd && one.end >= at)) return undefined;
  const { root } = docAt(trial, at);
  if (!root) return undefined;
  const spot = nodeAt(trial, at + 1);
  const { node, entry } = spot;
  if (node?.kind !== 'scalar' || node.start !== at || node.end !== at + PLACEHOLDER.length) return undefined;
  const parent = node.parent;
  if (parent.kind === 'seq') return { tree: trial, node, container: parent, path: pathOf(parent) };
  if (parent.kind !== 'entry' || parent !== entry) return undefined;
  return { tree: trial, entry, node, container: parent.parent, path: pathOf(parent.parent) };
}

function locateValue(tree: Tree, doc: Doc, offset: number, colon: number, end: number): CursorContext {
  let start = colon;
  while (start < offset && /\s/.test(tree.text[start] as string)) start++;
  const word = { start, end: Math.max(end, offset) };
  const spot = nodeAt(tree, start);
  const needsSpace = start === colon;
  const trial = tryInsert(tree, doc, { start: colon, end: word.end }, ` ${PLACEHOLDER}`);
  if (!trial?.entry) return nowhere(doc, offset);
  const context = describe(tree, doc, offset, word, trial, 'value');
  context.name = trial.entry.name;
  context.needs.space = needsSpace;
  const entry = context.map?.entries.findLast((one) => one.key.start < colon && one.key.end <= colon);
  if (entry) context.entry = entry;
  if (spot.node && !spot.onKey && spot.node.start === start && spot.node.kind !== 'map' && spot.node.kind !== 'seq') {
    context.node = spot.node;
  }
  return context;
}

function locateItem(tree: Tree, doc: Doc, offset: number, word: Span): CursorContext {
  const trial = tryInsert(tree, doc, word, PLACEHOLDER);
  if (trial?.container.kind !== 'seq') return nowhere(doc, offset);
  const context = describe(tree, doc, offset, word, trial, 'item');
  context.index = trial.container.items.indexOf(trial.node);
  const node = context.seq?.items[context.index];
  if (node && node.start <= offset && offset <= node.end && node.start !== node.end) context.node = node;
  return context;
}

/** A name, or an empty line where a name could stand. `whole`: the line has no colon yet. */
function locateKey(tree: Tree, doc: Doc, offset: number, word: Span, whole: boolean, line: Line): CursorContext {
  // With a value, where none can follow: the plain reader then takes what it takes without the cursor.
  const colon = whole ? (endsHere(tree.text, line) ? ': 0' : ':') : '';
  const trial = tryInsert(tree, doc, word, PLACEHOLDER + colon);
  if (trial?.entry && trial.entry.key === trial.node) return describeKey(tree, doc, offset, word, trial, whole);
  if (!whole) return nowhere(doc, offset);
  const isBlank = word.start === word.end;
  if (isBlank) {
    const item = tryInsert(tree, doc, word, `- ${PLACEHOLDER}`);
    if (item?.container.kind === 'seq') {
      const context = describe(tree, doc, offset, word, item, 'item');
      context.index = item.container.items.indexOf(item.node);
      context.needs.dash = true;
      return context;
    }
  }
  return locateReindented(tree, doc, offset, word, line);
}

/** Whether what stands below the line certainly is no value of a member on it. */
function endsHere(text: string, line: Line): boolean {
  const below = /\S/g;
  below.lastIndex = line.end;
  const next = below.exec(text)?.index;
  return next === undefined || (next - startOfLine(text, next) <= line.lead && !'-#'.includes(text[next] as string));
}

/** The indentation fits nothing: take the nearest smaller one that does, and say that the line must move there. */
function locateReindented(tree: Tree, doc: Doc, offset: number, word: Span, line: Line): CursorContext {
  for (const column of columnsAbove(tree, doc, line)) {
    if (column >= line.lead) continue;
    const span = { start: line.start, end: word.end };
    const trial = tryInsert(tree, doc, span, `${' '.repeat(column)}${PLACEHOLDER}:`);
    if (trial?.entry?.key !== trial?.node || !trial) continue;
    const context = describeKey(tree, doc, offset, word, trial, true);
    context.also.push({ start: line.start, end: line.start + line.lead, newText: ' '.repeat(column) });
    return context;
  }
  return nowhere(doc, offset);
}

/** Columns of the lines above that the cursor's line could continue, nearest first. */
function columnsAbove(tree: Tree, doc: Doc, line: Line): number[] {
  const columns: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let at = line.start; at > doc.start && at > 0 && least > 0; ) {
    at = startOfLine(tree.text, at - (tree.text.startsWith('\r\n', at - 2) ? 2 : 1));
    const above = readLine(tree.text, at);
    if (above.text >= above.end || tree.text[above.text] === '#') continue;
    const column = above.text - above.start;
    if (column < least) columns.push(column);
    least = Math.min(least, above.lead, column);
  }
  return columns;
}

function describeKey(tree: Tree, doc: Doc, offset: number, word: Span, trial: Trial, whole: boolean): CursorContext {
  const context = describe(tree, doc, offset, word, trial, 'key');
  context.name = tree.text.slice(word.start, word.end).replace(/^(["'])(.*)\1$/, '$2');
  context.needs.colon = whole;
  const { entry } = nodeAt(tree, offset);
  if (entry && entry.key.start <= offset && offset <= entry.key.end && entry.key.start === word.start) {
    context.entry = entry;
    context.node = entry.key;
  } else if (context.fresh) {
    // The member whose empty value this would become.
    const owner = findNode(doc.root, context.path)?.parent;
    if (owner?.kind === 'entry') context.entry = owner;
  }
  return context;
}

function describe(
  tree: Tree,
  doc: Doc,
  offset: number,
  word: Span,
  trial: Trial,
  at: CursorContext['at'],
): CursorContext {
  const typed = tree.text.slice(word.start, offset);
  const quote = typed[0] === '"' || typed[0] === "'" ? typed[0] : '';
  const context: CursorContext = {
    ...nowhere(doc, offset),
    at,
    path: trial.path,
    replace: word,
    typed,
    prefix: typed.slice(quote.length),
  };
  context.needs.quote = quote;
  const { container } = trial;
  const original = findNode(doc.root, trial.path);
  if (original?.kind === 'map' && container.kind === 'map') context.map = original;
  else if (original?.kind === 'seq' && container.kind === 'seq') context.seq = original;
  const line = trial.tree.lineStarts[trial.tree.lineStarts.findLastIndex((start) => start <= container.start)] ?? 0;
  context.indent = container.start - line;
  if (container.kind === 'map') {
    const typing = at === 'none' ? undefined : trial.entry;
    context.siblings = container.entries
      .filter((entry) => entry !== typing && entry.name !== '<<')
      .map((entry) => entry.name);
    context.fresh = container.entries.length === 1 && !context.map;
  } else context.fresh = container.items.length === 1 && !context.seq;
  return context;
}
