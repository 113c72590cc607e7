import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';

/** What the client can do, asked once. Everything is false for a client that says nothing. */
export interface ClientFacts {
  pullsDiagnostics: boolean;
  refreshesDiagnostics: boolean;
  refreshesLenses: boolean;
  refreshesHints: boolean;
  relatedInformation: boolean;
  codeDescription: boolean;
  tags: boolean;
  snippets: boolean;
  insertReplace: boolean;
  insertTextModes: boolean;
  labelDetails: boolean;
  defaultEditRange: boolean;
  completionMarkdown: boolean;
  completionTags: boolean;
  hoverMarkdown: boolean;
  nestedSymbols: boolean;
  linkTooltips: boolean;
  actionLiterals: boolean;
  resolvesActionEdits: boolean;
  disabledActions: boolean;
  documentChanges: boolean;
  createsFiles: boolean;
  snippetEdits: boolean;
  definitionLinks: boolean;
  preparesRename: boolean;
  pullsConfiguration: boolean;
  registersConfiguration: boolean;
  registersWatchers: boolean;
  workspaceFolders: boolean;
  contentRequests: boolean;
  showsDocuments: boolean;
  options: InitializationOptions;
}

export type Reporter = 'client' | 'server';

/** All optional. */
export interface InitializationOptions {
  /**
   * Who reports broken syntax: `client` when the editor already has a server that does. One word speaks for JSON, where
   * editors usually have one; an object for each syntax. Default: `server`.
   */
  syntaxDiagnostics?: Reporter | { json?: Reporter; yaml?: Reporter };
  /** Settings, for clients that neither answer workspace/configuration nor send didChangeConfiguration. */
  settings?: unknown;
  /** Commands that the client runs itself, by what they do. */
  commands?: { preview?: string; showPlaces?: string; suggest?: string };
  /** True: the client answers ecsPreflight/previousVersion with the text of the last commit (server/lsp/previous.ts). */
  previousVersions?: boolean;
  /** False: the workspace is not searched for files that are not open. Default: true. */
  workspaceDiagnostics?: boolean;
}

export function clientFacts(params: InitializeParams): ClientFacts {
  const capabilities: ClientCapabilities = params.capabilities ?? {};
  const text = capabilities.textDocument ?? {};
  const workspace = capabilities.workspace ?? {};
  return {
    ...diagnosticFacts(capabilities),
    ...completionFacts(capabilities),
    ...actionFacts(capabilities),
    refreshesLenses: yes(workspace.codeLens?.refreshSupport),
    refreshesHints: yes(workspace.inlayHint?.refreshSupport),
    hoverMarkdown: includes(text.hover?.contentFormat, 'markdown'),
    nestedSymbols: yes(text.documentSymbol?.hierarchicalDocumentSymbolSupport),
    linkTooltips: yes(text.documentLink?.tooltipSupport),
    definitionLinks: yes(text.definition?.linkSupport),
    preparesRename: yes(text.rename?.prepareSupport),
    pullsConfiguration: yes(workspace.configuration),
    registersConfiguration: yes(workspace.didChangeConfiguration?.dynamicRegistration),
    registersWatchers: yes(workspace.didChangeWatchedFiles?.dynamicRegistration),
    workspaceFolders: yes(workspace.workspaceFolders),
    contentRequests: workspace.textDocumentContent !== undefined,
    showsDocuments: yes(capabilities.window?.showDocument?.support),
    options: isObject(params.initializationOptions) ? params.initializationOptions : {},
  };
}

function diagnosticFacts({ textDocument, workspace }: ClientCapabilities) {
  // Clients that pull describe their wishes under `diagnostic`; older ones, and all that only listen, under `publishDiagnostics`.
  const pull = textDocument?.diagnostic;
  const push = textDocument?.publishDiagnostics;
  return {
    pullsDiagnostics: pull !== undefined,
    refreshesDiagnostics: yes(workspace?.diagnostics?.refreshSupport),
    relatedInformation: yes(pull?.relatedInformation) || yes(push?.relatedInformation),
    codeDescription: yes(pull?.codeDescriptionSupport) || yes(push?.codeDescriptionSupport),
    tags: pull?.tagSupport !== undefined || push?.tagSupport !== undefined,
  };
}

function completionFacts({ textDocument }: ClientCapabilities) {
  const item = textDocument?.completion?.completionItem;
  return {
    snippets: yes(item?.snippetSupport),
    insertReplace: yes(item?.insertReplaceSupport),
    insertTextModes: item?.insertTextModeSupport !== undefined,
    labelDetails: yes(item?.labelDetailsSupport),
    defaultEditRange: includes(textDocument?.completion?.completionList?.itemDefaults, 'editRange'),
    completionMarkdown: includes(item?.documentationFormat, 'markdown'),
    completionTags: item?.tagSupport !== undefined,
  };
}

function actionFacts({ textDocument, workspace }: ClientCapabilities) {
  const action = textDocument?.codeAction;
  return {
    actionLiterals: action?.codeActionLiteralSupport !== undefined,
    resolvesActionEdits: yes(action?.dataSupport) && includes(action?.resolveSupport?.properties, 'edit'),
    disabledActions: yes(action?.disabledSupport),
    documentChanges: yes(workspace?.workspaceEdit?.documentChanges),
    createsFiles:
      yes(workspace?.workspaceEdit?.documentChanges) &&
      includes(workspace?.workspaceEdit?.resourceOperations, 'create'),
    snippetEdits: yes(workspace?.workspaceEdit?.snippetEditSupport),
  };
}

function yes(value: unknown): boolean {
  return value === true;
}

function includes(values: readonly string[] | undefined, wanted: string): boolean {
  return values?.includes(wanted) ?? false;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
