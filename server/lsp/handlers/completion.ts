import type { CompletionItem, CompletionList, CompletionParams, Position, Range } from 'vscode-languageserver';
import type { Completion, CompletionData, CompletionItem as CoreItem } from '../../core/ide/types';
import { isEmptyService } from '../../core/model/markers';
import { guessSyntax, offsetAt, parse, type Span } from '../../core/syntax';
import type { ClientFacts } from '../client-facts';
import type { Context, Handler } from '../context';
import { type Lines, toMarkup, toRange, toTextEdit } from '../from-core';
import { COMPLETION_KINDS, INSERT_TEXT } from '../kinds';
import { toPlainSnippet } from '../snippet';
import { toOffset } from '../to-core';
import { toCoreUri } from '../uri';

export const completion: Handler<CompletionParams, CompletionList | null> =
  (context) =>
  async ({ textDocument, position }, token) => {
    const snapshot = await context.snapshot(textDocument.uri);
    if (!snapshot) return beginning(textDocument.uri, position, context);
    const { complete } = await context.features();
    if (token.isCancellationRequested) return null;
    const offset = toOffset(snapshot, position);
    const { client, world } = context;
    return toList(complete(snapshot, offset, world, { snippets: client.snippets }), snapshot.tree, offset, client);
  };

/** In a document that is empty so far. */
async function beginning(clientUri: string, position: Position, context: Context): Promise<CompletionList | null> {
  const uri = toCoreUri(clientUri);
  const document = context.documents.get(uri);
  if (!document || !isEmptyService(uri, document.getText()) || context.settings.of(uri).excluded) return null;
  const { beginnings } = await context.features();
  const text = document.getText();
  const found = beginnings(uri, text, { snippets: context.client.snippets });
  const lines = parse(text, guessSyntax(text, uri));
  return found ? toList(found, lines, offsetAt(lines, position), context.client) : null;
}

export const resolveCompletion: Handler<CompletionItem, CompletionItem> = (context) => async (item) => {
  if (item.documentation || !item.data) return item;
  const { documentationOf } = await context.features();
  const text = documentationOf(item.data as CompletionData);
  return text ? { ...item, documentation: toMarkup(text, context.client.completionMarkdown) } : item;
};

function toList(found: Completion, lines: Lines, offset: number, client: ClientFacts): CompletionList {
  const word = editRange(found.replace, lines, offset, client);
  const items = found.items.map((item) => {
    const range = item.replace ? editRange(item.replace, lines, offset, client) : word;
    return toItem(item, range, range === word && client.defaultEditRange, lines, client);
  });
  return {
    isIncomplete: found.incomplete ?? false,
    items,
    ...(client.defaultEditRange && { itemDefaults: { editRange: word } }),
  };
}

type EditRange = Range | { insert: Range; replace: Range };

/** Inserting keeps what stands behind the cursor; only some clients can offer both. */
function editRange(span: Span, lines: Lines, offset: number, client: ClientFacts): EditRange {
  const replace = toRange(lines, span);
  if (!client.insertReplace || offset <= span.start || offset >= span.end) return replace;
  return { insert: toRange(lines, { start: span.start, end: offset }), replace };
}

/** LSP's InsertTextFormat.Snippet. */
const SNIPPET = 2;

/**
 * Snippets are put in by something that indents their lines as the line of the cursor is indented. The core writes them
 * with the indentation that they are to have in the end.
 */
function withoutIndentation(snippet: string, range: EditRange, { text, lineStarts }: Lines): string {
  const { line } = 'insert' in range ? range.insert.start : range.start;
  const start = lineStarts[line] ?? 0;
  const [indentation = ''] = /^[ \t]*/.exec(text.slice(start, start + MOST_INDENTATION)) ?? [];
  return indentation === '' ? snippet : snippet.replaceAll(`\n${indentation}`, '\n');
}

/** Characters. */
const MOST_INDENTATION = 1000;

function toItem(
  item: CoreItem,
  range: EditRange,
  byDefault: boolean,
  lines: Lines,
  client: ClientFacts,
): CompletionItem {
  const snippet = item.snippet === true && client.snippets;
  const written = snippet || !item.snippet ? item.newText : (item.plainText ?? toPlainSnippet(item.newText));
  const newText = snippet ? withoutIndentation(written, range, lines) : written;
  const result: CompletionItem = { label: item.label, kind: COMPLETION_KINDS[item.kind] };
  if (byDefault) {
    if (newText !== item.label) result.textEditText = newText;
  } else result.textEdit = 'insert' in range ? { newText, ...range } : { newText, range };
  if (snippet) result.insertTextFormat = SNIPPET;
  if (client.insertTextModes && newText.includes('\n'))
    result.insertTextMode = snippet ? INSERT_TEXT.indented : INSERT_TEXT.asIs;
  if (item.description && client.labelDetails) result.labelDetails = { description: item.description };
  if (item.detail || item.description) result.detail = item.detail ?? item.description;
  if (item.documentation) result.documentation = toMarkup(item.documentation, client.completionMarkdown);
  else if (item.data) result.data = item.data;
  if (item.filterText) result.filterText = item.filterText;
  if (item.sortText) result.sortText = item.sortText;
  if (item.preselect) result.preselect = true;
  if (item.deprecated && client.completionTags) result.tags = [1];
  if (item.commitCharacters) result.commitCharacters = item.commitCharacters;
  if (item.additionalEdits) result.additionalTextEdits = item.additionalEdits.map((edit) => toTextEdit(lines, edit));
  if (item.again && client.options.commands?.suggest)
    result.command = { title: '', command: client.options.commands.suggest };
  return result;
}
