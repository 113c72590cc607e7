/**
 * YAML text → documents. Drives the yaml package's lexer, parser and composer by hand: that gives the comments, tags
 * and the nesting depth on the way, and costs no more than its own parseAllDocuments.
 */
import { Composer, type Document, Lexer, Parser, Schema } from 'yaml';
import { type Build, DEEPEST } from './build';
import type { Doc, Span } from './node';
import { YamlBuilder } from './yaml-build';
import { explainYamlError } from './yaml-errors';

/** One schema for all documents: building it anew for each is a large part of the cost of a small one. */
const SCHEMA = new Schema({ schema: 'core', resolveKnownTags: false });

export function parseYaml(build: Build): Doc[] {
  let result = readStream(build);
  if (result.documents.some((document) => document.errors.some((error) => error.code === 'TAB_AS_INDENT'))) {
    // A tab costs the rest of its map. Read again with spaces in place of the tabs; the problem is told all the same.
    result = readStream({ ...build, text: replaceTabs(build) });
  }
  const { documents, comments, tags } = result;
  build.comments.push(...comments);
  const builder = new YamlBuilder(build, tags);
  const docs: Doc[] = [];
  for (const document of documents) {
    docs.push(builder.buildDoc(document, docs.length));
    for (const error of document.errors) {
      if (error.pos[0] >= result.end) continue;
      build.gaps.push(error.pos[0]);
      const problem = explainYamlError(error, build);
      if (problem) build.problems.push(problem);
    }
  }
  if (docs.length === 0) docs.push({ kind: 'doc', index: 0, start: 0, end: build.text.length });
  return docs;
}

interface Stream {
  documents: Document.Parsed[];
  comments: { start: number; end: number; text: string }[];
  tags: Span[];
  /** How far the text was read. */
  end: number;
}

function readStream(build: Build): Stream {
  const stream: Stream = { documents: [], comments: [], tags: [], end: build.text.length + 1 };
  const parser = new Parser();
  const composer = new Composer({ schema: SCHEMA, prettyErrors: false, uniqueKeys: false, keepSourceTokens: false });
  try {
    feed(build, parser, composer, stream);
  } catch {
    // The package recurses and can run out of stack on text made for it; what is complete so far is kept.
    stopReading(build, stream, Math.min(parser.offset, build.text.length));
  }
  return stream;
}

function feed(build: Build, parser: Parser, composer: Composer, stream: Stream): void {
  const { text, original } = build;
  const { documents, comments, tags } = stream;
  // The lexer announces the text of a scalar with this sign, so that a scalar is never taken for a comment or a tag.
  const scalarAhead = '\x1f';
  let previous = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (previous !== scalarAhead) {
      const first = lexeme.charCodeAt(0);
      if (first === 35 || first === 33) {
        const start = parser.offset;
        const end = start + lexeme.length;
        if (first === 33) tags.push({ start, end });
        else comments.push({ start, end, text: original.slice(start + 1, end).trim() });
      }
    }
    previous = lexeme;
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > DEEPEST) {
      stopReading(build, stream, parser.offset - lexeme.length);
      break;
    }
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(false, text.length));
}

function stopReading(build: Build, stream: Stream, offset: number): void {
  stream.end = offset;
  build.gaps.push(offset);
  build.problems.push({
    code: 'too-deep',
    severity: 'error',
    start: offset,
    end: Math.min(offset + 1, build.text.length),
    message: `Nesting deeper than ${DEEPEST} levels is not read, and neither is what follows.`,
  });
}

function replaceTabs(build: Build): string {
  return build.text.replace(/^[ \t]*\t[ \t]*/gm, (indent, at: number) => {
    const isBlank = /^[\r\n]?$/.test(build.text[at + indent.length] ?? '');
    if (!isBlank) {
      build.problems.push({
        code: 'tab-indentation',
        severity: 'error',
        start: at,
        end: at + indent.length,
        message: 'YAML does not allow tabs for indentation. Use spaces.',
      });
      build.gaps.push(at);
    }
    return ' '.repeat(indent.length);
  });
}
