import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { positionAt } from '../../core/syntax';
import type { Handler } from '../context';
import { toMarkup, toTextEdit } from '../from-core';
import { toSpan } from '../to-core';

export const inlayHints: Handler<InlayHintParams, InlayHint[] | null> =
  (context) =>
  async ({ textDocument, range }, token) => {
    const snapshot = await context.snapshot(textDocument.uri);
    if (!snapshot || !context.settings.of(snapshot.uri).inlayHints) return null;
    const { hintsIn } = await context.features();
    if (token.isCancellationRequested) return null;
    return hintsIn(snapshot, toSpan(snapshot, range), context.world).map((hint) => ({
      position: positionAt(snapshot.tree, hint.at),
      label: hint.label,
      paddingLeft: true,
      ...(hint.tooltip && { tooltip: toMarkup(hint.tooltip, context.client.hoverMarkdown) }),
      ...(hint.edits && { textEdits: hint.edits.map((edit) => toTextEdit(snapshot.tree, edit)) }),
    }));
  };
