import type { Context, Handler } from './context';
import { codeActions, resolveCodeAction } from './handlers/code-action';
import { codeLenses, resolveCodeLens } from './handlers/code-lens';
import { completion, resolveCompletion } from './handlers/completion';
import { textDocumentContent } from './handlers/content';
import { documentDiagnostic, workspaceDiagnostic } from './handlers/diagnostic';
import { executeCommand } from './handlers/execute-command';
import { hover } from './handlers/hover';
import { inlayHints } from './handlers/inlay-hint';
import { documentLinks } from './handlers/links';
import { definition, documentHighlights, references, selectionRanges } from './handlers/navigation';
import { prepareRename, rename } from './handlers/rename';
import { documentSymbols, workspaceSymbols } from './handlers/symbols';

/** A request, what answers it, and the answer when that throws. */
interface Method {
  name: string;
  // biome-ignore lint/suspicious/noExplicitAny: the protocol pairs names and types; the handlers state theirs
  handler: Handler<any, any>;
  empty: (params: never) => unknown;
}

const nothing = () => null;
const none = () => [];
const asItWas = (params: unknown) => params;

/** Every request that the server answers. */
export const METHODS: readonly Method[] = [
  { name: 'textDocument/diagnostic', handler: documentDiagnostic, empty: () => ({ kind: 'full', items: [] }) },
  { name: 'workspace/diagnostic', handler: workspaceDiagnostic, empty: () => ({ items: [] }) },
  { name: 'textDocument/completion', handler: completion, empty: nothing },
  { name: 'completionItem/resolve', handler: resolveCompletion, empty: asItWas },
  { name: 'textDocument/hover', handler: hover, empty: nothing },
  { name: 'textDocument/documentSymbol', handler: documentSymbols, empty: nothing },
  { name: 'workspace/symbol', handler: workspaceSymbols, empty: none },
  { name: 'textDocument/documentLink', handler: documentLinks, empty: nothing },
  { name: 'textDocument/codeAction', handler: codeActions, empty: nothing },
  { name: 'codeAction/resolve', handler: resolveCodeAction, empty: asItWas },
  { name: 'textDocument/definition', handler: definition, empty: nothing },
  { name: 'textDocument/references', handler: references, empty: nothing },
  { name: 'textDocument/documentHighlight', handler: documentHighlights, empty: nothing },
  { name: 'textDocument/prepareRename', handler: prepareRename, empty: nothing },
  { name: 'textDocument/rename', handler: rename, empty: nothing },
  { name: 'textDocument/codeLens', handler: codeLenses, empty: nothing },
  { name: 'codeLens/resolve', handler: resolveCodeLens, empty: asItWas },
  { name: 'textDocument/inlayHint', handler: inlayHints, empty: nothing },
  { name: 'textDocument/selectionRange', handler: selectionRanges, empty: nothing },
  { name: 'workspace/executeCommand', handler: executeCommand, empty: nothing },
  { name: 'workspace/textDocumentContent', handler: textDocumentContent, empty: nothing },
];

export type Bound = Pick<Method, 'name' | 'empty'> & { answer: ReturnType<Method['handler']> };

/** The methods at work in a context. */
export function bindMethods(context: Context): Bound[] {
  return METHODS.map(({ name, handler, empty }) => ({ name, empty, answer: handler(context) }));
}
