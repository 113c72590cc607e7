import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver';
import type { Snapshot } from '../../core/engine';
import type { Completion, CompletionData, CompletionKind, CompletionItem as CoreItem } from '../../core/ide/types';
import type { Span } from '../../core/syntax';
import type { ClientFacts } from '../client-facts';
import type { Handler } from '../context';
import { toMarkup, toRange, toTextEdit } from '../from-core';
import { toPlainSnippet } from '../snippet';
import { toOffset } from '../to-core';

export const completion: Handler<CompletionParams, CompletionList | null> =
  (context) =>
  async ({ textDocument, position }, token) => {
    const snapshot = await context.snapshot(textDocument.uri);
    if (!snapshot) return null;
    const { complete } = await context.features();
    if (token.isCancellationRequested) return null;
    const offset = toOffset(snapshot, position);
    const { client, world } = context;
    return toList(complete(snapshot, offset, world, { snippets: client.snippets }), snapshot, offset, client);
  };

export const resolveCompletion: Handler<CompletionItem, CompletionItem> = (context) => async (item) => {
  if (item.documentation || !item.data) return item;
  const { documentationOf } = await context.features();
  const text = documentationOf(item.data as CompletionData);
  return text ? { ...item, documentation: toMarkup(text, context.client.completionMarkdown) } : item;
};

function toList(found: Completion, snapshot: Snapshot, offset: number, client: ClientFacts): CompletionList {
  const word = editRange(found.replace, snapshot, offset, client);
  const items = found.items.map((item) => {
    const range = item.replace ? editRange(item.replace, snapshot, offset, client) : word;
    return toItem(item, range, range === word && client.defaultEditRange, snapshot, client);
  });
  return {
    isIncomplete: found.incomplete ?? false,
    items,
    ...(client.defaultEditRange && { itemDefaults: { editRange: word } }),
  };
}

type EditRange = Range | { insert: Range; replace: Range };

/** Inserting keeps what stands behind the cursor; only some clients can offer both. */
function editRange(span: Span, snapshot: Snapshot, offset: number, client: ClientFacts): EditRange {
  const replace = toRange(snapshot.tree, span);
  if (!client.insertReplace || offset <= span.start || offset >= span.end) return replace;
  return { insert: toRange(snapshot.tree, { start: span.start, end: offset }), replace };
}

const KIND: Record<CompletionKind, CompletionItemKind> = {
  member: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  enum: CompletionItemKind.EnumMember,
  boolean: CompletionItemKind.Constant,
  reference: CompletionItemKind.Reference,
  file: CompletionItemKind.File,
  snippet: CompletionItemKind.Snippet,
  keyword: CompletionItemKind.Keyword,
  function: CompletionItemKind.Function,
};

function toItem(
  item: CoreItem,
  range: EditRange,
  byDefault: boolean,
  snapshot: Snapshot,
  client: ClientFacts,
): CompletionItem {
  const snippet = item.snippet === true && client.snippets;
  const newText = snippet || !item.snippet ? item.newText : (item.plainText ?? toPlainSnippet(item.newText));
  const result: CompletionItem = { label: item.label, kind: KIND[item.kind] };
  if (byDefault) {
    if (newText !== item.label) result.textEditText = newText;
  } else result.textEdit = 'insert' in range ? { newText, ...range } : { newText, range };
  if (snippet) result.insertTextFormat = InsertTextFormat.Snippet;
  if (item.description && client.labelDetails) result.labelDetails = { description: item.description };
  if (item.detail || item.description) result.detail = item.detail ?? item.description;
  if (item.documentation) result.documentation = toMarkup(item.documentation, client.completionMarkdown);
  else if (item.data) result.data = item.data;
  if (item.filterText) result.filterText = item.filterText;
  if (item.sortText) result.sortText = item.sortText;
  if (item.preselect) result.preselect = true;
  if (item.deprecated && client.completionTags) result.tags = [1];
  if (item.commitCharacters) result.commitCharacters = item.commitCharacters;
  if (item.additionalEdits)
    result.additionalTextEdits = item.additionalEdits.map((edit) => toTextEdit(snapshot.tree, edit));
  if (item.again && client.options.commands?.suggest)
    result.command = { title: '', command: client.options.commands.suggest };
  return result;
}
