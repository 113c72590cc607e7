/**
 * YAML text → documents. Drives the yaml package's lexer, parser and composer by hand: that gives the comments, tags
 * and the nesting depth on the way, and costs no more than its own parseAllDocuments.
 */
import { Composer, type Document, Lexer, Parser, Schema } from 'yaml';
import { type Build, DEEPEST } from './build';
import { tooLarge } from './ceiling';
import type { Doc, Span } from './node';
import { YamlBuilder } from './yaml-build';
import { YamlErrors } from './yaml-errors';
import { repairYaml } from './yaml-repair';

/** One schema for all documents: building it anew for each is a large part of the cost of a small one. */
const SCHEMA = new Schema({ schema: 'core', resolveKnownTags: false });

/** Readings of one broken text, while its allowance lasts: each further one costs as much as the first. */
const READINGS = 4;
/** Errors in one reading from which on the text is hardly YAML. */
const HOPELESS = 1000;

/** The documents of one text; none when it has nothing but comments. */
export function parseYaml(build: Build): Doc[] {
  const { allowance } = build;
  const end = endOfReading(build);
  let stream = readStream(build, end);
  for (let i = 1; i < READINGS && allowance.left >= end; i++) {
    const errors = stream.documents.flatMap((document) => document.errors);
    if (errors.length === 0 || errors.length > HOPELESS) break;
    const mended = repairYaml(build, { errors, longQuotes: stream.longQuotes });
    if (mended === undefined) break;
    build.text = mended;
    stream = readStream(build, end);
  }
  return buildDocs(build, stream);
}

/** How far the allowance reaches: the end of the text, or of a line in it. */
function endOfReading({ text, allowance }: Build): number {
  if (text.length <= allowance.left) return text.length;
  allowance.isSpent = true;
  return text.lastIndexOf('\n', allowance.left - 1) + 1 || allowance.left;
}

function buildDocs(build: Build, stream: Stream): Doc[] {
  for (const comment of stream.comments) build.comments.push(comment);
  const builder = new YamlBuilder(build, stream.tags);
  const docs: Doc[] = [];
  const explain = new YamlErrors(build);
  for (const document of stream.documents) {
    docs.push(builder.buildDoc(document, docs.length));
    for (const error of document.errors) {
      if (error.pos[0] >= stream.end) continue;
      build.gaps.push(error.pos[0]);
      explain.add(error);
    }
  }
  if (stream.end <= build.text.length) reportStop(build, stream);
  return docs;
}

interface Stream {
  documents: Document.Parsed[];
  comments: { start: number; end: number; text: string }[];
  tags: Span[];
  /** Quoted scalars that run over more than one line or are not closed. */
  longQuotes: Span[];
  /** How far the text was read, if not to its end. */
  end: number;
  /** Why not. */
  isTooDeep: boolean;
}

/** Reads the text up to `limit`. */
function readStream(build: Build, limit: number): Stream {
  const end = limit < build.text.length ? limit : build.text.length + 1;
  const stream: Stream = { documents: [], comments: [], tags: [], longQuotes: [], end, isTooDeep: false };
  build.allowance.left -= limit;
  const parser = new Parser();
  const composer = new Composer({ schema: SCHEMA, prettyErrors: false, uniqueKeys: false, keepSourceTokens: false });
  const errors = Error as { stackTraceLimit?: number };
  const { stackTraceLimit } = errors;
  try {
    // Every mistake in the text is made an Error: their stacks are a third of the cost of a text that is full of them.
    errors.stackTraceLimit = 0;
    feed(build, limit, parser, composer, stream);
  } catch {
    // The package recurses and can run out of stack on text made for it; what is complete so far is kept.
    stream.end = Math.min(parser.offset, build.text.length);
    stream.isTooDeep = true;
  } finally {
    errors.stackTraceLimit = stackTraceLimit;
  }
  return stream;
}

function feed(build: Build, limit: number, parser: Parser, composer: Composer, stream: Stream): void {
  const { original } = build;
  const text = build.text.slice(0, limit);
  const { documents, comments, tags, longQuotes } = stream;
  // The lexer announces the text of a scalar with this sign, so that a scalar is never taken for a comment or a tag.
  const scalarAhead = '\x1f';
  let previous = '';
  for (const lexeme of new Lexer().lex(text)) {
    const first = lexeme.charCodeAt(0);
    if (previous !== scalarAhead) {
      if (first === 35 || first === 33) {
        const start = parser.offset;
        const end = start + lexeme.length;
        if (first === 33) tags.push({ start, end });
        else comments.push({ start, end, text: original.slice(start + 1, end).trim() });
      }
      if ((first === 34 || first === 39) && isOpen(lexeme)) {
        longQuotes.push({ start: parser.offset, end: parser.offset + lexeme.length });
      }
    }
    previous = lexeme;
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > DEEPEST) {
      stream.end = parser.offset - lexeme.length;
      stream.isTooDeep = true;
      break;
    }
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(false, text.length));
}

function isOpen(quoted: string): boolean {
  return quoted.length < 2 || quoted[0] !== quoted[quoted.length - 1] || quoted.includes('\n');
}

function reportStop(build: Build, { end, isTooDeep }: Stream): void {
  build.gaps.push(end);
  if (!isTooDeep) {
    if (end > 0) build.broken.push({ start: end - 1, end });
    build.problems.push(tooLarge(end));
    return;
  }
  build.problems.push({
    code: 'too-deep',
    severity: 'error',
    start: end,
    end: Math.min(end + 1, build.text.length),
    message: `Nesting deeper than ${DEEPEST} levels is not read, and neither is what follows.`,
  });
}
