import type { ServerCapabilities } from 'vscode-languageserver';
import type { ClientFacts } from './client-facts';
import { COMMANDS } from './commands';
import { CONTENT_SCHEME } from './content-uris';

export const FIX_ALL = 'source.fixAll.ecsPreflight';

/** What the server offers this client. A feature that the client cannot use is not offered. */
export function capabilitiesFor(client: ClientFacts): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
    completionProvider: { triggerCharacters: ['"', ':', ' ', '-', '.', '/', '\n'], resolveProvider: true },
    hoverProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    documentLinkProvider: { resolveProvider: false },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    codeActionProvider: client.actionLiterals
      ? { codeActionKinds: ['quickfix', 'refactor', FIX_ALL], resolveProvider: client.resolvesActionEdits }
      : true,
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: { resolveProvider: false },
    selectionRangeProvider: true,
    executeCommandProvider: { commands: Object.values(COMMANDS), workDoneProgress: true },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'ecs-preflight',
        // A change of the task definition changes what is wrong with the service that runs it.
        interFileDependencies: true,
        workspaceDiagnostics: client.options.workspaceDiagnostics !== false,
      },
    }),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(client.contentRequests && { textDocumentContent: { schemes: [CONTENT_SCHEME] } }),
    },
  };
}
