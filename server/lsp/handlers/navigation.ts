import type {
  DefinitionLink,
  DefinitionParams,
  DocumentHighlight,
  DocumentHighlightParams,
  Location,
  ReferenceParams,
  SelectionRange,
  SelectionRangeParams,
} from 'vscode-languageserver';
import type { Span } from '../../core/syntax';
import type { Handler } from '../context';
import { type Lines, toLocation, toRange } from '../from-core';
import { toOffset } from '../to-core';

export const definition: Handler<DefinitionParams, DefinitionLink[] | Location[] | null> =
  (context) =>
  async ({ textDocument, position }, token) => {
    const snapshot = await context.snapshot(textDocument.uri);
    if (!snapshot) return null;
    const { definitionAt } = await context.features();
    if (token.isCancellationRequested) return null;
    const found = definitionAt(snapshot, toOffset(snapshot, position), context.world);
    if (!found) return null;
    if (!context.client.definitionLinks)
      return found.targets.flatMap((place) => toLocation(place, context.target) ?? []);
    const originSelectionRange = toRange(snapshot.tree, found.origin);
    return found.targets.flatMap(({ uri, span, around }) => {
      const lines = context.target.lines(uri);
      if (!lines) return [];
      const targetRange = toRange(lines, around);
      return [
        {
          originSelectionRange,
          targetUri: context.target.uri(uri),
          targetRange,
          targetSelectionRange: toRange(lines, span),
        },
      ];
    });
  };

export const references: Handler<ReferenceParams, Location[] | null> =
  (context) =>
  async ({ textDocument, position, context: { includeDeclaration } }, token) => {
    const snapshot = await context.snapshot(textDocument.uri);
    if (!snapshot) return null;
    await context.scan.done(token);
    const { referencesAt } = await context.features();
    if (token.isCancellationRequested) return null;
    const places = referencesAt(snapshot, toOffset(snapshot, position), context.world, includeDeclaration);
    return places.flatMap((place) => toLocation(place, context.target) ?? []);
  };

export const documentHighlights: Handler<DocumentHighlightParams, DocumentHighlight[] | null> =
  (context) =>
  async ({ textDocument, position }, token) => {
    const snapshot = await context.snapshot(textDocument.uri);
    if (!snapshot) return null;
    const { highlightsAt } = await context.features();
    if (token.isCancellationRequested) return null;
    return highlightsAt(snapshot, toOffset(snapshot, position)).map(({ span, write }) => ({
      range: toRange(snapshot.tree, span),
      kind: write ? 3 : 2,
    }));
  };

export const selectionRanges: Handler<SelectionRangeParams, SelectionRange[] | null> =
  (context) =>
  async ({ textDocument, positions }, token) => {
    const snapshot = await context.snapshot(textDocument.uri);
    if (!snapshot) return null;
    const { selectionAt } = await context.features();
    if (token.isCancellationRequested) return null;
    return positions.map((position) => {
      const offset = toOffset(snapshot, position);
      return chain(selectionAt(snapshot, offset), snapshot.tree, offset);
    });
  };

/** From the inside out; the protocol wants the innermost with its parents. */
function chain(spans: Span[], lines: Lines, offset: number): SelectionRange {
  let parent: SelectionRange | undefined;
  for (const span of spans.toReversed()) parent = { range: toRange(lines, span), ...(parent && { parent }) };
  return parent ?? { range: toRange(lines, { start: offset, end: offset }) };
}
