import type { Hover, HoverParams } from 'vscode-languageserver';
import type { Handler } from '../context';
import { toMarkup, toRange } from '../from-core';
import { toOffset } from '../to-core';

export const hover: Handler<HoverParams, Hover | null> =
  (context) =>
  async ({ textDocument, position }, token) => {
    const snapshot = await context.snapshot(textDocument.uri);
    if (!snapshot) return null;
    const { hoverAt } = await context.features();
    if (token.isCancellationRequested) return null;
    const found = hoverAt(snapshot, toOffset(snapshot, position), context.world);
    if (!found) return null;
    return {
      contents: toMarkup(found.markdown, context.client.hoverMarkdown),
      range: toRange(snapshot.tree, found.span),
    };
  };
