import { ResponseError } from 'vscode-jsonrpc';
import type { PrepareRenameParams, PrepareRenameResult, RenameParams, WorkspaceEdit } from 'vscode-languageserver';
import type { Handler } from '../context';
import { toWorkspaceEdit } from '../edits';
import { toRange } from '../from-core';
import { toOffset } from '../to-core';
import { LSP_ERROR } from '../wire';

export const prepareRename: Handler<PrepareRenameParams, PrepareRenameResult | null> =
  (context) =>
  async ({ textDocument, position }, token) => {
    const snapshot = await context.snapshot(textDocument.uri);
    if (!snapshot) return null;
    const { renameTargetAt } = await context.features();
    if (token.isCancellationRequested) return null;
    const target = renameTargetAt(snapshot, toOffset(snapshot, position), context.world);
    return target ? { range: toRange(snapshot.tree, target.span), placeholder: target.name } : null;
  };

export const rename: Handler<RenameParams, WorkspaceEdit | null> =
  (context) =>
  async ({ textDocument, position, newName }, token) => {
    const snapshot = await context.snapshot(textDocument.uri);
    if (!snapshot) return null;
    await context.scan.done(token);
    const { renameAt } = await context.features();
    if (token.isCancellationRequested) return null;
    const result = renameAt(snapshot, toOffset(snapshot, position), newName, context.world);
    if ('refused' in result) throw new ResponseError(LSP_ERROR.requestFailed, result.refused);
    return toWorkspaceEdit(result.edits, context);
  };
