import { type ExtensionContext, extensions, type LogOutputChannel, type TextDocument } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { createGate } from './gate';
import { LANGUAGES } from './looks-like';
import { answerPreviousVersions } from './previous';
import { REDHAT_YAML } from './redhat-yaml';
import { CLIENT_COMMANDS, type MakeClient, type Server } from './running-server';

export function createServer(context: ExtensionContext, log: LogOutputChannel, makeClient: MakeClient): Server {
  let client: BaseLanguageClient | undefined;
  let starting: Promise<void> | undefined;
  const listeners: (() => void)[] = [];

  async function begin(): Promise<void> {
    const openNow = (document: TextDocument) =>
      void client?.getFeature('textDocument/didOpen').getProvider(document)?.send(document);
    client = await makeClient(context, clientOptions(log, openNow));
    answerPreviousVersions(client);
    await client.start();
    for (const listener of listeners.splice(0)) listener();
  }

  const server: Server = {
    get wanted() {
      return starting !== undefined;
    },
    get client() {
      return client;
    },
    start() {
      starting ??= begin();
      return starting;
    },
    async restart() {
      await server.stop();
      await server.start();
    },
    async stop() {
      await starting?.catch(() => undefined);
      starting = undefined;
      const running = client;
      client = undefined;
      await running?.dispose();
    },
    onFirstStart: (listener) => listeners.push(listener),
    async run(command, ...args) {
      await server.start();
      return client?.sendRequest('workspace/executeCommand', { command, arguments: args });
    },
  };
  return server;
}

function clientOptions(log: LogOutputChannel, openNow: (document: TextDocument) => void): LanguageClientOptions {
  return {
    documentSelector: LANGUAGES.map((language) => ({ language })),
    outputChannel: log,
    initializationOptions: {
      // Broken syntax is said once: VS Code has a JSON server, and many have one for YAML.
      syntaxDiagnostics: { json: 'client', yaml: extensions.getExtension(REDHAT_YAML) ? 'client' : 'server' },
      commands: CLIENT_COMMANDS,
      previousVersions: true,
    },
    diagnosticPullOptions: { onChange: true, onSave: true, onTabs: true },
    markdown: { isTrusted: false, supportHtml: false },
    middleware: createGate(openNow),
  };
}
