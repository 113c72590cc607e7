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
}

function readStream(build: Build): Stream {
  const text = build.text;
  const parser = new Parser();
  const composer = new Composer({ schema: SCHEMA, prettyErrors: false, uniqueKeys: false, keepSourceTokens: false });
  const documents: Document.Parsed[] = [];
  const comments: Stream['comments'] = [];
  const tags: Span[] = [];
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
        else comments.push({ start, end, text: build.original.slice(start + 1, end).trim() });
      }
    }
    previous = lexeme;
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > DEEPEST) {
      const { offset } = parser;
      build.gaps.push(offset);
      build.problems.push({
        code: 'too-deep',
        severity: 'error',
        start: offset - lexeme.length,
        end: offset,
        message: `Nesting deeper than ${DEEPEST} levels is not read, and neither is what follows.`,
      });
      break;
    }
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(false, text.length));
  return { documents, comments, tags };
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
