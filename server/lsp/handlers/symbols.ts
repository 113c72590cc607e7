import type {
  DocumentSymbol,
  DocumentSymbolParams,
  SymbolInformation,
  WorkspaceSymbol,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import type { Outline } from '../../core/ide/types';
import type { Tree } from '../../core/syntax';
import type { Handler } from '../context';
import { toLocation, toRange } from '../from-core';
import { SYMBOL_KINDS } from '../kinds';

export const documentSymbols: Handler<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[] | null> =
  (context) =>
  async ({ textDocument }, token) => {
    const snapshot = await context.snapshot(textDocument.uri);
    if (!snapshot) return null;
    const { outlineOf } = await context.features();
    if (token.isCancellationRequested) return null;
    const outline = outlineOf(snapshot);
    if (context.client.nestedSymbols) return outline.map((item) => nested(item, snapshot.tree));
    return outline.flatMap((item) => flat(item, snapshot.tree, textDocument.uri));
  };

function nested(item: Outline, tree: Tree): DocumentSymbol {
  return {
    name: item.name,
    kind: SYMBOL_KINDS[item.kind],
    range: toRange(tree, item.span),
    selectionRange: toRange(tree, item.nameSpan),
    ...(item.detail && { detail: item.detail }),
    ...(item.children.length > 0 && { children: item.children.map((child) => nested(child, tree)) }),
  };
}

function flat(item: Outline, tree: Tree, uri: string, containerName?: string): SymbolInformation[] {
  const own: SymbolInformation = {
    name: item.name,
    kind: SYMBOL_KINDS[item.kind],
    location: { uri, range: toRange(tree, item.span) },
  };
  if (containerName) own.containerName = containerName;
  return [own, ...item.children.flatMap((child) => flat(child, tree, uri, item.name))];
}

/** More than a person reads; the search word narrows it. */
const MOST_SYMBOLS = 500;

export const workspaceSymbols: Handler<WorkspaceSymbolParams, WorkspaceSymbol[]> =
  (context) =>
  async ({ query }, token) => {
    await context.scan.done(token);
    const { definitionSymbolsIn } = await context.features();
    const found: WorkspaceSymbol[] = [];
    for (const uri of context.world.uris()) {
      if (token.isCancellationRequested || found.length >= MOST_SYMBOLS) break;
      const snapshot = context.world.snapshot(uri);
      for (const symbol of snapshot ? definitionSymbolsIn(snapshot) : []) {
        const location = toLocation(symbol.place, context.target);
        if (!location || !matches(symbol.name, query)) continue;
        found.push({
          name: symbol.name,
          kind: SYMBOL_KINDS[symbol.kind],
          location,
          ...(symbol.container && { containerName: symbol.container }),
        });
      }
    }
    return found;
  };

/** The letters of the query in order, as editors filter. */
function matches(name: string, query: string): boolean {
  let at = 0;
  const lower = name.toLowerCase();
  for (const letter of query.toLowerCase()) {
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
