/**
 * A YAML stream is read document by document, so that after a keystroke only the document under the cursor is read
 * again: the others are taken from the previous tree, shifted.
 */
import { type Build, firstAfter, startBuild } from './build';
import type { Comment, Doc, Span, SyntaxProblem, Tree } from './node';
import { MovedDoc, shiftDoc, shiftProblem, shiftSpan } from './shift';

/** What was read from one stretch of the text, between two `---` lines. */
interface Chunk {
  /** As written. */
  text: string;
  start: number;
  docs: Doc[];
  problems: SyntaxProblem[];
  comments: Comment[];
  /** The chunk that was really read, where this one is a copy of it at another place. */
  origin?: Chunk;
  /** What reading it took from the allowance of the file. */
  cost: number;
  /** The allowance did not reach to its end. */
  isCut: boolean;
}

const chunksOf = new WeakMap<Tree, Chunk[]>();

/** A line that ends one document and begins the next. It can be nowhere inside a document, not even in quotes (YAML 1.2, 9.1.2). */
const BOUNDARY = /(?:\r\n|\n)---(?=[ \t\r\n]|$)/g;

/**
 * Reads the stream in `build` with `read`, chunk by chunk, and adds what it finds to `build`. Returns the documents and
 * a function that ties the chunks to the tree once there is one. Undefined when the text is better read in one piece.
 */
export function readByDocument(
  build: Build,
  previous: Tree | undefined,
  read: (part: Build) => Doc[],
): { docs: Doc[]; keep: (tree: Tree) => void } | undefined {
  // Directives belong to the document after them, and conflicts may run over boundaries.
  if (build.gaps.length > 0 || build.text.startsWith('%') || build.text.includes('\n%')) return undefined;
  const starts = findBoundaries(build.text);
  if (starts.length < 2) return undefined;
  const old = (previous && chunksOf.get(previous)) ?? [];
  const texts = starts.map((start, i) => build.original.slice(start, starts[i + 1] ?? build.original.length));
  const fromStart = countSame(old, texts);
  const fromEnd = countSame(old.slice(fromStart).reverse(), texts.slice(fromStart).reverse());
  const docs: Doc[] = [];
  const chunks: Chunk[] = [];
  for (const [i, text] of texts.entries()) {
    const start = starts[i] as number;
    const known = i < fromStart ? old[i] : i >= texts.length - fromEnd ? old[old.length - texts.length + i] : undefined;
    const chunk = isStillGood(known, build)
      ? moveChunk(known, start, docs.length)
      : readChunk(build, text, start, docs.length, old.length > 0, read);
    docs.push(...chunk.docs);
    for (const problem of chunk.problems) build.problems.push(problem);
    for (const comment of chunk.comments) build.comments.push(comment);
    chunks.push(chunk);
    if (chunk.isCut) break;
  }
  return { docs, keep: (tree) => chunksOf.set(tree, chunks) };
}

function findBoundaries(text: string): number[] {
  const starts = [0];
  if (!text.includes('\n---')) return starts;
  for (const match of text.matchAll(BOUNDARY)) starts.push(match.index + match[0].length - 3);
  return starts;
}

function countSame(old: readonly Chunk[], texts: readonly string[]): number {
  let count = 0;
  while (count < old.length && count < texts.length && old[count]?.text === texts[count]) count++;
  return count;
}

/** What was read before costs nothing now, but is charged for: the file is read as far as it would be if it were new. */
function isStillGood(known: Chunk | undefined, { allowance }: Build): known is Chunk {
  if (!known || known.isCut || known.cost > allowance.left) return false;
  allowance.left -= known.cost;
  return true;
}

function moveChunk(known: Chunk, start: number, index: number): Chunk {
  if (known.start === start && (known.docs[0]?.index ?? index) === index) return known;
  const origin = known.origin ?? known;
  const by = start - origin.start;
  return {
    text: known.text,
    start,
    docs: origin.docs.map((doc, i) => new MovedDoc(doc, by, index + i)),
    problems: origin.problems.map((problem) => shiftProblem(problem, by)),
    comments: origin.comments.map((comment) => shiftSpan(comment, by)),
    origin,
    cost: known.cost,
    isCut: false,
  };
}

/** `copies`: the text is copied, or the few documents that change would keep all the texts they ever stood in alive. */
function readChunk(
  build: Build,
  slice: string,
  start: number,
  index: number,
  copies: boolean,
  read: (part: Build) => Doc[],
): Chunk {
  const end = start + slice.length;
  const text = copies ? copyText(slice) : slice;
  const masked = build.text === build.original ? text : build.text.slice(start, end);
  const { allowance } = build;
  const { left } = allowance;
  const part = startBuild(text, masked, allowance);
  part.templates = cut(build.templates, start, end);
  part.holes = cut(build.holes, start, end);
  const docs = read(part);
  for (const [i, doc] of docs.entries()) {
    doc.index = index + i;
    if (start > 0) shiftDoc(doc, start);
  }
  return {
    text,
    start,
    docs,
    problems: part.problems.map((problem) => shiftProblem(problem, start)),
    comments: start > 0 ? part.comments.map((comment) => shiftSpan(comment, start)) : part.comments,
    cost: left - allowance.left,
    isCut: allowance.isSpent,
  };
}

function copyText(slice: string): string {
  return JSON.parse(JSON.stringify(slice)) as string;
}

/** The spans inside a chunk, counted from its start. */
function cut<T extends Span>(spans: readonly T[], start: number, end: number): T[] {
  const inside: T[] = [];
  for (let i = firstAfter(spans, start); i < spans.length; i++) {
    const span = spans[i] as T;
    if (span.start >= end) break;
    inside.push(shiftSpan(span, -start));
  }
  return inside;
}
