import type {
  CodeAction,
  CodeActionKind,
  CodeActionParams,
  Diagnostic,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Snapshot } from '../../core/engine';
import type { Action, ActionKind, Features } from '../../core/ide/types';
import type { Span } from '../../core/syntax';
import { FIX_ALL } from '../capabilities';
import type { Context, Handler } from '../context';
import { toFileCreation, toWorkspaceEdit } from '../edits';
import { toRange } from '../from-core';
import { toSpan } from '../to-core';

const KIND: Record<ActionKind, CodeActionKind> = {
  quickfix: 'quickfix',
  suppress: 'quickfix',
  'fix-all': FIX_ALL,
  rewrite: 'refactor.rewrite',
  extract: 'refactor.extract',
};

/** Enough to find the action again when it is chosen. */
interface ActionData {
  uri: string;
  range: Range;
  kind: ActionKind;
  title: string;
}

export const codeActions: Handler<CodeActionParams, CodeAction[] | null> =
  (context) =>
  async ({ textDocument, range, context: { diagnostics, only } }, token) => {
    const snapshot = await context.snapshot(textDocument.uri);
    if (!snapshot || !context.client.actionLiterals) return null;
    const features = await context.features();
    if (token.isCancellationRequested) return null;
    return actionsIn(snapshot, toSpan(snapshot, range), features, context, only)
      .filter((action) => !action.disabled || context.client.disabledActions)
      .filter((action) => !action.creates || context.client.createsFiles)
      .map((action) =>
        toCodeAction(
          action,
          { uri: textDocument.uri, range, kind: action.kind, title: action.title },
          snapshot,
          diagnostics,
          context,
        ),
      );
  };

/** The edit of the chosen action, from the document as it is now. */
export const resolveCodeAction: Handler<CodeAction, CodeAction> = (context) => async (action) => {
  const data = action.data as ActionData | undefined;
  const snapshot = data && (await context.snapshot(data.uri));
  if (!snapshot || action.edit) return action;
  const found = actionsIn(snapshot, toSpan(snapshot, data.range), await context.features(), context, [
    KIND[data.kind],
  ]).find((candidate) => candidate.kind === data.kind && candidate.title === data.title);
  return found ? { ...action, edit: editOf(found, context) } : action;
};

function actionsIn(
  snapshot: Snapshot,
  span: Span,
  features: Features,
  { world }: Context,
  only: readonly string[] | undefined,
): Action[] {
  const asked = (kind: ActionKind) =>
    !only || only.some((wanted) => KIND[kind] === wanted || KIND[kind].startsWith(`${wanted}.`));
  const here = ['quickfix', 'rewrite', 'extract'].some((kind) => asked(kind as ActionKind))
    ? features.actionsAt(snapshot, span, world)
    : [];
  const all = asked('fix-all') ? features.fixAllIn(snapshot) : undefined;
  return [...here, ...(all ? [all] : [])].filter((action) => asked(action.kind));
}

function toCodeAction(
  action: Action,
  data: ActionData,
  snapshot: Snapshot,
  diagnostics: Diagnostic[],
  context: Context,
): CodeAction {
  const result: CodeAction = { title: action.title, kind: KIND[action.kind] };
  const mended = diagnostics.filter((diagnostic) =>
    action.findings.some((finding) => isSame(finding, diagnostic, snapshot)),
  );
  if (mended.length > 0) result.diagnostics = mended;
  if (action.preferred) result.isPreferred = true;
  if (action.disabled) result.disabled = { reason: action.disabled };
  else if (context.client.resolvesActionEdits) result.data = data;
  else result.edit = editOf(action, context);
  return result;
}

function editOf({ creates, edits }: Action, context: Context): WorkspaceEdit {
  return creates ? toFileCreation(creates, context) : toWorkspaceEdit(edits(), context);
}

function isSame(finding: Action['findings'][number], diagnostic: Diagnostic, snapshot: Snapshot): boolean {
  if (diagnostic.code !== finding.rule) return false;
  const { start, end } = toRange(snapshot.tree, finding.span);
  const { range } = diagnostic;
  return (
    start.line === range.start.line &&
    start.character === range.start.character &&
    end.line === range.end.line &&
    end.character === range.end.character
  );
}
