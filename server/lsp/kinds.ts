import type { CompletionItemKind, SymbolKind } from 'vscode-languageserver';
import type { CompletionKind, SymbolKind as CoreKind } from '../core/ide/types';

/** LSP's numbers for our kinds: written out, and held to LSP's names by the compiler, so that no bundle carries the names. */
interface CompletionKinds extends Record<CompletionKind, CompletionItemKind> {
  member: typeof CompletionItemKind.Property;
  value: typeof CompletionItemKind.Value;
  enum: typeof CompletionItemKind.EnumMember;
  boolean: typeof CompletionItemKind.Constant;
  reference: typeof CompletionItemKind.Reference;
  file: typeof CompletionItemKind.File;
  snippet: typeof CompletionItemKind.Snippet;
  keyword: typeof CompletionItemKind.Keyword;
  function: typeof CompletionItemKind.Function;
}

export const COMPLETION_KINDS: CompletionKinds = {
  member: 10,
  value: 12,
  enum: 20,
  boolean: 21,
  reference: 18,
  file: 17,
  snippet: 15,
  keyword: 14,
  function: 3,
};

interface SymbolKinds extends Record<CoreKind, SymbolKind> {
  service: typeof SymbolKind.Module;
  'task-definition': typeof SymbolKind.Package;
  container: typeof SymbolKind.Class;
  port: typeof SymbolKind.Interface;
  object: typeof SymbolKind.Object;
  list: typeof SymbolKind.Array;
  string: typeof SymbolKind.String;
  number: typeof SymbolKind.Number;
  boolean: typeof SymbolKind.Boolean;
  null: typeof SymbolKind.Null;
}

export const SYMBOL_KINDS: SymbolKinds = {
  service: 2,
  'task-definition': 4,
  container: 5,
  port: 11,
  object: 19,
  list: 18,
  string: 15,
  number: 16,
  boolean: 17,
  null: 21,
};

/** How the client puts in text of several lines: as it is, or indented like the line of the cursor (`InsertTextMode`). */
export const INSERT_TEXT = { asIs: 1, indented: 2 } as const;
