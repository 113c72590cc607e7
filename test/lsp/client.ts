import { PassThrough } from 'node:stream';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeParams,
  InitializeResult,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Features } from '../../server/core/ide/types';
import { serve } from '../../server/lsp/connection';
import type { Platform } from '../../server/lsp/platform';
import { PREVIOUS_VERSION } from '../../server/lsp/previous';
import { createWire } from '../../server/lsp/wire';
import { memoryPlatform } from './platform';

/** A client that says it can do all that the server makes use of. */
export const FULL: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    textDocumentContent: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true, resourceOperations: ['create'] },
  },
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        insertTextModeSupport: { valueSet: [1, 2] },
        labelDetailsSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        tagSupport: { valueSet: [1] },
      },
      completionList: { itemDefaults: ['editRange'] },
    },
    hover: { contentFormat: ['markdown'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentLink: { tooltipSupport: true },
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      disabledSupport: true,
    },
  },
};

/** Listens only: an old client, or a plain one. */
export const PLAIN: ClientCapabilities = { textDocument: { publishDiagnostics: {} } };

export interface StartOptions {
  capabilities?: ClientCapabilities;
  /** Files on disk by name, under file:///w/. */
  files?: Record<string, string>;
  /** What workspace/configuration answers, by scope URI. */
  settings?: (scope: string | undefined) => unknown;
  /** What ecsPreflight/previousVersion answers. */
  previous?: (uri: string) => string | undefined;
  features?: () => Promise<Features>;
  platform?: (files: Map<string, string>) => Platform;
  params?: Partial<InitializeParams>;
}

export interface TestClient {
  connection: MessageConnection;
  initialized: InitializeResult;
  files: Map<string, string>;
  uri(name: string): string;
  open(name: string, text: string, languageId?: string): string;
  /** Replaces `find` by `by` as an editor does: one incremental change. */
  edit(name: string, find: string, by: string): void;
  close(name: string): void;
  pull(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  /** The diagnostics of a pull, without ids. */
  check(name: string): Promise<Diagnostic[]>;
  request<R>(method: string, params: unknown): Promise<R>;
  /** The next message of this kind from the server that was not taken yet. */
  next<P>(method: string): Promise<P>;
  /** How many messages of this kind came and were not taken. */
  waiting(method: string): number;
  text(name: string): string;
  /** A position by the text that begins there. */
  at(name: string, find: string, plus?: number): { line: number; character: number };
  range(name: string, find: string): Range;
  /** The text of a file after a workspace edit. */
  apply(name: string, edit: WorkspaceEdit): string;
  stop(): Promise<void>;
}

const running = new Set<TestClient>();

/** Ends every client of a test file; for `afterEach`. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map((client) => client.stop()));
}

/** A server and a client in this process, talking through two streams. */
export async function start(options: StartOptions = {}): Promise<TestClient> {
  const up = new PassThrough();
  const down = new PassThrough();
  const uri = (name: string) => (name.includes(':') ? name : `file:///w/${name}`);
  const files = new Map(Object.entries(options.files ?? {}).map(([name, text]) => [uri(name), text]));
  const platform = (options.platform ?? memoryPlatform)(files);
  const features = options.features ?? (() => Promise.reject(new Error('this test gives no features')));
  serve(createWire(new StreamMessageReader(up), new StreamMessageWriter(down)), {
    platform,
    features,
    version: '0.0.0-test',
  });

  const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const inbox = createInbox(connection, options);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    capabilities: options.capabilities ?? FULL,
    workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
    ...options.params,
  });
  await connection.sendNotification('initialized', {});
  const client = createClient(connection, initialized, files, uri, inbox);
  running.add(client);
  return client;
}

type Inbox = Pick<TestClient, 'next' | 'waiting'>;

function createInbox(connection: MessageConnection, options: StartOptions): Inbox {
  const come = new Map<string, unknown[]>();
  const wanted = new Map<string, ((params: never) => void)[]>();
  const take = (method: string, params: unknown): void => {
    const waiter = wanted.get(method)?.shift();
    if (waiter) waiter(params as never);
    else come.set(method, [...(come.get(method) ?? []), params]);
  };
  connection.onNotification((method, params) => take(method, params));
  connection.onRequest((method, params) => {
    take(method, params);
    if (method === PREVIOUS_VERSION) return options.previous?.((params as { uri: string }).uri) ?? null;
    if (method !== 'workspace/configuration') return null;
    const { items } = params as { items: { scopeUri?: string }[] };
    return items.map(({ scopeUri }) => options.settings?.(scopeUri) ?? null);
  });
  return {
    next: (method) =>
      new Promise((resolve) => {
        const first = come.get(method)?.shift();
        if (first !== undefined) resolve(first as never);
        else wanted.set(method, [...(wanted.get(method) ?? []), resolve as (params: never) => void]);
      }),
    waiting: (method) => come.get(method)?.length ?? 0,
  };
}

function createClient(
  connection: MessageConnection,
  initialized: InitializeResult,
  files: Map<string, string>,
  uri: (name: string) => string,
  inbox: Inbox,
): TestClient {
  const documents = new Map<string, TextDocument>();
  const documentOf = (name: string): TextDocument => {
    const document = documents.get(uri(name)) ?? TextDocument.create(uri(name), 'yaml', 0, files.get(uri(name)) ?? '');
    return document;
  };
  const positionOf = (name: string, find: string, plus = 0) => {
    const document = documentOf(name);
    const at = document.getText().indexOf(find);
    if (at < 0) throw new Error(`"${find}" does not stand in ${name}`);
    return document.positionAt(at + plus);
  };
  const rangeOf = (name: string, find: string): Range => ({
    start: positionOf(name, find),
    end: positionOf(name, find, find.length),
  });
  const client: TestClient = {
    ...inbox,
    connection,
    initialized,
    files,
    uri,
    open(name, text, languageId = /json$/.test(name) ? 'json' : 'yaml') {
      const document = TextDocument.create(uri(name), languageId, 1, text);
      documents.set(uri(name), document);
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(name), languageId, version: 1, text },
      });
      return uri(name);
    },
    edit(name, find, by) {
      const document = documentOf(name);
      const contentChanges = [{ range: rangeOf(name, find), text: by }];
      const version = document.version + 1;
      documents.set(uri(name), TextDocument.update(document, contentChanges, version));
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(name), version },
        contentChanges,
      });
    },
    close(name) {
      documents.delete(uri(name));
      void connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(name) } });
    },
    pull: (name, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: uri(name) }, previousResultId }),
    async check(name) {
      const report = await client.pull(name);
      return report.kind === 'full' ? report.items : [];
    },
    request: (method, params) => connection.sendRequest(method, params),
    text: (name) => documentOf(name).getText(),
    at: positionOf,
    range: rangeOf,
    apply(name, edit) {
      const changes = edit.documentChanges?.flatMap((change) =>
        'textDocument' in change && change.textDocument.uri === uri(name)
          ? change.edits.map((e) => ('snippet' in e ? { range: e.range, newText: e.snippet.value } : e))
          : [],
      );
      return TextDocument.applyEdits(documentOf(name), changes ?? edit.changes?.[uri(name)] ?? []);
    },
    async stop() {
      if (!running.delete(client)) return;
      await connection.sendRequest('shutdown');
      connection.dispose();
    },
  };
  return client;
}
