/**
 * YAML text → documents. Drives the yaml package's lexer, parser and composer by hand: that gives the comments, tags
 * and the nesting depth on the way, and costs no more than its own parseAllDocuments.
 */
import { Composer, type Document, Lexer, Parser, Schema } from 'yaml';
import { type Build, DEEPEST } from './build';
import type { Doc, Span } from './node';
import { YamlBuilder } from './yaml-build';
import { YamlErrors } from './yaml-errors';
import { repairYaml } from './yaml-repair';

/** One schema for all documents: building it anew for each is a large part of the cost of a small one. */
const SCHEMA = new Schema({ schema: 'core', resolveKnownTags: false });

/** Readings of one broken text; each further one costs as much as the first, so large texts get fewer. */
const READINGS = 4;
const LARGE = 256 * 1024;
/** Errors in one reading from which on the text is hardly YAML. */
const HOPELESS = 1000;

/** The documents of one text; none when it has nothing but comments. */
export function parseYaml(build: Build): Doc[] {
  let stream = readStream(build);
  for (let i = build.text.length > LARGE ? READINGS - 1 : 1; i < READINGS; i++) {
    const errors = stream.documents.flatMap((document) => document.errors);
    if (errors.length === 0 || errors.length > HOPELESS) break;
    const mended = repairYaml(build, { errors, longQuotes: stream.longQuotes });
    if (mended === undefined) break;
    build.text = mended;
    stream = readStream(build);
  }
  return buildDocs(build, stream);
}

function buildDocs(build: Build, stream: Stream): Doc[] {
  build.comments.push(...stream.comments);
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
  if (stream.end <= build.text.length) reportStop(build, stream.end);
  return docs;
}

interface Stream {
  documents: Document.Parsed[];
  comments: { start: number; end: number; text: string }[];
  tags: Span[];
  /** Quoted scalars that run over more than one line or are not closed. */
  longQuotes: Span[];
  /** How far the text was read. */
  end: number;
}

function readStream(build: Build): Stream {
  const stream: Stream = { documents: [], comments: [], tags: [], longQuotes: [], end: build.text.length + 1 };
  const parser = new Parser();
  const composer = new Composer({ schema: SCHEMA, prettyErrors: false, uniqueKeys: false, keepSourceTokens: false });
  try {
    feed(build, parser, composer, stream);
  } catch {
    // The package recurses and can run out of stack on text made for it; what is complete so far is kept.
    stream.end = Math.min(parser.offset, build.text.length);
  }
  return stream;
}

function feed(build: Build, parser: Parser, composer: Composer, stream: Stream): void {
  const { text, original } = build;
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
      break;
    }
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(false, text.length));
}

function isOpen(quoted: string): boolean {
  return quoted.length < 2 || quoted[0] !== quoted[quoted.length - 1] || quoted.includes('\n');
}

function reportStop(build: Build, offset: number): void {
  build.gaps.push(offset);
  build.problems.push({
    code: 'too-deep',
    severity: 'error',
    start: offset,
    end: Math.min(offset + 1, build.text.length),
    message: `Nesting deeper than ${DEEPEST} levels is not read, and neither is what follows.`,
  });
}
