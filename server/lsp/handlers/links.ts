import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import type { Handler } from '../context';
import { toRange } from '../from-core';

export const documentLinks: Handler<DocumentLinkParams, DocumentLink[] | null> =
  (context) =>
  async ({ textDocument }, token) => {
    const snapshot = await context.snapshot(textDocument.uri);
    if (!snapshot) return null;
    const { linksIn } = await context.features();
    if (token.isCancellationRequested) return null;
    return linksIn(snapshot, context.world).map((link) => ({
      range: toRange(snapshot.tree, link.span),
      target: context.documents.spelling(link.target),
      ...(link.tooltip && context.client.linkTooltips && { tooltip: link.tooltip }),
    }));
  };
